import { describe, expect, test } from 'vitest';
import {
  actor,
  committee,
  info,
  inSession,
  item,
  paper,
  participantsOf,
  profile,
  published,
} from '../session/fixtures.ts';
import { rightOf } from '../session/paper-right.ts';
import { project } from '../session/project.ts';
import { projectAs } from '../session/project-as.ts';
import { projectListedItem, projectMine } from '../session/project-mine.ts';
import { projectPack } from '../session/project-pack.ts';
import { given } from '../session/spec.ts';
import { audiences } from '../session/standing.ts';
import type { SessionEvent } from '../session/state.ts';
import {
  includesRight,
  isRestrictedAccess,
  type PaperAccess,
  type PaperRight,
  paperRights,
} from './access.ts';

const all = (right: PaperRight): PaperAccess['groups'] => ({
  member: right,
  substitute: right,
  presenter: right,
  guest: right,
  observer: right,
});
const giving = (
  groups: Partial<PaperAccess['groups']> = {},
  exceptions: PaperAccess['exceptions'] = {},
): PaperAccess => ({ groups: { ...all('print'), ...groups }, exceptions });
const set = (id: string, access: PaperAccess | null): SessionEvent => ({
  type: 'PaperAccessSet',
  paper: id,
  access,
});
const command = (access: PaperAccess | null, rev = 1, id = 'p1') =>
  ({ type: 'SetPaperAccess', paper: id, rev, access }) as const;
const after = (...events: SessionEvent[]) => given(...inSession(), ...events).state;
const rightIn = (state: ReturnType<typeof after>, person: string, id = 'p1') => {
  const found = state.paper.papers.get(id);
  if (found === undefined) throw new Error(`No paper ${id}.`);
  return rightOf(state, found, actor(person));
};

describe('giving rights', () => {
  test('[P12] each right includes those before it', () => {
    const held = paperRights.map((right) => paperRights.filter((wanted) => includesRight(right, wanted)));
    expect(held.map((wanted) => wanted.length)).toEqual([1, 2, 3, 4, 5]);
    expect(held[2]).toEqual(['none', 'view', 'annotate']);
  });

  test('[P13] where nothing is given, everybody who may see the item has every right', () => {
    const state = after();
    for (const person of ['m2', 'sub', 'presenter', 'guest', 'observer', 'clerk'])
      expect(rightIn(state, person)).toBe('print');
    expect(rightIn(state, 'stranger')).toBe('none');
  });

  test('[P13] a group has what was given to it, a single person their own right instead', () => {
    const state = after(
      set('p1', giving({ guest: 'view', member: 'annotate' }, { m3: 'none', guest: 'download' })),
    );
    expect(rightIn(state, 'm2')).toBe('annotate');
    expect(rightIn(state, 'm3')).toBe('none');
    expect(rightIn(state, 'guest')).toBe('download');
    expect(rightIn(state, 'observer')).toBe('print');
  });

  test('[P13] the desk has every right on the papers of items open to it, and on no others', () => {
    const access = { groups: all('none'), exceptions: {} };
    const state = after(set('p1', access), set('ps', access));
    for (const person of ['clerk', 'clerk2', 'm1', 'office']) expect(rightIn(state, person)).toBe('print');
    expect(['clerk', 'clerk2', 'm2'].map((person) => rightIn(state, person, 'ps'))).toEqual([
      'print',
      'none',
      'none',
    ]);
  });

  test('[P13] who takes the chair is at the desk from then on', () => {
    const access = { groups: all('none'), exceptions: {} };
    const state = after(set('p1', access), {
      type: 'ChairHandedOver',
      from: 'm1',
      to: 'm2',
    });
    expect(rightIn(state, 'm2')).toBe('print');
  });

  test('[P12] nothing that is given opens a listed item', () => {
    expect(rightIn(after(set('ps', giving({}, { m9: 'print' }))), 'm9', 'ps')).toBe('none');
  });

  test('[P13] rights are set as a whole, as they were seen, for participants', () => {
    const { when } = given(published());
    when('clerk', command(giving())).then([set('p1', giving())]);
    when('clerk', command(null)).then([set('p1', null)]);
    when('clerk', command(giving({}, { x1: 'view' }))).refused('participant/unknown', { person: 'x1' });
    when('clerk', command(giving(), 2)).stale({ rev: 1, title: 'Title of p1' });
    when('m2', command(giving())).refused('capacity/not-desk');
    when('clerk2', command(giving(), 1, 'ps')).refused('paper/unknown');
    const { when: later } = given(...inSession(), set('p1', giving()));
    later('clerk', command(null, 1)).stale({ rev: 2, title: 'Title of p1' });
    given(...inSession(), { type: 'MeetingEnded' })
      .when('clerk', command(null))
      .refused('meeting/ended');
  });

  test('[P16] rights given in preparation are published with the paper; records without any still fold', () => {
    const access = giving({ guest: 'none' });
    const { when } = given(
      { type: 'MeetingPrepared', info: info() },
      { type: 'ParticipantsAdded', participants: participantsOf(committee(22)) },
      { type: 'ItemAdded', item: item('i1'), before: null, consent: null },
      { type: 'PaperAdded', paper: paper('p1', 'i1') },
      { type: 'PaperAdded', paper: paper('p2', 'i1') },
      set('p1', access),
    );
    const { result } = when(
      'clerk',
      { type: 'PublishMeeting' },
      { facts: { seats: committee(22), profile } },
    );
    const papers = result.ok && result.value[0]?.type === 'MeetingPublished' ? result.value[0].papers : [];
    expect(papers).toEqual([paper('p1', 'i1', { access }), paper('p2', 'i1')]);
    const { state } = given(published({ papers }));
    expect(rightIn(state, 'guest')).toBe('none');
    expect(state.paper.papers.get('p2')?.access).toBeNull();
  });
});

