import { describe, expect, test } from 'vitest';
import { actor, info, inSession, item, MINUTE, published, START } from '../session/fixtures.ts';
import { project } from '../session/project.ts';
import { projectListedItem, projectMine } from '../session/project-mine.ts';
import { after, given, type History } from '../session/spec.ts';
import type { SessionEvent } from '../session/state.ts';
import { copyCommandSchemas } from './commands.ts';

const items = [
  item('x', { isSecret: true }),
  item('open'),
  item('few', { isSecret: true, openTo: ['m1', 'm2', 'clerk'] }),
];
const session: History = inSession({ items, papers: [] });
const handOut = (...pairs: readonly (readonly [number, string])[]) =>
  ({ type: 'HandOutCopies', item: 'x', copies: pairs.map(([copy, to]) => ({ copy, to })) }) as const;
const collect = (...pairs: readonly (readonly [number, string])[]) =>
  ({ type: 'CollectCopies', item: 'x', copies: pairs.map(([copy, from]) => ({ copy, from })) }) as const;
const handedOut = (copy: number, person: string, of = 'x'): SessionEvent => ({
  ...{ type: 'CopyHandedOut', item: of, copy, person, name: `Name of ${person}` },
});
const collected = (copy: number, person: string): SessionEvent => ({
  ...{ type: 'CopyCollected', item: 'x', copy, person },
});
const correct = (copy: number, holder: string, entry: 'handedOut' | 'collected') =>
  ({ type: 'CorrectCopy', item: 'x', copy, holder, entry }) as const;
const corrected = (copy: number, person: string, entry: 'handedOut' | 'collected'): SessionEvent => ({
  ...{ type: 'CopyCorrected', item: 'x', copy, person, entry },
});
const ended: SessionEvent = { type: 'MeetingEnded' };
const registerAfter = (...events: History) =>
  project(given(...session, ...events).state, 'm', 'desk').copies?.x;

describe('handing out and collecting', () => {
  test('[H1] the record keeps number, holder and times', () => {
    const { state, when } = given(...session);
    const name = state.attendance.participants.get('m2')?.name ?? '';
    when('clerk', handOut([3, 'm2'])).then([
      { type: 'CopyHandedOut', item: 'x', copy: 3, person: 'm2', name },
    ]);
    expect(
      registerAfter(...after(MINUTE, handedOut(3, 'm2')), ...after(2 * MINUTE, collected(3, 'm2'))),
    ).toEqual([
      {
        ...{ copy: 3, personId: 'm2', name: 'Name of m2', correctedAt: null },
        ...{ handedOutAt: START + MINUTE, collectedAt: START + 2 * MINUTE },
      },
    ]);
  });

  test('[H1] only of a secret item', () => {
    given(...session)
      .when('clerk', { ...handOut([1, 'm2']), item: 'open' })
      .refused('copy/not-secret');
  });

  test('[H2] one holder at a time, who takes part and may see the item', () => {
    const { when } = given(...session, handedOut(1, 'm2'));
    when('clerk', handOut([1, 'm3'])).refused('copy/out', { copy: 1, name: 'Name of m2' });
    when('clerk', handOut([2, 'nobody'])).refused('participant/unknown');
    when('clerk', { ...handOut([2, 'm3']), item: 'few' }).refused('copy/item-restricted');
    const again = given(...session, handedOut(1, 'm2'), collected(1, 'm2'));
    expect(again.when('clerk', handOut([1, 'm3'])).result).toMatchObject({ value: [{ person: 'm3' }] });
  });

  test('[H3] handed out from publication to the end, collected after it too', () => {
    const draft: History = [
      { type: 'MeetingPrepared', info: info() },
      { type: 'ItemAdded', item: item('x', { isSecret: true }), before: null, consent: null },
    ];
    const office = actor('office');
    given(...draft)
      .when(office, handOut([1, 'm2']))
      .refused('meeting/not-published');
    given(...draft)
      .when(office, collect([1, 'm2']))
      .refused('meeting/not-published');
    expect(given(published({ items, papers: [] })).when('clerk', handOut([1, 'm2'])).result.ok).toBe(true);
    const over = given(...session, handedOut(1, 'm2'), ended);
    over.when('clerk', handOut([2, 'm3'])).refused('meeting/ended');
    over.when('clerk', collect([1, 'm2'])).then([collected(1, 'm2')]);
  });

  test('[H4] what holds already changes nothing, another holder is stale, and several go together', () => {
    const { when } = given(...session, handedOut(1, 'm2'), handedOut(2, 'm3'), collected(2, 'm3'));
    when('clerk', handOut([1, 'm2'])).then([]);
    when('clerk', collect([2, 'm3'])).then([]);
    when('clerk', collect([1, 'm3'])).stale({ copy: 1, holder: 'm2' });
    when('clerk', collect([7, 'm3'])).refused('copy/unknown');
    when('clerk', handOut([5, 'm4'], [1, 'm3'])).refused('copy/out');
    when('clerk', handOut([5, 'm4'], [5, 'm3'])).refused('copy/twice');
    expect(when('clerk', handOut([5, 'm4'], [6, 'm5'])).result).toMatchObject({
      value: [{ copy: 5 }, { copy: 6 }],
    });
  });

  test('[H4] a copy has a number from 1 to 999', () => {
    for (const copy of [0, 1000, 1.5])
      expect(copyCommandSchemas.HandOutCopies.safeParse(handOut([copy, 'm2'])).success).toBe(false);
    expect(copyCommandSchemas.HandOutCopies.safeParse(handOut([999, 'm2'])).success).toBe(true);
  });
});

