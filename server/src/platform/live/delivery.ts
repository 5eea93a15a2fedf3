import { audiences } from '@hopso/shared/session';
import { broadcastDirectly } from './direct-write.ts';
import { audienceRoom, personRoom } from './door.ts';
import { NotesBells } from './notes-bells.ts';
import type { LedTo } from './paper-readers.ts';
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
      const rooms = roomsOf(meetingId, to);
      // Sent to no room it would go to everybody.
      if (io === undefined || rooms.length === 0) return;
      if ('persons' in to) io.to(rooms).emit('led', view);
      else for (const room of rooms) broadcastDirectly(io, room, { event: 'led', message: view });
    },
    pointer: (to, view) => {
      const rooms = roomsOf(meetingId, to);
      if (rooms.length > 0) server()?.to(rooms).volatile.emit('pointer', view);
    },
    ink: (to, view) => {
      const rooms = roomsOf(meetingId, to);
      if (rooms.length > 0) server()?.to(rooms).emit('ink', view);
    },
    inkPart: (to, part) => {
      const rooms = roomsOf(meetingId, to);
      if (rooms.length > 0) server()?.to(rooms).emit('inkPart', part);
    },
    reset: (personId, reason) => sockets()?.showOut(personRoom(meetingId, personId), meetingId, reason),
    resetAll: (reason) => {
      for (const audience of audiences)
        sockets()?.showOut(audienceRoom(meetingId, audience), meetingId, reason);
    },
  };
}

/**
 * Bells for new notes; who is not connected learns of them later. Not volatile: a bell that meets a frame on its way
 * out would be lost, and the note come a minute late.
 */
export const socketBells = (sockets: () => LiveSockets | null): NotesBells =>
  new NotesBells(
    (personId, bell) => void sockets()?.io.to(personRoom(bell.meeting, personId)).emit('annotations', bell),
  );

const roomsOf = (meetingId: string, to: LedTo): string[] =>
  'persons' in to
    ? to.persons.map((personId) => personRoom(meetingId, personId))
    : to.audiences.map((audience) => audienceRoom(meetingId, audience));
