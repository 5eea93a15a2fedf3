import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actorOf, chair, secretary } from '../../../../test/support/committee.ts';
import { type LiveSide, openLiveSide } from '../../../../test/support/live-side.ts';
import { ConclusionDrafts, PEN_MS } from './drafts.ts';

let side: LiveSide;
let drafts: ConclusionDrafts;
let meeting: string;

beforeEach(async () => {
  side = await openLiveSide();
  meeting = await side.prepare();
  const { clock, database } = side;
  drafts = new ConclusionDrafts({ db: database.db, clock, nameOf: async (id) => actorOf(id).name });
});
afterEach(() => side.close());

const save = (person: string, rev: number, text: string) => drafts.save(meeting, 'i', person, { rev, text });
const take = (person: string, from: string | null = null) => drafts.takePen(meeting, 'i', person, from);

test('before anything is written there is nothing, and nobody writes', async () => {
  expect(await drafts.read(meeting, 'i')).toEqual({ rev: 0, text: '', writer: null, leaseUntil: null });
  expect(await drafts.stored(meeting, 'i')).toBeNull();
  await take(secretary);
  expect(await drafts.stored(meeting, 'i')).toBeNull();
});

test('what is saved is read, revision by revision, and items do not mix', async () => {
  expect(await save(secretary, 0, 'Một')).toMatchObject({ value: { rev: 1, text: 'Một' } });
  expect(await save(secretary, 1, 'Hai')).toMatchObject({ value: { rev: 2, text: 'Hai' } });
  expect(await drafts.stored(meeting, 'i')).toEqual({ rev: 2, text: 'Hai' });
  expect(await drafts.stored(meeting, 'other')).toBeNull();
});

test('who saves over a text they have not seen is shown it, and it stays', async () => {
  await save(secretary, 0, 'Một');
  await save(secretary, 1, 'Hai');
  expect(await save(secretary, 1, 'Của tôi')).toMatchObject({
    error: { code: 'stale', params: { current: { rev: 2, text: 'Hai' } } },
  });
  expect(await drafts.stored(meeting, 'i')).toEqual({ rev: 2, text: 'Hai' });
});

test('of two who save at once on the same revision one gets through', async () => {
  const outcomes = await Promise.all([save(secretary, 0, 'Một'), save(secretary, 0, 'Hai')]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await drafts.stored(meeting, 'i'))?.rev).toBe(1);
});

describe('the pen', () => {
  const held = {
    error: { code: 'conclusion/pen-held', params: { holder: secretary, name: actorOf(secretary).name } },
  };

  test('is in one hand, which everybody sees, and others neither write nor take it', async () => {
    await save(secretary, 0, 'Một');
    expect(await drafts.read(meeting, 'i')).toMatchObject({
      writer: { personId: secretary, name: actorOf(secretary).name },
      leaseUntil: side.clock.now() + PEN_MS,
    });
    expect(await save(chair, 1, 'Hai')).toMatchObject(held);
    expect(await take(chair)).toMatchObject(held);
    expect(await take(chair, 'somebody-else')).toMatchObject(held);
  });

  test('is renewed by writing and by asking, and falls when its holder is silent for a minute', async () => {
    await take(secretary);
    side.clock.advance(PEN_MS - 1);
    await take(secretary);
    side.clock.advance(PEN_MS - 1);
    expect(await take(chair)).toMatchObject(held);
    side.clock.advance(1);
    expect(await drafts.read(meeting, 'i')).toMatchObject({ writer: null, leaseUntil: null });
    expect(await save(chair, 0, 'Một')).toMatchObject({ value: { writer: { personId: chair } } });
  });

  test('passes to who names its holder, and the text with it', async () => {
    await save(secretary, 0, 'Một');
    expect(await take(chair, secretary)).toMatchObject({
      value: { rev: 1, text: 'Một', writer: { personId: chair } },
    });
    expect(await save(secretary, 1, 'Hai')).toMatchObject({ error: { code: 'conclusion/pen-held' } });
    expect(await save(chair, 1, 'Hai')).toMatchObject({ value: { rev: 2 } });
  });
});
