import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits as text that fits a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: whoever reads the database cannot sign in with it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What is stored of a meeting code; apart from tokens, so that one can never stand for the other. */
export function codeHash(code: string): string {
  return createHash('sha256').update(`meeting-code:${code}`).digest('hex');
}

/** Six digits, each number equally likely. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Without 0/o, 1/l/i: it is read aloud and copied by hand. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password of 59 bits, in three groups of four. */
export function newInitialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('');
  return [group(), group(), group()].join('-');
}
