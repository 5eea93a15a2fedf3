import type { ItemView, MeetingView, OpenItemView } from '@hopso/shared/session';
import { type KeyboardEvent, useState } from 'react';
import { EditItemDialog, MoveItemDialog, type Placement, placementsOf, WithdrawItemDialog } from '#agenda';
import { listed } from '#attendance';
import { useOrder } from '#meeting';
import { PaperUploads, type useUploads } from '#paper';
import { formatTime, meetingWords, useTranslation } from '#platform/i18n';
import { Badge, Button, ConfirmDialog, classes, IconButton } from '#ui';
import {
  IconArrowBarToLeft,
  IconArrowBarToRight,
  IconArrowDown,
  IconArrowUp,
  IconGavel,
  IconLock,
  IconMinus,
  IconPencil,
  IconPlus,
  IconTrash,
} from '#ui/icons';
import styles from './agenda-panel.module.css';
import { PaperRow } from './paper-row.tsx';

type Uploads = ReturnType<typeof useUploads>;

interface AgendaRowProps {
  readonly view: MeetingView;
  readonly item: ItemView;
  readonly beginsAt: number;
  readonly selfId: string;
  readonly queue: Uploads['queue'];
  readonly tasks: Uploads['tasks'];
  readonly onAddBelow: () => void;
}

const moves = [
  { key: 'up', press: 'ArrowUp', icon: <IconArrowUp /> },
  { key: 'down', press: 'ArrowDown', icon: <IconArrowDown /> },
  { key: 'outdent', press: 'ArrowLeft', icon: <IconArrowBarToLeft /> },
  { key: 'indent', press: 'ArrowRight', icon: <IconArrowBarToRight /> },
] as const;

/** One item of the agenda: what it is, where it stands, and its papers. */
export function AgendaRow(props: AgendaRowProps) {
  const { view, item, beginsAt } = props;
  const { t } = useTranslation('prepare');
  const move = useMoves(view, item);
  const isMovable = view.meeting.phase !== 'ended' && !item.isListed && item.state !== 'withdrawn';
  function press(event: KeyboardEvent) {
    if (!event.altKey || !isMovable) return;
    const wanted = moves.find((one) => one.press === event.key);
    if (wanted === undefined) return;
    event.preventDefault();
    move.go(wanted.key);
  }
  return (
    <li
      className={classes(styles.row, item.parentId !== null && styles.part)}
      data-testid={`prepare-item-${item.id}`}
      onKeyDown={press}
    >
      <div className={styles.top}>
        <span className={styles.number}>{item.number}</span>
        <div className={styles.what}>
          {item.isListed ? (
            <p className={styles.quiet}>{t('agenda.listed')}</p>
          ) : (
            <What item={item} beginsAt={beginsAt} />
          )}
        </div>
        {isMovable && (
          <div className={styles.moves}>
            {moves.map(({ key, icon }) => (
              <IconButton
                key={key}
                label={t(`agenda.${key}`, { n: item.number })}
                icon={icon}
                disabled={move.placements[key] === null}
                onClick={() => move.go(key)}
                testId={`item-${key}-${item.id}`}
              />
            ))}
          </div>
        )}
      </div>
      {!item.isListed && <Details {...props} item={item} />}
      {!item.isListed && move.asking !== null && (
        <MoveItemDialog item={item} to={move.asking} onClose={move.stopAsking} />
      )}
    </li>
  );
}

function useMoves(view: MeetingView, item: ItemView) {
  const order = useOrder();
  const placements = placementsOf(view, item);
  const [asking, setAsking] = useState<Placement | null>(null);
  return {
    placements,
    asking,
    stopAsking: () => setAsking(null),
    go: (key: (typeof moves)[number]['key']) => {
      const to = placements[key];
      if (to === null || item.isListed) return;
      // Once it is published the order is changed with the Chair's consent on record (agenda A2).
      if (view.meeting.phase !== 'draft') setAsking(to);
      else void order({ type: 'MoveItem', item: item.id, rev: item.rev, ...to });
    },
  };
}

