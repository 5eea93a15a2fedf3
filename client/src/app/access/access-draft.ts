import {
  groupOfCapacity,
  includesRight,
  isRestrictedAccess,
  type PaperAccess,
  type PaperGroup,
  type PaperRight,
  paperGroups,
  rightGiven,
} from '@hopso/shared/paper';
import type { MeetingView, OpenItemView, ParticipantView } from '@hopso/shared/session';
import { listed } from '#attendance';

/** Every right to everybody, as long as nothing is given. */
export const fullAccess: PaperAccess = {
  groups: { member: 'print', substitute: 'print', presenter: 'print', guest: 'print', observer: 'print' },
  exceptions: {},
};

/** What is given, without those who take part no more. */
export function draftOf(view: MeetingView, access: PaperAccess | undefined): PaperAccess {
  const { groups, exceptions } = access ?? fullAccess;
  const kept = Object.entries(exceptions).filter(([personId]) => personId in view.participants);
  return { groups, exceptions: Object.fromEntries(kept) };
}

/** Null for a draft that takes nothing from anybody. */
export const accessOf = (draft: PaperAccess): PaperAccess | null => {
  const rights = [...Object.values(draft.groups), ...Object.values(draft.exceptions)];
  return rights.every((right) => right === 'print') ? null : draft;
};

/** Those to whom rights are given at all: the item is open to them, and they are not at the desk by their capacity. */
export const readersOf = (view: MeetingView, item: OpenItemView): readonly ParticipantView[] =>
  listed(view).filter(
    ({ personId, capacity }) =>
      capacity !== 'chair' && capacity !== 'secretary' && (item.openTo?.includes(personId) ?? true),
  );

/** The groups that somebody is in, with how many. */
export function groupsOf(readers: readonly ParticipantView[]): readonly (readonly [PaperGroup, number])[] {
  const count = (group: PaperGroup) =>
    readers.filter(({ capacity }) => groupOfCapacity(capacity) === group).length;
  return paperGroups.flatMap((group) => (count(group) === 0 ? [] : [[group, count(group)] as const]));
}

/** What a draft comes to: how many of the readers see the paper, and whether somebody may not (P14). */
export function effectOf(draft: PaperAccess, readers: readonly ParticipantView[]) {
  const sees = ({ personId, capacity }: ParticipantView) =>
    includesRight(rightGiven(draft, personId, capacity), 'view');
  return { seeing: readers.filter(sees).length, isRestricted: isRestrictedAccess(draft) };
}

export const withGroup = (draft: PaperAccess, group: PaperGroup, right: PaperRight): PaperAccess => ({
  ...draft,
  groups: { ...draft.groups, [group]: right },
});

/** Null takes the own right away. */
export function withException(draft: PaperAccess, personId: string, right: PaperRight | null): PaperAccess {
  const { [personId]: _, ...others } = draft.exceptions;
  return { ...draft, exceptions: right === null ? others : { ...others, [personId]: right } };
}
