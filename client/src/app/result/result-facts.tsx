import type { MeetingView } from '@hopso/shared/session';
import type { ReactNode } from 'react';
import { readingOrder } from '#agenda';
import { listed } from '#attendance';
import {
  dayOf,
  formatDate,
  formatDay,
  formatDuration,
  formatTime,
  type MeetingWords,
  useTranslation,
} from '#platform/i18n';
import { wasHeld } from './held-items.ts';
import styles from './result-facts.module.css';

interface ResultFactsProps {
  readonly view: MeetingView;
  readonly words: MeetingWords;
}

/** When it was held and when it was to be, where, by whom. */
export function ResultFacts({ view, words }: ResultFactsProps) {
  const { t } = useTranslation(['result', 'meeting']);
  const { kind, form, hostName, place, sites, startsAt, endsAt, startedAt, endedAt, pausedMs, breaks } =
    view.meeting;
  const secretaries = listed(view).filter(({ capacity }) => capacity === 'secretary');
  const items = readingOrder(view).filter((item) => item.isListed || item.state !== 'withdrawn');
  const held = items.filter((item) => wasHeld(view, item));
  return (
    <dl className={styles.facts}>
      <Fact name={t('fact.started')} testId="result-started">
        {startedAt !== null && `${formatTime(startedAt)} · ${formatDay(startedAt)}`}
      </Fact>
      <Fact name={t('fact.ended')} testId="result-ended">
        {endedAt !== null && timeOn(endedAt, startedAt)}
      </Fact>
      <Fact name={t('fact.breaks')} testId="result-breaks">
        {breaks.length === 0
          ? t('fact.breaksNone')
          : t('fact.breakTimes', { times: breakTimes(breaks), total: formatDuration(pausedMs) })}
      </Fact>
      <Fact name={t('fact.planned')}>
        {timeOn(startsAt, startedAt)}
        {endsAt !== null && `–${formatTime(endsAt)}`}
      </Fact>
      <Fact name={words.ChuToa} testId="result-chair">
        <Presiders view={view} />
      </Fact>
      <Fact name={t('fact.secretary')}>{secretaries.map(({ name }) => name).join(', ')}</Fact>
      <Fact name={t('fact.host')}>{hostName}</Fact>
      <Fact name={t('fact.place')}>{place}</Fact>
      <Fact name={t('fact.sites')}>{sites.join(', ')}</Fact>
      <Fact name={t('fact.kind')}>{t(`meeting:kind.${kind}`)}</Fact>
      <Fact name={t('fact.form')}>{t(`meeting:form.${form}`)}</Fact>
      {/* Whether a listed item was dealt with is not told to everybody: then the count would be wrong. */}
      {items.every(({ isListed }) => !isListed) && (
        <Fact name={t('fact.items')}>{t('fact.itemsHeld', { n: held.length, of: items.length })}</Fact>
      )}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly testId?: string;
}

function Fact({ name, children, testId }: FactProps) {
  if (children === '' || children === false) return null;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd data-testid={testId}>{children}</dd>
    </div>
  );
}

/** The time alone on the day the meeting was held, the day as well on another. */
const timeOn = (instant: number, heldAt: number | null): string =>
  heldAt !== null && dayOf(instant) !== dayOf(heldAt)
    ? `${formatTime(instant)} · ${formatDate(instant)}`
    : formatTime(instant);

const breakTimes = (breaks: MeetingView['meeting']['breaks']): string =>
  breaks.map(({ from, to }) => `${formatTime(from)}–${formatTime(to)}`).join(', ');

/** Everybody who presided while the session ran, with the times where there was more than one. */
function Presiders({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('result');
  const [only, ...others] = view.meeting.presided;
  if (only !== undefined && others.length === 0) return <>{withPost(view, only)}</>;
  return (
    <ul className={styles.list}>
      {view.meeting.presided.map(({ personId, name, from, to }) => {
        const times = { name: withPost(view, { personId, name }), from: time(from), to: time(to) };
        const key = from === null ? 'presidedUntil' : to === null ? 'presidedFrom' : 'presidedBetween';
        return <li key={`${personId} ${from}`}>{t(`fact.${key}`, times)}</li>;
      })}
    </ul>
  );
}

const time = (instant: number | null): string => (instant === null ? '' : formatTime(instant));

function withPost(
  { participants }: MeetingView,
  { personId, name }: { readonly personId: string; readonly name: string },
): string {
  const post = participants[personId]?.post;
  return post ? `${name}, ${post}` : name;
}
