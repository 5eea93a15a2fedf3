import { describe, expect, test } from 'vitest';
import {
  actor,
  committee,
  info,
  inSession,
  item,
  itemContent,
  MINUTE,
  movedTo,
  paper,
  participantsOf,
  profile,
  published,
  votingOpened,
} from '../session/fixtures.ts';
import { projectListedItem } from '../session/project-mine.ts';
import { after, given, type History } from '../session/spec.ts';
import type { SessionEvent } from '../session/state.ts';
import { numberedItems } from './agenda.ts';
import { agendaCommandSchemas } from './commands.ts';

const publishing = { profile, seats: committee(22) };
const consent = 'Chủ tịch đồng ý lúc 07:20';
const added = (id: string, record = {}, before: string | null = null): SessionEvent => ({
  type: 'ItemAdded',
  item: item(id, record),
  before,
  consent: null,
});
const preparation: History = [
  { type: 'MeetingPrepared', info: info() },
  { type: 'ParticipantsAdded', participants: participantsOf(committee(22)) },
  added('a'),
  added('b'),
  added('b1', { parentId: 'b' }),
  added('b2', { parentId: 'b' }),
  added('c'),
];
const numbers = (history: History) =>
  numberedItems(given(...history).state.agenda).map((entry) => `${entry.number} ${entry.item.id}`);
const concluded = (id: string): SessionEvent => ({
  type: 'ConclusionRecorded',
  item: id,
  text: 'Thống nhất',
  draftRev: 1,
});
const outcome = (id: string): SessionEvent => ({ type: 'ItemOutcomeSet', item: id, outcome: 'noted' });
const withdrawn = (id: string): SessionEvent => ({ type: 'ItemWithdrawn', item: id, reason: 'x', consent });
const paused: SessionEvent = { type: 'MeetingPaused' };
const resumed: SessionEvent = { type: 'MeetingResumed' };
const ended: SessionEvent = { type: 'MeetingEnded' };

describe('order and levels', () => {
  const add = (place: { parentId?: string | null; before?: string | null }) =>
    ({ type: 'AddItem', parentId: null, before: null, content: itemContent(), ...place }) as const;
  const move = (id: string, place: { parentId?: string | null; before?: string | null }, rev = 1) =>
    ({ type: 'MoveItem', item: id, rev, parentId: null, before: null, ...place }) as const;

  test('[A1] items are numbered as they are printed', () => {
    expect(numbers(preparation)).toEqual(['1 a', '2 b', '2.1 b1', '2.2 b2', '3 c']);
  });

  test('[A1] a new item stands where it was put', () => {
    given(...preparation)
      .when('clerk', add({ parentId: 'b', before: 'b2' }))
      .then([{ type: 'ItemAdded', item: item('new-1', { parentId: 'b' }), before: 'b2', consent: null }]);
    expect(numbers([...preparation, added('x', { parentId: 'b' }, 'b2'), added('y', {}, 'a')])).toEqual([
      '1 y',
      '2 a',
      '3 b',
      '3.1 b1',
      '3.2 x',
      '3.3 b2',
      '4 c',
    ]);
  });

  test('[A1] nothing stands below the second level, below itself, or beside a stranger', () => {
    const { when } = given(...preparation);
    when('clerk', add({ parentId: 'b1' })).refused('agenda/too-deep');
    when('clerk', move('b', { parentId: 'a' })).refused('agenda/too-deep');
    when('clerk', move('a', { parentId: 'a' })).refused('agenda/too-deep');
    when('clerk', add({ parentId: 'nowhere' })).refused('item/unknown');
    when('clerk', add({ before: 'b1' })).refused('item/unknown');
    when('clerk', move('a', { before: 'a' })).refused('item/unknown');
  });

  test('[A1] an item moves with everything below it', () => {
    const moved: SessionEvent = { type: 'ItemMoved', item: 'b', parentId: null, before: 'a', consent: null };
    given(...preparation)
      .when('clerk', move('b', { before: 'a' }))
      .then([moved]);
    expect(numbers([...preparation, moved])).toEqual(['1 b', '1.1 b1', '1.2 b2', '2 a', '3 c']);
    const lifted: SessionEvent = {
      type: 'ItemMoved',
      item: 'b1',
      parentId: null,
      before: 'c',
      consent: null,
    };
    expect(numbers([...preparation, lifted])).toEqual(['1 a', '2 b', '2.1 b2', '3 b1', '4 c']);
  });

  test('[A1] moving an item that changed meanwhile is stale', () => {
    const edited: SessionEvent = { type: 'ItemEdited', item: 'a', changes: { title: 'Khác' } };
    given(...preparation, edited)
      .when('clerk', move('a', { before: 'c' }))
      .stale({ rev: 2, title: 'Khác' });
  });

  test('[A1] removing from a preparation takes along what is below', () => {
    given(...preparation)
      .when('clerk', { type: 'RemoveItem', item: 'b', rev: 1 })
      .then(['b1', 'b2', 'b'].map((id) => ({ type: 'ItemRemoved', item: id })));
    const gone = ['b1', 'b2', 'b'].map((id): SessionEvent => ({ type: 'ItemRemoved', item: id }));
    expect(numbers([...preparation, ...gone])).toEqual(['1 a', '2 c']);
    given(...preparation, ...gone)
      .when('clerk', { type: 'RemoveItem', item: 'b', rev: 1 })
      .refused('item/unknown');
  });
});

