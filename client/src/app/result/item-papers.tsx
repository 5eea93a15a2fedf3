import type { MeetingView, OpenItemView } from '@hopso/shared/session';
import { LateMark } from '#paper';
import { useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import { IconFileText } from '#ui/icons';
import styles from './item-papers.module.css';

interface ItemPapersProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
}

/** The papers of an item, each a way into the reader; on paper, a list. */
export function ItemPapers({ view, item }: ItemPapersProps) {
  const { t } = useTranslation('result');
  const papers = item.paperOrder.flatMap((id) => view.papers[id] ?? []);
  if (papers.length === 0) return null;
  return (
    <section className={styles.papers}>
      <h4>{t('items.papers')}</h4>
      <ul>
        {papers.map(({ id, title, pages, late }) => (
          <li key={id}>
            <Link
              href={paths.resultPaper(view.meeting.id, id)}
              className={styles.paper}
              testId={`result-paper-${id}`}
            >
              <IconFileText aria-hidden="true" />
              <span>
                {title} <span className={styles.pages}>({t('items.paperPages', { n: pages })})</span>{' '}
                <LateMark late={late} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
