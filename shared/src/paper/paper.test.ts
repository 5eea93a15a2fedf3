import { describe, expect, test } from 'vitest';
import {
  actor,
  committee,
  info,
  inSession,
  item,
  MINUTE,
  paper,
  participantsOf,
  published,
  START,
} from '../session/fixtures.ts';
import { project } from '../session/project.ts';
import { projectListedItem } from '../session/project-mine.ts';
import { after, given } from '../session/spec.ts';
import type { SessionEvent } from '../session/state.ts';
import { papersOf, versionOf } from './paper.ts';

const { id: _, itemId: __, title: ___, ...examined } = paper('upload-1', 'i1');
const upload = { uploadId: 'upload-1', ...examined };
const add = (changes: { item?: string; upload?: string } = {}) =>
  ({ type: 'AddPaper', item: 'i1', upload: 'upload-1', title: 'Tờ trình', ...changes }) as const;
const withdrawn = (id: string): SessionEvent => ({ type: 'PaperWithdrawn', paper: id, reason: 'Gửi nhầm' });
const ended: SessionEvent = { type: 'MeetingEnded' };

describe('laying a paper', () => {
  test('[P1] its facts are those of the examined file', () => {
    given(published())
      .when('clerk', add(), { facts: { upload } })
      .then([{ type: 'PaperAdded', paper: { id: 'new-1', itemId: 'i1', title: 'Tờ trình', ...examined } }]);
  });

  test('[P1] a file that was not examined, or is another one, is unknown', () => {
    const { when } = given(published());
    when('clerk', add()).refused('upload/unknown');
    when('clerk', add({ upload: 'upload-2' }), { facts: { upload } }).refused('upload/unknown');
  });

  test('[P2] only to an item that is there, in force, and open to who lays it', () => {
    const gone: SessionEvent = { type: 'ItemWithdrawn', item: 'i3', reason: 'x', consent: 'x' };
    const { when } = given(published(), gone);
    when('clerk', add({ item: 'no-such' }), { facts: { upload } }).refused('item/unknown');
    when('clerk2', add({ item: 'secret' }), { facts: { upload } }).refused('item/unknown');
    when('clerk', add({ item: 'i3' }), { facts: { upload } }).refused('item/withdrawn');
    expect(when('clerk', add({ item: 'secret' }), { facts: { upload } }).result.ok).toBe(true);
  });

  test('[P2] a paper of a listed item does not exist for somebody off the list', () => {
    const { when } = given(published());
    when('clerk2', { type: 'WithdrawPaper', paper: 'ps', rev: 1, reason: 'x' }).refused('paper/unknown');
    when('clerk2', { type: 'WithdrawPaper', paper: 'zz', rev: 1, reason: 'x' }).refused('paper/unknown');
    expect(when('clerk', { type: 'WithdrawPaper', paper: 'ps', rev: 1, reason: 'x' }).result.ok).toBe(true);
  });
});

