import { gunzipSync } from 'node:zlib';
import { applyPatch, type Snapshot } from '@hopso/shared/protocol';
import { evolve, initialSession, project, type SessionEvent, type SessionState } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { chair, itemContent, newSession, secretary } from '../../../../test/support/committee.ts';
import { AudienceFeed } from './audience-feed.ts';

/** A preparation that can be changed any number of times. */
function preparation() {
  let state = initialSession();
  const happen = (event: SessionEvent): SessionState => {
    state = evolve(state, event, { seq: state.seq + 1, at: 0, actorId: secretary });
    return state;
  };
  happen({ type: 'MeetingPrepared', info: { ...newSession, hostName: 'UBND tỉnh Long An' } });
  const item = { ...itemContent('Nội dung'), id: 'i1', parentId: null };
  happen({ type: 'ItemAdded', item, before: null, consent: null });
  return {
    state: () => state,
    retitle: (title: string) => happen({ type: 'ItemEdited', item: 'i1', changes: { title } }),
    unseen: () => happen({ type: 'DeskTakenOver', from: null, to: chair, name: 'Chủ tịch' }),
  };
}

const open = async (packed: Promise<{ gzip: Buffer }>): Promise<Snapshot> =>
  JSON.parse(gunzipSync((await packed).gzip).toString());

test('keeps the last 500 frames; who was away longer takes a snapshot', () => {
  const { state, retitle } = preparation();
  const feed = new AudienceFeed('m', 'member', 'e1', state());
  const start = feed.to;
  for (let n = 1; n <= 501; n += 1) feed.advance(retitle(`Nội dung ${n}`), n);
  expect(feed.framesAfter(start)).toBeNull();
  expect(feed.framesAfter(start + 1)).toHaveLength(500);
  expect(feed.framesAfter(feed.to)).toEqual([]);
  expect(feed.framesAfter(feed.to + 1)).toBeNull();
});

test('what the audience may not see moves no position', () => {
  const { state, unseen } = preparation();
  const feed = new AudienceFeed('m', 'guest', 'e1', state());
  const { to } = feed;
  expect(feed.advance(unseen(), 1)).toBeNull();
  expect(feed.to).toBe(to);
});

test('a snapshot is made once for all who ask within a second, and leads on by the frames after it', async () => {
  const { state, retitle } = preparation();
  const feed = new AudienceFeed('m', 'member', 'e1', state());
  const first = feed.snapshot(0);
  feed.advance(retitle('Hai'), 1);
  expect(feed.snapshot(999)).toBe(first);
  const old = await open(first);
  const frames = feed.framesAfter(old.to) ?? [];
  expect(frames.reduce((view, frame) => applyPatch(view, frame.patch), old.view)).toEqual(
    project(state(), 'm', 'member'),
  );
  const second = feed.snapshot(1_000);
  expect(second).not.toBe(first);
  // Nothing new since: however late, the same one.
  expect(feed.snapshot(60_000)).toBe(second);
  expect((await open(second)).to).toBe(feed.to);
});

test('a snapshot that no kept frame leads on from is made anew at once', async () => {
  const { state, retitle } = preparation();
  const feed = new AudienceFeed('m', 'member', 'e1', state());
  await feed.snapshot(0);
  feed.advance(retitle('Tên lộ ra'), 1);
  feed.forgetFrames();
  expect((await open(feed.snapshot(2))).to).toBe(feed.to);
});

test('an ETag names audience, version, life and position', async () => {
  const { state, retitle } = preparation();
  const tags = new Set<string>();
  for (const [audience, epoch] of [
    ['desk', 'e1'],
    ['member', 'e1'],
    ['member', 'e2'],
  ] as const) {
    const feed = new AudienceFeed('m', audience, epoch, state());
    tags.add((await feed.snapshot(0)).etag);
  }
  const feed = new AudienceFeed('m', 'member', 'e1', state());
  feed.advance(retitle('Khác'), 1);
  tags.add((await feed.snapshot(0)).etag);
  expect(tags.size).toBe(4);
});

test('who lacks a frame that was sent before a moment is behind it', () => {
  const { state, retitle } = preparation();
  const feed = new AudienceFeed('m', 'member', 'e1', state());
  const start = feed.to;
  feed.advance(retitle('Hai'), 100);
  feed.advance(retitle('Ba'), 200);
  expect(feed.lacksFrameOf(start, 101)).toBe(true);
  expect(feed.lacksFrameOf(start, 100)).toBe(false);
  expect(feed.lacksFrameOf(start + 1, 150)).toBe(false);
  expect(feed.lacksFrameOf(start + 2, 999)).toBe(false);
  expect(feed.lacksFrameOf(start - 1, 0)).toBe(true);
});
