import { createAnnotations, type NotesStanding, type Told } from '@hopso/server/features/annotation';
import { manualClock } from '@hopso/server/platform/clock';
import { openEventLog } from '@hopso/server/platform/event-log';
import type { Mount } from '@hopso/server/platform/http';
import type { WaitingStroke as Waiting } from '@hopso/server/platform/live';
import {
  type Annotation,
  type AnnotationAct,
  getAnnotations,
  getRemarks,
  merged,
  type Remark,
  saveAnnotations,
  settlePresentedInk,
  treatRemark,
} from '@hopso/shared/annotation';
import type { Result, RouteContract } from '@hopso/shared/kernel';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenEngine, TestEngine } from '../support/engines.ts';
import { addHostUnit, createMeeting, HOST_UNIT } from '../support/meetings.ts';
import { noteAct, noteBody } from '../support/notes.ts';
import { randomFrom } from '../support/random.ts';

const NOW = Date.UTC(2021, 3, 28, 1);
const people = ['an', 'binh', 'chi', 'thu-ky'] as const;
type WaitingStroke = Waiting & { readonly isDone: boolean };
type Handler = (call: unknown) => Promise<Result<unknown>>;

/** That notes are kept, merged, shared and treated alike on every storage engine. */
export function annotationsContract(engine: TestEngine): void {
  describe(`notes on ${engine.name}`, () => {
    let open: OpenEngine;
    let meeting: string;
    let told: Told[];
    /** Papers that are closed to somebody: `person paper`. */
    let closed: Set<string>;
    let withdrawn: Set<string>;
    const clock = manualClock(NOW);
    /** Strokes of the presenter's pen on `p1`. */
    let waiting: WaitingStroke[];
    const handlers = new Map<RouteContract, Handler>();

    beforeAll(async () => {
      open = await engine.open();
      const { db } = open.database;
      await addHostUnit(db);
      const person = (id: string) => ({
        id,
        name: id,
        post: '',
        unitId: HOST_UNIT,
        active: true,
        createdAt: 0,
      });
      await db.write(async (q) => void (await q.insert(db.t.persons).values(people.map(person))));
      createAnnotations({
        db,
        clock,
        meetings: {
          standing: async (id, personId) => (id === meeting ? standingOf(personId) : null),
          withPart: async (_, ids) =>
            new Set(ids.filter((id) => people.includes(id as (typeof people)[number]))),
        },
        logger: { warn() {} },
        papers: { versionsOf: async () => [], comparisonOf: async () => null, wordsOf: async () => null },
        nameOf: async (personId) => `Ông ${personId}`,
        tellChanged: (_, change) => void told.push(change),
        presented: {
          waitingOn: async (_, { paper }, isWhole) =>
            paper === 'p1' ? waiting.filter(({ isDone }) => isWhole || isDone) : [],
          settle: async (_, __, strokes) => {
            waiting = waiting.filter(({ id }) => !strokes.includes(id));
            return waiting.length;
          },
        },
      }).mountRoutes(
        ((contract: RouteContract, handler: Handler) =>
          void handlers.set(contract, handler)) as unknown as Mount,
      );
    });
    beforeEach(async () => {
      meeting = await createMeeting(openEventLog(open.database));
      told = [];
      waiting = [];
      closed = new Set();
      withdrawn = new Set();
    });
    afterAll(() => open.dispose());

    function standingOf(personId: string): NotesStanding | null {
      if (!people.some((known) => known === personId)) return null;
      const papers = ['p1', 'p2']
        .filter((paper) => !closed.has(`${personId} ${paper}`))
        .map((paper) => {
          const access = withdrawn.has(paper) ? ('own' as const) : ('all' as const);
          return [paper, { access, mayAnnotate: true, pages: new Map([[1, 12]]) }] as const;
        });
      return { isDesk: personId === 'thu-ky', papers: new Map(papers) };
    }

    async function ask<T>(contract: RouteContract, personId: string, rest: object): Promise<T> {
      const principal = { personId };
      const { params = {}, ...others } = rest as { params?: object };
      const call = { params: { meeting, ...params }, principal, ...others };
      const answer = await handlers.get(contract)?.(call);
      if (answer?.ok) return answer.value as T;
      throw new Error(answer?.error.code);
    }
    const save = async (personId: string, ...acts: AnnotationAct[]) => {
      const body = { acts };
      const { results } = await ask<{ results: { problem: string | null; seq: number | null }[] }>(
        saveAnnotations,
        personId,
        { body },
      );
      return results.map(({ problem, seq }) => problem ?? seq);
    };
    const changes = (personId: string, after = 0, paper?: string) =>
      ask<{ annotations: Annotation[]; seq: number; hasMore: boolean; papers: object }>(
        getAnnotations,
        personId,
        {
          query: { after, paper },
        },
      );
    const seenBy = async (personId: string, after = 0) =>
      (await changes(personId, after)).annotations.map(({ id, body }) => [
        id,
        body === null ? 'gone' : 'there',
      ]);
    const last = () => {
      const { persons, papers, seq } = told.at(-1) ?? { persons: [], papers: [], seq: 0 };
      return { persons: [...persons].sort(), papers: [...papers], seq };
    };

    test('[N3][N7] acts in any order, again and again, leave what the law says', async () => {
      const random = randomFrom(7);
      const ids = [noteAct('p1').id, noteAct('p1').id, noteAct('p1').id];
      const acts = Array.from({ length: 40 }, () =>
        noteAct('p1', {
          id: random.pick(ids),
          at: random.below(8),
          body: random.pick([null, noteBody('một'), noteBody('hai')]),
        }),
      );
      for (let round = 0; round < 4; round += 1) {
        const shuffled = acts.map((act) => ({ act, by: random.below(1_000) })).sort((a, b) => a.by - b.by);
        await save('an', ...shuffled.map(({ act }) => act));
      }
      const kept = new Map((await changes('an')).annotations.map((note) => [note.id, note]));
      const lawful = merged(new Map<string, AnnotationAct>(), acts);
      for (const [id, act] of lawful)
        expect(kept.get(id)).toMatchObject({ actId: act.actId, updatedAt: act.at, body: act.body });
      expect(kept.size).toBe(lawful.size);
    });

    test('each accepted change takes the next place; what changes nothing takes none', async () => {
      const [first, second] = [noteAct('p1'), noteAct('p1')];
      expect(await save('an', first, second, first)).toEqual([1, 2, 1]);
      expect(await save('an', second)).toEqual([2]);
      expect(told).toHaveLength(1);
      expect(last()).toEqual({ persons: ['an'], papers: [], seq: 2 });
      expect(await changes('an', 1)).toMatchObject({ annotations: [{ id: second.id, seq: 2 }], seq: 2 });
      expect(await changes('an', 2)).toMatchObject({ annotations: [], seq: 2, hasMore: false });
    });

    test('batches that arrive together take places of their own', async () => {
      const batches = Array.from({ length: 8 }, () => [noteAct('p1'), noteAct('p1')]);
      const places = await Promise.all(
        batches.map((batch, index) => save(people[index % 3] ?? 'an', ...batch)),
      );
      expect(places.flat().sort((a, b) => Number(a) - Number(b))).toEqual(
        Array.from({ length: 16 }, (_, index) => index + 1),
      );
    });

    test('[N4] a deleted note keeps nothing of its content', async () => {
      const note = noteAct('p1', { type: 'note', body: noteBody('Bí mật') });
      await save('an', note, { ...note, actId: noteAct('p1').actId, at: 2_000, body: null });
      const { read, t } = open.database.db;
      const rows = await read.select().from(t.annotations).where(eq(t.annotations.id, note.id));
      expect(rows).toMatchObject([{ body: null, deletedAt: 2_000 }]);
      expect(JSON.stringify(rows)).not.toContain('Bí mật');
    });

    test('[N5] a reader who is left out is told once more that it is gone, and nothing else', async () => {
      const note = noteAct('p1', { sharing: ['binh', 'chi'] });
      const again = (at: number, act: Partial<AnnotationAct>) => ({
        ...note,
        actId: noteAct('p1').actId,
        at,
        ...act,
      });
      await save('an', note);
      expect(last()).toMatchObject({ persons: ['an', 'binh', 'chi'] });
      expect((await changes('binh')).annotations).toMatchObject([
        { id: note.id, sharing: ['binh'], ownerName: 'Ông an', remark: null },
      ]);
      expect((await changes('an')).annotations).toMatchObject([{ sharing: ['binh', 'chi'] }]);
      await save('an', again(2_000, { sharing: ['chi'], page: 7 }));
      expect(last()).toMatchObject({ persons: ['an', 'binh', 'chi'] });
      const [gone] = (await changes('binh', 1)).annotations;
      expect(gone).toMatchObject({ id: note.id, body: null, sharing: 'private', page: 1, updatedAt: 1_000 });
      expect(await seenBy('chi', 1)).toEqual([[note.id, 'there']]);
      await save('an', again(3_000, { sharing: 'all' }));
      expect(last()).toMatchObject({ papers: ['p1'] });
      expect(await seenBy('thu-ky', 2)).toEqual([[note.id, 'there']]);
      await save('an', again(4_000, { sharing: 'private' }));
      expect(last()).toMatchObject({ papers: ['p1'] });
      for (const reader of ['binh', 'chi', 'thu-ky'])
        expect(await seenBy(reader, 3)).toEqual([[note.id, 'gone']]);
    });

    test('[N1][N5] what an owner does with a note that is private again reaches no former reader', async () => {
      const named = noteAct('p1', { sharing: ['binh'] });
      const open = noteAct('p1', { sharing: 'all' });
      const again = (note: AnnotationAct, at: number, act: Partial<AnnotationAct> = {}) => ({
        ...note,
        ...{ actId: noteAct('p1').actId, at, sharing: 'private' as const },
        ...act,
      });
      await save('an', named, open);
      await save('an', again(named, 2_000), again(open, 2_000));
      const gone = [
        [named.id, 'gone'],
        [open.id, 'gone'],
      ];
      expect(await seenBy('binh', 2)).toEqual(gone);
      const { seq } = await changes('binh', 2);
      await save('an', again(named, 3_000, { page: 2 }), again(open, 3_000, { page: 2 }));
      expect(last()).toMatchObject({ persons: ['an'], papers: [] });
      await save('an', again(named, 4_000, { body: null }), again(open, 4_000, { body: null }));
      expect(last()).toMatchObject({ persons: ['an'], papers: [] });
      expect(await seenBy('binh', seq)).toEqual([]);
      // Who was away all the while learns of it all the same, at the place it happened.
      const late = await changes('binh', 2);
      expect(late.annotations.map(({ id, body, seq: place }) => [id, body, place])).toEqual([
        [named.id, null, 3],
        [open.id, null, 4],
      ]);
      expect(await seenBy('chi', 2)).toEqual([[open.id, 'gone']]);
    });

    test('[N5] who reads again after being left out is told anew each time', async () => {
      const note = noteAct('p1', { sharing: ['binh'] });
      const again = (at: number, sharing: AnnotationAct['sharing']) => ({
        ...note,
        ...{ actId: noteAct('p1').actId, at, sharing },
      });
      await save('an', note);
      await save('an', again(2_000, 'private'));
      await save('an', again(3_000, ['binh']));
      expect(await seenBy('binh', 2)).toEqual([[note.id, 'there']]);
      await save('an', again(4_000, 'all'));
      expect(await seenBy('binh', 3)).toEqual([[note.id, 'there']]);
      await save('an', again(5_000, 'private'));
      expect(await seenBy('binh', 4)).toEqual([[note.id, 'gone']]);
      await save('an', again(6_000, 'private'));
      expect(await seenBy('binh', 5)).toEqual([]);
    });

    test('[N11] who has no part in the meeting is not written down as a reader', async () => {
      const note = noteAct('p1', { sharing: ['binh', 'nguoi-la'] });
      const alone = noteAct('p1', { sharing: ['nguoi-la', 'an'] });
      await save('an', note, alone);
      expect((await changes('an')).annotations.map(({ sharing }) => sharing)).toEqual([['binh'], 'private']);
    });

    test('[N2] of somebody else’s note nothing can be changed', async () => {
      const note = noteAct('p1', { sharing: 'all' });
      await save('an', note);
      const forged = { ...note, actId: noteAct('p1').actId, at: 9_000, body: null };
      expect(await save('binh', forged, noteAct('p1'))).toEqual(['not-found', 2]);
      expect(await seenBy('binh')).toEqual([
        [note.id, 'there'],
        [expect.any(String), 'there'],
      ]);
    });

    test('[N12] a closed paper takes all of its notes along, a withdrawn one those of others', async () => {
      const [own, others] = [noteAct('p1'), noteAct('p1', { sharing: 'all' })];
      await save('binh', own);
      await save('an', others);
      withdrawn.add('p1');
      expect(await changes('binh')).toMatchObject({
        annotations: [{ id: own.id }],
        papers: { p1: 'own', p2: 'all' },
      });
      expect(await save('binh', { ...own, actId: noteAct('p1').actId, at: 2_000, body: null })).toEqual([3]);
      expect(await ask(getRemarks, 'thu-ky', { query: {} })).toEqual({ remarks: [] });
      withdrawn.clear();
      closed.add('binh p1');
      expect(await changes('binh')).toMatchObject({ annotations: [], papers: { p2: 'all' } });
      expect(await changes('binh', 0, 'p1')).toMatchObject({ annotations: [], hasMore: false });
      expect(await save('binh', noteAct('p1'))).toEqual(['not-found']);
    });

    test('a long history is read in parts, each note once', async () => {
      const ids: string[] = [];
      for (let batch = 0; batch < 6; batch += 1) {
        const acts = Array.from({ length: 100 }, () => noteAct('p2', { sharing: 'all' }));
        ids.push(...acts.map(({ id }) => id));
        await save('an', ...acts);
      }
      const found: string[] = [];
      let after = 0;
      for (let hasMore = true; hasMore; ) {
        const answer = await changes('chi', after);
        found.push(...answer.annotations.map(({ id }) => id));
        ({ seq: after, hasMore } = answer);
      }
      expect(found).toEqual(ids);
      expect(await changes('chi', 0, 'p1')).toMatchObject({ annotations: [], hasMore: false });
    });

    test('[N13] who asks for the floor on a remark is seen to, until it is treated', async () => {
      const body = noteBody('Cần rà soát');
      const remark = noteAct('p1', { type: 'note', sharing: 'all', body: { ...body, asksFloor: true } });
      await save('an', remark);
      const listed = async () => (await ask(getRemarks, 'thu-ky', { query: { paper: 'p1' } })) as object;
      expect(await listed()).toMatchObject({
        remarks: [{ state: 'open', isChangedSince: false, note: { body: { asksFloor: true } } }],
      });
      await ask<Remark>(treatRemark, 'thu-ky', {
        params: { annotation: remark.id },
        body: { state: 'answered', answer: 'Đã mời phát biểu', rev: 0 },
      });
      expect(await listed()).toMatchObject({ remarks: [{ state: 'answered', isChangedSince: false }] });
    });

    test('[N14] what a presenter drew and the desk kept is a note for all, is no remark, and is theirs to delete', async () => {
      const stroke = (ownerId: string, isDone = true): WaitingStroke => ({
        ...{
          id: noteAct('p1').id,
          page: 3,
          isPressureMeasured: true,
          points: [[10, 20, 0.5]],
          ownerId,
          isDone,
        },
      });
      waiting = [stroke('an'), stroke('binh'), stroke('an', false)];
      const [byAn, byBinh, unfinished] = waiting.map(({ id }) => id);
      const settle = (personId: string, keep: boolean, paper = 'p1') =>
        ask(settlePresentedInk, personId, { body: { paper, version: 1, keep } });
      await expect(settle('an', true)).rejects.toThrow('not-found');
      await expect(settle('thu-ky', true, 'p9')).rejects.toThrow('not-found');
      expect(await settle('thu-ky', true)).toEqual({ settled: 2, waiting: 1 });
      expect((await changes('chi')).annotations).toMatchObject([
        { id: byAn, ownerId: 'an', type: 'ink', page: 3, sharing: 'all', body: { isPresented: true } },
        { id: byBinh, ownerId: 'binh', body: { points: [[10, 20, 0.5]] } },
      ]);
      expect(last().papers).toEqual(['p1']);
      expect(await ask(getRemarks, 'thu-ky', { query: {} })).toEqual({ remarks: [] });
      const treat = { params: { annotation: byAn }, body: { state: 'set-aside', answer: '', rev: 0 } };
      await expect(ask(treatRemark, 'thu-ky', treat)).rejects.toThrow('not-found');
      expect(await settle('thu-ky', false)).toEqual({ settled: 1, waiting: 0 });
      expect((await seenBy('chi')).map(([id]) => id)).not.toContain(unfinished);
      const end = { id: byAn ?? '', type: 'ink', body: null, at: NOW } as const;
      expect(await save('binh', noteAct('p1', end))).toEqual(['not-found']);
      // Of two acts of one instant the greater id counts (N3).
      await save('an', noteAct('p1', { ...end, actId: 'ffffffff-ffff-4fff-bfff-ffffffffffff' }));
      expect(await seenBy('chi')).toContainEqual([byAn, 'gone']);
    });

    test('[N14] nobody makes such a note by themselves', async () => {
      const body = { ...noteBody('Tự đánh dấu'), isPresented: true };
      expect(await save('an', noteAct('p1', { sharing: 'all', body }))).toEqual(['annotation/not-allowed']);
      const own = noteAct('p1', { sharing: 'all' });
      await save('an', own);
      expect(await save('an', { ...noteAct('p1', { id: own.id, at: own.at + 1 }), body })).toEqual([
        'annotation/not-allowed',
      ]);
    });

    test('[N10] a remark is treated by the desk as it saw it', async () => {
      const note = noteAct('p1', { type: 'note', sharing: 'all', body: noteBody('Cần rà soát') });
      const own = noteAct('p1');
      await save('an', note, own);
      const treat = (rev: number, state = 'taken-over', by = 'thu-ky', id = note.id) =>
        ask<Remark>(treatRemark, by, {
          params: { annotation: id },
          body: { state, answer: ' Đã sửa ', rev },
        });
      await expect(treat(0, 'open', 'binh')).rejects.toThrow('not-found');
      await expect(treat(0, 'open', 'thu-ky', own.id)).rejects.toThrow('not-found');
      expect(await treat(0)).toMatchObject({
        state: 'taken-over',
        answer: 'Đã sửa',
        rev: 1,
        isChangedSince: false,
      });
      await expect(treat(0)).rejects.toThrow('stale');
      expect(await treat(1, 'set-aside')).toMatchObject({ state: 'set-aside', rev: 2 });
      expect(last()).toEqual({ persons: ['an'], papers: ['p1'], seq: 4 });
      expect((await changes('an', 2)).annotations).toMatchObject([
        { id: note.id, remark: { state: 'set-aside', answer: 'Đã sửa', at: NOW } },
      ]);
      expect((await changes('binh')).annotations).toMatchObject([{ id: note.id, remark: null }]);
      closed.add('thu-ky p1');
      await expect(treat(2)).rejects.toThrow('not-found');
      expect(await ask(getRemarks, 'thu-ky', { query: { paper: 'p1' } })).toEqual({ remarks: [] });
    });
  });
}
