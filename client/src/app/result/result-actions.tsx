import type { getResultTable } from '@hopso/shared/meeting';
import type { MeetingView } from '@hopso/shared/session';
import { useId } from 'react';
import { useMe } from '#identity';
import { DownloadPack } from '#paper';
import { addressOf, endpoint } from '#platform/api';
import { useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import { Button, buttonClass } from '#ui';
import { IconArrowLeft, IconArrowRight, IconDownload, IconPrinter } from '#ui/icons';
import styles from './result-actions.module.css';

const table = endpoint<typeof getResultTable>('get', '/api/meetings/:meeting/result.csv');
const tables = ['attendance', 'items', 'votes'] as const;

/** The ways on: back, into a meeting that still runs, onto paper, into a spreadsheet. */
export function ResultActions({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('result');
  const labelId = useId();
  const { meetingScope } = useMe();
  const { id, phase } = view.meeting;
  const hasVotes = Object.values(view.votes).some((vote) => !vote.isListed && vote.result !== null);
  return (
    <nav className={styles.actions} aria-label={t('title')}>
      {meetingScope === null && (
        <Link href={paths.home()} className={buttonClass('plain')} testId="result-back">
          <IconArrowLeft aria-hidden="true" />
          {t('back')}
        </Link>
      )}
      {phase !== 'ended' && (
        <Link href={paths.meeting(id)} className={buttonClass('primary')} testId="result-enter">
          <IconArrowRight aria-hidden="true" />
          {t('enter')}
        </Link>
      )}
      <Button icon={<IconPrinter aria-hidden="true" />} onClick={() => window.print()} testId="result-print">
        {t('print')}
      </Button>
      <DownloadPack meeting={id} />
      <div className={styles.tables}>
        <span id={labelId} className={styles.label}>
          {t('csv.label')}
        </span>
        <ul className={styles.list} aria-labelledby={labelId}>
          {tables
            .filter((name) => name !== 'votes' || hasVotes)
            .map((name) => (
              <li key={name}>
                <a
                  href={addressOf(table.path, { meeting: id }, { table: name })}
                  download
                  className={buttonClass('outline')}
                  data-testid={`result-csv-${name}`}
                >
                  <IconDownload aria-hidden="true" />
                  {t(`csv.${name}`)}
                </a>
              </li>
            ))}
        </ul>
      </div>
    </nav>
  );
}
