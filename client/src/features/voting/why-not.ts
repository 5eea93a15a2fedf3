import type { PersonalView } from '@hopso/shared/session';

type Reason = 'substitute' | 'guest' | 'notPresent' | 'notElector';

/** Why a person has no ballot in the open vote; null when they have one. */
export function whyNot({
  may,
  capacity,
  status,
}: Pick<PersonalView, 'may' | 'capacity' | 'status'>): Reason | null {
  if (may.CastBallot === true) return null;
  if (capacity === 'substitute') return 'substitute';
  if (capacity === 'guest' || capacity === 'presenter' || capacity === 'observer' || capacity === null)
    return 'guest';
  const isPresent = status === 'room' || status === 'online' || status === 'site';
  return isPresent ? 'notElector' : 'notPresent';
}
