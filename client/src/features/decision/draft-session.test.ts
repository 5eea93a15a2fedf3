import type { ConclusionDraft } from '@hopso/shared/decision';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '#platform/api';
import { type DraftDoor, DraftSession } from './draft-session.ts';

const lan = { personId: 'lan', name: 'Lan' };

/** The routes over one stored text. */
function desk() {
  let draft: ConclusionDraft = { rev: 0, text: '', writer: null, leaseUntil: null };
  let isReachable = true;
  const saves: string[] = [];
  const door: DraftDoor = {
    read: async () => draft,
    takePen: async () => {
      draft = { ...draft, writer: { personId: 'me', name: 'Tôi' } };
      return draft;
    },
    save: async (rev, text) => {
      if (!isReachable) throw new Problem('net/offline');
      if (draft.writer !== null && draft.writer.personId !== 'me')
        throw new Problem('conclusion/pen-held', { status: 409 });
      if (rev !== draft.rev) throw new Problem('stale', { status: 409 });
      saves.push(text);
      draft = { ...draft, rev: rev + 1, text, writer: { personId: 'me', name: 'Tôi' } };
      return draft;
    },
  };
  return {
    door,
    saves,
    store: (change: Partial<ConclusionDraft>) => {
      draft = { ...draft, ...change };
    },
    reachable: (state: boolean) => {
      isReachable = state;
    },
  };
}

async function opened(change: Partial<ConclusionDraft> = {}) {
  const server = desk();
  server.store(change);
  const session = new DraftSession(server.door, 'me', () => 1_000);
  const stop = session.start();
  await vi.advanceTimersByTimeAsync(0);
  return { server, session, stop };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what is typed is saved by itself, once the hand rests', async () => {
  const { server, session } = await opened();
  session.type('Thống nhất');
  session.type('Thống nhất chủ trương');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.saves).toEqual(['Thống nhất chủ trương']);
  expect(session.state).toMatchObject({ rev: 1, saving: 'saved' });
});

test('another writer is watched and not typed over', async () => {
  const { server, session } = await opened({ rev: 3, text: 'Giao Sở', writer: lan });
  expect(session.state).toMatchObject({ text: 'Giao Sở', otherWriter: lan });
  session.type('khác');
  server.store({ rev: 4, text: 'Giao Sở Tài chính' });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(session.state.text).toBe('Giao Sở Tài chính');
  await session.takeOver();
  session.type('Giao Sở Tài chính chủ trì');
  expect(await session.flush()).toBe(5);
});

test('two texts that met both stand until one is chosen', async () => {
  const { server, session } = await opened();
  session.type('của tôi');
  server.store({ rev: 1, text: 'của Lan' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(session.state).toMatchObject({ text: 'của tôi', conflict: { rev: 1, text: 'của Lan' } });
  expect(await session.flush()).toBeNull();
  await session.resolve('mine');
  expect(session.state).toMatchObject({ rev: 2, saving: 'saved', conflict: null });
  expect(server.saves.at(-1)).toBe('của tôi');
});

test('the stored text can be taken instead', async () => {
  const { server, session } = await opened();
  session.type('của tôi');
  server.store({ rev: 1, text: 'của Lan' });
  await vi.advanceTimersByTimeAsync(1_000);
  await session.resolve('stored');
  expect(session.state).toMatchObject({ text: 'của Lan', rev: 1, saving: 'saved' });
});

test('a lost answer is no conflict', async () => {
  const { server, session } = await opened();
  session.type('như nhau');
  server.store({ rev: 1, text: 'như nhau' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(session.state).toMatchObject({ rev: 1, saving: 'saved', conflict: null });
});

test('without a network it says so and tries again', async () => {
  const { server, session } = await opened();
  server.reachable(false);
  session.type('chờ mạng');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(session.state.saving).toBe('failed');
  server.reachable(true);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(server.saves).toEqual(['chờ mạng']);
});

test('leaving saves what was not saved yet', async () => {
  const { server, session, stop } = await opened();
  session.type('vội');
  stop();
  await vi.advanceTimersByTimeAsync(0);
  expect(server.saves).toEqual(['vội']);
});
