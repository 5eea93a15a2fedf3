/** Page of the client that signs in; a QR's link leads here. */
export const signInPath = '/sign-in';
/** Page of the client that a hall screen shows. */
export const screenPath = '/screen';

export interface CodeTicket {
  readonly code: string;
  readonly ticket: string;
}

// What is secret stands behind the `#`: browsers keep that part to themselves, so it reaches no log on the way.

/** The sign-in of a meeting code as a link. `baseUrl` has no slash at its end. */
export function codeLink(baseUrl: string, { code, ticket }: CodeTicket): string {
  return `${baseUrl}${signInPath}#code=${code}&ticket=${ticket}`;
}

/** Code and ticket from the part of a link behind (and with or without) the `#`; null when there are none. */
export function readCodeLink(fragment: string): CodeTicket | null {
  const [, code, ticket] = /^#?code=(\d{6})&ticket=([\w-]{1,64})$/.exec(fragment) ?? [];
  return code === undefined || ticket === undefined ? null : { code, ticket };
}

/** The link of a hall screen. */
export function screenLink(baseUrl: string, token: string): string {
  return `${baseUrl}${screenPath}#${token}`;
}
