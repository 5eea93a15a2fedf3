import type { PaperView } from '@hopso/shared/session';
import { type ReactNode, useState } from 'react';
import { formatDateTime, useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { changesText } from './changes-text.ts';
import { PageStrip } from './page-strip.tsx';
import { useComparison } from './use-comparison.ts';
import styles from './versions.module.css';

export interface VersionBandProps {
  readonly meeting: string;
  readonly paper: PaperView;
  /** The version on the screen. */
  readonly version: number;
  readonly onChoose: (version: number) => void;
  /** Opens a page of the newest version. */
  readonly onPage: (page: number) => void;
  /** Stands at the end: the notes that need a place. */
  readonly children?: ReactNode;
}

/** Says which version is read, what of the newest is new, and leads from one to the other. */
export function VersionBand({ meeting, paper, version, onChoose, onPage, children }: VersionBandProps) {
  const { t } = useTranslation('version');
  const { compared, retry } = useComparison(meeting, paper.id, paper.version);
  const [isOpen, setOpen] = useState(false);
  const newest = paper.versions.at(-1);
  const isNewest = version === paper.version;
  const name = isNewest
    ? t('received', { n: version, luc: formatDateTime(newest?.addedAt ?? paper.addedAt) })
    : `${t('old', { n: version })}. ${t('available', { n: paper.version })}`;
  return (
    <div className={styles.band} data-testid="version-band" data-version={version}>
      <p className={styles.says} role="status">
        {name} ({compared === null ? t('comparing') : changesText(t, compared)})
      </p>
      <Button tone="plain" onClick={() => setOpen(true)} testId="version-changes">
        {t('see')}
      </Button>
      {!isNewest && (
        <Button tone="primary" onClick={() => onChoose(paper.version)} testId="version-newest">
          {t('go', { n: paper.version })}
        </Button>
      )}
      {paper.versions
        .filter((each) => each.version !== version && each.version !== paper.version)
        .map((each) => (
          <Button
            key={each.version}
            tone="plain"
            onClick={() => onChoose(each.version)}
            testId={`version-read-${each.version}`}
          >
            {t('goBack', { n: each.version })}
          </Button>
        ))}
      {children}
      {isOpen && (
        <PageStrip
          compared={compared}
          version={paper.version}
          onRetry={retry}
          onPage={(page) => {
            setOpen(false);
            onPage(page);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
