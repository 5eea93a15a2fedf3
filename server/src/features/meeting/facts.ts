import type { Actor, Facts, PersonCard, SeatFact, UploadFact } from '@hopso/shared/meeting';
import { gatheringOf, profileOn } from '@hopso/shared/meeting';
import { dayOf } from '@hopso/shared/organisation';
import type { Command, SessionState } from '@hopso/shared/session';
import type { LookUpFacts } from '#platform/live';
import type { HallCode } from './hall-code.ts';

/** Where facts come from; each is a question to another feature, answered as of a day. */
export interface FactSources {
  /** Filled seats of a unit's committee on a day, the Chair's first. */
  readonly seatsOn: (unitId: string, day: string) => Promise<readonly SeatFact[]>;
  readonly personCards: (
    personIds: readonly string[],
  ) => Promise<{ readonly [personId: string]: PersonCard }>;
  readonly uploadFact: (uploadId: string, meetingId: string) => Promise<UploadFact | null>;
  readonly conclusionDraft: (
    meetingId: string,
    itemId: string,
  ) => Promise<{ rev: number; text: string } | null>;
  readonly hallCode: HallCode;
  /** The day on which a session that starts now is held. */
  readonly now: () => number;
}

const none: Facts = {};

/** Looks up what a command needs to know. Commands that need nothing are answered at once: a vote waits for nobody. */
export function factLookUp(sources: FactSources): LookUpFacts {
  return (state, meetingId, command, actor) => {
    switch (command.type) {
      case 'AddCommittee':
      case 'StartMeeting':
      case 'OpenVoting':
      case 'ConvertToDiscussion':
        return seatFacts(sources, state, command.type);
      case 'PublishMeeting':
        return publicationFacts(sources, state);
      case 'AddParticipants':
        return participantFacts(
          sources,
          state,
          command.participants.map(({ personId }) => personId),
        );
      case 'AddPaper':
      case 'AddPaperVersion':
        return optional('upload', sources.uploadFact(command.upload, meetingId));
      case 'RecordConclusion':
        return optional('draft', sources.conclusionDraft(meetingId, command.item));
      case 'CheckIn':
        return hallFacts(sources.hallCode, meetingId, command, actor);
      default:
        return none;
    }
  };
}

/** Before the start the day announced counts; from the start on, the day it is. */
function dayFor(sources: FactSources, state: SessionState, type: Command['type']): string {
  const info = state.meeting.info;
  const isToday = type === 'StartMeeting' || type === 'OpenVoting' || type === 'ConvertToDiscussion';
  return dayOf(isToday || info === null ? sources.now() : info.startsAt);
}

async function seatFacts(sources: FactSources, state: SessionState, type: Command['type']): Promise<Facts> {
  const info = state.meeting.info;
  if (info === null) return none;
  return { seats: await sources.seatsOn(info.hostUnitId, dayFor(sources, state, type)) };
}

async function publicationFacts(sources: FactSources, state: SessionState): Promise<Facts> {
  const info = state.meeting.info;
  if (info === null) return none;
  const day = dayOf(info.startsAt);
  const profile = profileOn(gatheringOf(info.kind), day);
  const seats = profile.quorum === null ? [] : await sources.seatsOn(info.hostUnitId, day);
  const { kind, hostUnitId, startsAt } = info;
  return { profile, seats, announced: { kind, hostUnitId, startsAt } };
}

async function participantFacts(
  sources: FactSources,
  state: SessionState,
  personIds: readonly string[],
): Promise<Facts> {
  const persons = await sources.personCards(personIds);
  return { persons, ...(await seatFacts(sources, state, 'AddParticipants')) };
}

async function optional<K extends 'upload' | 'draft'>(
  key: K,
  found: Promise<NonNullable<Facts[K]> | null>,
): Promise<Facts> {
  const value = await found;
  return value === null ? none : ({ [key]: value } as Facts);
}

function hallFacts(
  hall: HallCode,
  meetingId: string,
  command: Extract<Command, { type: 'CheckIn' }>,
  actor: Actor,
): Facts {
  if (command.mode !== 'room' || command.hallCode === undefined) return none;
  return { hallCodeValid: hall.check(meetingId, actor.personId, command.hallCode) };
}
