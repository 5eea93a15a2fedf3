import type { VoteResultView } from '@hopso/shared/session';
import { useTranslation } from '#platform/i18n';
import { Table } from '#ui';

interface BallotNamesProps {
  readonly result: Pick<VoteResultView, 'ballots' | 'members'>;
}

/** Who chose what in an open vote, members without a ballot included. Nothing where names are not given. */
export function BallotNames({ result }: BallotNamesProps) {
  const { t } = useTranslation(['desk', 'voting']);
  const { ballots, members } = result;
  if (ballots === undefined || members === undefined) return null;
  return (
    <Table
      caption={t('vote.names')}
      head={
        <tr>
          <th scope="col">{t('vote.member')}</th>
          <th scope="col">{t('vote.chose')}</th>
        </tr>
      }
      testId="ballot-names"
    >
      {members.map(({ personId, name }) => {
        const ballot = ballots[personId];
        return (
          <tr key={personId}>
            <td>{name}</td>
            <td>
              {ballot === undefined ? t('vote.noBallot') : t(`voting:choice.${ballot.choice}`)}
              {ballot?.source === 'clerk' && ` (${t('vote.byClerk')})`}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
