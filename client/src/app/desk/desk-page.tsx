import { DeskGate } from '#meeting';
import { MeetingLiveProvider } from '#platform/live-store';
import { useMeetingParam } from '#platform/navigation';
import { DeskScreen } from './desk-screen.tsx';

/** Where a session is conducted. */
export function DeskPage() {
  const meeting = useMeetingParam();
  return (
    <MeetingLiveProvider key={meeting} meeting={meeting}>
      <DeskGate>
        <DeskScreen />
      </DeskGate>
    </MeetingLiveProvider>
  );
}
