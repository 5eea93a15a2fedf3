export type { MeetingSocket, SocketEvents } from './meeting-socket.ts';
export { meetingSocket } from './socket-io.ts';
