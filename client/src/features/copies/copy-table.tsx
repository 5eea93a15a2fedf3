import type { CopyEntry } from '@hopso/shared/copies';
import type { ReactNode } from 'react';
import { formatTime, useTranslation } from '#platform/i18n';
import { classes, Table } from '#ui';
import styles from './copies.module.css';

interface CopyTableProps {
  readonly entries: readonly CopyEntry[];
  /** What can be done about an entry. */
  readonly acts?: (entry: CopyEntry) => ReactNode;
}

/** Number, holder and times of each copy; corrected entries stay and say so. */
export function CopyTable({ entries, acts }: CopyTableProps) {
  const { t } = useTranslation('copies');
  return (
    <Table
      caption={t('title')}
      showCaption={acts === undefined}
      testId="copy-table"
      head={
        <tr>
          {(['copy', 'holder', 'handedOut', 'collected'] as const).map((key) => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
          {acts && <th scope="col">{t('acts')}</th>}
        </tr>
      }
    >
      {entries.map((entry) => (
        <tr
          key={`${entry.copy} ${entry.handedOutAt} ${entry.personId}`}
          className={classes(entry.correctedAt !== null && styles.corrected)}
          data-testid={`copy-${entry.copy}`}
        >
          <td>{entry.copy}</td>
          <td>{entry.name}</td>
          <td>{formatTime(entry.handedOutAt)}</td>
          <td>
            {entry.correctedAt !== null
              ? t('corrected', { gio: formatTime(entry.correctedAt) })
              : entry.collectedAt !== null && formatTime(entry.collectedAt)}
          </td>
          {acts && <td>{acts(entry)}</td>}
        </tr>
      ))}
    </Table>
  );
}
