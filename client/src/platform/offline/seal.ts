import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const nonceBytes = 24;
/** Length of a vault's key. */
export const keyBytes = 32;

/** Random also where pages come over plain HTTP and the rest of WebCrypto is missing. */
export const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));

/** Makes content unreadable and names unrecognisable without the key. */
export interface Seal {
  /** Nonce and ciphertext. `place` binds them: moved elsewhere they no longer open. */
  close(content: Uint8Array, place: string): Uint8Array;
  /** @throws when the bytes were changed, moved, or closed under another key. */
  open(sealed: Uint8Array, place: string): Uint8Array;
  /** A name that says nothing, the same for the same parts: 64 hexadecimal digits. */
  name(...parts: readonly string[]): string;
}

/** XChaCha20-Poly1305 for content, HMAC-SHA-256 for names, each under a key of its own made from the vault's. */
export function sealUnder(key: Uint8Array): Seal {
  const contentKey = hmac(sha256, key, utf8ToBytes('content'));
  const nameKey = hmac(sha256, key, utf8ToBytes('name'));
  return {
    close(content, place) {
      const nonce = randomBytes(nonceBytes);
      return concatBytes(nonce, xchacha20poly1305(contentKey, nonce, utf8ToBytes(place)).encrypt(content));
    },
    open(sealed, place) {
      const nonce = sealed.subarray(0, nonceBytes);
      return xchacha20poly1305(contentKey, nonce, utf8ToBytes(place)).decrypt(sealed.subarray(nonceBytes));
    },
    // Written as JSON, so that no two lists of parts run together into one text.
    name: (...parts) => bytesToHex(hmac(sha256, nameKey, utf8ToBytes(JSON.stringify(parts)))),
  };
}
