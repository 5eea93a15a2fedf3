import type { OpenVoteView } from '@hopso/shared/session';
import { useNow } from '#platform/clock';
import { formatClock, useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconCircleCheck, IconGavel } from '#ui/icons';
import type { VoteSheetState } from './use-vote-sheet.ts';
import { timeLeftOf } from './vote-figures.ts';

/** Stands in the dock while there is a vote: red as long as this person has not voted. */
export function VoteButton({ state }: { readonly state: VoteSheetState }) {
  const { t } = useTranslation('voting');
  const { vote, own, reason, isShown, show, fold } = state;
  if (vote === null) return null;
  const toggle = { onClick: isShown ? fold : show, 'aria-expanded': isShown, testId: 'vote-button' };
  if (vote.phase === 'open' && !vote.isListed && reason === null && own === null) {
    return (
      <Button {...toggle} tone="danger" size="primary">
        <TimeLeft vote={vote} />
      </Button>
    );
  }
  if (own !== null && vote.phase !== 'published') {
    return (
      <Button {...toggle} tone="soft" icon={<IconCircleCheck aria-hidden="true" />}>
        {t('ballot.recorded', { luaChon: t(`choice.${own.choice}`) })}
      </Button>
    );
  }
  return (
    <Button {...toggle} icon={<IconGavel aria-hidden="true" />}>
      {t(
        vote.phase === 'open'
          ? 'ballot.button'
          : vote.phase === 'closed'
            ? 'ballot.waiting'
            : 'ballot.result',
      )}
    </Button>
  );
}

function TimeLeft({ vote }: { readonly vote: OpenVoteView }) {
  const { t } = useTranslation('voting');
  const left = timeLeftOf(vote, useNow());
  return (
    <>
      {left === null || left === 0 ? t('ballot.button') : t('ballot.buttonLeft', { tg: formatClock(left) })}
    </>
  );
}
