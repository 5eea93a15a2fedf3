export {
  type AgendaEvent,
  type AgendaItem,
  type AgendaState,
  evolveAgenda,
  type ItemContent,
  type ItemKind,
  type ItemRecord,
  initialAgenda,
  isItemOpenTo,
  itemKinds,
  type LastMove,
  numberedItems,
  type OpenTo,
  settleMove,
  withoutSecrets,
} from './agenda.ts';
export { type AgendaCommand, agendaCommandSchemas } from './commands.ts';
export { type AgendaReads, agendaGuards, decideAgenda, UNDO_WITHIN_MS } from './decide.ts';
