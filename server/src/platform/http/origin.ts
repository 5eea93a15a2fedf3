/** What a browser says about where a request comes from. */
export interface RequestOrigin {
  readonly origin: string | undefined;
  readonly secFetchSite: string | undefined;
  /** The host the request was sent to, as the browser saw it (behind a trusted proxy: as forwarded). */
  readonly host: string | undefined;
}

/**
 * True for the product's own pages and for callers that are not browsers (no Origin, no Sec-Fetch-Site).
 * A session cookie travels with requests that foreign pages cause; this check is what stops those.
 */
export function isOwnOrigin(request: RequestOrigin, publicUrl: URL | undefined): boolean {
  const site = request.secFetchSite;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (request.origin === undefined) return true;
  if (publicUrl !== undefined && request.origin === publicUrl.origin) return true;
  return hostOf(request.origin) === normalHost(request.host);
}

function hostOf(origin: string): string | undefined {
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return undefined;
  return new URL(origin).host;
}

/** Host header in the form a browser gives it in Origin: lower case, without the scheme's own port. */
function normalHost(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:(80|443)$/, '');
}

/** A host name or address with an optional port, and nothing that could break out of a header or a link. */
export function isValidHost(host: string | undefined): host is string {
  return host !== undefined && /^([a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i.test(host);
}
