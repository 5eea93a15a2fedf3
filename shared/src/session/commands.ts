import { z } from 'zod';
import { type AgendaCommand, agendaCommandSchemas } from '#agenda';
import { type AttendanceCommand, attendanceCommandSchemas } from '#attendance';
import { type CopyCommand, copyCommandSchemas } from '#copies';
import { type DecisionCommand, decisionCommandSchemas } from '#decision';
import { type MeetingCommand, meetingCommandSchemas } from '#meeting';
import { type PaperCommand, paperCommandSchemas } from '#paper';
import { type VotingCommand, votingCommandSchemas } from '#voting';

export const commandSchemas = {
  ...meetingCommandSchemas,
  ...agendaCommandSchemas,
  ...attendanceCommandSchemas,
  ...paperCommandSchemas,
  ...votingCommandSchemas,
  ...decisionCommandSchemas,
  ...copyCommandSchemas,
} as const;

export type CommandType = keyof typeof commandSchemas;
export const commandTypes = Object.keys(commandSchemas) as CommandType[];

/** Every order a meeting takes; strict, so an unknown field is an input error and never a silent default. */
export const commandSchema = z.discriminatedUnion(
  'type',
  Object.values(commandSchemas) as unknown as [
    (typeof commandSchemas)[CommandType],
    ...(typeof commandSchemas)[CommandType][],
  ],
);

export type Command =
  | MeetingCommand
  | AgendaCommand
  | AttendanceCommand
  | PaperCommand
  | VotingCommand
  | DecisionCommand
  | CopyCommand;

export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