describe('changing and withdrawing', () => {
  test('[P3] a withdrawn paper stays in the record with its reason and is shown no more', () => {
    given(published())
      .when('clerk', { type: 'WithdrawPaper', paper: 'p1', rev: 1, reason: 'Gửi nhầm' })
      .then([withdrawn('p1')]);
    const { paper: papers } = given(published(), withdrawn('p1')).state;
    expect(papers.papers.get('p1')?.withdrawn).toMatchObject({ reason: 'Gửi nhầm' });
    expect(papersOf(papers, 'i1')).toEqual([]);
  });

  test('[P3] what was withdrawn is neither withdrawn nor renamed again', () => {
    const { when } = given(published(), withdrawn('p1'));
    when('clerk', { type: 'WithdrawPaper', paper: 'p1', rev: 2, reason: 'x' }).refused('paper/withdrawn');
    when('clerk', { type: 'RetitlePaper', paper: 'p1', rev: 2, title: 'x' }).refused('paper/withdrawn');
  });

  test('[P3] what was withdrawn from a preparation does not reach the record', () => {
    const preparation: SessionEvent[] = [
      { type: 'MeetingPrepared', info: info() },
      { type: 'ParticipantsAdded', participants: participantsOf(committee(22)) },
      { type: 'ItemAdded', item: item('i1'), before: null, consent: null },
      { type: 'PaperAdded', paper: paper('p1', 'i1') },
      { type: 'PaperAdded', paper: paper('p2', 'i1') },
      withdrawn('p1'),
    ];
    const facts = { seats: committee(22), profile: published().profile };
    const { result } = given(...preparation).when('clerk', { type: 'PublishMeeting' }, { facts });
    expect(result.ok && result.value).toMatchObject([{ papers: [{ id: 'p2' }] }]);
  });

  test('[P3] renaming names the version that was seen', () => {
    const retitled: SessionEvent = { type: 'PaperRetitled', paper: 'p1', title: 'Tờ trình mới' };
    const retitle = { type: 'RetitlePaper', paper: 'p1', rev: 1, title: 'Tờ trình mới' } as const;
    given(published()).when('clerk', retitle).then([retitled]);
    given(published(), retitled).when('clerk2', retitle).stale({ rev: 2, title: 'Tờ trình mới' });
  });

  test('[P4] a paper may come until the end, and is marked as come later after publication', () => {
    expect(given(...inSession()).when('clerk', add(), { facts: { upload } }).result.ok).toBe(true);
    given(...inSession(), ended)
      .when('clerk', add(), { facts: { upload } })
      .refused('meeting/ended');
    const late: SessionEvent = { type: 'PaperAdded', paper: paper('late', 'i1') };
    const { papers } = given(published(), late).state.paper;
    expect([papers.get('p1')?.isAddedLater, papers.get('late')?.isAddedLater]).toEqual([false, true]);
  });
});

