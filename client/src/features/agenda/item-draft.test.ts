import type { OpenItemView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { changesOf, contentOf, draftOf, faultsOf, newItemDraft } from './item-draft.ts';

const item = {
  title: 'Tờ trình',
  kind: 'decision',
  submittingBody: 'Sở Tài chính',
  presenters: ['Ông A', 'Bà B'],
  presiderId: null,
  isCollective: true,
  plannedMinutes: 15,
  openTo: null,
} as unknown as OpenItemView;

test('a draft becomes trimmed content with one presenter a line', () => {
  const draft = { ...newItemDraft, title: ' Tờ trình ', presenters: 'Ông A\n\n Bà B ', plannedMinutes: '15' };
  expect(contentOf(draft)).toMatchObject({
    title: 'Tờ trình',
    presenters: ['Ông A', 'Bà B'],
    plannedMinutes: 15,
    openTo: 'all',
  });
  expect(contentOf(newItemDraft).plannedMinutes).toBe(0);
});

test('of a secret item nothing is stated, and its line is no title to start from', () => {
  const secret = { ...draftOf(item), isSecret: true };
  expect(contentOf(secret)).toMatchObject({
    ...{ title: '–', submittingBody: '', presenters: [], presiderId: null, isSecret: true },
  });
  expect(faultsOf({ ...secret, title: '' })).toEqual([]);
  const stored = { ...item, title: 'Nội dung lưu hành bản giấy', isSecret: true } as OpenItemView;
  expect(draftOf(stored).title).toBe('');
  expect(changesOf(stored, draftOf(stored))).toEqual({});
  expect(changesOf(item, secret)).toMatchObject({ isSecret: true, title: '–' });
});

test('a title is needed, minutes are a number, a list names somebody', () => {
  expect(faultsOf({ ...newItemDraft, plannedMinutes: 'abc', openTo: [] })).toEqual([
    'title',
    'plannedMinutes',
    'openTo',
  ]);
  expect(faultsOf({ ...newItemDraft, title: 'x', plannedMinutes: '30' })).toEqual([]);
});

test('only what was changed is sent', () => {
  expect(changesOf(item, draftOf(item))).toEqual({});
  expect(changesOf(item, { ...draftOf(item), plannedMinutes: '20', openTo: ['p'] })).toEqual({
    plannedMinutes: 20,
    openTo: ['p'],
  });
});
