import type { MeetingView } from '@hopso/shared/session';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { announce } from '#ui';
import { choosingItem, choosingPaper, itemShown, paperShown, type Reading, startReading } from './reading.ts';

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

/** Where this person reads; kept over a reload of the page. */
export function useReading(view: MeetingView): ReadingState {
  const { id, currentItemId } = view.meeting;
  const [reading, setReading] = useState(() => remembered(id));
  useEffect(() => sessionStorage.setItem(keyOf(id), JSON.stringify(reading)), [id, reading]);
  // A follower stays where the session took them when it ends and is at no item any more.
  useEffect(() => {
    if (currentItemId === null) return;
    setReading((now) => (now.isFollowing ? { ...now, chosenId: currentItemId } : now));
  }, [currentItemId]);
  const itemId = itemShown(reading, view);
  useAnnouncedMoves(view, reading.isFollowing);
  return {
    isFollowing: reading.isFollowing,
    itemId,
    paperId: itemId === null ? null : paperShown(reading, view, itemId),
    chooseItem: (chosen) => setReading((now) => choosingItem(now, chosen, currentItemId)),
    choosePaper: (item, paper) =>
      setReading((now) => choosingPaper(choosingItem(now, item, currentItemId), item, paper)),
    follow: () =>
      setReading((now) => ({ ...now, isFollowing: true, chosenId: currentItemId ?? now.chosenId })),
    stopFollowing: () => setReading((now) => ({ ...now, isFollowing: false, chosenId: itemId })),
  };
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
