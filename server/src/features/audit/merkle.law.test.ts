import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headLeaf, merkleRoot, rootOfHeads } from './merkle.ts';

const sha256 = (...parts: (string | Buffer)[]) => {
  const hashed = createHash('sha256');
  for (const part of parts) hashed.update(part);
  return hashed.digest();
};

/** RFC 6962 §2.1 as it is written there. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0] ?? sha256('');
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.from([1]), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

test('the root is that of RFC 6962, for any number of leaves', () => {
  const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 70 }), (leaves) => {
      expect(merkleRoot(leaves.map((one) => one.toString('hex')))).toBe(treeHash(leaves).toString('hex'));
    }),
  );
});

test('the root agrees with published vectors', () => {
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const leaves = inputs.map((hex) => sha256(Buffer.from([0]), Buffer.from(hex, 'hex')).toString('hex'));
  expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(merkleRoot(leaves.slice(0, 1))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
  expect(merkleRoot(leaves)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});

test('a leaf is the hash of the canonical head', () => {
  const head = { meeting: 'phiên 1', seq: 7, chain: 'ab'.repeat(32) };
  const text = `{"chain":"${head.chain}","meeting":"phiên 1","seq":7}`;
  expect(headLeaf(head)).toBe(sha256(Buffer.from([0]), text).toString('hex'));
});

test('the order in which meetings were met does not matter', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.constant('cd'.repeat(32))), {
    selector: ([meeting]) => meeting,
    maxLength: 20,
  });
  fc.assert(
    fc.property(entries, (some) => {
      expect(rootOfHeads(new Map(some))).toBe(rootOfHeads(new Map(some.toReversed())));
    }),
  );
});
