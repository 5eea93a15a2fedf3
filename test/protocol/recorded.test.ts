import { PROTOCOL_VERSION, upMessages } from '@hopso/shared/protocol';
import { expect, test } from 'vitest';

/** Messages as clients of earlier versions send them; those of a supported major version must be understood. */
const recorded: readonly { version: string; name: keyof typeof upMessages; message: unknown }[] = [
  {
    version: '1.0',
    name: 'join',
    message: { meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01', version: '1.0', have: null },
  },
  {
    version: '1.0',
    name: 'join',
    message: {
      meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01',
      version: '1.0',
      have: { epoch: '0b9e2c1a-7a4e-4a77-8f0e-6a2c1d9e4f10', to: 128 },
    },
  },
  {
    version: '1.0',
    name: 'sync',
    message: {
      meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01',
      epoch: '0b9e2c1a-7a4e-4a77-8f0e-6a2c1d9e4f10',
      to: 128,
    },
  },
  { version: '1.0', name: 'leave', message: { meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01' } },
  {
    version: '1.0',
    name: 'command',
    message: {
      meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01',
      id: 'c4f0a1e2b3d4c5f60718293a4b5c6d7e',
      command: { type: 'CastBallot', vote: 'v-1', round: 1, choice: 'approve' },
    },
  },
  {
    version: '1.0',
    name: 'presence',
    message: { meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01', item: null, to: 0 },
  },
  {
    version: '1.0',
    name: 'presence',
    message: {
      meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01',
      item: 'i-3',
      to: 12,
      following: { paper: 'p-2', page: 7 },
    },
  },
  {
    version: '1.0',
    name: 'ink',
    message: {
      meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01',
      paper: 'p-2',
      version: 1,
      page: 7,
      stroke: '5d1c52f8-6a3b-4f0e-8c6e-2f7d1b0a9e34',
      isPressureMeasured: true,
      from: 12,
      points: [[120.5, 640.25, 0.62]],
      isDone: false,
    },
  },
  {
    version: '1.0',
    name: 'inkUndo',
    message: { meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01', paper: 'p-2', version: 1 },
  },
  {
    version: '1.0',
    name: 'leader',
    message: { meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01', person: null },
  },
  {
    version: '1.0',
    name: 'lead',
    message: {
      meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01',
      place: { paper: 'p-2', version: 1, page: 7, y: 612.25 },
    },
  },
  {
    version: '1.0',
    name: 'pointer',
    message: { meeting: 'b7c1f3de-0d0e-4b1c-9f57-3a2c5a1f9a01', at: { x: 120.5, y: 640 } },
  },
];

test('what clients of this major version have ever sent is still understood', () => {
  const major = PROTOCOL_VERSION.split('.')[0];
  const supported = recorded.filter(({ version }) => version.split('.')[0] === major);
  expect(new Set(supported.map(({ name }) => name))).toEqual(new Set(Object.keys(upMessages)));
  for (const { name, message } of supported)
    expect(upMessages[name].safeParse(message)).toEqual({ success: true, data: message });
});
