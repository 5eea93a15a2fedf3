export { useTranslation } from 'react-i18next';
export type { Area, Language } from './catalogues.ts';
export {
  compareNames,
  compareVietnamese,
  dayOf,
  formatClock,
  formatDate,
  formatDateTime,
  formatDay,
  formatNumber,
  formatTime,
  formatTimeWithSeconds,
} from './format.ts';
export { currentLanguage, loadArea, setLanguage, startLanguage } from './language.ts';
export { formatDuration, type MeetingWords, meetingWords, problemText } from './texts.ts';
