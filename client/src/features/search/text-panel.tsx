import type { PageText } from '@hopso/shared/paper';
import type { PaperView } from '@hopso/shared/session';
import { memo, useLayoutEffect, useRef } from 'react';
import { usePageName, usePaperText } from '#paper';
import { asProblem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { Badge, EmptyState, FailurePanel, Skeleton } from '#ui';
import { paragraphsOf } from './paragraphs.ts';
import styles from './text-panel.module.css';

interface TextPanelProps {
  readonly meeting: string;
  readonly paper: PaperView | null;
  /** The page to begin at. */
  readonly from: number;
}

/** The words of a paper page by page: for screen readers, for narrow screens, and to be copied. */
export function TextPanel({ meeting, paper, from }: TextPanelProps) {
  const { t } = useTranslation('search');
  if (paper === null) return <EmptyState>{t('text.noPaper')}</EmptyState>;
  return <PaperWords meeting={meeting} paper={paper} from={from} />;
}

function PaperWords({ meeting, paper, from }: TextPanelProps & { readonly paper: PaperView }) {
  const { t } = useTranslation(['search', 'common']);
  const text = usePaperText({ meeting, paper: paper.id, version: paper.version });
  if (text.error !== null) {
    return (
      <FailurePanel
        title={t('text.failed')}
        action={{ label: t('action.retry', { ns: 'common' }), onClick: () => void text.refetch() }}
      >
        <p>{problemText(asProblem(text.error))}</p>
      </FailurePanel>
    );
  }
  if (text.data === undefined) return <Skeleton rows={12} />;
  const { status, hasText, isRecognised, pages } = text.data;
  if (status === 'pending') return <EmptyState>{t('pending')}</EmptyState>;
  if (!hasText) return <EmptyState>{t('noText')}</EmptyState>;
  return <Pages title={paper.title} {...{ pages, isRecognised, from }} />;
}

interface PagesProps {
  readonly title: string;
  readonly pages: readonly PageText[];
  readonly isRecognised: boolean;
  readonly from: number;
}

function Pages({ title, pages, isRecognised, from }: PagesProps) {
  const { t } = useTranslation('search');
  const scroller = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const first = scroller.current?.querySelector(`[data-text-page="${from}"]`);
    if (from > 1) first?.scrollIntoView({ block: 'start' });
  }, [from]);
  return (
    <article
      ref={scroller}
      className={styles.text}
      lang="vi"
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also from the keyboard
      tabIndex={0}
      data-testid="paper-text"
    >
      <h3 className={styles.title}>{title}</h3>
      {isRecognised && <Badge tone="notice">{t('recognised')}</Badge>}
      {pages.map((page) => (
        <Page key={page.page} page={page} pages={pages.length} />
      ))}
    </article>
  );
}

const Page = memo(function Page({ page, pages }: { readonly page: PageText; readonly pages: number }) {
  const { t } = useTranslation('search');
  const nameOf = usePageName();
  const paragraphs = paragraphsOf(page);
  return (
    <section className={styles.page} data-text-page={page.page}>
      <h4 className={styles.heading}>{nameOf({ ...page, pages })}</h4>
      {paragraphs.length === 0 && <p className={styles.empty}>{t('text.emptyPage')}</p>}
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a page never change
        <p key={index}>{paragraph}</p>
      ))}
    </section>
  );
});
