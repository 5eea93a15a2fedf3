export type { PackedSnapshot } from './audience-feed.ts';
export { socketDelivery } from './delivery.ts';
export { audienceRoom, type Caller, type Connection, Door, type DoorOptions, personRoom } from './door.ts';
export type { Order } from './order.ts';
export { MeetingRoom, type RoomOptions } from './room.ts';
export { type Delivery, RoomFeed } from './room-feed.ts';
export { LiveRooms, type LiveRoomsOptions, type LookUpFacts, type OpenRoom } from './rooms.ts';
export { type LiveSockets, openSockets, type SocketsOptions } from './sockets.ts';
