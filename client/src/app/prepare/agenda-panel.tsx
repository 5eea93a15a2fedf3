import type { MeetingView } from '@hopso/shared/session';
import { useState } from 'react';
import { AddItemDialog, plannedMinutesOf, planOf, readingOrder } from '#agenda';
import { listed } from '#attendance';
import { useUploads } from '#paper';
import { formatTime, useTranslation } from '#platform/i18n';
import { Button, EmptyState } from '#ui';
import { IconPlus } from '#ui/icons';
import styles from './agenda-panel.module.css';
import { AgendaRow } from './agenda-row.tsx';

interface AgendaPanelProps {
  readonly view: MeetingView;
  readonly selfId: string;
}

/** The agenda with its papers: two levels, moved by buttons or Alt with the arrow keys. */
export function AgendaPanel({ view, selfId }: AgendaPanelProps) {
  const { t } = useTranslation('prepare');
  const [addTo, setAddTo] = useState<{ readonly parentId: string | null } | null>(null);
  const { queue, tasks } = useUploads(view.meeting.id);
  const { phase, startsAt } = view.meeting;
  const people = listed(view);
  const plan = planOf(view, startsAt);
  const minutes = view.itemOrder.reduce((sum, id) => {
    const item = view.items[id];
    return sum + (item === undefined ? 0 : plannedMinutesOf(view, item));
  }, 0);
  const isOpen = phase !== 'ended';
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <p className={styles.total}>
          {t('agenda.total', { n: view.itemOrder.length, m: minutes, gio: formatTime(plan.endsAt) })}
        </p>
        {isOpen && (
          <Button
            tone="primary"
            icon={<IconPlus aria-hidden="true" />}
            onClick={() => setAddTo({ parentId: null })}
            testId="item-add"
          >
            {t('agenda.add')}
          </Button>
        )}
      </div>
      {view.itemOrder.length === 0 && <EmptyState>{t('agenda.empty')}</EmptyState>}
      <ol className={styles.rows}>
        {readingOrder(view).map((item) => (
          <AgendaRow
            key={item.id}
            view={view}
            item={item}
            beginsAt={plan.begins.get(item.id) ?? startsAt}
            selfId={selfId}
            queue={queue}
            tasks={tasks}
            onAddBelow={() => setAddTo({ parentId: item.id })}
          />
        ))}
      </ol>
      {isOpen && view.itemOrder.length > 1 && <p className={styles.hint}>{t('agenda.keys')}</p>}
      {addTo !== null && (
        <AddItemDialog
          parentId={addTo.parentId}
          siblings={[]}
          people={people}
          selfId={selfId}
          needsConsent={phase !== 'draft'}
          onClose={() => setAddTo(null)}
        />
      )}
    </div>
  );
}
