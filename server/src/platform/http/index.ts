export { type Answer, answered, type Call, type Handler, type Mount } from './call.ts';
export { cleanInput } from './clean-input.ts';
export { createHttpApp, type HttpApp, type HttpAppOptions } from './http-app.ts';
export { isOwnOrigin, isValidHost, type RequestOrigin } from './origin.ts';
export type { Authenticate, MeetingAccess, Principal } from './principal.ts';
export { createWebServer, listen } from './web-server.ts';
