import type { PersonalView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { whyNot } from './why-not.ts';

type Given = Pick<PersonalView, 'capacity' | 'status'> & { readonly refusal?: string };
const reason = ({ refusal = 'voting/not-elector', ...rest }: Given) =>
  whyNot({ ...rest, may: { CastBallot: refusal } });

test('an elector needs no reason', () => {
  expect(whyNot({ may: { CastBallot: true }, capacity: 'member', status: 'room' })).toBeNull();
});

test('others are told why, by what they are before where they are', () => {
  expect(reason({ capacity: 'substitute', status: 'room' })).toBe('substitute');
  expect(reason({ capacity: 'guest', status: 'unknown' })).toBe('guest');
  expect(reason({ capacity: null, status: null })).toBe('guest');
  expect(reason({ capacity: 'member', status: 'unknown' })).toBe('notPresent');
  expect(reason({ capacity: 'member', status: 'left' })).toBe('notPresent');
  expect(reason({ capacity: 'member', status: 'online' })).toBe('notElector');
});
