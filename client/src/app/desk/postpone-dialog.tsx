import type { MeetingView } from '@hopso/shared/session';
import { Postpone } from '#attendance';
import { meetingWords, useTranslation } from '#platform/i18n';
import { Dialog } from '#ui';

interface PostponeDialogProps {
  readonly view: MeetingView;
  readonly onClose: () => void;
}

/** Puts the meeting off, whatever the quorum. */
export function PostponeDialog({ view, onClose }: PostponeDialogProps) {
  const { t } = useTranslation('desk');
  const { hop } = meetingWords(view.meeting.gathering);
  return (
    <Dialog open title={t('short.postponeTitle', { hop })} onClose={onClose} testId="postpone-dialog">
      <Postpone words={hop} onDone={onClose} />
    </Dialog>
  );
}
