import type { LedPlace } from '@hopso/shared/protocol';
import type { MeetingView, PaperView } from '@hopso/shared/session';
import { useEffect, useRef, useState } from 'react';
import { openAhead } from '#paper';
import { useTranslation } from '#platform/i18n';
import type { FollowedPage } from '#platform/live-store';
import { announce, showToast } from '#ui';
import {
  choosingItem,
  choosingPaper,
  itemLed,
  itemShown,
  paperShown,
  type Reading,
  startReading,
  stayingHere,
} from './reading.ts';

export interface ReadingState {
  readonly isFollowing: boolean;
  readonly itemId: string | null;
  /** Null: the item's overview. */
  readonly paperId: string | null;
  readonly chooseItem: (itemId: string) => void;
  readonly choosePaper: (itemId: string, paperId: string | null) => void;
  readonly follow: () => void;
  readonly stopFollowing: () => void;
}

/**
 * Where this person reads; kept over a reload of the page. `currentItemId`: where a follower is taken, which may lag
 * behind the session while somebody writes; `ledPaper`: whose pages somebody else leads.
 */
export function useReading(
  view: MeetingView,
  currentItemId: string | null,
  ledPaper: string | null,
): ReadingState {
  const { id } = view.meeting;
  const places = {
    ...view,
    meeting: { currentItemId },
    ledPaper: ledPaper !== null && ledPaper in view.papers ? ledPaper : null,
  };
  const [reading, setReading] = useState(() => remembered(id));
  useEffect(() => sessionStorage.setItem(keyOf(id), JSON.stringify(reading)), [id, reading]);
  // A follower stays where the session took them when it ends and is at no item any more.
  useEffect(() => {
    if (currentItemId === null) return;
    setReading((now) => (now.isFollowing ? { ...now, chosenId: currentItemId } : now));
  }, [currentItemId]);
  // The paper a leader brought somebody to stays open when the lead ends.
  const led = places.ledPaper === null ? undefined : view.papers[places.ledPaper];
  const { id: ledId, itemId: ledItemId } = led ?? {};
  useEffect(() => {
    if (ledId === undefined || ledItemId === undefined) return;
    setReading((now) => (now.isFollowing ? choosingPaper(now, ledItemId, ledId, ledId) : now));
  }, [ledId, ledItemId]);
  const itemId = itemShown(reading, places);
  useAnnouncedMoves(view, reading.isFollowing);
  const paperId = itemId === null ? null : paperShown(reading, places, itemId);
  useToldOfRecall(view.papers, paperId);
  return {
    isFollowing: reading.isFollowing,
    itemId,
    paperId,
    chooseItem: (chosen) => setReading((now) => choosingItem(now, chosen, itemLed(places))),
    choosePaper: (item, paper) => {
      const chosen = view.papers[paper ?? ''];
      if (chosen !== undefined && paper !== paperId) openAhead(id, chosen);
      setReading((now) =>
        choosingPaper(choosingItem(now, item, itemLed(places)), item, paper, places.ledPaper),
      );
    },
    follow: () =>
      setReading((now) => ({ ...now, isFollowing: true, chosenId: currentItemId ?? now.chosenId })),
    stopFollowing: () => setReading((now) => stayingHere(now, places)),
  };
}

/** What the desk is told of a follower: the page they were led to; null for whoever reads where they like. */
export function followedPage(
  { isFollowing, paperId }: ReadingState,
  place: LedPlace | null,
): FollowedPage | null {
  if (!isFollowing) return null;
  const isAtPlace = place !== null && place.paper === paperId;
  return { paper: paperId, page: isAtPlace ? place.page : null };
}

const keyOf = (meeting: string): string => `hopso.reading.${meeting}`;

function remembered(meeting: string): Reading {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(meeting)) ?? 'null');
    if (typeof stored === 'object' && stored !== null && 'paperOf' in stored) return stored as Reading;
  } catch {
    // What cannot be read was not written by this version: start anew.
  }
  return startReading;
}

/** Says why the paper that was open is gone. */
function useToldOfRecall(papers: MeetingView['papers'], paperId: string | null): void {
  const { t } = useTranslation('meeting');
  const open = useRef<PaperView | null>(null);
  useEffect(() => {
    const last = open.current;
    open.current = papers[paperId ?? ''] ?? null;
    if (last !== null && !(last.id in papers)) showToast(t('paper.recalled', { title: last.title }));
  }, [papers, paperId, t]);
}

/** Says to screen readers where the session took a follower. */
function useAnnouncedMoves({ meeting, items }: MeetingView, isFollowing: boolean): void {
  const { t } = useTranslation('meeting');
  const last = useRef(meeting.currentItemId);
  useEffect(() => {
    const moved = meeting.currentItemId;
    if (moved === last.current) return;
    last.current = moved;
    const item = moved === null ? undefined : items[moved];
    if (!isFollowing || item === undefined) return;
    announce(t('follow.moved', { n: item.number, title: item.isListed ? '' : item.title }));
  }, [meeting.currentItemId, items, isFollowing, t]);
}
