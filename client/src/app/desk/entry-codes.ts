import type {
  createScreen,
  issueMeetingCode,
  listScreens,
  revokeScreen,
  unlockParticipant,
} from '@hopso/shared/identity';
import type { getHallCode } from '@hopso/shared/meeting';
import { queryOptions } from '@tanstack/react-query';
import { codeLifeMinutes } from '#identity';
import { type CallAnswer, call, endpoint } from '#platform/api';
import { serverNow } from '#platform/clock';

const endpoints = {
  hallCode: endpoint<typeof getHallCode>('get', '/api/meetings/:meeting/hall-code'),
  screens: endpoint<typeof listScreens>('get', '/api/meetings/:meeting/screens'),
  createScreen: endpoint<typeof createScreen>('post', '/api/meetings/:meeting/screens'),
  revokeScreen: endpoint<typeof revokeScreen>('delete', '/api/meetings/:meeting/screens/:screen'),
  issueCode: endpoint<typeof issueMeetingCode>('post', '/api/meetings/:meeting/codes'),
  unlock: endpoint<typeof unlockParticipant>('post', '/api/meetings/:meeting/unlock'),
};

/** `until` is by the clock this screen shows: sign-ins run on another one where a demonstration lives in the past. */
export type IssuedCode = CallAnswer<typeof issueMeetingCode> & { readonly until: number };
export type NewScreen = CallAnswer<typeof createScreen>;

/** The hall's code now; asked for again when it has run out. */
export const hallCodeQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['hall-code', meeting],
    queryFn: ({ signal }) => call(endpoints.hallCode, { params: { meeting } }, { signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined ? 5_000 : Math.max(1_000, state.data.validUntil - serverNow() + 200),
    gcTime: 0,
  });

export const screensQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['screens', meeting],
    queryFn: async ({ signal }) =>
      (await call(endpoints.screens, { params: { meeting } }, { signal })).screens,
  });

export async function issueCode(meeting: string, person: string): Promise<IssuedCode> {
  const issued = await call(endpoints.issueCode, { params: { meeting }, body: { person } });
  return { ...issued, until: serverNow() + codeLifeMinutes * 60_000 };
}

export const unlock = (meeting: string, person: string): Promise<undefined> =>
  call(endpoints.unlock, { params: { meeting }, body: { person } });

export const newScreen = (meeting: string): Promise<NewScreen> =>
  call(endpoints.createScreen, { params: { meeting } });

export const endScreen = (meeting: string, screen: string): Promise<undefined> =>
  call(endpoints.revokeScreen, { params: { meeting, screen } });
