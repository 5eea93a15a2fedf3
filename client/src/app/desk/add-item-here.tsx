import type { MeetingView } from '@hopso/shared/session';
import { AddItemDialog, readingOrder } from '#agenda';
import { listed } from '#attendance';
import { useTranslation } from '#platform/i18n';

interface AddItemHereProps {
  readonly view: MeetingView;
  readonly selfId: string;
  readonly onClose: () => void;
  readonly onAdded: (itemId: string) => void;
}

/** Adds an item to the agenda while it is in force. */
export function AddItemHere({ view, selfId, onClose, onAdded }: AddItemHereProps) {
  const { t } = useTranslation('desk');
  const siblings = readingOrder(view)
    .filter(({ parentId }) => parentId === null)
    .map((item) => ({
      id: item.id,
      label: item.isListed ? t('agenda.listedNumber', { n: item.number }) : `${item.number}. ${item.title}`,
    }));
  return (
    <AddItemDialog
      parentId={null}
      siblings={siblings}
      people={listed(view)}
      selfId={selfId}
      needsConsent={view.meeting.phase !== 'draft'}
      onClose={onClose}
      onAdded={onAdded}
    />
  );
}
