import { useState } from 'react';
import { DeskGate } from '#meeting';
import { MeetingLiveProvider } from '#platform/live-store';
import { useMeetingParam } from '#platform/navigation';
import { PrepareScreen, type Step } from './prepare-screen.tsx';

/** Where a meeting is prepared, and added to after publication. */
export function PreparePage() {
  const meeting = useMeetingParam();
  // Held here: publishing takes the whole view anew, and the step one is at must outlast that.
  const [step, setStep] = useState<Step>('agenda');
  return (
    <MeetingLiveProvider key={meeting} meeting={meeting}>
      <DeskGate>
        <PrepareScreen step={step} onStep={setStep} />
      </DeskGate>
    </MeetingLiveProvider>
  );
}
