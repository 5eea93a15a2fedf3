import { useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { IconPointer, IconPresentation } from '#ui/icons';
import styles from './lead-control.module.css';
import type { PageLead } from './use-page-lead.ts';

/** "Dẫn trang": for those who may; while leading also the pointer. */
export function LeadControl({ lead }: { readonly lead: PageLead }) {
  const { t } = useTranslation('follow');
  const { isLeading, isPointing, take, end, setPointing } = lead;
  return (
    <span className={styles.control}>
      <Button
        tone={isLeading ? 'primary' : 'outline'}
        icon={<IconPresentation aria-hidden="true" />}
        aria-pressed={isLeading}
        onClick={() => void (isLeading ? end() : take())}
        testId="lead-pages"
      >
        {t(isLeading ? 'lead.on' : 'lead.off')}
      </Button>
      {isLeading && (
        <Button
          tone={isPointing ? 'soft' : 'plain'}
          icon={<IconPointer aria-hidden="true" />}
          aria-pressed={isPointing}
          onClick={() => setPointing(!isPointing)}
          testId="lead-pointer"
        >
          {t('lead.pointer')}
        </Button>
      )}
    </span>
  );
}
