import type { VoteResultView } from '@hopso/shared/session';
import type { TFunction } from 'i18next';

type VotingTexts = TFunction<'voting'>;
export type Tally = VoteResultView['tally'];

/**
 * The verdict with its arithmetic in one sentence, as it is read aloud and written down.
 * @param uyBan the committee, named where the Chair's own vote broke a tie
 */
export function verdictSentence(t: VotingTexts, tally: Tally, uyBan: string): string {
  const { total, approve, abstain, missing, reason } = tally;
  const counts = t('verdict.counts', { ...tally });
  const others =
    (abstain > 0 ? t('verdict.abstain', { n: abstain }) : '') +
    (missing > 0 ? t('verdict.missing', { n: missing }) : '');
  return `${counts}${others}: ${t(`verdict.${reason}`, { approve, total, uyBan })}`;
}

/** What the verdict rests on: the article where the rule profile has it confirmed, else the configured regulations. */
export const verdictBasis = (t: VotingTexts, article: string | null): string =>
  article === null ? t('verdict.configured') : t('verdict.article', { article });

/** The five counts, apart: nobody is in two, and together they are all members. */
export const countKeys = ['approve', 'disapprove', 'abstain', 'missing', 'absent'] as const;
export type CountKey = (typeof countKeys)[number];

export const countName = (t: VotingTexts, key: CountKey): string =>
  key === 'missing' || key === 'absent' ? t(`count.${key}`) : t(`choice.${key}`);
