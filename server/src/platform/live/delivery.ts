import { audiences } from '@hopso/shared/session';
import { broadcastDirectly } from './direct-write.ts';
import { audienceRoom, personRoom } from './door.ts';
import type { Delivery } from './room-feed.ts';
import type { LiveSockets } from './sockets.ts';

/** Delivery of one meeting through Socket.IO rooms; each frame is encoded once for its whole audience. */
export function socketDelivery(sockets: () => LiveSockets | null, meetingId: string): Delivery {
  const server = () => sockets()?.io;
  return {
    frame: (audience, frame) => {
      const io = server();
      if (io !== undefined) broadcastDirectly(io, audienceRoom(meetingId, audience), frame);
    },
    mine: (personId, frame) => void server()?.to(personRoom(meetingId, personId)).emit('mine', frame),
    presence: (view) => void server()?.to(audienceRoom(meetingId, 'desk')).volatile.emit('presence', view),
    reset: (personId, reason) => sockets()?.showOut(personRoom(meetingId, personId), meetingId, reason),
    resetAll: (reason) => {
      for (const audience of audiences)
        sockets()?.showOut(audienceRoom(meetingId, audience), meetingId, reason);
    },
  };
}