describe('a new version', () => {
  const other = { ...upload, sha256: 'cd'.repeat(32), fileName: 'bản 2.pdf', pages: 12 };
  const again = { type: 'AddPaperVersion', paper: 'p1', rev: 1, upload: 'upload-1' } as const;
  const { uploadId: _, ...file } = other;
  const second: SessionEvent = { type: 'PaperVersionAdded', paper: 'p1', version: { ...file, version: 2 } };
  const facts = { upload: other };

  test('[P5] is the next one, with the facts of the examined file, under the same title', () => {
    given(published()).when('clerk', again, { facts }).then([second]);
    const { papers } = given(published(), second).state.paper;
    expect(papers.get('p1')).toMatchObject({ title: 'Title of p1', version: 2, pages: 12, rev: 2 });
    given(published(), second).when('clerk', again, { facts }).stale({ rev: 2, title: 'Title of p1' });
  });

  test('[P5] leaves the older one where it was', () => {
    const found = given(published(), second).state.paper.papers.get('p1');
    if (found === undefined) throw new Error('The paper is gone.');
    expect([1, 2, 3].map((n) => versionOf(found, n)?.sha256.slice(0, 2))).toEqual(['ab', 'cd', undefined]);
    expect(versionOf(found)?.version).toBe(2);
  });

  test('[P5] a record of before versions has papers of one version', () => {
    const { papers } = given(published(), { type: 'PaperAdded', paper: paper('p2', 'i1') }).state.paper;
    expect([...papers.values()].map(({ version, versions }) => [version, versions.length])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test('[P5] what a file replaced before publication does not reach the record', () => {
    const preparation: SessionEvent[] = [
      { type: 'MeetingPrepared', info: info() },
      { type: 'ParticipantsAdded', participants: participantsOf(committee(22)) },
      { type: 'ItemAdded', item: item('i1'), before: null, consent: null },
      { type: 'PaperAdded', paper: paper('p1', 'i1') },
      second,
    ];
    const publication = { seats: committee(22), profile: published().profile };
    const { result } = given(...preparation).when(
      'clerk',
      { type: 'PublishMeeting' },
      { facts: publication },
    );
    const [event] = result.ok ? result.value : [];
    expect(event).toMatchObject({ papers: [{ id: 'p1', sha256: file.sha256, pages: 12 }] });
    if (event?.type !== 'MeetingPublished') throw new Error('Nothing was published.');
    expect(given(event).state.paper.papers.get('p1')).toMatchObject({ version: 1, sha256: file.sha256 });
  });

  test('[P1] of a file that was not examined, or is another one, is unknown', () => {
    const { when } = given(published());
    when('clerk', again).refused('upload/unknown');
    when('clerk', { ...again, upload: 'x' }, { facts }).refused('upload/unknown');
  });

  test('[P2] of a paper that is not there, not for the one who lays it, or not in force, is none', () => {
    const { when } = given(published(), withdrawn('p1'));
    when('clerk2', { ...again, paper: 'ps' }, { facts }).refused('paper/unknown');
    when('clerk', { ...again, paper: 'zz' }, { facts }).refused('paper/unknown');
    when('clerk', { ...again, rev: 2 }, { facts }).refused('paper/withdrawn');
    const gone: SessionEvent = { type: 'ItemWithdrawn', item: 'i1', reason: 'x', consent: 'x' };
    given(published(), gone).when('clerk', again, { facts }).refused('item/withdrawn');
  });

  test('[P4] comes until the end', () => {
    expect(given(...inSession()).when('clerk', again, { facts }).result.ok).toBe(true);
    given(...inSession(), ended)
      .when('clerk', again, { facts })
      .refused('meeting/ended');
  });

  test('[P6] is not the file that lies there; an older one may come back', () => {
    given(published()).when('clerk', again, { facts: { upload } }).refused('paper/same-file');
    const { when } = given(published(), second);
    when('clerk', { ...again, rev: 2 }, { facts }).refused('paper/same-file');
    const { uploadId: __, ...first } = upload;
    when('clerk', { ...again, rev: 2 }, { facts: { upload } }).then([
      { type: 'PaperVersionAdded', paper: 'p1', version: { ...first, version: 3 } },
    ]);
  });

  test('[P7] is told to everybody who may read the paper, with its time', () => {
    const { state } = given(published(), ...after(5 * MINUTE, second));
    for (const audience of ['desk', 'member', 'guest'] as const) {
      const view = project(state, 'm', audience).papers.p1;
      expect(view).toMatchObject({ version: 2, pages: 12, addedAt: START });
      expect(view?.versions.map(({ version, addedAt, pages }) => [version, addedAt, pages])).toEqual([
        [1, START, 10],
        [2, START + 5 * MINUTE, 12],
      ]);
    }
    const restricted: SessionEvent = { ...second, paper: 'ps' };
    const listed = given(published(), restricted).state;
    expect(JSON.stringify(project(listed, 'm', 'desk'))).not.toContain('bản 2.pdf');
    expect(projectListedItem(listed, actor('m1'), 'secret')?.papers[0]).toMatchObject({ version: 2 });
  });

  test('[P8] is marked with its own lateness; what comes in time is not', () => {
    const day = 24 * 60 * MINUTE;
    const { state } = given({ at: START - 5 * day, event: published() }, ...after(-1 * day, second));
    const late = {
      dueAt: Date.parse('2021-04-23T23:59:59.999+07:00'),
      arrivedAt: START - day,
      workingDaysLate: 2,
      daysOff: [],
    };
    const { p1 } = project(state, 'm', 'member').papers;
    expect(p1?.late).toEqual(late);
    const inTime = given({ at: START - 5 * day, event: published() }).state;
    expect(project(inTime, 'm', 'member').papers.p1?.late).toBeNull();
  });

  test('[P8] moves with the day of the meeting', () => {
    const laid = given({ at: START, event: published() });
    expect(project(laid.state, 'm', 'member').papers.p1?.late?.workingDaysLate).toBe(3);
    const startsAt = START + 14 * 24 * 60 * MINUTE;
    const moved: SessionEvent = { type: 'MeetingPostponed', reason: 'Bão', startsAt };
    expect(project(given(published(), moved).state, 'm', 'member').papers.p1?.late).toBeNull();
  });
});
