import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import styles from './paper-split.module.css';
import type { SplitControl } from './reader-toolbar.tsx';
import { useWidthInRem } from './use-width-in-rem.ts';

// Most read one paper at a time.
const SplitChoice = lazy(async () => ({ default: (await import('./split-choice.tsx')).SplitChoice }));

interface PaperSplitProps {
  /** The papers that the second pane may show, in the agenda's order, each with its item in the title. */
  readonly papers: readonly { readonly id: string; readonly title: string }[];
  readonly openId: string;
  /** The paper on the left; the control goes to its reader. */
  readonly first: (split: SplitControl | null) => ReactNode;
  /** The one on the right; `beside` chooses it. */
  readonly second: (paperId: string, beside: ReactNode, split: SplitControl) => ReactNode;
}

const fitsFromRem = 48;

/** One paper, or two side by side where the screen is wide enough for both. */
export function PaperSplit({ papers, openId, first, second }: PaperSplitProps) {
  const { t } = useTranslation('meeting');
  const frame = useRef<HTMLDivElement>(null);
  const hasRoom = useWidthInRem(frame) >= fitsFromRem;
  const [chosen, setChosen] = useState<string | null>(null);
  const isSplit = chosen !== null && hasRoom;
  const shown = papers.some(({ id }) => id === chosen) ? chosen : (papers[0]?.id ?? null);
  const split: SplitControl = {
    isSplit,
    toggle: () => setChosen(isSplit ? null : neighbourOf(papers, openId)),
  };
  const beside = (
    <Suspense fallback={null}>
      <SplitChoice papers={papers} value={shown} onChoose={setChosen} />
    </Suspense>
  );
  return (
    <div ref={frame} className={styles.split}>
      <div className={styles.pane}>{first(hasRoom && papers.length > 1 ? split : null)}</div>
      {isSplit && shown !== null && (
        <section className={styles.pane} aria-label={t('paper.secondPaper')} data-testid="second-pane">
          {second(shown, beside, split)}
        </section>
      )}
    </div>
  );
}

/** The paper after the open one, or the first: what is usually compared stands next to it. */
function neighbourOf(papers: PaperSplitProps['papers'], openId: string): string | null {
  const at = papers.findIndex(({ id }) => id === openId);
  return (papers[at + 1] ?? papers[0])?.id ?? null;
}
