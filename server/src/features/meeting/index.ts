export { type FactSources, factLookUp } from './facts.ts';
export { type HallCode, openHallCode } from './hall-code.ts';
export { ParticipantsProjection } from './participants-projection.ts';
export { deletePreparation, type PreparationOptions, prepareMeeting } from './preparation.ts';
export { isInRunningMeeting, secretaryUnitsOf } from './queries.ts';
export { type MeetingRoutesOptions, mountMeetings } from './routes.ts';