describe('after publication', () => {
  const add = { type: 'AddItem', parentId: null, before: null, content: itemContent() } as const;
  const withdraw = (id: string, rev = 1) =>
    ({ type: 'WithdrawItem', item: id, rev, reason: 'Chưa chuẩn bị kỹ', consent }) as const;

  test('[A2] an item comes with the consent on record, and is marked as come later', () => {
    const { when } = given(published());
    when('clerk', add).refused('agenda/consent-needed');
    when('clerk', { ...add, consent }).then([
      { type: 'ItemAdded', item: item('new-1'), before: null, consent },
    ]);
    const { agenda } = given(published(), added('late')).state;
    expect(agenda.items.get('late')?.addedAt).not.toBeNull();
    expect(agenda.items.get('i1')?.addedAt).toBeNull();
  });

  test('[A2] the order changes with the consent on record', () => {
    const move = { type: 'MoveItem', item: 'i3', rev: 1, parentId: null, before: 'i1' } as const;
    given(published()).when('clerk', move).refused('agenda/consent-needed');
    given(published())
      .when('clerk', { ...move, consent })
      .then([{ type: 'ItemMoved', item: 'i3', parentId: null, before: 'i1', consent }]);
  });

  test('[A2] an item is withdrawn, never removed, and a preparation has nothing to withdraw', () => {
    given(published()).when('clerk', { type: 'RemoveItem', item: 'i3', rev: 1 }).refused('agenda/published');
    given(...preparation)
      .when('clerk', withdraw('a'))
      .refused('agenda/not-published');
    given(published())
      .when('clerk', withdraw('i3'))
      .then([{ type: 'ItemWithdrawn', item: 'i3', reason: 'Chưa chuẩn bị kỹ', consent }]);
    given(published(), withdrawn('i3')).when('clerk', withdraw('i3')).refused('item/withdrawn');
  });

  test('[A2] an item is withdrawn with what stands below it, and takes nothing new below', () => {
    const both = ['i1a', 'i1'].map((id) => ({
      type: 'ItemWithdrawn',
      item: id,
      reason: 'Chưa chuẩn bị kỹ',
      consent,
    }));
    given(published())
      .when('clerk', withdraw('i1'))
      .then(both as SessionEvent[]);
    given(published(), withdrawn('i1a'), withdrawn('i1'))
      .when('clerk', { ...add, parentId: 'i1', consent })
      .refused('item/withdrawn');
  });

  test.each([
    ['voted on', [movedTo('i1'), votingOpened(22)]],
    ['concluded', [concluded('i1')]],
    ['settled', [outcome('i1')]],
  ] as const)('[A5] an item that was %s keeps its words and stays', (_, events) => {
    const { when } = given(...inSession(), ...events);
    when('clerk', { type: 'EditItem', item: 'i1', rev: 1, changes: { title: 'Khác' } }).refused(
      'item/settled',
    );
    when('clerk', { type: 'EditItem', item: 'i1', rev: 1, changes: { openTo: ['clerk'] } }).refused(
      'item/settled',
    );
    const current = events.length === 2;
    when('clerk', withdraw('i1')).refused(current ? 'item/current' : 'item/settled');
  });

  test('[A9] a published collective item stays one; in a preparation, and the other way, it changes', () => {
    const edit = (id: string, isCollective: boolean) =>
      ({ type: 'EditItem', item: id, rev: 1, changes: { isCollective } }) as const;
    const collective = added('d', { isCollective: true });
    given(...preparation, collective)
      .when('clerk', edit('d', false))
      .then([{ type: 'ItemEdited', item: 'd', changes: { isCollective: false } }]);
    const session = given(published({ items: [item('i1', { isCollective: true }), item('i2')] }));
    session.when('clerk', edit('i1', false)).refused('decision/vote-needed');
    session
      .when('clerk', edit('i1', true))
      .then([{ type: 'ItemEdited', item: 'i1', changes: { isCollective: true } }]);
    session
      .when('clerk', edit('i2', true))
      .then([{ type: 'ItemEdited', item: 'i2', changes: { isCollective: true } }]);
  });

  test('[A5] neither the current item nor one above a settled item is withdrawn', () => {
    given(...inSession(), movedTo('i1a'))
      .when('clerk', withdraw('i1'))
      .refused('item/current');
    given(...inSession(), outcome('i1a'))
      .when('clerk', withdraw('i1'))
      .refused('item/settled');
  });
});

