import type { getPaperText, PaperText } from '@hopso/shared/paper';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { addressOf, asProblem, endpoint, fetchJson } from '#platform/api';
import { vaultOfHolder } from '#platform/offline';

const words = endpoint<typeof getPaperText>('get', '/api/meetings/:meeting/papers/:paper/text');
const asksAgainAfterMs = 3_000;

export interface PaperFileName {
  readonly meeting: string;
  readonly paper: string;
  readonly version: number;
}

/** The words of a paper, fetched once; asked for again while the server still reads them. */
export function paperTextQuery({ meeting, paper, version }: PaperFileName) {
  return queryOptions({
    queryKey: ['paper-text', meeting, paper, version],
    queryFn: () => paperText({ meeting, paper, version }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? asksAgainAfterMs : false),
  });
}

/**
 * The words of a paper from the server, or without it those kept on this device.
 * @throws Problem where neither has them.
 */
export async function paperText(file: PaperFileName): Promise<PaperText> {
  const { version, ...params } = file;
  try {
    const text = await fetchJson<PaperText>(addressOf(words.path, params, { version }), {
      timeoutMs: 30_000,
    });
    if (text.status === 'ready' && !text.isRestricted) keep(file, text);
    return text;
  } catch (failure) {
    const kept = asProblem(failure).code.startsWith('net/') ? await keptText(file) : null;
    if (kept === null) throw failure;
    return kept;
  }
}

/** The words of a paper as this device keeps them for whoever is signed in; null where it does not. */
export async function keptText(file: PaperFileName): Promise<PaperText | null> {
  const vault = await vaultOfHolder();
  return (
    (await vault
      ?.table<PaperText>('paper-text')
      .get(keyOf(file))
      .catch(() => null)) ?? null
  );
}

/** Not being able to keep it takes nothing from whoever reads it now. */
function keep(file: PaperFileName, text: PaperText): void {
  vaultOfHolder()
    .then((vault) => vault?.table<PaperText>('paper-text').put(keyOf(file), text))
    .catch(() => {});
}

const keyOf = ({ meeting, paper, version }: PaperFileName): string => `${meeting}/${paper}/${version}`;

/** The words of a paper for as long as somebody looks at them. */
export function usePaperText(file: PaperFileName) {
  return useQuery(paperTextQuery(file));
}
