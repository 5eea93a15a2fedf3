import { expect, test } from 'vitest';
import { grantsLeading, type LeadingScene, mayLeadPages, type PageLeader } from './leading.ts';

const somebody: PageLeader = {
  personId: 'm1',
  name: 'Nguyễn Văn An',
  isAtDesk: false,
  isPresiding: false,
  capacity: 'member',
};
const scene: LeadingScene = {
  isInSession: true,
  deskHolderId: 'clerk',
  presenters: ['Ông Nguyễn Văn An – Giám đốc Sở Tài chính'],
  namedId: null,
};
const clerk = { ...somebody, personId: 'clerk', isAtDesk: true, capacity: 'secretary' } as const;
const presenter = { ...somebody, capacity: 'presenter' } as const;

test('who presides and the desk that leads give the right to lead, and have it', () => {
  for (const person of [clerk, { ...somebody, isPresiding: true }]) {
    expect(grantsLeading(person, scene)).toBe(true);
    expect(mayLeadPages(person, scene)).toBe(true);
  }
  expect(mayLeadPages({ ...clerk, personId: 'clerk2' }, scene)).toBe(false);
  expect(mayLeadPages({ ...clerk, personId: 'clerk2' }, { ...scene, deskHolderId: null })).toBe(true);
});

test('a presenter leads the item that names them, by whole words', () => {
  expect(mayLeadPages(presenter, scene)).toBe(true);
  expect(grantsLeading(presenter, scene)).toBe(false);
  expect(mayLeadPages({ ...presenter, name: 'Văn An' }, { ...scene, presenters: ['Trần Văn Ang'] })).toBe(
    false,
  );
  expect(mayLeadPages({ ...presenter, name: '' }, scene)).toBe(false);
  expect(mayLeadPages(presenter, { ...scene, presenters: [] })).toBe(false);
  // The same name on the list of members is no presenter.
  expect(mayLeadPages(somebody, scene)).toBe(false);
});

test('whom the desk asks may lead, and gives nobody the right', () => {
  const asked = { ...scene, namedId: 'm1' };
  expect(mayLeadPages(somebody, asked)).toBe(true);
  expect(grantsLeading(somebody, asked)).toBe(false);
});

test('outside the session nobody leads', () => {
  for (const person of [clerk, presenter, { ...somebody, isPresiding: true }])
    expect(mayLeadPages(person, { ...scene, namedId: person.personId, isInSession: false })).toBe(false);
});
