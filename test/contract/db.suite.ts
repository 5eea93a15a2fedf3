import {
  type Db,
  forUpdate,
  isUniqueViolation,
  NestedWriteError,
  type NewRow,
} from '@hopso/server/platform/database';
import { and, eq, lt } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenEngine, TestEngine } from '../support/engines.ts';
import { addHostUnit, HOST_UNIT } from '../support/meetings.ts';

/** What every database promises to the features' queries. */
export function dbContract(engine: TestEngine): void {
  describe(`database on ${engine.name}`, () => {
    let open: OpenEngine;
    let db: Db;

    beforeAll(async () => {
      open = await engine.open();
      db = open.database.db;
      await addHostUnit(db);
    });
    afterAll(() => open.dispose());

    const person = (id: string): NewRow<'persons'> => ({
      id,
      name: 'Đặng Thị Ngọc Ánh',
      post: 'Ủy viên',
      unitId: HOST_UNIT,
      active: true,
      createdAt: 1_619_568_000_123,
    });
    const setting = async (key: string) => {
      const [row] = await db.read.select().from(db.t.settings).where(eq(db.t.settings.key, key));
      return row?.value;
    };

    test('gives rows back as they were put in', async () => {
      const inserted = await db.write((q) => q.insert(db.t.persons).values(person('p1')).returning());
      const read = await db.read.select().from(db.t.persons).where(eq(db.t.persons.id, 'p1'));
      expect(read).toEqual([{ ...person('p1'), phone: null }]);
      expect(inserted).toEqual(read);
    });

    test.each([
      ['a text with diacritics', 'Đường Nguyễn Đình Chiểu'],
      ['a text that looks like a number', '12'],
      ['a text that looks like JSON', '{"a":1}'],
      ['a number', 1.5],
      ['a truth', false],
      ['a list', [1, null, 'đ', [true]]],
      ['an object', { 'đơn vị': null, con: { b: 1, a: [2] } }],
    ])('keeps %s in a JSON column', async (name, value) => {
      await db.write(async (q) => {
        await q.insert(db.t.settings).values({ key: name, value });
      });
      expect(await setting(name)).toEqual(value);
    });

    test('keeps a nullable JSON column empty', async () => {
      const [entry] = await db.write((q) =>
        q
          .insert(db.t.auditEntries)
          .values({ at: 1, actorId: 'p', action: 'login', object: 'p', result: 'ok', detail: null })
          .returning(),
      );
      expect(entry?.detail).toBeNull();
      expect(entry?.seq).toBeGreaterThan(0);
    });

    test('updates a row that is there and adds one that is not', async () => {
      const put = (value: string) =>
        db.write(async (q) => {
          await q
            .insert(db.t.settings)
            .values({ key: 'upsert', value })
            .onConflictDoUpdate({ target: db.t.settings.key, set: { value } });
        });
      await put('một');
      await put('hai');
      expect(await setting('upsert')).toBe('hai');
    });

    test('keeps a write as a whole, also across awaits', async () => {
      const failing = db.write(async (q) => {
        await q.insert(db.t.settings).values({ key: 'rolled-back', value: 1 });
        await Promise.resolve();
        await q.insert(db.t.persons).values(person('p-rolled-back'));
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await setting('rolled-back')).toBeUndefined();
      expect(await db.write(async () => 'next')).toBe('next');
    });

    test.runIf(engine.readsBesideWrites)(
      'does not show what is not committed, nor make readers wait',
      async () => {
        await db.write(async (q) => {
          await q.insert(db.t.settings).values({ key: 'unseen', value: 1 });
          expect(await setting('unseen')).toBeUndefined();
        });
        expect(await setting('unseen')).toBe(1);
      },
    );

    test('counts to 200 when 200 writers read and change one row at once', async () => {
      const { settings } = db.t;
      const mine = eq(settings.key, 'counter');
      await db.write(async (q) => {
        await q.insert(settings).values({ key: 'counter', value: 0 });
      });
      await Promise.all(
        Array.from({ length: 200 }, () =>
          db.write(async (q) => {
            const [row] = await forUpdate(db, q.select().from(settings).where(mine));
            await q
              .update(settings)
              .set({ value: Number(row?.value) + 1 })
              .where(mine);
          }),
        ),
      );
      expect(await setting('counter')).toBe(200);
    });

    test('lets one of many win a compare-and-set', async () => {
      const { users } = db.t;
      await db.write(async (q) => {
        await q.insert(db.t.persons).values(person('p-cas'));
        await q.insert(users).values({
          personId: 'p-cas',
          username: 'cas',
          passwordHash: '',
          mustChange: true,
          disabled: false,
          createdAt: 1,
          updatedAt: 1,
        });
      });
      const wins = await Promise.all(
        Array.from({ length: 20 }, () =>
          db.write((q) =>
            q
              .update(users)
              .set({ failedCount: 1 })
              .where(and(eq(users.personId, 'p-cas'), lt(users.failedCount, 1)))
              .returning({ id: users.personId }),
          ),
        ),
      );
      expect(wins.flat()).toEqual([{ id: 'p-cas' }]);
    });

    test('refuses a write inside a write', async () => {
      const nested = db.write(() => db.write(async () => 'never'));
      await expect(nested).rejects.toBeInstanceOf(NestedWriteError);
      expect(await db.write(async () => 'after')).toBe('after');
    });

    test('tells a taken key from other failures', async () => {
      const add = (unitId: string) =>
        db.write(async (q) => {
          await q.insert(db.t.persons).values({ ...person('p-twice'), unitId });
        });
      await add(HOST_UNIT);
      await expect(add(HOST_UNIT)).rejects.toSatisfy(isUniqueViolation);
      const dangling = db.write(async (q) => {
        await q.insert(db.t.persons).values({ ...person('p-nowhere'), unitId: 'nowhere' });
      });
      await expect(dangling).rejects.toSatisfy((error) => !isUniqueViolation(error));
    });

    test('does not let go of what others refer to', async () => {
      const removal = db.write(async (q) => {
        await q.delete(db.t.units).where(eq(db.t.units.id, HOST_UNIT));
      });
      await expect(removal).rejects.toThrow();
      expect(await db.read.select().from(db.t.units)).toHaveLength(1);
    });

    test.runIf(engine.name === 'SQLite')('cannot be changed through its reader', async () => {
      const attempt = Promise.resolve(
        db.read.insert(db.t.settings).values({ key: 'by the reader', value: 1 }),
      );
      await expect(attempt).rejects.toThrow('readonly');
    });
  });
}
