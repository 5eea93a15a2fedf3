import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalJson, type Json } from '#kernel';
import { audiences, commandSchemas, project, projectListedItem, projectMine } from '#session';
import {
  actor,
  arrived,
  cast,
  closed,
  inSession,
  members,
  movedTo,
  paper,
  resultPublished,
  votingOpened,
} from '../session/fixtures.ts';
import { stateAfter } from '../session/spec.ts';
import type { SessionEvent } from '../session/state.ts';
import { upMessages } from './messages.ts';
import { PROTOCOL_VERSION } from './version.ts';

const howToChange = `
The wire changed. Clients of the version before are out there, some of them in a meeting that is running.
1. Can an old client misread it (a field renamed or gone, a meaning changed)? Then raise the major number of
   PROTOCOL_VERSION in protocol/version.ts, else the minor one. Before the first release: leave it.
2. Say in its history, in one line, what changed.
3. Pin the new wire: vitest run --config test/vitest.config.ts --project unit shared/src/protocol -u
`;

const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(value as Json))
    .digest('hex')
    .slice(0, 32);
const schemaHash = (schema: z.ZodType): string =>
  hashOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

/** Where a value is found and of what kind it is; ids that key a map are one place. */
function shape(value: unknown, path: string, into: Set<string>): Set<string> {
  if (value === null || typeof value !== 'object')
    return into.add(`${path} ${value === null ? 'null' : typeof value}`);
  if (Array.isArray(value)) {
    into.add(`${path} array`);
    for (const each of value) shape(each, `${path}[]`, into);
    return into;
  }
  for (const [key, part] of Object.entries(value)) shape(part, `${path}.${isId(key) ? '*' : key}`, into);
  return into;
}
const ids = /^(m\d+|clerk2?|sub|guest|presenter|observer|i\d\w*|secret|p\w?|v\d)$/;
const isId = (key: string) => ids.test(key);

const { id: _, itemId: __, title: ___, ...paperFile } = paper('p2', 'i1');

/** A meeting in which everything a view can tell has happened. */
const eventful: readonly SessionEvent[] = [
  ...inSession({ present: 20 }),
  movedTo('i1'),
  votingOpened(20),
  ...members(12).map((person) => cast(person, 'approve')),
  cast('m13', 'disapprove', 'clerk'),
  closed(members(20)),
  resultPublished(),
  { type: 'ConclusionRecorded', item: 'i1', text: 'x', draftRev: 1 },
  { type: 'ItemOutcomeSet', item: 'i1', outcome: 'adopted' },
  { type: 'ItemWithdrawn', item: 'i3', reason: 'x', consent: 'x' },
  { type: 'InvitationAnswered', person: 'm22', answer: 'declined', reason: 'x' },
  { type: 'PaperAdded', paper: paper('p2', 'i1') },
  { type: 'PaperVersionAdded', paper: 'p2', version: { ...paperFile, version: 2 } },
  {
    type: 'PaperAccessSet',
    paper: 'p1',
    access: {
      groups: { member: 'print', substitute: 'print', presenter: 'print', guest: 'view', observer: 'print' },
      exceptions: { m3: 'view' },
    },
  },
  ...arrived('sub', 'm21'),
  { type: 'ParticipantLeft', person: 'm20' },
  movedTo('i2', 'i1'),
  votingOpened(19, { vote: 'v2', item: 'i2', reason: 'x', durationMs: 60_000 }),
  cast('m1', 'abstain', 'tablet', 'v2'),
  { type: 'CopyHandedOut', item: 'i1', copy: 1, person: 'm1', name: 'x' },
  { type: 'CopyHandedOut', item: 'i1', copy: 2, person: 'm2', name: 'x' },
  { type: 'CopyCollected', item: 'i1', copy: 2, person: 'm2' },
  { type: 'CopyCorrected', item: 'i1', copy: 2, person: 'm2', entry: 'handedOut' },
];
const secretVote: readonly SessionEvent[] = [
  ...inSession(),
  movedTo('secret'),
  votingOpened(2, { item: 'secret', electors: ['m1', 'm2'] }),
];

