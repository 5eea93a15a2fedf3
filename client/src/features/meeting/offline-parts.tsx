import type { ListedMeeting } from '@hopso/shared/meeting';
import type { MeetingView, PaperView } from '@hopso/shared/session';
import { lazy, Suspense, useState } from 'react';
import { useSyncStatus } from '#annotation';
import { useNow } from '#platform/clock';
import { ConnectionPill } from './connection-pill.tsx';

/** Everything about keeping papers comes after the first picture; until then there is nothing to say of it. */
const parts = () => import('./offline-late.ts');
const LeadKeeping = lazy(async () => ({ default: (await parts()).LeadKeeping }));
const RailKeeping = lazy(async () => ({ default: (await parts()).RailKeeping }));
const KeptMark = lazy(async () => ({ default: (await parts()).KeptMark }));
const UnsentPill = lazy(async () => ({ default: (await parts()).UnsentPill }));
const OutboxDialog = lazy(async () => ({ default: (await parts()).OutboxDialog }));

/** So long before it begins a meeting's papers come ahead. */
const aheadMs = 72 * 3_600_000;

const isAhead = ({ phase, startsAt }: Pick<ListedMeeting, 'phase' | 'startsAt'>, now: number): boolean =>
  phase === 'inSession' || phase === 'paused' || (phase === 'published' && startsAt - now < aheadMs);

interface MeetingAheadProps {
  readonly meeting: ListedMeeting;
  readonly all: readonly ListedMeeting[];
  readonly now: number;
}

/** The papers of the meeting that runs or comes within three days, brought onto the device. */
export function MeetingAhead({ meeting, all, now }: MeetingAheadProps) {
  if (!isAhead(meeting, now)) return null;
  return (
    <Suspense fallback={null}>
      <LeadKeeping meeting={meeting.id} all={all} />
    </Suspense>
  );
}

/** How many papers of the open meeting are on the device. */
export function PapersAhead({ view }: { readonly view: MeetingView }) {
  const now = useNow(60_000);
  if (!isAhead(view.meeting, now)) return null;
  return (
    <Suspense fallback={null}>
      <RailKeeping view={view} />
    </Suspense>
  );
}

/** Whether a paper can be read without network. */
export function PaperAhead({ meeting, paper }: { readonly meeting: string; readonly paper: PaperView }) {
  return (
    <Suspense fallback={null}>
      <KeptMark meeting={meeting} paper={paper} />
    </Suspense>
  );
}

/** The connection, and beside it what waits to be sent, with the list of it. */
export function ConnectionState({ view }: { readonly view: MeetingView }) {
  const { waiting, refused, isDurable } = useSyncStatus();
  const [isOpen, setOpen] = useState(false);
  const hasNews = waiting > 0 || refused.length > 0 || !isDurable;
  return (
    <>
      <ConnectionPill />
      {(hasNews || isOpen) && (
        <Suspense fallback={null}>
          {hasNews && <UnsentPill waiting={waiting} onOpen={() => setOpen(true)} />}
          {isOpen && <OutboxDialog view={view} onClose={() => setOpen(false)} />}
        </Suspense>
      )}
    </>
  );
}
