/** Rows by which somebody could come in. A backup travels on sticks and mail: after a restore all sign in again. */
export const SECRET_TABLES: readonly string[] = ['login_sessions', 'meeting_codes', 'screen_links'];

/** Settings whose key ends so are secrets of the running installation, made anew when they are missing. */
export const SECRET_SETTINGS = '%-secret';
