/**
 * Version of the views and messages. The major number changes when an old client could misread a view.
 * History: 1.0 first release.
 */
export const PROTOCOL_VERSION = '1.0';

/** The header (and handshake `auth.screen`) that carries the token of a wall's device link. */
export const SCREEN_HEADER = 'x-hopso-screen';
