import type { ItemView, MeetingView, OpenItemView } from '@hopso/shared/session';
import { useState } from 'react';
import { EditItemDialog, ItemClock, WithdrawItemDialog } from '#agenda';
import { listed } from '#attendance';
import { CopyRegister } from '#copies';
import { ConclusionEditor, OutcomePicker } from '#decision';
import { OrderButton } from '#meeting';
import { formatTime, meetingWords, useTranslation } from '#platform/i18n';
import { Badge, Button, EmptyState, IconButton, Menu } from '#ui';
import { IconDotsVertical, IconGavel, IconLock, IconMinus, IconPencil } from '#ui/icons';
import styles from './current-item.module.css';
import { ItemPapers } from './item-papers.tsx';
import { useMove } from './next-step.tsx';

interface CurrentItemProps {
  readonly view: MeetingView;
  readonly item: ItemView | null;
  readonly selfId: string;
  readonly onSelect: (itemId: string | null) => void;
}

/** The item in hand: what it is, its papers, its conclusion and how it ended. */
export function CurrentItem({ view, item, selfId, onSelect }: CurrentItemProps) {
  const { t } = useTranslation('desk');
  if (item === null) {
    return (
      <div className={styles.item}>
        <EmptyState>{t('item.none')}</EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.item} data-testid="desk-current" data-item={item.id}>
      <Elsewhere view={view} item={item} onSelect={onSelect} />
      {item.isListed ? (
        <EmptyState icon={<IconLock />}>{t('item.listed', { n: item.number })}</EmptyState>
      ) : (
        <OpenItem key={item.id} view={view} item={item} selfId={selfId} />
      )}
    </div>
  );
}

/** Another item is looked after than the one the session is at: say so, and offer both ways. */
function Elsewhere({
  view,
  item,
  onSelect,
}: Omit<CurrentItemProps, 'selfId' | 'item'> & { readonly item: ItemView }) {
  const { t } = useTranslation('desk');
  const move = useMove(view, () => onSelect(null));
  const { currentItemId, phase, gathering } = view.meeting;
  const { Hop } = meetingWords(gathering);
  if (item.id === currentItemId || (phase !== 'inSession' && phase !== 'paused')) return null;
  const current = currentItemId === null ? undefined : view.items[currentItemId];
  const isGone = !item.isListed && item.state === 'withdrawn';
  return (
    <div className={styles.elsewhere}>
      {current !== undefined && <span>{t('item.sessionAt', { Hop, n: current.number })}</span>}
      <span className={styles.elsewhereActs}>
        {current !== undefined && (
          <Button tone="plain" onClick={() => onSelect(null)} testId="desk-back-to-current">
            {t('item.backToCurrent', { n: current.number })}
          </Button>
        )}
        {!isGone && (
          <OrderButton order="GoToItem" tone="soft" onPress={() => void move(item)} testId="desk-goto">
            {t('next.go', { n: item.number })}
          </OrderButton>
        )}
      </span>
    </div>
  );
}

interface OpenItemProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
  readonly selfId: string;
}

function OpenItem({ view, item, selfId }: OpenItemProps) {
  const { t } = useTranslation('desk');
  const { phase } = view.meeting;
  const isRunning = phase === 'inSession' || phase === 'paused';
  return (
    <>
      <Heading view={view} item={item} selfId={selfId} />
      {item.state === 'withdrawn' && (
        <p className={styles.withdrawn}>{t('item.withdrawn', { lyDo: item.withdrawnReason ?? '' })}</p>
      )}
      {item.isSecret ? <CopyRegister view={view} item={item} /> : <ItemPapers view={view} item={item} />}
      {isRunning && item.state !== 'withdrawn' && (
        <>
          {!item.isSecret && <ConclusionEditor meeting={view.meeting} item={item} selfId={selfId} />}
          <OutcomePicker view={view} item={item} />
        </>
      )}
      {phase === 'ended' && item.conclusion !== null && <Recorded view={view} item={item} />}
    </>
  );
}

