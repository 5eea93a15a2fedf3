import type { Upload } from '@hopso/shared/paper';
import { expect, test, vi } from 'vitest';
import { Problem } from '#platform/api';
import { UploadQueue } from './upload-queue.ts';

const upload: Upload = { id: 'u', fileName: '', title: '', pages: 1, bytes: 1, hasText: true };
const file = (name: string) => new File(['%PDF-'], name);

/** Steps that wait until the test lets each file go. */
function stepwise() {
  const doors = new Map<string, { resolve: (u: Upload) => void; reject: (p: Problem) => void }>();
  const laid: string[] = [];
  const queue = new UploadQueue({
    send: ({ name }) => new Promise((resolve, reject) => doors.set(name, { resolve, reject })),
    lay: async (itemId, _, title) => {
      laid.push(`${itemId}: ${title}`);
    },
  });
  return { queue, doors, laid, stages: () => queue.tasks.map(({ stage }) => stage) };
}

test('files go two at once, the next when one is through', async () => {
  const { queue, doors, laid, stages } = stepwise();
  queue.add('i1', [file('01_Tờ trình.pdf'), file('b.pdf'), file('c.pdf')]);
  expect(stages()).toEqual(['sending', 'sending', 'waiting']);
  doors.get('01_Tờ trình.pdf')?.resolve(upload);
  await vi.waitFor(() => expect(stages()).toEqual(['done', 'sending', 'sending']));
  expect(laid).toEqual(['i1: Tờ trình']);
});

test('a refused file keeps its reason and does not hold up the others', async () => {
  const { queue, doors, stages } = stepwise();
  queue.add('i1', [file('a.pdf'), file('b.pdf')]);
  doors.get('a.pdf')?.reject(new Problem('paper/encrypted', { status: 409 }));
  doors.get('b.pdf')?.resolve(upload);
  await vi.waitFor(() => expect(stages()).toEqual(['refused', 'done']));
  expect(queue.tasks[0]?.problem?.code).toBe('paper/encrypted');
  queue.retry(queue.tasks[0]?.id ?? 0);
  expect(stages()).toEqual(['sending', 'done']);
  queue.dismiss(queue.tasks[1]?.id ?? 0);
  expect(stages()).toEqual(['sending']);
});

test('when all bytes have left, the server is examining', () => {
  const shares: Array<(share: number) => void> = [];
  const queue = new UploadQueue({
    send: (_, onShare) => new Promise(() => shares.push(onShare)),
    lay: async () => {},
  });
  queue.add('i', [file('a.pdf')]);
  shares[0]?.(0.4);
  expect(queue.tasks[0]).toMatchObject({ stage: 'sending', share: 0.4 });
  shares[0]?.(1);
  expect(queue.tasks[0]).toMatchObject({ stage: 'examining', share: 1 });
});

test('a small file that overtakes a large one is laid after it all the same', async () => {
  const { queue, doors, laid, stages } = stepwise();
  queue.add('i1', [file('lớn.pdf'), file('nhỏ.pdf')]);
  doors.get('nhỏ.pdf')?.resolve(upload);
  await vi.waitFor(() => expect(stages()).toEqual(['sending', 'laying']));
  expect(laid).toEqual([]);
  doors.get('lớn.pdf')?.resolve(upload);
  await vi.waitFor(() => expect(stages()).toEqual(['done', 'done']));
  expect(laid).toEqual(['i1: lớn', 'i1: nhỏ']);
});
