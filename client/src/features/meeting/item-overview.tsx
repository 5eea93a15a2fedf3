import type { MeetingView, OpenItemView, PersonalView } from '@hopso/shared/session';
import type { ReactNode } from 'react';
import { type MeetingWords, useTranslation } from '#platform/i18n';
import { Badge } from '#ui';
import { OwnReceipt, Verdict, votesOnItem } from '#voting';
import styles from './item-overview.module.css';

interface ItemOverviewProps {
  readonly view: MeetingView;
  readonly mine: PersonalView | null;
  readonly item: OpenItemView;
  readonly words: MeetingWords;
}

/** An item without opening its papers: who submits it, what was voted, what was concluded. */
export function ItemOverview({ view, mine, item, words }: ItemOverviewProps) {
  const { t } = useTranslation('meeting');
  return (
    <article className={styles.overview} data-testid="item-overview">
      <p className={styles.number}>{t('itemNumber', { n: item.number })}</p>
      <h2 className={styles.title}>{item.title}</h2>
      {item.isCollective && <Badge tone="info">{t('item.collective')}</Badge>}
      {item.withdrawnReason !== null && <p>{t('item.withdrawnReason', { reason: item.withdrawnReason })}</p>}
      <dl className={styles.facts}>
        <Fact name={t('item.submittedBy')}>{item.submittingBody}</Fact>
        <Fact name={t('item.presenters')}>{item.presenters.join(', ')}</Fact>
        <Fact name={t('item.presider')}>{item.presiderName}</Fact>
        {item.plannedMinutes > 0 && (
          <Fact name={t('item.planned')}>{t('rail.minutes', { n: item.plannedMinutes })}</Fact>
        )}
        {item.outcome !== null && (
          <Fact name={t('item.outcome')}>{t(`outcome.${item.outcome}`, { hop: words.hop })}</Fact>
        )}
      </dl>
      {item.conclusion !== null && (
        <section className={styles.block}>
          <h3>{t('item.conclusion')}</h3>
          <p className={styles.conclusion} data-testid="item-conclusion">
            {item.conclusion.text}
          </p>
        </section>
      )}
      <Votes view={view} mine={mine} item={item} />
      {item.paperOrder.length === 0 && <p className={styles.none}>{t('item.noPapers')}</p>}
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null || children === '') return null;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Votes on the item that were announced, each with what the record holds of this person. */
function Votes({ view, mine, item }: Omit<ItemOverviewProps, 'words'>) {
  const { t } = useTranslation('meeting');
  const votes = votesOnItem(view, item.id);
  if (votes.length === 0) return null;
  return (
    <section className={styles.block}>
      <h3>{t('item.votes')}</h3>
      {votes.map((vote) => {
        if (vote.isListed) return null;
        const own = mine?.ballots[vote.id];
        return (
          <div key={vote.id} className={styles.vote}>
            <p className={styles.question}>{vote.question}</p>
            {vote.result && <Verdict result={vote.result} uyBan={view.meeting.hostName} />}
            {own && <OwnReceipt vote={vote} own={own} />}
          </div>
        );
      })}
    </section>
  );
}
