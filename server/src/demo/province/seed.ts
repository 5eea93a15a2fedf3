import { Readable } from 'node:stream';
import type { NewMeeting } from '@hopso/shared/meeting';
import { buildDemoPapers } from '#demo/papers';
import { prepareMeeting } from '#meeting';
import { openAccounts } from './accounts.ts';
import { APRIL_SESSION, announceAprilSession, openAprilSession } from './april-session.ts';
import { Conducted } from './conduct.ts';
import type { Core } from './core.ts';
import { at, DEMO_NOW, type DemoTime } from './demo-time.ts';
import { DISTRICT_SESSION, holdDistrictSession } from './district-session.ts';
import { holdMarchSession, MARCH_SESSION } from './march-session.ts';
import { announceNextDay, NEXT_DAY_SESSION } from './next-day-session.ts';
import { type Organised, organise, settled } from './organise.ts';
import { DEMO_DISTRICT, PROVINCE } from './people.ts';

/** Where the demonstration's time begins: before the first thing that happens in it. */
export const DEMO_FROM = at('2021-03-22 08:00');

/** What the demonstration prints besides its accounts. */
export interface Seeded {
  readonly aprilSessionId: string;
}

/**
 * Puts the province in, through the same commands that people give, at the times at which they happened.
 * Afterwards it is 28/4/2021, 07:30. Papers are built once and kept in `cacheDir`.
 */
export async function seedProvince(core: Core, time: DemoTime, cacheDir: string): Promise<Seeded> {
  const papers = await buildDemoPapers(cacheDir);
  const organised = await organise(core);
  await openAccounts(core, organised);
  const opened = opener(core, time, organised);

  const march = await opened('2021-03-22 09:00', MARCH_SESSION, PROVINCE, 'secretary');
  await holdMarchSession(march);
  const district = await opened('2021-04-15 09:00', DISTRICT_SESSION, DEMO_DISTRICT, 'districtSecretary');
  await holdDistrictSession(district);
  const april = await opened('2021-04-21 09:00', APRIL_SESSION, PROVINCE, 'secretary');
  const nextDay = await opened('2021-04-21 10:00', NEXT_DAY_SESSION, PROVINCE, 'secretary');
  const items = await announceAprilSession(april, papers, async (session, paper) => {
    const personId = organised.person('secretary');
    const { fileName } = paper;
    const bytes = Readable.from([paper.bytes]);
    const stored = settled(
      await core.papers.receive({ meetingId: session.meetingId, personId, fileName, bytes }),
    );
    return stored.id;
  });
  await announceNextDay(nextDay);
  await openAprilSession(april, items);
  await core.papers.textsSettled();
  time.leadTo(DEMO_NOW);
  return { aprilSessionId: april.meetingId };
}

function opener(core: Core, time: DemoTime, organised: Organised) {
  return async (
    local: string,
    meeting: Omit<NewMeeting, 'hostUnitId'>,
    host: string,
    secretary: string,
  ): Promise<Conducted> => {
    time.leadTo(at(local));
    const actor = await core.actorOf(organised.person(secretary));
    if (actor === null) throw new Error(`The demonstration has nobody called "${secretary}".`);
    const options = {
      db: core.database.db,
      log: core.log,
      clock: time,
      unitName: async (unitId: string) => (await core.organisation.unit(unitId))?.name ?? null,
    };
    const id = settled(
      await prepareMeeting(options, actor, { ...meeting, hostUnitId: organised.unit(host) }),
    );
    return new Conducted(core, time, organised, id, secretary);
  };
}
