import type { MeetingView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import { Pill } from '#ui';

interface QuorumPillProps {
  readonly view: Pick<MeetingView, 'quorum' | 'counts' | 'meeting'>;
  readonly onPress: () => void;
}

/** "Có mặt 14/22, cần 15": green when the quorum is there, amber when not, a plain count where there is none to meet. */
export function QuorumPill({ view, onPress }: QuorumPillProps) {
  const { t } = useTranslation('desk');
  const { quorum, counts, meeting } = view;
  if (quorum === null) {
    const key = meeting.isConverted ? 'quorum.converted' : 'quorum.count';
    return (
      <Pill dot="idle" onClick={onPress} testId="quorum">
        {t(key, { n: counts.present, of: counts.invited })}
      </Pill>
    );
  }
  const { present, total, needed, isMet } = quorum;
  return (
    <Pill dot={isMet ? 'good' : 'notice'} onClick={onPress} testId="quorum">
      {t('quorum.pill', { p: present, n: total, q: needed })}
    </Pill>
  );
}
