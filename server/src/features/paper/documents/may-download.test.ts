import { paperRights } from '@hopso/shared/paper';
import { expect, test } from 'vitest';
import { mayDownload, mayPrint } from './may-download.ts';

const paper = {
  ...{ id: 'p1', itemId: 'i1', title: 'Tờ trình', fileName: 'a.pdf', sha256: 'ab', bytes: 1, pages: 1 },
  ...{ hasText: true, version: 1, versions: [] },
};
const rightsThat = (allow: typeof mayPrint) => paperRights.filter((right) => allow({ ...paper, right }));

test('[P12] a copy is for those with the right to download, and one to be printed for those who may print', () => {
  expect(rightsThat(mayDownload)).toEqual(['download', 'print']);
  expect(rightsThat(mayPrint)).toEqual(['print']);
  expect(mayDownload(undefined)).toBe(false);
});
