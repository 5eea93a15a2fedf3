import { type Capacity, capacities } from '@hopso/shared/attendance';
import type { Gathering } from '@hopso/shared/meeting';
import { meetingWords, useTranslation } from '#platform/i18n';
import type { Option } from '#ui';

/** Capacities by name; the presiding one is called after the kind of meeting. */
export function useCapacityOptions(gathering: Gathering): ReadonlyArray<Option<Capacity>> {
  const { t } = useTranslation('home');
  const { ChuToa } = meetingWords(gathering);
  return capacities.map((capacity) => ({ value: capacity, label: t(`capacity.${capacity}`, { ChuToa }) }));
}