describe('open to a list', () => {
  const add = (openTo: string[]) =>
    ({ type: 'AddItem', parentId: null, before: null, content: itemContent({ openTo }) }) as const;

  test('[A3] a list names participants and whoever sets it', () => {
    const { when } = given(...preparation);
    expect(when('clerk', add(['clerk', 'm1'])).result.ok).toBe(true);
    when('clerk', add(['m1'])).refused('agenda/list-without-author');
    when('clerk', add(['clerk', 'nobody'])).refused('participant/unknown');
    when('clerk', { type: 'EditItem', item: 'a', rev: 1, changes: { openTo: ['m1'] } }).refused(
      'agenda/list-without-author',
    );
  });

  test('[A3] a secretary of the host who takes no part can set a list', () => {
    expect(given(...preparation).when(actor('office'), add(['office', 'm1'])).result.ok).toBe(true);
  });

  test('[A3] for somebody off the list the item does not exist, whatever they want of it', () => {
    const { when } = given(published());
    when('clerk2', { type: 'EditItem', item: 'secret', rev: 1, changes: { title: 'x' } }).refused(
      'item/unknown',
    );
    when('clerk2', { type: 'WithdrawItem', item: 'secret', rev: 1, reason: 'x', consent }).refused(
      'item/unknown',
    );
    when('clerk2', { type: 'EditItem', item: 'no-such', rev: 1, changes: { title: 'x' } }).refused(
      'item/unknown',
    );
    when('clerk2', { type: 'RetitlePaper', paper: 'ps', rev: 1, title: 'x' }).refused('paper/unknown');
    when('clerk2', { type: 'RetitlePaper', paper: 'no-such', rev: 1, title: 'x' }).refused('paper/unknown');
    // Nor can the two be told apart where another rule would refuse the order of whoever sees the item.
    const over = given(...inSession(), ended);
    for (const name of ['ps', 'no-such'])
      over.when('clerk2', { type: 'RetitlePaper', paper: name, rev: 1, title: 'x' }).refused('paper/unknown');
    for (const name of ['secret', 'no-such'])
      over
        .when('clerk2', { type: 'MoveItem', item: name, rev: 1, parentId: null, before: null })
        .refused('item/unknown');
    expect(
      when('clerk', { type: 'EditItem', item: 'secret', rev: 1, changes: { title: 'x' } }).result.ok,
    ).toBe(true);
  });

  test('[A3] the session may still be moved to its place in the agenda', () => {
    const opening = [...inSession()];
    const taken: SessionEvent = { type: 'DeskTakenOver', from: 'clerk', to: 'clerk2', name: 'x' };
    given(...opening, taken)
      .when('clerk2', { type: 'GoToItem', from: null, to: 'secret' })
      .then([movedTo('secret')]);
  });

  test('[A3] who leads an item is one of those who take part', () => {
    const content = itemContent({ presiderId: 'nobody' });
    given(...preparation)
      .when('clerk', { type: 'AddItem', parentId: null, before: null, content })
      .refused('participant/unknown');
  });

  test('[A3] an empty list is no list', () => {
    expect(agendaCommandSchemas.AddItem.safeParse(add([])).success).toBe(false);
  });
});

