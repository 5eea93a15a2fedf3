import { describe, expect, test } from 'vitest';
import { committee, info, inSession, item, paper, participantsOf, published } from '../session/fixtures.ts';
import { given } from '../session/spec.ts';
import type { SessionEvent } from '../session/state.ts';
import { papersOf } from './paper.ts';

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
