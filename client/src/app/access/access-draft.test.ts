import type { MeetingView, OpenItemView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import {
  accessOf,
  draftOf,
  effectOf,
  fullAccess,
  groupsOf,
  readersOf,
  withException,
  withGroup,
} from './access-draft.ts';

const capacities = { chu: 'chair', an: 'member', binh: 'member', khach: 'guest', thu: 'secretary' } as const;
const participants = Object.fromEntries(
  Object.entries(capacities).map(([personId, capacity]) => [personId, { personId, capacity }]),
);
const view = { participants, participantOrder: Object.keys(capacities) } as unknown as MeetingView;
const open = { openTo: null } as OpenItemView;
const idsOf = (people: readonly { personId: string }[]) => people.map(({ personId }) => personId);

test('[P13] rights are given to those the item is open to, the desk apart', () => {
  expect(idsOf(readersOf(view, open))).toEqual(['an', 'binh', 'khach']);
  expect(idsOf(readersOf(view, { openTo: ['an', 'thu'] } as unknown as OpenItemView))).toEqual(['an']);
  expect(groupsOf(readersOf(view, open))).toEqual([
    ['member', 2],
    ['guest', 1],
  ]);
});

test('[P14] a draft says how many see the paper, and that it is restricted once somebody may not', () => {
  const readers = readersOf(view, open);
  expect(effectOf(fullAccess, readers)).toEqual({ seeing: 3, isRestricted: false });
  const without = withException(withGroup(fullAccess, 'guest', 'view'), 'an', 'none');
  expect(effectOf(without, readers)).toEqual({ seeing: 2, isRestricted: true });
  expect(effectOf(withException(without, 'an', null), readers)).toEqual({ seeing: 3, isRestricted: false });
});

test('[P13] a draft that takes nothing is none; who takes part no more has no own right', () => {
  expect(accessOf(withException(fullAccess, 'an', 'print'))).toBeNull();
  expect(accessOf(withGroup(fullAccess, 'guest', 'view'))).toMatchObject({ groups: { guest: 'view' } });
  const given = { ...fullAccess, exceptions: { an: 'none', di: 'none' } } as const;
  expect(draftOf(view, given).exceptions).toEqual({ an: 'none' });
  expect(draftOf(view, undefined)).toEqual(fullAccess);
});
