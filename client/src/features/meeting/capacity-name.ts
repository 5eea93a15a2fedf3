import type { ListedMeeting } from '@hopso/shared/meeting';
import { meetingWords, useTranslation } from '#platform/i18n';

/** `name({capacity, gathering})`: "Thành viên"; the presiding one is called after the kind of meeting. */
export function useCapacityName(): (meeting: Pick<ListedMeeting, 'capacity' | 'gathering'>) => string | null {
  const { t } = useTranslation('home');
  return ({ capacity, gathering }) => {
    const { ChuToa } = meetingWords(gathering);
    switch (capacity) {
      case 'chair':
      case 'secretary':
      case 'member':
      case 'substitute':
      case 'presenter':
      case 'guest':
      case 'observer':
        return t(`capacity.${capacity}`, { ChuToa });
      default:
        return null;
    }
  };
}
