import type { getPaperFile } from '@hopso/shared/paper';
import { addressOf, endpoint } from '#platform/api';
import { type KeptFile, vaultOfHolder } from '#platform/offline';

const file = endpoint<typeof getPaperFile>('get', '/api/meetings/:meeting/papers/:paper/file');

/** Told with every request of the reader: the page asks, not somebody who opened the address. */
export const asReader = { 'hopso-purpose': 'read' } as const;

/** Where the file of a paper is fetched; without a version the newest. */
export const paperFileAddress = (meeting: string, paper: string, version?: number): string =>
  addressOf(file.path, { meeting, paper }, { version });

/** Under what name this device keeps a version of a paper. */
export const keptPaperName = (paper: string, version: number): string => `paper/${paper}/${version}`;

/** A version of a paper as it is opened. */
export function paperFileOf(
  meeting: string,
  paper: { readonly id: string; readonly bytes: number },
  version?: number,
) {
  return {
    url: paperFileAddress(meeting, paper.id, version),
    bytes: paper.bytes,
    ...(version !== undefined && { keptAs: keptPaperName(paper.id, version) }),
  };
}

/** Names of the papers that this device keeps, as far as this page knows; null until it has looked. */
let kept: Set<string> | null = null;

/** Looks which papers are on the device, so that one which is not need not be looked for when it is tapped. */
export async function lookForKeptPapers(): Promise<void> {
  const vault = await vaultOfHolder();
  if (vault !== null) kept = new Set(await vault.files().catch(() => []));
}

/** A paper has just come to be kept. */
export const notePaperKept = (name: string): void => void kept?.add(name);

/** Another page may have kept it since: where the server cannot be reached it is looked for all the same. */
export const isKnownAbsent = (name: string): boolean => kept !== null && !kept.has(name);

/** The paper as this device keeps it; null when it does not, or may not be opened. */
export async function keptPaper(name: string): Promise<KeptFile | null> {
  const vault = await vaultOfHolder();
  return vault === null ? null : vault.openFile(name).catch(() => null);
}

/**
 * Whether the server, where it can be reached, still lets this person read what was opened from the device; its
 * refusal removes the copy. It also counts as reading, which opening the copy alone does not.
 */
export async function mayStillRead(name: string, url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { status } = await fetch(url, {
      headers: { ...asReader, range: 'bytes=0-0' },
      credentials: 'same-origin',
      signal,
    });
    if (status !== 403 && status !== 404) return true;
  } catch {
    return true;
  }
  const vault = await vaultOfHolder();
  await vault?.removeFile(name).catch(() => {});
  return false;
}
