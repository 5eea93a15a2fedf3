import { problemText, useTranslation } from '#platform/i18n';
import { inkKey, useLive, usePageLeadActs } from '#platform/live-store';
import { IconButton, showToast } from '#ui';
import { IconArrowBackUp, IconPencil, IconPointer, IconPresentation } from '#ui/icons';
import styles from './lead-control.module.css';
import { ReasonButton } from './order-button.tsx';
import { useLostReason } from './use-order.ts';
import type { PageLead } from './use-page-lead.ts';

/** "Dẫn trang": for those who may; while leading also the pointer, and the pen whose strokes everybody sees. */
export function LeadControl({ lead }: { readonly lead: PageLead }) {
  const { t } = useTranslation('follow');
  const { isLeading, hand, take, end, setHand } = lead;
  return (
    <span className={styles.control} data-leading={isLeading || undefined}>
      <ReasonButton
        reason={useLostReason()}
        tone={isLeading ? 'primary' : 'outline'}
        icon={<IconPresentation aria-hidden="true" />}
        aria-pressed={isLeading}
        onPress={() => void (isLeading ? end() : take())}
        testId="lead-pages"
      >
        <span className={styles.words}>{t(isLeading ? 'lead.on' : 'lead.off')}</span>
      </ReasonButton>
      {isLeading && (
        <>
          <IconButton
            label={t('lead.pointer')}
            icon={<IconPointer aria-hidden="true" />}
            aria-pressed={hand === 'pointer'}
            onClick={() => setHand(hand === 'pointer' ? 'none' : 'pointer')}
            testId="lead-pointer"
          />
          <IconButton
            label={t('lead.pen')}
            icon={<IconPencil aria-hidden="true" />}
            aria-pressed={hand === 'pen'}
            onClick={() => setHand(hand === 'pen' ? 'none' : 'pen')}
            testId="lead-pen"
          />
          <UndoStroke lead={lead} />
        </>
      )}
    </span>
  );
}

/** Takes the last stroke back; there only while some wait on the version that is open. */
function UndoStroke({ lead: { open, hand } }: { readonly lead: PageLead }) {
  const { t } = useTranslation('follow');
  const { undoInk } = usePageLeadActs();
  const isDrawnOn = useLive(({ ink }) => open !== null && inkKey(open.paperId, open.version) in ink);
  if (open === null || hand !== 'pen' || !isDrawnOn) return null;
  async function undo({ paperId, version }: NonNullable<PageLead['open']>) {
    const answer = await undoInk({ paper: paperId, version }).catch(() => null);
    if (answer?.ok !== true) showToast(problemText(answer?.problem ?? { code: 'net/offline' }));
  }
  return (
    <IconButton
      label={t('lead.undo')}
      icon={<IconArrowBackUp aria-hidden="true" />}
      onClick={() => void undo(open)}
      testId="lead-undo"
    />
  );
}
