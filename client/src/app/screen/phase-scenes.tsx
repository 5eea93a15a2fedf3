import type { MeetingView, OpenItemView } from '@hopso/shared/session';
import { spentMsOf } from '#agenda';
import { useNow } from '#platform/clock';
import { formatClock, formatDay, formatTime, meetingWords, useTranslation } from '#platform/i18n';
import { classes } from '#ui';
import styles from './hall.module.css';

interface SceneProps {
  readonly view: MeetingView;
}

/** Before the session: what it is, where and when. */
export function WelcomeScene({ view }: SceneProps) {
  const { t } = useTranslation('screen');
  const { title, hostName, place, startsAt, presidingName, gathering } = view.meeting;
  const { ChuToa } = meetingWords(gathering);
  return (
    <>
      <p className={styles.kicker}>{hostName}</p>
      <h1 className={styles.display}>{withNumbersKept(title)}</h1>
      <p className={styles.lead}>{t('startsAt', { time: formatTime(startsAt), day: formatDay(startsAt) })}</p>
      <p className={styles.body}>{place}</p>
      {presidingName !== null && (
        <p className={styles.body}>
          {ChuToa}: {presidingName}
        </p>
      )}
    </>
  );
}

/** The item the session is at. Of an item for a list the wall says its number and nothing else. */
export function ItemScene({ view, itemId }: SceneProps & { readonly itemId: string }) {
  const { t } = useTranslation('screen');
  const item = view.items[itemId];
  if (item === undefined) return null;
  if (item.isListed) {
    return (
      <>
        <p className={styles.kicker}>{t('item', { n: item.number })}</p>
        <p className={styles.display}>{t('listedItem')}</p>
      </>
    );
  }
  const { title, submittingBody, presenters, number } = item;
  return (
    <>
      <p className={styles.kicker} data-testid="hall-item-number">
        {t('item', { n: number })}
      </p>
      <h1 className={styles.display} data-testid="hall-item-title">
        {withNumbersKept(title)}
      </h1>
      {submittingBody !== '' && <p className={styles.lead}>{t('submittedBy', { body: submittingBody })}</p>}
      {presenters.length > 0 && (
        <p className={styles.body}>{t('presentedBy', { names: presenters.join(', ') })}</p>
      )}
      <RunningTime item={item} />
    </>
  );
}

function RunningTime({ item }: { readonly item: OpenItemView }) {
  const { t } = useTranslation('screen');
  const now = useNow();
  const spent = spentMsOf(item, now);
  const isOver = item.plannedMinutes > 0 && spent > item.plannedMinutes * 60_000;
  return (
    <p className={styles.time}>
      <span className={classes(styles.number, isOver && styles.over)}>{formatClock(spent)}</span>
      {item.plannedMinutes > 0 && (
        <span className={styles.body}>{t('planned', { n: item.plannedMinutes })}</span>
      )}
    </p>
  );
}

export function BreakScene({ view }: SceneProps) {
  const { t } = useTranslation('screen');
  const now = useNow();
  const { pausedAt, title } = view.meeting;
  return (
    <>
      <p className={styles.kicker}>{title}</p>
      <h1 className={styles.display}>{t('break')}</h1>
      {pausedAt !== null && <p className={styles.number}>{formatClock(now - pausedAt)}</p>}
    </>
  );
}

export function EndedScene({ view }: SceneProps) {
  const { t } = useTranslation('screen');
  const { title, gathering, endedAt } = view.meeting;
  const { Hop } = meetingWords(gathering);
  return (
    <>
      <p className={styles.kicker}>{title}</p>
      <h1 className={styles.display}>{t('ended', { Hop })}</h1>
      {endedAt !== null && <p className={styles.lead}>{t('endedAt', { time: formatTime(endedAt) })}</p>}
    </>
  );
}

export function PostponedScene({ view }: SceneProps) {
  const { t } = useTranslation('screen');
  const { title, gathering, postponed } = view.meeting;
  const { Hop } = meetingWords(gathering);
  return (
    <>
      <p className={styles.kicker}>{title}</p>
      <h1 className={styles.display}>{t('postponed', { Hop })}</h1>
      {postponed !== null && <p className={styles.lead}>{postponed.reason}</p>}
    </>
  );
}

/** "tháng 4" is read as one word: a number never begins a line. */
const withNumbersKept = (text: string): string => text.replace(/ (?=\d)/g, '\u00a0');
