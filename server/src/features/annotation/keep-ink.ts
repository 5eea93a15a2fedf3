import { randomUUID } from 'node:crypto';
import { type AnnotationAct, annotationLimits, PRESENTED_PEN } from '@hopso/shared/annotation';
import type { Db } from '#platform/database';
import type { WaitingStroke } from '#platform/live';
import { saveActs, type Told } from './save-acts.ts';
import { standingOn } from './standing-on.ts';

export interface KeptInk {
  /** Ids of the strokes that are notes now. */
  readonly kept: readonly string[];
  readonly told: readonly Told[];
}

/** Makes strokes of the presenter's pen notes of those who drew them, shared with all (N14). Twice makes them once. */
export async function keepInk(
  db: Db,
  at: { readonly meetingId: string; readonly paperId: string; readonly version: number },
  strokes: readonly WaitingStroke[],
  now: number,
): Promise<KeptInk> {
  const { meetingId, paperId, version } = at;
  const kept: string[] = [];
  const told: Told[] = [];
  for (const [ownerId, own] of Map.groupBy(strokes, (stroke) => stroke.ownerId)) {
    for (let start = 0; start < own.length; start += annotationLimits.acts) {
      const acts = own.slice(start, start + annotationLimits.acts).map(
        ({ id, page, isPressureMeasured, points }): AnnotationAct => ({
          ...{ id, paperId, version, page, at: now },
          actId: randomUUID(),
          type: 'ink',
          sharing: 'all',
          body: {
            ...PRESENTED_PEN,
            isPressureMeasured,
            isPresented: true,
            points: [...points],
          },
        }),
      );
      const saved = await saveActs(db, {
        ...{ meetingId, ownerId, acts, now },
        standing: standingOn(paperId, version),
        withPart: new Set(),
        mayPresent: true,
      });
      kept.push(...acts.flatMap(({ id }, index) => (saved.results[index]?.problem === null ? [id] : [])));
      if (saved.told !== null) told.push(saved.told);
    }
  }
  return { kept, told };
}
