import { type ReactNode, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { IconButton, SidePanel, Tabs } from '#ui';
import { IconX } from '#ui/icons';
import { OutlineList } from './outline-list.tsx';
import type { ReaderHandle } from './page-frame.ts';
import styles from './pages-panel.module.css';
import type { PDFDocumentProxy } from './pdf-engine.ts';
import type { Rotation } from './rotation.ts';
import { Thumbnails } from './thumbnails.tsx';

interface PagesPanelProps {
  readonly pdf: PDFDocumentProxy;
  readonly handle: ReaderHandle;
  readonly rotation: Rotation;
  readonly ratio: number;
  readonly page: number;
  readonly marked: ReadonlySet<number>;
  readonly nameOf: (page: number) => ReactNode;
  /** Beside the pages, or over them where there is no room. */
  readonly isBeside: boolean;
  readonly onClose: () => void;
}

type Tab = 'pages' | 'outline';

/** The paper at a glance: its pages as small pictures, and its outline. */
export function PagesPanel({ isBeside, onClose, ...rest }: PagesPanelProps) {
  const { t } = useTranslation('reader');
  if (!isBeside) {
    return (
      <SidePanel open title={t('panel.title')} onClose={onClose} testId="pages-panel">
        <div className={styles.over}>
          <PanelTabs {...rest} onChosen={onClose} />
        </div>
      </SidePanel>
    );
  }
  return (
    <aside className={styles.beside} aria-label={t('panel.title')} data-testid="pages-panel">
      <PanelTabs {...rest} onChosen={() => {}} />
      <div className={styles.close}>
        <IconButton label={t('panel.close')} icon={<IconX />} onClick={onClose} testId="pages-panel-close" />
      </div>
    </aside>
  );
}

type PanelTabsProps = Omit<PagesPanelProps, 'isBeside' | 'onClose'> & { readonly onChosen: () => void };

function PanelTabs({ pdf, handle, page, onChosen, ...rest }: PanelTabsProps) {
  const { t } = useTranslation('reader');
  const [tab, setTab] = useState<Tab>('pages');
  return (
    <div className={styles.panel}>
      <Tabs
        label={t('panel.title')}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            key: 'pages',
            label: t('panel.pages'),
            testId: 'panel-tab-pages',
            panel: <Thumbnails {...{ pdf, handle, page, onChosen }} {...rest} />,
          },
          {
            key: 'outline',
            label: t('panel.outline'),
            testId: 'panel-tab-outline',
            panel: <OutlineList {...{ pdf, handle, page, onChosen }} />,
          },
        ]}
      />
    </div>
  );
}
