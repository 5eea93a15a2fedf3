import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitment, type EnvelopeFields, headText, leaf, link, seal } from './envelope.ts';

const text = fc.string({ unit: 'grapheme' }).filter((value) => value.isWellFormed());
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((value) => Buffer.from(value).toString('hex'));
const fields: fc.Arbitrary<EnvelopeFields> = fc.record({
  meeting: text,
  seq: fc.integer({ min: 1 }),
  type: text,
  typeVersion: fc.integer({ min: 1, max: 99 }),
  at: instant,
  actorId: text,
  commandId: text,
});

const sha256 = (...parts: (string | Buffer)[]) => {
  const hashed = createHash('sha256');
  for (const part of parts) hashed.update(part);
  return hashed.digest('hex');
};

describe('the written-out forms equal the general ones', () => {
  test('head: canonical JSON of RFC 8785', () => {
    fc.assert(
      fc.property(fields, hex(32), (some, detail) => {
        expect(headText(some, detail)).toBe(canonicalize({ v: 1, ...some, detail }));
      }),
    );
  });

  test('commitment: HMAC-SHA256', () => {
    fc.assert(
      fc.property(
        hex(16),
        fc.oneof(text, fc.string({ minLength: 200, maxLength: 5_000 })),
        (salt, details) => {
          const expected = createHmac('sha256', Buffer.from(salt, 'hex')).update(details).digest('hex');
          expect(commitment(salt, details)).toBe(expected);
        },
      ),
    );
  });

  test('leaf and link: SHA-256 with their prefixes', () => {
    fc.assert(
      fc.property(text, hex(32), (head, previous) => {
        const expected = sha256(Buffer.from([0]), head);
        expect(leaf(head)).toBe(expected);
        expect(link(previous, expected)).toBe(
          sha256(Buffer.from([1]), Buffer.from(previous, 'hex'), Buffer.from(expected, 'hex')),
        );
      }),
    );
  });
});

describe('sealing an event', () => {
  const event: EnvelopeFields = {
    meeting: 'm1',
    seq: 7,
    type: 'BallotCast',
    typeVersion: 1,
    at: 1_619_568_000_000,
    actorId: 'p-12',
    commandId: 'c-1',
  };
  const data = { type: 'BallotCast', person: 'p-12', choice: 'tán thành', note: null };

  test('hashes the details under a salt of their own and links to the chain before', () => {
    const sealed = seal(event, data, 'ab'.repeat(32));
    expect(sealed.details).toBe('{"choice":"tán thành","note":null,"person":"p-12","type":"BallotCast"}');
    expect(JSON.parse(sealed.head)).toEqual({
      v: 1,
      ...event,
      detail: commitment(sealed.salt, sealed.details),
    });
    expect(sealed.chain).toBe(link('ab'.repeat(32), leaf(sealed.head)));
  });

  test('keeps details out of what is hashed into the chain', () => {
    expect(seal(event, data, '0'.repeat(64)).head).not.toMatch(/tán thành|note/);
  });

  test('never uses a salt twice', () => {
    const salts = Array.from({ length: 3_000 }, () => seal(event, data, '0'.repeat(64)).salt);
    expect(new Set(salts).size).toBe(3_000);
    for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
  });
});
