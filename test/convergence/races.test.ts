import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemContent, members, secretary } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { Line, Wire } from '../support/line.ts';
import { type LiveSide, openLiveSide, publishSession } from '../support/live-side.ts';

/** Races that random runs meet too seldom. */
let side: LiveSide;
let wire: Wire;

beforeAll(async () => {
  side = await openLiveSide({ delivery: (meeting) => wire.delivery(meeting) });
  wire = new Wire(side);
});
afterAll(() => side.close());

/** Everything due on the server has happened. */
const sent = (line: Line) => eventually(() => expect(line.pending).toBeGreaterThan(0));
const turn = () => new Promise((resolve) => setImmediate(resolve));

async function letAll(line: Line): Promise<void> {
  while (line.pending > 0) {
    await line.letUp();
    await line.letHttp(false);
    line.letDown();
    await turn();
  }
}

test('a snapshot that comes after its reader was shown out is not shown', async () => {
  const { meeting } = await publishSession(side);
  const line = new Line(wire, meeting, members[0]);
  line.connect();
  await line.letUp();
  line.letDown();
  await turn();
  // Answered while the person was on the list, and still on its way when they are taken off.
  await line.letHttp(false);
  await side.must(secretary, meeting, { type: 'RemoveParticipant', person: members[0] });
  await eventually(() => {
    line.letDown();
    expect(line.live.state.connection).toBe('gone');
  });
  await line.letHttp(false);
  await letAll(line);
  expect(line.live.state).toMatchObject({ connection: 'gone', view: null, mine: null });
  line.close();
});

test('a question about the preparation is not answered from the record', async () => {
  const meeting = await side.prepare();
  await side.must(secretary, meeting, { type: 'AddCommittee' });
  const content = itemContent('Nội dung');
  const { created } = await side.must(secretary, meeting, {
    type: 'AddItem',
    parentId: null,
    before: null,
    content,
  });
  const line = new Line(wire, meeting, secretary);
  line.connect();
  await letAll(line);
  const { epoch, to } = line.live.state;
  await side.must(secretary, meeting, { type: 'PublishMeeting' });
  await sent(line);
  await letAll(line);
  const retitled = async (rev: number) => {
    const changes = { title: `Lần ${rev}` };
    const edit = { type: 'EditItem', item: created[0] ?? '', rev, changes } as const;
    const { seq } = await side.must(secretary, meeting, edit);
    await eventually(async () => {
      await letAll(line);
      expect(line.live.state.to).toBe(seq);
    });
  };
  // The record comes past the place at which the preparation was left.
  for (let rev = 1; rev <= to; rev += 1) await retitled(rev);
  const [end] = line.ends;
  const answer = await new Promise((resolve) => end?.door.receive('sync', { meeting, epoch, to }, resolve));
  expect(answer).toEqual({ ok: true, frames: null });
  line.close();
});