describe('restricted papers', () => {
  const closed = giving({ guest: 'none' }, { m3: 'none' });
  const laid: SessionEvent[] = [
    { type: 'PaperAdded', paper: paper('p2', 'i1') },
    { type: 'PaperAdded', paper: paper('p3', 'i1') },
  ];

  test('[P14] a paper is restricted once a group or a person has no right', () => {
    expect([null, giving(), giving({ guest: 'view' }), closed].map(isRestrictedAccess)).toEqual([
      ...[false, false, false, true],
    ]);
    expect(isRestrictedAccess(giving({}, { m3: 'none' }))).toBe(true);
  });

  test('[P14] it is in no audience, and is told to those who may see it alone', () => {
    const state = after(...laid, set('p2', closed));
    for (const audience of audiences) {
      const view = project(state, 'm', audience);
      expect(Object.keys(view.papers).sort()).toEqual(['p1', 'p3']);
      expect(view.items.i1).toMatchObject({ paperOrder: ['p1', 'p3'] });
    }
    const readable = (person: string) => projectListedItem(state, actor(person), 'i1')?.papers;
    for (const person of ['m2', 'clerk', 'office', 'observer']) {
      expect(readable(person)?.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
      expect(projectMine(state, actor(person))?.listed.i1).toBe('p2:2');
    }
    expect(readable('m2')?.map(({ isRestricted, number }) => [isRestricted, number])).toEqual([
      ...[
        [false, 1],
        [true, 2],
        [false, 3],
      ],
    ]);
    for (const person of ['m3', 'guest']) {
      expect(readable(person)?.map(({ id }) => id)).toEqual(['p1', 'p3']);
      expect(projectMine(state, actor(person))?.listed).toEqual({});
    }
  });

  test('[P14] it comes back to everybody when the right is given again', () => {
    const state = after(...laid, set('p2', closed), set('p2', null));
    expect(project(state, 'm', 'guest').items.i1).toMatchObject({ paperOrder: ['p1', 'p2', 'p3'] });
    expect(projectMine(state, actor('m2'))?.listed).toEqual({ secret: expect.anything() });
  });

  test('[P12] everybody is told what is less than everything; the desk what was given', () => {
    const access = giving({ member: 'annotate', guest: 'view', observer: 'none' });
    const state = after(set('p1', access));
    const mine = (person: string) => projectMine(state, actor(person));
    expect(['m2', 'guest', 'presenter', 'observer'].map((person) => mine(person)?.rights)).toEqual([
      ...[{ p1: 'annotate' }, { p1: 'view' }, {}, {}],
    ]);
    expect(mine('clerk')?.access).toEqual({ p1: access });
    expect(mine('m2')?.access).toEqual({});
    const ofSecret = after(set('ps', access));
    expect(projectMine(ofSecret, actor('clerk2'))?.access).toEqual({});
    expect(projectMine(ofSecret, actor('clerk'))?.access).toEqual({ ps: access });
  });

  test('[P15] a pack names what may only be viewed, and has not even the name of what may not', () => {
    const state = after(...laid, set('p2', closed), set('p3', giving({ guest: 'annotate' })));
    const pack = (person: string) =>
      projectPack(state, 'm', actor(person))?.items[0]?.content?.papers.map(({ id, isViewOnly }) => [
        id,
        isViewOnly,
      ]);
    expect(pack('guest')).toEqual([
      ['p1', false],
      ['p3', true],
    ]);
    expect(pack('m2')).toEqual([
      ['p1', false],
      ['p2', false],
      ['p3', false],
    ]);
  });
});

describe('looking as one participant', () => {
  const closed = giving({ guest: 'none', member: 'view' });
  const seen = (state: ReturnType<typeof after>, reader: string, person: string) =>
    projectAs(state, actor(reader), actor(person))?.items.map((each) =>
      each.kind === 'open'
        ? [each.number, ...each.papers.map(({ id, right }) => `${id} ${right}`)]
        : [each.number, each.kind],
    );

  test('[P17] shows the desk what the person sees', () => {
    const state = after({ type: 'PaperAdded', paper: paper('p2', 'i1') }, set('p2', closed));
    expect(seen(state, 'clerk', 'guest')).toEqual([
      ['1', 'p1 print'],
      ['1.1'],
      ['2'],
      ['3'],
      ['4', 'closed'],
    ]);
    expect(seen(state, 'clerk', 'm2')?.[0]).toEqual(['1', 'p1 print', 'p2 view']);
    expect(seen(state, 'clerk', 'm2')?.[4]).toEqual(['4', 'ps print']);
  });

  test('[P17] nothing of an item whose list the one who looks is not on', () => {
    const state = after();
    for (const person of ['m2', 'guest']) expect(seen(state, 'clerk2', person)?.[4]).toEqual(['4', 'apart']);
    expect(JSON.stringify(projectAs(state, actor('clerk2'), actor('m2')))).not.toContain('hạn chế');
  });

  test('[P17] before publication it shows what will be', () => {
    const { state } = given(
      { type: 'MeetingPrepared', info: info() },
      { type: 'ParticipantsAdded', participants: participantsOf(committee(22)) },
      { type: 'ItemAdded', item: item('i1'), before: null, consent: null },
      { type: 'PaperAdded', paper: paper('p1', 'i1') },
      set('p1', giving({ guest: 'view', observer: 'none' })),
    );
    expect(['guest', 'observer'].map((person) => seen(state, 'clerk', person))).toEqual([
      [['1', 'p1 view']],
      [['1']],
    ]);
  });

  test('[P17] is for the desk, and only at participants', () => {
    const state = after();
    expect(projectAs(state, actor('m2'), actor('m3'))).toBeNull();
    expect(projectAs(state, actor('stranger'), actor('m3'))).toBeNull();
    expect(projectAs(state, actor('clerk'), actor('stranger'))).toBeNull();
  });
});
