import { describe, expect, test } from 'vitest';
import { discussionProfile } from '#meeting';
import {
  arrived,
  cast,
  closed,
  committee,
  info,
  inSession,
  items,
  literalTies,
  members,
  movedTo,
  participantsOf,
  profile,
  published,
  resultPublished,
  started,
  voting,
  votingOpened,
} from '../session/fixtures.ts';
import { given } from '../session/spec.ts';
import type { SessionEvent } from '../session/state.ts';
import { verdict } from './tally.ts';

const open = (changes: { item?: string; round?: number; reason?: string | null } = {}) =>
  ({
    type: 'OpenVoting',
    item: 'i1',
    round: 1,
    question: 'Thông qua kế hoạch?',
    reason: null,
    durationMs: null,
    ...changes,
  }) as const;
const castBallot = (choice: 'approve' | 'disapprove' | 'abstain', replaces?: 'clerk', round = 1) =>
  ({ type: 'CastBallot', vote: 'v1', round, choice, ...(replaces ? { replaces } : {}) }) as const;
const hand = (person: string, choice: 'approve' | 'disapprove', replaces?: 'tablet') =>
  ({
    type: 'RecordRaisedHand',
    vote: 'v1',
    round: 1,
    person,
    choice,
    ...(replaces ? { replaces } : {}),
  }) as const;
const close = { type: 'CloseVoting', vote: 'v1', round: 1 } as const;
const publish = { type: 'PublishResult', vote: 'v1', round: 1 } as const;
const opened = (present: number, changes: Parameters<typeof votingOpened>[1] = {}) =>
  votingOpened(present, { vote: 'new-1', ...changes });
const done = [closed(members(22)), resultPublished()];

describe('opening', () => {
  test('[V1] a committee in session with its quorum', () => {
    given(...inSession({ present: 15 }), movedTo('i1'))
      .when('clerk', open())
      .then([opened(15)]);
  });

  test('[V1] not once the quorum is lost', () => {
    given(...inSession({ present: 15 }), movedTo('i1'), { type: 'ParticipantLeft', person: 'm15' })
      .when('clerk', open())
      .refused('quorum/short', { present: 14, needed: 15, total: 22, missing: 1 });
  });

  test('[V1] not in another kind of meeting, nor in a session held as a discussion', () => {
    const briefing = published({ profile: discussionProfile, info: info({ kind: 'briefing' }) });
    given(briefing, started(committee(22), 0), movedTo('i1'))
      .when('clerk', open())
      .refused('voting/not-in-this-meeting');
    const converted: SessionEvent = { type: 'ConvertedToDiscussion', reason: 'x', present: 14, needed: 15 };
    given(
      published(),
      ...arrived(...members(14)),
      converted,
      started(committee(22), 14),
      ...arrived('m15'),
      movedTo('i1'),
    )
      .when('clerk', open())
      .refused('voting/not-in-this-meeting');
  });

  test('[V1] not before the session, nor in a break', () => {
    given(published()).when('clerk', open()).refused('meeting/not-in-session');
    given(...inSession(), movedTo('i1'), { type: 'MeetingPaused' })
      .when('clerk', open())
      .refused('meeting/not-in-session');
  });

  test('[V2] the base is every seat filled that day, the electors are the members who are there', () => {
    const seats = committee(21);
    given(...inSession({ present: 16 }), movedTo('i1'), ...arrived('sub', 'guest'))
      .when('clerk', open(), { facts: { seats } })
      .then([opened(16, { base: seats })]);
  });

  test('[V2] both sets stay as they were when the seats change later', () => {
    const { voting: slice } = given(...voting(15), ...arrived('m20')).state;
    expect(slice.votes.get('v1')?.electors).toEqual(new Set(members(15)));
    expect(slice.votes.get('v1')?.base).toEqual(committee(22));
  });

  test('[V3] one vote at a time, on the item the session is at', () => {
    given(...voting())
      .when('clerk', open())
      .refused('meeting/vote-open');
    given(...inSession(), movedTo('i1'))
      .when('clerk', open({ item: 'i2' }))
      .refused('voting/not-current-item');
    given(...inSession())
      .when('clerk', open())
      .refused('voting/not-current-item');
    given(...inSession(), movedTo('i1'))
      .when('clerk', open({ item: 'no-such' }))
      .refused('item/unknown');
  });

  test('[V3] on a listed item every elector is on the list, and so is who opens it', () => {
    const seats = committee(3);
    const listed = items.map((each) =>
      each.id === 'secret' ? { ...each, openTo: ['m1', 'm2', 'clerk'] } : each,
    );
    const at = (present: number) => [
      ...inSession({ size: 3, seats, items: listed, participants: participantsOf(seats), present }),
      movedTo('secret'),
    ];
    given(...at(3))
      .when('clerk', open({ item: 'secret' }))
      .refused('voting/item-restricted');
    expect(given(...at(2)).when('clerk', open({ item: 'secret' })).result.ok).toBe(true);
    const taken: SessionEvent = { type: 'DeskTakenOver', from: 'clerk', to: 'clerk2', name: 'x' };
    given(...at(2), taken)
      .when('clerk2', open({ item: 'secret' }))
      .refused('item/unknown');
  });

  test('[V3] a vote on a listed item is no vote for a desk off the list', () => {
    const history = voting(2, { item: 'secret', electors: ['m1', 'm2'] });
    const { when } = given(...history, { type: 'DeskTakenOver', from: 'clerk', to: 'clerk2', name: 'x' });
    when('clerk2', close).refused('voting/unknown');
    when('clerk2', hand('m1', 'approve')).refused('voting/unknown');
    expect(when('m1', close).result.ok).toBe(true);
  });

  test('[V13] a further vote carries its number and a reason', () => {
    const { when } = given(...voting(), ...done);
    when('clerk', open()).stale({ round: 2 });
    when('clerk', open({ round: 2 })).refused('voting/reason-needed');
    when('clerk', open({ round: 2, reason: 'Tính lại số liệu' })).then([
      opened(22, { round: 2, reason: 'Tính lại số liệu' }),
    ]);
    given(...voting(), closed(members(22)))
      .when('clerk', open({ round: 2, reason: 'x' }))
      .refused('meeting/result-unpublished');
  });

  test('[V3] two desks that open at once open one vote', () => {
    given(...inSession(), movedTo('i1'), votingOpened(22))
      .when('m1', open())
      .refused('meeting/vote-open');
  });
});

