import { afterEach, beforeEach, expect, test } from 'vitest';
import { chair, guest, members, secretary } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, serveLiveSide } from '../support/live-server.ts';
import { type Session, startSession } from '../support/live-side.ts';
import { person, type Tablet, wall } from '../support/tablets.ts';

let server: LiveServer;
let session: Session;

beforeEach(async () => {
  server = await serveLiveSide();
  session = await startSession(server);
});
afterEach(async () => {
  await server.close();
  expect(server.faults).toEqual([]);
});

test('where people read is told to the desk alone, and is nowhere in the record', async () => {
  server.screens.set('token', session.meeting);
  const desk = [person(server.url, secretary), person(server.url, chair)];
  const reader = person(server.url, members[0]);
  const others = [person(server.url, members[1]), person(server.url, guest), wall(server.url, 'token')];
  const all: Tablet[] = [...desk, reader, ...others];
  for (const tablet of all) {
    await tablet.connect();
    await tablet.mustJoin(session.meeting);
  }
  const seq = (await server.log.head(session.meeting))?.seq ?? 0;
  reader.socket.emit('presence', { meeting: session.meeting, item: session.items[1], to: seq });
  for (const tablet of desk)
    await eventually(() =>
      expect(tablet.all('presence').at(-1)?.persons[members[0]]).toEqual({
        state: 'elsewhere',
        item: session.items[1],
        isFollowing: false,
        page: null,
      }),
    );
  reader.close();
  const [first] = desk;
  await eventually(() => expect(first?.all('presence').at(-1)?.persons[members[0]]?.state).toBe('offline'));
  for (const tablet of [reader, ...others]) expect(tablet.all('presence')).toEqual([]);
  expect((await server.log.head(session.meeting))?.seq).toBe(seq);
  for (const tablet of all) tablet.close();
});
