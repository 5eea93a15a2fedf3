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
];

test('what clients of this major version have ever sent is still understood', () => {
  const major = PROTOCOL_VERSION.split('.')[0];
  const supported = recorded.filter(({ version }) => version.split('.')[0] === major);
  expect(new Set(supported.map(({ name }) => name))).toEqual(new Set(Object.keys(upMessages)));
  for (const { name, message } of supported)
    expect(upMessages[name].safeParse(message)).toEqual({ success: true, data: message });
});
