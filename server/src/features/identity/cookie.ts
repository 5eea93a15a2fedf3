import { parseCookie, stringifySetCookie } from 'cookie';

/** How long a browser keeps the cookie; the server may end the sign-in earlier. */
const keptSeconds = 12 * 3600;

/** Reads and writes the cookie that carries the sign-in's token. */
export interface SessionCookie {
  readonly secure: boolean;
  tokenIn(cookieHeader: string | undefined): string | undefined;
  set(token: string): string;
  clear(): string;
}

/** Under HTTPS the name's prefix makes browsers refuse the cookie from any other host, path or plain connection. */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-hopso' : 'hopso';
  const write = (value: string, maxAge: number) =>
    stringifySetCookie({ name, value, maxAge, path: '/', httpOnly: true, sameSite: 'lax', secure });
  return {
    secure,
    tokenIn(cookieHeader) {
      const token = cookieHeader === undefined ? undefined : parseCookie(cookieHeader)[name];
      return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
    },
    set: (token) => write(token, keptSeconds),
    clear: () => write('', 0),
  };
}