describe('casting', () => {
  test('[V4] a member who arrives during the vote is admitted by the desk until it is closed', () => {
    const admit = (person: string) => ({ type: 'AdmitElector', vote: 'v1', person }) as const;
    const { when } = given(...voting(15), ...arrived('m20', 'guest'));
    when('m20', castBallot('approve')).refused('voting/not-elector');
    when('clerk', admit('m20')).then([{ type: 'ElectorAdmitted', vote: 'v1', person: 'm20' }]);
    when('clerk', admit('m1')).then([]);
    when('clerk', admit('m21')).refused('voting/not-present-member');
    when('clerk', admit('guest')).refused('voting/not-present-member');
    given(...voting(15), ...arrived('m20'), closed(members(15)))
      .when('clerk', admit('m20'))
      .refused('voting/closed');
    given(...voting(15), ...arrived('m20'), { type: 'ElectorAdmitted', vote: 'v1', person: 'm20' })
      .when('m20', castBallot('approve'))
      .then([cast('m20', 'approve')]);
  });

  test('[V3] [V4] to a vote on a listed item only who is on the list is admitted', () => {
    given(...voting(2, { item: 'secret', electors: ['m1', 'm2'] }), ...arrived('m20'))
      .when('clerk', { type: 'AdmitElector', vote: 'v1', person: 'm20' })
      .refused('voting/item-restricted');
  });

  test('[V5] a member may choose again; the last ballot counts and all are counted', () => {
    const history = [...voting(), cast('m2', 'approve'), cast('m2', 'approve'), cast('m2', 'abstain')];
    given(...history)
      .when('m2', castBallot('disapprove'))
      .then([cast('m2', 'disapprove')]);
    expect(
      given(...history)
        .state.voting.votes.get('v1')
        ?.ballots.get('m2'),
    ).toMatchObject({
      choice: 'abstain',
      count: 3,
    });
  });

  test('[V5] only electors, only in this round, only while it is open, only the choices of the profile', () => {
    const { when } = given(...voting(15));
    for (const person of ['m20', 'clerk', 'sub', 'guest'])
      when(person, castBallot('approve')).refused('voting/not-elector');
    when('m1', castBallot('approve', undefined, 2)).stale({ round: 1 });
    when('m1', { ...castBallot('approve'), vote: 'no-such' }).refused('voting/unknown');
    given(...voting(), closed(members(22)))
      .when('m1', castBallot('approve'))
      .refused('voting/closed');
    given(...voting(22, { choices: ['approve', 'disapprove'] }))
      .when('m1', castBallot('abstain'))
      .refused('voting/unknown-choice');
  });

  test('[V5] replacing a ballot that came another way is said aloud first', () => {
    const byClerk = given(...voting(), cast('m2', 'approve', 'clerk'));
    byClerk.when('m2', castBallot('disapprove')).refused('voting/replaces-other-source', { source: 'clerk' });
    byClerk.when('m2', castBallot('disapprove', 'clerk')).then([cast('m2', 'disapprove')]);
    const byTablet = given(...voting(), cast('m2', 'approve'));
    byTablet
      .when('clerk', hand('m2', 'disapprove'))
      .refused('voting/replaces-other-source', { source: 'tablet' });
    byTablet.when('clerk', hand('m2', 'disapprove', 'tablet')).then([cast('m2', 'disapprove', 'clerk')]);
  });

  test('[V6] the clerk enters a raised hand, marked; the member answers until publication', () => {
    const answer = (isRight: boolean) => ({ type: 'AnswerRaisedHand', vote: 'v1', isRight }) as const;
    const answered = (isRight: boolean): SessionEvent => ({
      type: 'RaisedHandAnswered',
      vote: 'v1',
      person: 'm2',
      isRight,
    });
    given(...voting())
      .when('clerk', hand('m2', 'approve'))
      .then([cast('m2', 'approve', 'clerk')]);
    const entered = [...voting(), cast('m2', 'approve', 'clerk')];
    given(...entered)
      .when('m2', answer(true))
      .then([answered(true)]);
    given(...entered, answered(true))
      .when('m2', answer(true))
      .then([]);
    given(...entered, answered(true))
      .when('m2', answer(false))
      .then([answered(false)]);
    given(...entered, closed(members(22)))
      .when('m2', answer(false))
      .then([answered(false)]);
    given(...entered, ...done)
      .when('m2', answer(false))
      .refused('voting/published');
    given(...entered)
      .when('m3', answer(true))
      .refused('voting/no-raised-hand');
    given(...voting(), cast('m2', 'approve'))
      .when('m2', answer(true))
      .refused('voting/no-raised-hand');
  });

  test('[V6] a new entry asks the member anew', () => {
    const { voting: slice } = given(
      ...voting(),
      cast('m2', 'approve', 'clerk'),
      { type: 'RaisedHandAnswered', vote: 'v1', person: 'm2', isRight: false },
      cast('m2', 'disapprove', 'clerk'),
    ).state;
    expect(slice.votes.get('v1')?.ballots.get('m2')).toMatchObject({
      choice: 'disapprove',
      isConfirmed: null,
    });
  });

  test('[V6] a hand is raised by an elector, and entered by the desk alone', () => {
    const { when } = given(...voting(15));
    when('clerk', hand('m20', 'approve')).refused('voting/not-elector');
    when('clerk', hand('sub', 'approve')).refused('voting/not-elector');
    when('m3', hand('m2', 'approve')).refused('capacity/not-desk');
  });
});