describe('moving the session', () => {
  const goTo = (from: string | null, to: string) => ({ type: 'GoToItem', from, to }) as const;

  test('[A4] only while it is in session', () => {
    for (const history of [[published()], [...inSession(), paused], [...inSession(), ended]])
      given(...history)
        .when('clerk', goTo(null, 'i1'))
        .refused('meeting/not-in-session');
    given(...inSession())
      .when('clerk', goTo(null, 'i1'))
      .then([movedTo('i1')]);
  });

  test('[A4] not past an open vote, and never into a withdrawn item', () => {
    given(...inSession(), movedTo('i1'), votingOpened(22))
      .when('clerk', goTo('i1', 'i3'))
      .refused('meeting/vote-open');
    given(...inSession(), withdrawn('i3'))
      .when('clerk', goTo(null, 'i3'))
      .refused('item/withdrawn');
    given(...inSession())
      .when('clerk', goTo(null, 'no-such'))
      .refused('item/unknown');
  });

  test('[A8] the order names where the session is believed to be', () => {
    const { when } = given(...inSession(), movedTo('i1'));
    when('clerk', goTo(null, 'i2')).stale({ current: 'i1' });
    when('m1', goTo('i3', 'i2')).stale({ current: 'i1' });
    when('clerk', goTo('i1', 'i1')).then([]);
  });

  test('[A8] of two desks that press at once the second is told where the session went', () => {
    const { when } = given(...inSession(), movedTo('i1'), movedTo('i2', 'i1'));
    when('m1', goTo('i1', 'i3')).stale({ current: 'i2' });
  });
});

