import canonicalize from 'canonicalize';

/** A value that survives JSON unchanged. Instants are integers (epoch milliseconds, UTC). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one text form of a value that is hashed (RFC 8785).
 * @throws TypeError when the value holds something JSON cannot carry (undefined at the top, NaN, Infinity).
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return text;
}
