import type { ReadingPlace } from '@hopso/shared/paper';
import { and, eq } from 'drizzle-orm';
import type { Db } from '#platform/database';

/** Null when the person never opened the paper. */
export async function readingPlace(
  { read, t }: Db,
  personId: string,
  paperId: string,
): Promise<ReadingPlace | null> {
  const { readingPlaces: places } = t;
  const [place] = await read
    .select({ page: places.page, zoom: places.zoom })
    .from(places)
    .where(and(eq(places.personId, personId), eq(places.paperId, paperId)));
  return place ?? null;
}

/** The last place saved counts, on whichever device. */
export function writeReadingPlace(
  db: Db,
  of: { readonly personId: string; readonly paperId: string },
  { page, zoom }: ReadingPlace,
  at: number,
): Promise<void> {
  const { readingPlaces: places } = db.t;
  const values = { page, zoom, updatedAt: at };
  return db.write(async (q) => {
    await q
      .insert(places)
      .values({ ...of, ...values })
      .onConflictDoUpdate({ target: [places.personId, places.paperId], set: values });
  });
}
