import { isRestrictedAccess } from '@hopso/shared/paper';
import type { SessionEvent, SessionState } from '@hopso/shared/session';

/** Whose own view an event may have changed: these persons, everybody at the desk, or everybody. */
export interface Touched {
  readonly persons: ReadonlySet<string>;
  readonly desk: boolean;
  readonly all: boolean;
}

/** Collects the touched over the events of one tick. */
export class TouchedPersons implements Touched {
  readonly persons = new Set<string>();
  desk = false;
  all = false;

  add(event: SessionEvent | null, state: SessionState): void {
    if (event === null || this.all) return;
    switch (event.type) {
      case 'BallotCast':
      case 'RaisedHandAnswered':
      case 'JoinedOnDevice':
      case 'InvitationAnswered':
        this.persons.add(event.person);
        return;
      case 'CheckedIn':
      case 'AttendanceRecorded':
      case 'ParticipantLeft':
      case 'ParticipantReturned':
        // The quorum may have come or gone, and with it what the desk may do.
        this.persons.add(event.person);
        this.desk = true;
        return;
      case 'CurrentItemMoved':
      case 'ItemMoveUndone':
      case 'DeskTakenOver':
        this.desk = true;
        this.all = hasListedItems(state);
        return;
      default:
        this.all = true;
    }
  }
}

/** Those on an item's list are told of its changes in their own view. */
function hasListedItems(state: SessionState): boolean {
  for (const item of state.agenda.items.values()) if (item.openTo !== 'all') return true;
  return false;
}

/** Events after which a person may belong to another audience, or to none. */
const moving: ReadonlySet<string> = new Set([
  'CapacityChanged',
  'ParticipantsAdded',
  'ParticipantRemoved',
  'ChairHandedOver',
  'MeetingPublished',
]);

export const movesAudiences = (event: SessionEvent | null): boolean =>
  event !== null && moving.has(event.type);

/** Content that was everybody's is now for some, or for nobody: it must not be found in frames sent before. */
export function narrows(event: SessionEvent | null): boolean {
  if (event?.type === 'PaperAccessSet') return isRestrictedAccess(event.access);
  if (event?.type !== 'ItemEdited') return false;
  const { isSecret, openTo } = event.changes;
  return isSecret === true || (openTo !== undefined && openTo !== 'all');
}
