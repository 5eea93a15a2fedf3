import type { MeetingView } from '@hopso/shared/session';

/** The view as a reader needs it: a session that is over is at no item any more, so there is nobody to follow. */
export function sittingView(view: MeetingView): MeetingView {
  const { phase, currentItemId } = view.meeting;
  const isSitting = phase === 'inSession' || phase === 'paused';
  if (isSitting || currentItemId === null) return view;
  return { ...view, meeting: { ...view.meeting, currentItemId: null } };
}
