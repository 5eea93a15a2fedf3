import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconDownload } from '#ui/icons';
import { Download } from './download.tsx';

/** Takes all papers of a meeting along, behind one cover. */
export function DownloadPack({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('home');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        icon={<IconDownload aria-hidden="true" />}
        onClick={() => setOpen(true)}
        testId="meeting-download"
      >
        {t('downloadPack')}
      </Button>
      {isOpen && <Download meeting={meeting} onClose={() => setOpen(false)} />}
    </>
  );
}