describe('undoing a move', () => {
  const undo = (of: number) => ({ type: 'UndoItemMove', of }) as const;
  const opening = [...inSession({ present: 15 })];
  /** Where the next event stands in the record. */
  const next = opening.length + 1;
  const clocks = (history: History) => {
    const { items, currentId } = given(...history).state.agenda;
    const of = (id: string) => {
      const found = items.get(id);
      return { spentMs: found?.spentMs, currentSince: found?.currentSince, visits: found?.visits };
    };
    return { currentId, i1: of('i1'), i2: of('i2'), i3: of('i3') };
  };
  const undone = (of: number, from: string, to: string | null): SessionEvent => ({
    type: 'ItemMoveUndone',
    of,
    from,
    to,
  });

  test('[A6] within ten seconds of server time the last move is undone', () => {
    const { when, state } = given(...opening, ...after(MINUTE, movedTo('i1')));
    const now = state.lastAt;
    when('clerk', undo(next), { now: now + 10_000 }).then([undone(next, 'i1', null)]);
    when('clerk', undo(next), { now: now + 10_001 }).refused('agenda/undo-too-late');
  });

  test('[A6] only the last move, once', () => {
    const { when } = given(...opening, movedTo('i1'), movedTo('i2', 'i1'));
    when('clerk', undo(next)).stale({ current: 'i2' });
    when('clerk', undo(next + 1)).then([undone(next + 1, 'i2', 'i1')]);
    given(...opening, movedTo('i1'), movedTo('i2', 'i1'), undone(next + 1, 'i2', 'i1'))
      .when('clerk', undo(next + 1))
      .refused('agenda/nothing-to-undo');
    given(...opening)
      .when('clerk', undo(1))
      .refused('agenda/nothing-to-undo');
  });

  test.each([
    ['a vote', votingOpened(15)],
    ['a conclusion', concluded('i3')],
    ['an outcome', outcome('i3')],
    ['a break', paused],
  ])('[A6] not after %s', (_, event) => {
    given(...opening, movedTo('i1'), event)
      .when('clerk', undo(next))
      .refused('agenda/nothing-to-undo');
  });

  test('[A6] both clocks are as if the move had not happened', () => {
    const before: History = [
      ...opening,
      ...after(0, movedTo('i1')),
      ...after(7 * MINUTE, movedTo('i2', 'i1')),
      ...after(9 * MINUTE, movedTo('i3', 'i2')),
    ];
    const history: History = [
      ...before,
      ...after(12 * MINUTE, movedTo('i2', 'i3')),
      ...after(12 * MINUTE + 4_000, undone(next + 3, 'i2', 'i3')),
    ];
    expect(clocks(history)).toEqual(clocks(before));
    const left = after(20 * MINUTE, movedTo('i1', 'i3'));
    expect(clocks([...history, ...left])).toEqual(clocks([...before, ...left]));
  });

  test('[A6] what was changed in between stays changed', () => {
    const edited: SessionEvent = { type: 'ItemEdited', item: 'i1', changes: { title: 'Tên mới' } };
    const moved: SessionEvent = { type: 'ItemMoved', item: 'i2', parentId: 'i3', before: null, consent };
    const { agenda } = given(
      ...opening,
      movedTo('i1'),
      movedTo('i2', 'i1'),
      edited,
      moved,
      undone(next + 1, 'i2', 'i1'),
    ).state;
    expect(agenda.items.get('i1')).toMatchObject({ title: 'Tên mới', rev: 2 });
    expect(agenda.items.get('i2')).toMatchObject({ parentId: 'i3', rev: 2, visits: 0 });
  });

  test('[A6] not back into an item that was withdrawn meanwhile', () => {
    given(...opening, movedTo('i1'), movedTo('i2', 'i1'), withdrawn('i1'))
      .when('clerk', undo(next + 1))
      .refused('item/withdrawn');
  });

  test('[A7] an item took the sum of its intervals, without breaks and undone moves', () => {
    const history: History = [
      ...opening,
      ...after(0, movedTo('i1')),
      ...after(10 * MINUTE, movedTo('i2', 'i1')),
      ...after(10 * MINUTE + 5_000, undone(next + 1, 'i2', 'i1')),
      ...after(20 * MINUTE, paused),
      ...after(35 * MINUTE, resumed),
      ...after(40 * MINUTE, movedTo('i2', 'i1')),
      ...after(50 * MINUTE, movedTo('i1', 'i2')),
      ...after(51 * MINUTE, ended),
    ];
    expect(clocks(history)).toEqual({
      currentId: 'i1',
      i1: { spentMs: 26 * MINUTE, currentSince: null, visits: 2 },
      i2: { spentMs: 10 * MINUTE, currentSince: null, visits: 1 },
      i3: { spentMs: 0, currentSince: null, visits: 0 },
    });
  });

  test('[A7] ending during a break adds nothing', () => {
    const history = [...opening, ...after(0, movedTo('i1')), ...after(5 * MINUTE, paused)];
    expect(clocks([...history, ...after(30 * MINUTE, ended)]).i1.spentMs).toBe(5 * MINUTE);
  });
});

test('[A2] a paper laid to an item of a preparation goes with the item', () => {
  const laid: SessionEvent = { type: 'PaperAdded', paper: paper('p1', 'c') };
  const { state } = given(...preparation, laid, { type: 'ItemRemoved', item: 'c' });
  expect(state.paper.papers.size).toBe(0);
});

