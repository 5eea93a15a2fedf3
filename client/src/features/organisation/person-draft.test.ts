import { expect, test } from 'vitest';
import { newPersonDraft, personContentOf, personFaults } from './person-draft.ts';

const draft = { name: ' Nguyễn  Văn An ', post: 'Chuyên viên', unitId: 'u1', phone: '' };

test('what is missing is named', () => {
  expect(personFaults(newPersonDraft)).toEqual(['name', 'post', 'unit']);
  expect(personFaults(draft)).toEqual([]);
  expect(personContentOf(newPersonDraft)).toBeNull();
});

test('a telephone number is optional, but must be one', () => {
  expect(personFaults({ ...draft, phone: 'gọi sau' })).toEqual(['phone']);
  expect(personFaults({ ...draft, phone: '+84 (272) 382-6001' })).toEqual([]);
});

test('a name is sent whole, without stray spaces, in one form of its marks', () => {
  expect(personContentOf({ ...draft, name: draft.name.normalize('NFD') })).toEqual({
    name: 'Nguyễn Văn An',
    post: 'Chuyên viên',
    unitId: 'u1',
    phone: null,
  });
});
