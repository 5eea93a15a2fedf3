import type { Day } from '@hopso/shared/organisation';
import { serverNow } from '#platform/clock';
import { dayOf, formatDate } from '#platform/i18n';

/** Today in Việt Nam by the server's clock. */
export const today = (): Day => dayOf(serverNow());

/** `28/4/2021` */
export const formatCalendarDay = (day: Day): string => formatDate(Date.parse(`${day}T12:00:00+07:00`));