function views(): ReadonlyMap<string, ReadonlySet<string>> {
  const shapes = new Map<string, Set<string>>();
  const seen = (name: string, value: unknown) =>
    shapes.set(name, shape(value, '', shapes.get(name) ?? new Set()));
  for (const state of [stateAfter(eventful), stateAfter(secretVote)]) {
    for (const audience of audiences) seen(`view ${audience}`, project(state, 'm', audience));
    for (const person of ['m1', 'guest']) seen(`mine ${person}`, projectMine(state, actor(person)));
    seen('listed item', projectListedItem(state, actor('m1'), 'secret'));
  }
  return shapes;
}

test('[X2] the wire is the one this version names', async () => {
  const lines = [
    `version ${PROTOCOL_VERSION}`,
    ...Object.entries(upMessages).map(([name, schema]) => `up ${name} ${schemaHash(schema)}`),
    ...Object.entries(commandSchemas).map(([name, schema]) => `command ${name} ${schemaHash(schema)}`),
    ...[...views()].map(([name, paths]) => `${name} ${hashOf([...paths].sort())}`),
  ];
  await expect(`${lines.join('\n')}\n`, howToChange).toMatchFileSnapshot('./wire.snap');
});

test('[X2] the version has its line in the history', () => {
  const source = readFileSync(new URL('./version.ts', import.meta.url), 'utf8');
  expect(source).toMatch(new RegExp(`\\* (History: )?${PROTOCOL_VERSION.replace('.', '\\.')} `));
});

describe('[X1] a message is taken as it is described, or not at all', () => {
  const good = {
    join: { meeting: 'm', version: '1.0', have: { epoch: 'e', to: 3 } },
    sync: { meeting: 'm', epoch: 'e', to: 0 },
    leave: { meeting: 'm' },
    command: { meeting: 'm', id: 'command-1', command: { type: 'CastBallot', vote: 'v' } },
    presence: { meeting: 'm', item: null, to: 3, following: { paper: 'p', page: 7 } },
    leader: { meeting: 'm', person: 'm1' },
    lead: { meeting: 'm', place: { paper: 'p', version: 1, page: 7, y: 620.5 } },
    pointer: { meeting: 'm', at: { x: 100, y: 700.25 } },
    ink: {
      ...{ meeting: 'm', paper: 'p', version: 1, page: 7, isPressureMeasured: true, from: 0, isDone: false },
      stroke: '0b9f4dc2-3f5c-4f64-9b0c-0f6f4bb0a1de',
      points: [[100, 700.25, 0.5]],
    },
    inkUndo: { meeting: 'm', paper: 'p', version: 1 },
  } as const;
  const names = Object.keys(upMessages) as (keyof typeof upMessages)[];

  test.each(names)('%s', (name) => {
    const schema: z.ZodType = upMessages[name];
    expect(schema.safeParse(good[name]).success).toBe(true);
    expect(schema.safeParse({ ...good[name], extra: 1 }).success).toBe(false);
    expect(schema.safeParse({ ...good[name], meeting: '' }).success).toBe(false);
    expect(schema.safeParse({ ...good[name], meeting: 'm'.repeat(65) }).success).toBe(false);
    for (const wrong of [null, undefined, 1, 'x', [], [good[name]], {}])
      expect(schema.safeParse(wrong).success).toBe(false);
  });

  test('a position counts from zero, in whole numbers', () => {
    for (const to of [-1, 1.5, Number.NaN, '3', null])
      expect(upMessages.sync.safeParse({ ...good.sync, to }).success).toBe(false);
  });

  test('a command carries an id of the client, and an order that is looked at for itself', () => {
    expect(upMessages.command.safeParse({ ...good.command, id: 'short' }).success).toBe(false);
    expect(upMessages.command.safeParse({ ...good.command, command: { vote: 'v' } }).success).toBe(false);
  });
});

test('[X2] the pinned shapes cover what a view can hold', () => {
  const desk = views().get('view desk') ?? new Set();
  for (const path of [
    '.votes.*.result.tally.isAdopted boolean',
    '.votes.*.voted.*.source string',
    '.votes.*.isListed boolean',
    '.items.*.conclusion.text string',
    '.participants.*.declineReason string',
    '.meeting.lastMove null',
  ])
    expect([...desk]).toContain(path);
});
