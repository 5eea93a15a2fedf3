import { hash, randomFillSync } from 'node:crypto';
import { canonicalJson, type EventData } from '@hopso/shared/kernel';

/** Version of the record's envelope. */
const ENVELOPE = 1;
const BLOCK_BYTES = 64;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** What is hashed of an event besides the commitment to its details. */
export interface EnvelopeFields {
  readonly meeting: string;
  readonly seq: number;
  readonly type: string;
  readonly typeVersion: number;
  readonly at: number;
  readonly actorId: string;
  readonly commandId: string;
}

/** An event as the record stores it. All hashes and the salt are lower-case hex. */
export interface Sealed {
  readonly head: string;
  readonly details: string;
  readonly salt: string;
  readonly chain: string;
}

/** Puts an event's data into the record's envelope and links it to the chain before it. */
export function seal(fields: EnvelopeFields, data: EventData, previousChain: string): Sealed {
  const details = canonicalJson(data);
  const salt = newSalt();
  const head = headText(fields, commitment(salt, details));
  return { head, details, salt, chain: link(previousChain, leaf(head)) };
}

/** HMAC-SHA256 of the details under their salt: says nothing about them once the salt is erased. */
export function commitment(salt: string, details: string): string {
  // Written out because building a keyed hash object costs ten times the hashing of an ordinary event.
  const inner = Buffer.allocUnsafe(BLOCK_BYTES + details.length * 3);
  const outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES);
  outer.write(salt, 'hex');
  for (let i = 0; i < BLOCK_BYTES; i++) {
    const key = i < SALT_BYTES ? (outer[i] ?? 0) : 0;
    inner[i] = key ^ 0x36;
    outer[i] = key ^ 0x5c;
  }
  const end = BLOCK_BYTES + inner.write(details, BLOCK_BYTES, 'utf8');
  outer.write(hash('sha256', inner.subarray(0, end), 'hex'), BLOCK_BYTES, 'hex');
  return hash('sha256', outer, 'hex');
}

/** The canonical JSON (RFC 8785) of an envelope; a test holds it against the general serialiser. */
export function headText(fields: EnvelopeFields, detail: string): string {
  return (
    `{"actorId":${JSON.stringify(fields.actorId)},"at":${fields.at},"commandId":${JSON.stringify(fields.commandId)},` +
    `"detail":"${detail}","meeting":${JSON.stringify(fields.meeting)},"seq":${fields.seq},` +
    `"type":${JSON.stringify(fields.type)},"typeVersion":${fields.typeVersion},"v":${ENVELOPE}}`
  );
}

/** SHA-256(0x00 ‖ head): the Merkle leaf of an event. */
export function leaf(head: string): string {
  return hash('sha256', `\0${head}`, 'hex');
}

const linkBytes = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** SHA-256(0x01 ‖ previous chain ‖ leaf). */
export function link(previousChain: string, leafHash: string): string {
  linkBytes.write(previousChain, 1, 'hex');
  linkBytes.write(leafHash, 1 + HASH_BYTES, 'hex');
  return hash('sha256', linkBytes, 'hex');
}

const saltPool = Buffer.alloc(256 * SALT_BYTES);
let saltsUsed = saltPool.length;

/** 128 random bits. Drawn in bulk, each used once and wiped, since one draw per event would cost a system call. */
function newSalt(): string {
  if (saltsUsed === saltPool.length) {
    randomFillSync(saltPool);
    saltsUsed = 0;
  }
  const salt = saltPool.toString('hex', saltsUsed, saltsUsed + SALT_BYTES);
  saltPool.fill(0, saltsUsed, saltsUsed + SALT_BYTES);
  saltsUsed += SALT_BYTES;
  return salt;
}
