import type { MeetingView, ParticipantView } from '@hopso/shared/session';
import { type Ref, useCallback, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button, EmptyState, TextField } from '#ui';
import styles from './roster.module.css';
import { type RosterFilter, rosterRows, sitsAsMember } from './roster.ts';
import { RosterRow } from './roster-row.tsx';
import { AttendanceStatement } from './statement.tsx';

interface RosterPanelProps {
  readonly view: MeetingView;
  readonly onBelowQuorum: () => void;
  readonly searchRef?: Ref<HTMLInputElement>;
}

const filters: readonly RosterFilter[] = ['all', 'members', 'missing'];

/** The roll: who is here, how, since when. One tap marks a person in the room; a row opens for everything else. */
export function RosterPanel({ view, onBelowQuorum, searchRef }: RosterPanelProps) {
  const { t } = useTranslation('desk');
  const [filter, setFilter] = useState<RosterFilter>('all');
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const toggle = useCallback(
    (personId: string) => setOpenId((id) => (id === personId ? null : personId)),
    [],
  );
  const rows = rosterRows(view, filter, search);
  const hasMembers = Object.values(view.participants).some(sitsAsMember);
  return (
    <div className={styles.panel}>
      <AttendanceStatement view={view} />
      {view.quorum?.isMet === false && view.meeting.phase !== 'ended' && (
        <Button tone="soft" wide onClick={onBelowQuorum} testId="quorum-ways">
          {t('short.ways')}
        </Button>
      )}
      <TextField
        label={t('attendance.search')}
        inputMode="search"
        value={search}
        onChange={setSearch}
        testId="roster-search"
        {...(searchRef && { ref: searchRef })}
      />
      {hasMembers && (
        <fieldset className={styles.filters} aria-label={t('attendance.filter')}>
          {filters.map((one) => (
            <Button
              key={one}
              tone={one === filter ? 'soft' : 'plain'}
              aria-pressed={one === filter}
              onClick={() => setFilter(one)}
              testId={`roster-filter-${one}`}
            >
              {t(`attendance.filters.${one}`)}
            </Button>
          ))}
        </fieldset>
      )}
      {rows.length === 0 && (
        <EmptyState>{t(search === '' ? 'attendance.none' : 'attendance.noMatch')}</EmptyState>
      )}
      <ul className={styles.rows}>
        {rows.map((person) => (
          <RosterRow
            key={person.personId}
            person={person}
            standsFor={nameOf(view, person)}
            meeting={view.meeting}
            isOpen={person.personId === openId}
            onToggle={toggle}
          />
        ))}
      </ul>
    </div>
  );
}

const nameOf = ({ participants }: MeetingView, { substitutesFor }: ParticipantView): string | null =>
  substitutesFor == null ? null : (participants[substitutesFor]?.name ?? null);