/** What it has taken; before it was reached only what it is to take. */
function Time({ item }: { readonly item: OpenItemView }) {
  const { t } = useTranslation('desk');
  if (item.spentMs > 0 || item.currentSince !== null) return <ItemClock item={item} />;
  return item.plannedMinutes > 0 ? <span>{t('agenda.minutes', { n: item.plannedMinutes })}</span> : null;
}

/** After the end: what the record holds. */
function Recorded({ view, item }: Omit<OpenItemProps, 'selfId'>) {
  const { t } = useTranslation('desk');
  const { chuToa } = meetingWords(view.meeting.gathering);
  return (
    <section className={styles.heading}>
      <h3 className={styles.label}>{t('conclusion.title', { chuToa })}</h3>
      <p className={styles.recorded}>{item.conclusion?.text}</p>
    </section>
  );
}

function Heading({ view, item, selfId }: OpenItemProps) {
  const { t } = useTranslation(['desk', 'meeting']);
  const facts = [
    item.submittingBody === '' ? null : t('item.submittedBy', { name: item.submittingBody }),
    item.presenters.length === 0 ? null : t('item.presentedBy', { ds: item.presenters.join(', ') }),
    item.presiderName === null ? null : t('item.ledBy', { name: item.presiderName }),
  ].filter((fact) => fact !== null);
  return (
    <div className={styles.heading}>
      <div className={styles.top}>
        <span className={styles.number}>{t('meeting:itemNumber', { n: item.number })}</span>
        <StateBadge item={item} isOver={view.meeting.phase === 'ended'} />
        <Time item={item} />
        <span className={styles.spacer} />
        <ItemMenu view={view} item={item} selfId={selfId} />
      </div>
      <h2 className={styles.title}>{item.title}</h2>
      {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
      {(item.isCollective || item.openTo !== null) && (
        <p className={styles.badges}>
          {item.isCollective && (
            <Badge tone="info" icon={<IconGavel aria-hidden="true" />}>
              {t('item.collective', { uyBan: view.meeting.hostName })}
            </Badge>
          )}
          {item.openTo !== null && (
            <Badge tone="notice" icon={<IconLock aria-hidden="true" />}>
              {t('item.openToList', { n: item.openTo.length })}
            </Badge>
          )}
        </p>
      )}
    </div>
  );
}

function StateBadge({ item, isOver }: { readonly item: OpenItemView; readonly isOver: boolean }) {
  const { t } = useTranslation('desk');
  if (item.state === 'current' && !isOver) return <Badge tone="good">{t('item.state.current')}</Badge>;
  if (item.state === 'withdrawn') return <Badge>{t('item.state.withdrawn')}</Badge>;
  if (item.addedAt !== null)
    return <Badge tone="info">{t('item.addedAt', { gio: formatTime(item.addedAt) })}</Badge>;
  return <Badge>{t(`item.state.${item.state === 'current' ? 'visited' : item.state}`)}</Badge>;
}

/** Changes of the agenda itself; after publication each goes on record. */
function ItemMenu({ view, item, selfId }: OpenItemProps) {
  const { t } = useTranslation('desk');
  const [dialog, setDialog] = useState<'edit' | 'withdraw' | null>(null);
  const { phase, gathering } = view.meeting;
  if (phase === 'ended' || phase === 'draft' || item.state === 'withdrawn') return null;
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        trigger={<IconButton label={t('item.menu')} icon={<IconDotsVertical />} testId="item-menu" />}
        sections={[
          {
            key: 'item',
            entries: [
              {
                key: 'edit',
                label: t('item.edit'),
                icon: <IconPencil />,
                onSelect: () => setDialog('edit'),
                testId: 'item-edit',
              },
              {
                key: 'withdraw',
                label: t('item.withdraw'),
                icon: <IconMinus />,
                onSelect: () => setDialog('withdraw'),
                testId: 'item-withdraw',
              },
            ],
          },
        ]}
      />
      {dialog === 'edit' && (
        <EditItemDialog isPublished item={item} people={listed(view)} selfId={selfId} onClose={close} />
      )}
      {dialog === 'withdraw' && (
        <WithdrawItemDialog item={item} words={meetingWords(gathering)} onClose={close} />
      )}
    </>
  );
}
