import type { Command, QuorumView } from '@hopso/shared/session';
import { asProblem, type Problem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { type CommandReceipt, useLive, useMay, useRun } from '#platform/live-store';
import { showToast } from '#ui';

/** Gives an order to the meeting; null when it was refused. */
export type Order = (command: Command) => Promise<CommandReceipt | null>;

interface OrderOptions {
  /** Takes refusals it can show better than a toast; true when it did. */
  readonly onRefused?: (problem: Problem) => boolean;
}

/** Orders whose refusal is said in a toast, unless the caller shows it in place. */
export function useOrder({ onRefused }: OrderOptions = {}): Order {
  const run = useRun();
  return async (command) => {
    try {
      return await run(command);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (onRefused?.(problem) !== true) showToast(problemText(problem), { tone: 'danger' });
      return null;
    }
  };
}

/** A refusal's code in words; the numbers of a missing quorum come from the view. */
function refusalText(code: string, quorum: QuorumView | null): string {
  if (code !== 'quorum/short' || quorum === null) return problemText({ code });
  const { present, needed, total } = quorum;
  return problemText({ code, params: { present, needed, total, missing: needed - present } });
}

/** Why nothing can be ordered now, in words; null while the server is there. Nothing is kept to be sent later (X11). */
export function useLostReason(): string | null {
  const { t } = useTranslation('meeting');
  const isLost = useLive(({ connection }) => connection === 'offline');
  return isLost ? t('connection.lost') : null;
}

/** Why this person may not give orders of this type now, in words; null when they may. */
export function useReason(type: Command['type']): string | null {
  const lost = useLostReason();
  const may = useMay(type);
  const quorum = useLive(({ view }) => view?.quorum ?? null);
  if (lost !== null) return lost;
  return may === true ? null : refusalText(may, quorum);
}