function What({ item, beginsAt }: { readonly item: OpenItemView; readonly beginsAt: number }) {
  const { t } = useTranslation(['prepare', 'meeting']);
  const facts = [
    formatTime(beginsAt),
    item.plannedMinutes > 0 ? t('agenda.minutes', { n: item.plannedMinutes }) : null,
    t(`meeting:itemKind.${item.kind}`),
    item.submittingBody === '' ? null : item.submittingBody,
    item.presenters.length === 0 ? null : item.presenters.join(', '),
  ].filter((fact) => fact !== null);
  return (
    <>
      <p className={classes(styles.title, item.state === 'withdrawn' && styles.gone)}>{item.title}</p>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <p className={styles.badges}>
        {item.isCollective && (
          <Badge tone="info" icon={<IconGavel aria-hidden="true" />}>
            {t('agenda.collective')}
          </Badge>
        )}
        {item.openTo !== null && (
          <Badge tone="notice" icon={<IconLock aria-hidden="true" />}>
            {t('agenda.openToList', { n: item.openTo.length })}
          </Badge>
        )}
        {item.state === 'withdrawn' && <Badge>{t('agenda.withdrawn')}</Badge>}
        {item.addedAt !== null && <Badge tone="info">{t('agenda.added')}</Badge>}
      </p>
    </>
  );
}

type DetailsProps = Omit<AgendaRowProps, 'item'> & { readonly item: OpenItemView };

function Details({ view, item, selfId, queue, tasks, onAddBelow }: DetailsProps) {
  const papers = item.paperOrder.flatMap((id) => view.papers[id] ?? []);
  const isOpen = view.meeting.phase !== 'ended' && item.state !== 'withdrawn';
  const rows = papers.map((paper) => (
    <PaperRow key={paper.id} view={view} item={item} paper={paper} isOpen={isOpen} queue={queue} />
  ));
  if (!isOpen) return <div className={styles.details}>{rows}</div>;
  if (item.isSecret) {
    return (
      <div className={styles.details}>
        <div className={styles.badges}>
          <ItemActs view={view} item={item} selfId={selfId} onAddBelow={onAddBelow} />
        </div>
      </div>
    );
  }
  return (
    <div className={styles.details}>
      <PaperUploads
        itemId={item.id}
        papers={papers}
        queue={queue}
        tasks={tasks}
        beside={<ItemActs view={view} item={item} selfId={selfId} onAddBelow={onAddBelow} />}
      >
        {papers.length > 0 && <div className={styles.papers}>{rows}</div>}
      </PaperUploads>
    </div>
  );
}

type ItemActsProps = Pick<DetailsProps, 'view' | 'item' | 'selfId' | 'onAddBelow'>;

function ItemActs({ view, item, selfId, onAddBelow }: ItemActsProps) {
  const { t } = useTranslation('prepare');
  const order = useOrder();
  const [dialog, setDialog] = useState<'edit' | 'remove' | 'withdraw' | null>(null);
  const isDraft = view.meeting.phase === 'draft';
  const close = () => setDialog(null);
  async function remove() {
    if ((await order({ type: 'RemoveItem', item: item.id, rev: item.rev })) !== null) close();
  }
  return (
    <>
      <Button
        tone="plain"
        icon={<IconPencil aria-hidden="true" />}
        onClick={() => setDialog('edit')}
        testId={`item-edit-${item.id}`}
      >
        {t('agenda.edit')}
      </Button>
      {item.parentId === null && (
        <Button
          tone="plain"
          icon={<IconPlus aria-hidden="true" />}
          onClick={onAddBelow}
          testId={`item-add-below-${item.id}`}
        >
          {t('agenda.addBelow')}
        </Button>
      )}
      <Button
        tone="plain"
        icon={isDraft ? <IconTrash aria-hidden="true" /> : <IconMinus aria-hidden="true" />}
        onClick={() => setDialog(isDraft ? 'remove' : 'withdraw')}
        testId={`item-${isDraft ? 'remove' : 'withdraw'}-${item.id}`}
      >
        {t(isDraft ? 'agenda.remove' : 'agenda.withdraw')}
      </Button>
      {dialog === 'edit' && (
        <EditItemDialog
          isPublished={!isDraft}
          item={item}
          people={listed(view)}
          selfId={selfId}
          onClose={close}
        />
      )}
      {dialog === 'withdraw' && (
        <WithdrawItemDialog item={item} words={meetingWords(view.meeting.gathering)} onClose={close} />
      )}
      <ConfirmDialog
        open={dialog === 'remove'}
        title={t('agenda.removeTitle', { n: item.number })}
        action={t('agenda.remove')}
        danger
        onConfirm={remove}
        onClose={close}
        testId="item-remove-confirm"
      >
        <p>{t('agenda.removeEffect', { title: item.title, n: item.paperOrder.length })}</p>
      </ConfirmDialog>
    </>
  );
}