describe('closing and publishing', () => {
  test('[V12] are two steps', () => {
    given(...voting(15))
      .when('clerk', publish)
      .refused('voting/still-open');
    given(...voting(15))
      .when('clerk', close)
      .then([closed(members(15))]);
    given(...voting(15), closed(members(15)))
      .when('clerk', publish)
      .then([resultPublished()]);
  });

  test('[V12] of two desks that press together the second changes nothing', () => {
    given(...voting(15), closed(members(15)))
      .when('m1', close)
      .then([]);
    given(...voting(15), closed(members(15)), resultPublished())
      .when('m1', publish)
      .then([]);
    given(...voting(15))
      .when('clerk', { ...close, round: 2 })
      .stale({ round: 1 });
    given(...voting(15))
      .when('clerk', { ...close, vote: 'no-such' })
      .refused('voting/unknown');
  });

  test('[V12] another desk takes over before it closes', () => {
    given(...voting())
      .when('clerk2', close)
      .refused('desk/held-by-other');
  });

  test('[V10] the record of the closing names every member who was there', () => {
    given(...voting(15), ...arrived('m20', 'guest'))
      .when('clerk', close)
      .then([closed([...members(15), 'm20'])]);
  });
});

describe('the verdict', () => {
  const count = (history: readonly SessionEvent[], rules = profile) => {
    const vote = given(...history).state.voting.votes.get('v1');
    return vote === undefined ? null : verdict(vote, rules);
  };
  const ballots = (approve: number, disapprove: number, abstain = 0) =>
    members(approve + disapprove + abstain).map((person, index) =>
      cast(person, index < approve ? 'approve' : index < approve + disapprove ? 'disapprove' : 'abstain'),
    );

  test('[V7] 22 members, 15 present, 11 for and 4 against: not adopted', () => {
    const history = [...voting(15), ...ballots(11, 4), closed(members(15))];
    expect(count(history)).toEqual({
      total: 22,
      present: 15,
      approve: 11,
      disapprove: 4,
      abstain: 0,
      missing: 0,
      absent: 7,
      needed: 12,
      isAdopted: false,
      reason: 'noMajority',
    });
    expect(count(history, literalTies)?.isAdopted).toBe(false);
  });

  test('[V7] 12 of 22 adopt, whatever the others do', () => {
    expect(count([...voting(15), ...ballots(12, 3), closed(members(15))])).toMatchObject({
      isAdopted: true,
      reason: 'majority',
    });
  });

  test('[V8] a tie goes with the seat of the Chair, whoever presides', () => {
    const handed: SessionEvent = { type: 'ChairHandedOver', from: 'm1', to: 'm12' };
    const forIt = [...voting(22), handed, ...ballots(11, 11), closed(members(22))];
    expect(count(forIt)).toMatchObject({ isAdopted: true, reason: 'tieByChair' });
    const against = members(22).map((person, index) => cast(person, index < 11 ? 'disapprove' : 'approve'));
    expect(count([...voting(22), handed, ...against])).toMatchObject({
      isAdopted: false,
      reason: 'tieAgainstByChair',
    });
  });

  test('[V8] without the vote of the holder of that seat a tie is not adopted', () => {
    const tied = [...voting(15), cast('m2', 'approve'), cast('m3', 'disapprove')];
    for (const history of [tied, [...tied, cast('m1', 'abstain')]])
      expect(count(history, literalTies)).toMatchObject({ isAdopted: false, reason: 'tieNoChair' });
    const vacant = [
      ...voting(4, { base: committee(4, null) }),
      ...[cast('m1', 'approve'), cast('m2', 'approve'), cast('m3', 'disapprove'), cast('m4', 'disapprove')],
    ];
    expect(count(vacant)).toMatchObject({ isAdopted: false, reason: 'tieNoChair' });
  });

  test('[V9] ten for and ten against of 22 are a tie in one reading only', () => {
    const history = [...voting(20), ...ballots(10, 10), closed(members(20))];
    expect(count(history, profile)).toMatchObject({ isAdopted: false, reason: 'noMajority' });
    expect(count(history, literalTies)).toMatchObject({ isAdopted: true, reason: 'tieByChair' });
  });

  test('[V9] nobody for and nobody against is no tie in either reading', () => {
    const history = [...voting(15), ...ballots(0, 0, 5), closed(members(15))];
    for (const rules of [profile, literalTies])
      expect(count(history, rules)).toMatchObject({ isAdopted: false, reason: 'noMajority' });
  });

  test('[V10] who chose not to vote, who has not voted and who was absent are counted apart', () => {
    const history = [...voting(15), ...ballots(5, 3, 2), ...arrived('m20'), closed([...members(15), 'm20'])];
    expect(count(history)).toMatchObject({
      total: 22,
      present: 16,
      approve: 5,
      disapprove: 3,
      abstain: 2,
      missing: 6,
      absent: 6,
    });
  });

  test('[V7] the verdict counts the seats of the day the vote was opened', () => {
    const base = committee(21);
    expect(count([...voting(15, { base }), ...ballots(11, 4)])).toMatchObject({ total: 21, isAdopted: true });
  });
});

test('[V11] publishing is refused to everybody but the desk that leads', () => {
  const { when } = given(...voting(), closed(members(22)));
  when('m2', publish).refused('capacity/not-desk');
  when('guest', publish).refused('capacity/not-desk');
  when('stranger', publish).refused('not-found');
  when('clerk2', publish).refused('desk/held-by-other');
});
