import { audiences } from '@hopso/shared/session';
import { broadcastDirectly } from './direct-write.ts';
import { audienceRoom, personRoom } from './door.ts';
import { NotesBells } from './notes-bells.ts';
import type { LedTo } from './page-lead.ts';
import type { Delivery } from './room-feed.ts';
import type { LiveSockets } from './sockets.ts';

/** Delivery of one meeting through Socket.IO rooms; each frame is encoded once for its whole audience. */
export function socketDelivery(sockets: () => LiveSockets | null, meetingId: string): Delivery {
  const server = () => sockets()?.io;
  return {
    frame: (audience, frame) => {
      const io = server();
      if (io !== undefined)
        broadcastDirectly(io, audienceRoom(meetingId, audience), { event: 'frame', message: frame });
    },
    mine: (personId, frame) => void server()?.to(personRoom(meetingId, personId)).emit('mine', frame),
    presence: (view) => void server()?.to(audienceRoom(meetingId, 'desk')).volatile.emit('presence', view),
    led: (to, view) => {
      const io = server();
      if (io === undefined) return;
      if ('persons' in to) io.to(roomsOf(meetingId, to)).emit('led', view);
      else
        for (const room of roomsOf(meetingId, to))
          broadcastDirectly(io, room, { event: 'led', message: view });
    },
    pointer: (to, view) => void server()?.to(roomsOf(meetingId, to)).volatile.emit('pointer', view),
    reset: (personId, reason) => sockets()?.showOut(personRoom(meetingId, personId), meetingId, reason),
    resetAll: (reason) => {
      for (const audience of audiences)
        sockets()?.showOut(audienceRoom(meetingId, audience), meetingId, reason);
    },
  };
}

/** Bells for new notes; who is not connected, or not reading just now, learns of them later. */
export const socketBells = (sockets: () => LiveSockets | null): NotesBells =>
  new NotesBells(
    (personId, bell) =>
      void sockets()?.io.to(personRoom(bell.meeting, personId)).volatile.emit('annotations', bell),
  );

const roomsOf = (meetingId: string, to: LedTo): string[] =>
  'persons' in to
    ? to.persons.map((personId) => personRoom(meetingId, personId))
    : to.audiences.map((audience) => audienceRoom(meetingId, audience));
