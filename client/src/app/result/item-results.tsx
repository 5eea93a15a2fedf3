import type { MeetingView, OpenItemView } from '@hopso/shared/session';
import { readingOrder } from '#agenda';
import { CopyTable } from '#copies';
import { dayOf, formatDateTime, formatTime, type MeetingWords, useTranslation } from '#platform/i18n';
import { Badge, classes, type Tone } from '#ui';
import { IconLock } from '#ui/icons';
import { votesOnItem } from '#voting';
import { wasHeld } from './held-items.ts';
import { ItemPapers } from './item-papers.tsx';
import styles from './item-results.module.css';
import { ItemTimes } from './item-times.tsx';
import sectionStyles from './section.module.css';
import { VoteResult } from './vote-result.tsx';

interface ItemResultsProps {
  readonly view: MeetingView;
  readonly words: MeetingWords;
}

/** The agenda as it was dealt with. */
export function ItemResults({ view, words }: ItemResultsProps) {
  const { t } = useTranslation('result');
  const items = readingOrder(view);
  return (
    <section className={sectionStyles.section} aria-labelledby="result-items">
      <h2 id="result-items" className={sectionStyles.title}>
        {t('items.title')}
      </h2>
      {items.length === 0 && <p>{t('items.none')}</p>}
      {items.map((item) => (
        <article
          key={item.id}
          className={classes(sectionStyles.card, styles.item, item.parentId !== null && styles.part)}
          data-testid={`result-item-${item.number}`}
        >
          <p className={styles.number}>{t('items.number', { n: item.number })}</p>
          {item.isListed ? <ListedItem /> : <OpenItem view={view} item={item} words={words} />}
        </article>
      ))}
    </section>
  );
}

function ListedItem() {
  const { t } = useTranslation('result');
  return (
    <p className={styles.listed}>
      <IconLock aria-hidden="true" />
      {t('items.listed')}
    </p>
  );
}

function OpenItem({ view, item, words }: ItemResultsProps & { readonly item: OpenItemView }) {
  const { t } = useTranslation(['result', 'meeting']);
  const { conclusion, withdrawnReason } = item;
  const copies = view.copies?.[item.id] ?? [];
  return (
    <>
      <h3 className={styles.title}>{item.title}</h3>
      <div className={styles.state}>
        <Outcome view={view} item={item} words={words} />
        {item.isCollective && <Badge tone="info">{t('meeting:item.collective')}</Badge>}
        {item.openTo !== null && (
          <Badge icon={<IconLock aria-hidden="true" />}>{t('items.restricted')}</Badge>
        )}
        <ItemTimes item={item} />
      </div>
      {withdrawnReason !== null && <p>{t('items.withdrawn', { lyDo: withdrawnReason })}</p>}
      <Origin item={item} />
      {votesOnItem(view, item.id).map(
        (vote) => !vote.isListed && <VoteResult key={vote.id} vote={vote} uyBan={view.meeting.hostName} />,
      )}
      {conclusion !== null && (
        <section className={styles.conclusion}>
          <h4>{t('items.conclusion', { ...words })}</h4>
          <p className={styles.text} data-testid={`result-conclusion-${item.number}`}>
            {conclusion.text}
          </p>
          <p className={styles.recorded}>
            {t('items.conclusionAt', { gio: momentOf(conclusion.at, view.meeting.startedAt) })}
          </p>
        </section>
      )}
      {item.isSecret ? (
        copies.length > 0 && <CopyTable entries={copies} />
      ) : (
        <ItemPapers view={view} item={item} />
      )}
    </>
  );
}

/** Who brought it in, who spoke to it, who led the discussion. */
function Origin({ item }: { readonly item: OpenItemView }) {
  const { t } = useTranslation('meeting');
  const facts = [
    [t('item.submittedBy'), item.submittingBody],
    [t('item.presenters'), item.presenters.join(', ')],
    [t('item.presider'), item.presiderName ?? ''],
  ].filter(([, text]) => text !== '');
  if (facts.length === 0) return null;
  return (
    <dl className={styles.origin}>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const tones: { readonly [outcome in NonNullable<OpenItemView['outcome']>]: Tone } = {
  adopted: 'good',
  adoptedRevise: 'good',
  noted: 'good',
  again: 'notice',
  slip: 'notice',
  deferred: 'notice',
  withdrawn: 'neutral',
};

function Outcome({ view, item, words }: ItemResultsProps & { readonly item: OpenItemView }) {
  const { t } = useTranslation(['result', 'meeting']);
  const { outcome, state } = item;
  if (outcome !== null) {
    return <Badge tone={tones[outcome]}>{t(`meeting:outcome.${outcome}`, { hop: words.hop })}</Badge>;
  }
  if (state === 'withdrawn') return <Badge>{t('meeting:outcome.withdrawn')}</Badge>;
  // What is divided is decided in its parts.
  if (item.children.length > 0) return null;
  return <Badge tone="notice">{t(wasHeld(view, item) ? 'items.noOutcome' : 'items.notHeld')}</Badge>;
}

const momentOf = (at: number, heldAt: number | null): string =>
  heldAt !== null && dayOf(at) === dayOf(heldAt) ? formatTime(at) : formatDateTime(at);
