import type { OpenVoteView } from '@hopso/shared/session';
import { useId, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, classes, Table } from '#ui';
import { IconCheck, IconChevronDown, IconChevronUp, IconMinus, IconX } from '#ui/icons';
import styles from './ballot-list.module.css';
import type { BallotRow, Recorded } from './ballot-rows.ts';

interface BallotListProps {
  readonly rows: readonly BallotRow[];
  readonly vote: Pick<OpenVoteView, 'round' | 'question'>;
}

/** Names beside choices; folded on the screen, always whole on paper. */
export function BallotList({ rows, vote }: BallotListProps) {
  const { t } = useTranslation('result');
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  return (
    <div className={styles.frame}>
      <span className={styles.toggle}>
        <Button
          tone="plain"
          icon={isOpen ? <IconChevronUp aria-hidden="true" /> : <IconChevronDown aria-hidden="true" />}
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
          testId="result-ballots-toggle"
        >
          {t('vote.names', { n: rows.length })}
        </Button>
      </span>
      <div id={listId} className={classes(styles.list, !isOpen && styles.folded)}>
        <Table
          caption={t('vote.namesCaption', { n: vote.round, question: vote.question })}
          head={
            <tr>
              <th scope="col">{t('attendance.number')}</th>
              <th scope="col">{t('vote.member')}</th>
              <th scope="col">{t('vote.chose')}</th>
            </tr>
          }
          testId="result-ballots"
        >
          {rows.map(({ personId, name, recorded, isByClerk }, index) => (
            <tr key={personId}>
              <td className={styles.number}>{index + 1}</td>
              <td>{name}</td>
              <td>
                <Choice recorded={recorded} />
                {isByClerk && <span className={styles.clerk}>{t('vote.byClerk')}</span>}
              </td>
            </tr>
          ))}
        </Table>
      </div>
    </div>
  );
}

function Choice({ recorded }: { readonly recorded: Recorded }) {
  const { t } = useTranslation(['result', 'voting']);
  switch (recorded) {
    case 'approve':
      return (
        <span className={classes(styles.choice, styles.approve)}>
          <IconCheck aria-hidden="true" />
          {t('voting:choice.approve')}
        </span>
      );
    case 'disapprove':
      return (
        <span className={styles.choice}>
          <IconX aria-hidden="true" />
          {t('voting:choice.disapprove')}
        </span>
      );
    case 'abstain':
      return (
        <span className={styles.choice}>
          <IconMinus aria-hidden="true" />
          {t('voting:choice.abstain')}
        </span>
      );
    case 'missing':
    case 'absent':
      return <span className={styles.none}>{t(`voting:count.${recorded}`)}</span>;
  }
}