describe('corrections', () => {
  test('[H5] a wrong handing out stays, marked, and its number is free again', () => {
    const { when } = given(...session, handedOut(1, 'm2'));
    when('clerk', correct(1, 'm2', 'handedOut')).then([corrected(1, 'm2', 'handedOut')]);
    const history = [handedOut(1, 'm2'), ...after(MINUTE, corrected(1, 'm2', 'handedOut'))];
    expect(registerAfter(...history)).toMatchObject([{ copy: 1, correctedAt: START + MINUTE }]);
    expect(given(...session, ...history).when('clerk', handOut([1, 'm3'])).result.ok).toBe(true);
  });

  test('[H5] a copy that is not back after all is in hand again', () => {
    const history = [handedOut(1, 'm2'), collected(1, 'm2')];
    given(...session, ...history)
      .when('clerk', correct(1, 'm2', 'collected'))
      .then([corrected(1, 'm2', 'collected')]);
    expect(registerAfter(...history, corrected(1, 'm2', 'collected'))).toMatchObject([{ collectedAt: null }]);
  });

  test('[H5] only the last entry, and as it was made', () => {
    const { when } = given(...session, handedOut(1, 'm2'), collected(1, 'm2'), handedOut(1, 'm3'));
    when('clerk', correct(1, 'm2', 'collected')).refused('copy/nothing-to-correct');
    when('clerk', correct(1, 'm3', 'collected')).refused('copy/nothing-to-correct');
    when('clerk', correct(4, 'm3', 'handedOut')).refused('copy/nothing-to-correct');
  });
});

describe('who sees it', () => {
  const { state } = given(...session, handedOut(3, 'm2'), handedOut(4, 'm1', 'few'));

  test('[H6] the desk sees the register, a holder the own number, nobody else anything', () => {
    expect(project(state, 'm', 'desk').copies).toMatchObject({ x: [{ copy: 3, personId: 'm2' }] });
    for (const audience of ['member', 'guest', 'screen'] as const)
      expect(project(state, 'm', audience)).not.toHaveProperty('copies');
    expect(projectMine(state, actor('m2'))?.copies).toEqual({ x: [3] });
    expect(projectMine(state, actor('m3'))?.copies).toEqual({});
  });

  test('[H6] of a listed item only a desk on its list', () => {
    expect(project(state, 'm', 'desk').copies).not.toHaveProperty('few');
    expect(projectListedItem(state, actor('clerk'), 'few')?.copies).toMatchObject([{ copy: 4 }]);
    expect(projectListedItem(state, actor('m2'), 'few')).not.toHaveProperty('copies');
    expect(projectListedItem(state, actor('clerk2'), 'few')).toBeNull();
    const before = given(...session, handedOut(3, 'm2')).state;
    expect(projectMine(state, actor('clerk'))?.listed).not.toEqual(
      projectMine(before, actor('clerk'))?.listed,
    );
  });
});
