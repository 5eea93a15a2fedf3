import type { LedPlace } from '@hopso/shared/protocol';
import { type MeetingView, mayLeadPages, type PersonalView } from '@hopso/shared/session';
import { useCallback, useEffect, useState } from 'react';
import type { ReaderHandle } from '#paper';
import { problemText } from '#platform/i18n';
import { useLive, usePageLeadActs } from '#platform/live-store';
import { showToast } from '#ui';

/** Leading the pages of others from this device, and being led. */
export interface PageLead {
  readonly mayLead: boolean;
  /** This very device leads; another one of the same person follows like everybody's. */
  readonly isLeading: boolean;
  /** Who leads, for everybody to see. */
  readonly leader: { readonly personId: string; readonly name: string } | null;
  /** Where somebody else leads to; null while nobody does, or to nothing this person may see. */
  readonly place: LedPlace | null;
  readonly take: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** What the leader's hand does on the page besides turning it. */
  readonly hand: LeadHand;
  readonly setHand: (hand: LeadHand) => void;
  /** The paper that is open; null while none is. */
  readonly open: OpenReader | null;
  readonly setOpen: (open: OpenReader | null) => void;
}

/** Nothing, points, or draws for everybody. */
export type LeadHand = 'none' | 'pointer' | 'pen';

/** A reader and whose pages it shows: the next paper is chosen before its reader is there. */
export interface OpenReader {
  readonly paperId: string;
  readonly version: number;
  /** Opens another version in its place; missing where only the newest is shown. */
  readonly chooseVersion?: (version: number) => void;
  readonly handle: ReaderHandle;
}

export function usePageLead(view: MeetingView, mine: PersonalView | null): PageLead {
  const { hand } = usePageLeadActs();
  const led = useLive((live) => live.led);
  const { wants, setWants } = useWish(view.meeting.id);
  const [chosen, setHand] = useState<LeadHand>('none');
  const [open, setOpen] = useState<OpenReader | null>(null);
  const leader = led?.leader ?? null;
  const isOwn = leader !== null && leader.personId === mine?.personId;
  useEffect(() => {
    if (led !== null && !isOwn) setWants(false);
  }, [led, isOwn, setWants]);
  const isLeading = wants && isOwn;
  const act = useCallback(
    async (personId: string | null) => {
      try {
        await hand(personId);
        setWants(personId !== null);
      } catch (failure) {
        showToast(problemText(failure as Parameters<typeof problemText>[0]));
      }
    },
    [hand, setWants],
  );
  return {
    mayLead: mine !== null && mayLead(view, mine, led?.namedId ?? null),
    isLeading,
    leader,
    place: isLeading ? null : (led?.place ?? null),
    take: useCallback(() => act(mine?.personId ?? null), [act, mine?.personId]),
    end: useCallback(() => act(null), [act]),
    hand: isLeading ? chosen : 'none',
    setHand,
    open,
    setOpen,
  };
}

/** By the rule that the server decides by. */
function mayLead(view: MeetingView, mine: PersonalView, namedId: string | null): boolean {
  const { phase, deskHolderId, currentItemId } = view.meeting;
  const current = view.items[currentItemId ?? ''];
  const { personId, name, isPresiding, capacity } = mine;
  return mayLeadPages(
    { personId, name, isPresiding, capacity, isAtDesk: mine.audience === 'desk' },
    {
      isInSession: phase === 'inSession' || phase === 'paused',
      deskHolderId,
      presenters: current === undefined || current.isListed ? [] : current.presenters,
      namedId,
    },
  );
}

/** Whether this device means to lead; kept over a reload of the page, so that a presenter goes on leading. */
function useWish(meeting: string) {
  const key = `hopso.leading.${meeting}`;
  const [wants, setWants] = useState(() => sessionStorage.getItem(key) === 'yes');
  useEffect(() => {
    if (wants) sessionStorage.setItem(key, 'yes');
    else sessionStorage.removeItem(key);
  }, [key, wants]);
  return { wants, setWants };
}
