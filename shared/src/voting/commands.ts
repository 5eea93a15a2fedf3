import { z } from 'zod';
import { choices, id, prose } from '#meeting';

const round = z.int().min(1).max(99);

export const votingCommandSchemas = {
  OpenVoting: z.strictObject({
    type: z.literal('OpenVoting'),
    item: id,
    round,
    question: prose(2000),
    /** Asked for from the second round on. */
    reason: prose(1000).nullable(),
    durationMs: z.int().min(10_000).max(3_600_000).nullable(),
  }),
  AdmitElector: z.strictObject({ type: z.literal('AdmitElector'), vote: id, person: id }),
  CastBallot: z.strictObject({
    type: z.literal('CastBallot'),
    vote: id,
    round,
    choice: z.enum(choices),
    /** Said when the member has seen that the secretary's entry will be replaced. */
    replaces: z.enum(['clerk']).optional(),
  }),
  RecordRaisedHand: z.strictObject({
    type: z.literal('RecordRaisedHand'),
    vote: id,
    round,
    person: id,
    choice: z.enum(choices),
    /** Said when the secretary has seen that the member's own ballot will be replaced. */
    replaces: z.enum(['tablet']).optional(),
  }),
  AnswerRaisedHand: z.strictObject({ type: z.literal('AnswerRaisedHand'), vote: id, isRight: z.boolean() }),
  CloseVoting: z.strictObject({ type: z.literal('CloseVoting'), vote: id, round }),
  PublishResult: z.strictObject({ type: z.literal('PublishResult'), vote: id, round }),
} as const;

type Schemas = typeof votingCommandSchemas;
export type VotingCommand = z.infer<Schemas[keyof Schemas]>;