describe('[A10] a secret item', () => {
  const words = { title: 'Phương án phòng thủ', submittingBody: 'Bộ CHQS tỉnh', presenters: ['Đại tá A'] };
  const neutral = {
    title: 'Nội dung lưu hành bản giấy',
    submittingBody: '',
    presenters: [],
    presiderId: null,
    isSecret: true,
  };
  const edit = (id: string, changes: object, rev = 1) =>
    ({ type: 'EditItem', item: id, rev, changes }) as const;
  const sealed = added('x', { ...words, isSecret: true });

  test('stores nothing of what was entered for it, new or edited', () => {
    given(...preparation)
      .when('clerk', {
        type: 'AddItem',
        parentId: null,
        before: null,
        content: itemContent({ ...words, presiderId: 'm1', isSecret: true }),
      })
      .then([{ type: 'ItemAdded', item: item('new-1', neutral), before: null, consent: null }]);
    given(...preparation)
      .when('clerk', edit('a', { isSecret: true }))
      .then([{ type: 'ItemEdited', item: 'a', changes: neutral }]);
    given(...preparation, sealed)
      .when('clerk', edit('x', { title: words.title, plannedMinutes: 5 }))
      .then([{ type: 'ItemEdited', item: 'x', changes: { ...neutral, plannedMinutes: 5 } }]);
  });

  test('has lost its earlier words when the meeting is published', () => {
    const became: SessionEvent = { type: 'ItemEdited', item: 'a', changes: { isSecret: true } };
    const named: SessionEvent = { type: 'ItemEdited', item: 'a', changes: words };
    const history = [...preparation, named, became];
    const { result } = given(...history).when('clerk', { type: 'PublishMeeting' }, { facts: publishing });
    expect(result).toMatchObject({
      ok: true,
      value: [{ items: expect.arrayContaining([expect.objectContaining(neutral)]) }],
    });
    expect(JSON.stringify(result)).not.toContain(words.title);
  });

  test('is none that has papers, a vote or a conclusion already', () => {
    given(published())
      .when('clerk', edit('i1', { isSecret: true }))
      .refused('item/has-content');
    for (const events of [[movedTo('i3'), votingOpened(22, { item: 'i3' })], [concluded('i3')]])
      given(...inSession(), ...events)
        .when('clerk', edit('i3', { isSecret: true }))
        .refused('item/has-content');
    expect(given(published()).when('clerk', edit('i3', { isSecret: true })).result.ok).toBe(true);
  });

  test('is opened again in preparation, with a title, and never after publication', () => {
    const { when } = given(...preparation, sealed);
    when('clerk', edit('x', { isSecret: false })).refused('item/secret');
    when('clerk', edit('x', { isSecret: false, title: 'Kế hoạch' })).then([
      { type: 'ItemEdited', item: 'x', changes: { isSecret: false, title: 'Kế hoạch' } },
    ]);
    given(published({ items: [item('x', { isSecret: true })] }))
      .when('clerk', edit('x', { isSecret: false, title: 'Kế hoạch' }))
      .refused('item/secret');
  });

  test('takes no paper, no vote and no conclusion', () => {
    const { id: _, itemId: __, title: ___, ...examined } = paper('u', 'x');
    const facts = { upload: { uploadId: 'u', ...examined }, draft: { rev: 1, text: 'Kết luận' } };
    const { when } = given(
      ...inSession({ items: [item('x', { isSecret: true })], papers: [] }),
      movedTo('x'),
    );
    when('clerk', { type: 'AddPaper', item: 'x', upload: 'u', title: 'T' }, { facts }).refused('item/secret');
    when('clerk', {
      ...{ type: 'OpenVoting', item: 'x', round: 1, question: '?', reason: null, durationMs: null },
    }).refused('item/secret');
    when('clerk', { type: 'RecordConclusion', item: 'x', draftRev: 1, text: 'Kết luận' }, { facts }).refused(
      'item/secret',
    );
  });

  test('is open where a record from before says nothing of it', () => {
    const old = given(published({ items: [item('old')] })).state;
    expect(projectListedItem(old, actor('m1'), 'old')?.item).toMatchObject({
      isSecret: false,
      title: item('old').title,
    });
  });
});
