import type { Gathering } from '@hopso/shared/meeting';
import i18next from 'i18next';

/** The noun of a meeting and of who presides: parameters of other texts, never typed into them. */
export interface MeetingWords {
  readonly hop: string;
  readonly Hop: string;
  readonly chuToa: string;
  readonly ChuToa: string;
}

export function meetingWords(noun: Gathering): MeetingWords {
  const leader = noun === 'session' ? 'presider' : 'chairperson';
  return {
    hop: i18next.t(`words.${noun}`),
    Hop: i18next.t(`words.${noun}Capital`),
    chuToa: i18next.t(`words.${leader}`),
    ChuToa: i18next.t(`words.${leader}Capital`),
  };
}

/** `25 phút`, `1 giờ 5 phút`; at least one minute. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return i18next.t('duration.minutes', { n: minutes });
  return i18next.t('duration.hoursMinutes', { h: Math.floor(minutes / 60), m: minutes % 60 });
}

interface Refusal {
  readonly code: string;
  readonly params?: { readonly [key: string]: unknown };
}

/** A refusal in words, for a request, a command or a reason why a button is not there. */
export function problemText({ code, params = {} }: Refusal): string {
  const { retryAfterSeconds } = params;
  if (code === 'auth/locked' && typeof retryAfterSeconds === 'number') {
    return i18next.t('auth.lockedFor', {
      ns: 'problem',
      duration: formatDuration(retryAfterSeconds * 1_000),
    });
  }
  const key = code.replace('/', '.');
  const found = i18next.exists(key, { ns: 'problem' });
  // The code is data from the server: a key outside the typed catalogue is looked up, then the fallback.
  const translate = i18next.getFixedT(null, 'problem') as (key: string, values: object) => string;
  return found ? translate(key, params) : translate('fallback', { code });
}
