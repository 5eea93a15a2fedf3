export { type CopyCommand, copyCommandSchemas } from './commands.ts';
export {
  type CopiesState,
  type CopyEntry,
  type CopyEvent,
  evolveCopies,
  initialCopies,
  isOut,
} from './copies.ts';
export { type CopiesReads, copiesGuards, decideCopies } from './decide.ts';
