import type { MeetingView } from '@hopso/shared/session';
import { type MeetingWords, useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconArrowBackUp } from '#ui/icons';
import styles from './return-pill.module.css';
import type { ReadingState } from './use-reading.ts';

interface ReturnPillProps {
  readonly view: MeetingView;
  readonly reading: ReadingState;
  readonly words: MeetingWords;
}

/** Whoever reads elsewhere sees where the session is, and is back with one tap. */
export function ReturnPill({ view, reading, words }: ReturnPillProps) {
  const { t } = useTranslation('meeting');
  const current = view.items[view.meeting.currentItemId ?? ''];
  if (reading.isFollowing || current === undefined) return null;
  const isSame = current.id === reading.itemId;
  return (
    <div className={styles.pill} data-testid="return-pill">
      <span>
        {isSame ? t('follow.same') : t('follow.elsewhere', { ChuToa: words.ChuToa, n: current.number })}
      </span>
      <Button
        tone="soft"
        icon={<IconArrowBackUp aria-hidden="true" />}
        onClick={reading.follow}
        testId="return-to-chair"
      >
        {t('follow.return', { chuToa: words.chuToa })}
      </Button>
    </div>
  );
}
