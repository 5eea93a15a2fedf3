import type { ComparedPage, PagesCompared, PageWords } from '#paper';
import type { AnnotationBody } from './annotation.ts';
import type { Placement } from './limits.ts';
import { type Run, runsOf, type SearchPage, searchPage } from './page-search.ts';
import {
  besideWords,
  type CarriedNote,
  extentOf,
  movedAlong,
  movedBy,
  type Shift,
  shiftBeside,
} from './placing.ts';

/** Two versions of one paper, made ready for the carrying of many notes. */
export interface VersionPair {
  readonly older: (page: number) => SearchPage | undefined;
  readonly newer: (page: number) => SearchPage | undefined;
  /** The pages of the newer version, from the first. */
  readonly newerPages: readonly number[];
  /** By the page of the older version. */
  readonly answers: ReadonlyMap<number, ComparedPage>;
}

/** Most notes stand where they stood: a page is made ready for searching when the first note asks for it. */
export function versionPair(
  older: readonly PageWords[],
  newer: readonly PageWords[],
  { pages }: PagesCompared,
): VersionPair {
  const answers = new Map(pages.flatMap((page) => (page.from === null ? [] : [[page.from, page] as const])));
  return {
    older: lazily(older),
    newer: lazily(newer),
    newerPages: newer.map(({ page }) => page),
    answers,
  };
}

function lazily(pages: readonly PageWords[]): (page: number) => SearchPage | undefined {
  const given = new Map(pages.map((page) => [page.page, page]));
  const made = new Map<number, SearchPage>();
  return (page) => {
    const words = given.get(page);
    const ready = made.get(page) ?? (words === undefined ? undefined : searchPage(words));
    if (ready !== undefined) made.set(page, ready);
    return ready;
  };
}

/** Every page of the newer version but one. */
const others = ({ newer, newerPages }: VersionPair, but: SearchPage | undefined): readonly SearchPage[] =>
  newerPages.flatMap((page) => (page === but?.page ? [] : (newer(page) ?? [])));

export interface Carried extends CarriedNote {
  readonly placement: Exclude<Placement, 'own'>;
}

/**
 * [N8] Where a note of the older version stands on the newer one; exactly one of
 * - `carried`: on the page that answers to its own, at the same words or beside them, or where nothing has changed
 * - `moved`: at the same words on another page, or on a page that was moved whole
 * - `tray`: nowhere yet; page and geometry stay those of the older version
 * A note that waits in the tray of the older version goes on waiting.
 */
export function carryOver(note: CarriedNote, pair: VersionPair): Carried {
  const waits = note.body.placement === 'tray';
  const found = waits ? null : (placed(note, pair) ?? null);
  const { page, body, placement } = found ?? { ...note, placement: 'tray' as const };
  return { type: note.type, page, body: { ...body, placement }, placement };
}

type Found = Omit<Carried, 'type'>;

function placed(note: CarriedNote, pair: VersionPair): Found | null {
  const answer = pair.answers.get(note.page);
  if (note.type === 'bookmark') {
    return answer === undefined ? null : onAnswer(answer, note.body);
  }
  const { anchor } = note.body;
  const found =
    anchor === null || anchor === undefined || anchor.quote.trim() === ''
      ? besidePlace(note, pair, answer)
      : quotePlace(note, pair, answer);
  if (found !== null) return found;
  // Nothing has changed on its page: it stays, also where its words are not found again (read by another program).
  return answer !== undefined && answer.kind !== 'changed' ? onAnswer(answer, note.body) : null;
}

const onAnswer = ({ page, kind }: ComparedPage, body: AnnotationBody): Found => ({
  page,
  body,
  placement: kind === 'moved' ? 'moved' : 'carried',
});

/** Shorter quotes without their surroundings are found anywhere by chance. */
const TELLING_QUOTE = 12;
const TELLING_CONTEXT = 8;

function quotePlace(note: CarriedNote, pair: VersionPair, answer: ComparedPage | undefined): Found | null {
  const { anchor } = note.body;
  const own = pair.older(note.page);
  if (anchor === null || anchor === undefined || own === undefined) return null;
  const was = nearest(runsOf(anchor, own), own, note);
  const target = answer === undefined ? undefined : pair.newer(answer.page);
  if (answer !== undefined && target !== undefined) {
    const run = nearest(runsOf(anchor, target), target, note, was?.from);
    if (run !== null)
      return onAnswer(answer, movedAlong(note, { page: own, run: was }, { page: target, run }));
  }
  const elsewhere = others(pair, target).flatMap((page) =>
    runsOf(anchor, page).map((run) => ({ page, run })),
  );
  const best = elsewhere.reduce<(typeof elsewhere)[number] | null>(
    (a, b) => (a === null || b.run.context > a.run.context ? b : a),
    null,
  );
  if (best === null) return null;
  const isAlone = elsewhere.length === 1 && best.run.until - best.run.from >= TELLING_QUOTE;
  if (!isAlone && best.run.context < TELLING_CONTEXT) return null;
  const body = movedAlong(note, { page: own, run: was }, best);
  return { page: best.page.page, body, placement: 'moved' };
}

/** The run whose surroundings agree best; of several, the one nearest to where the note stands (or where its run was). */
function nearest(runs: readonly Run[], page: SearchPage, note: CarriedNote, was?: number): Run | null {
  const extent = extentOf(note);
  const away = (run: Run): number => {
    if (was !== undefined) return Math.abs(run.from - was);
    if (extent === null) return 0;
    const line = page.starts.findIndex(
      (start, index) => start <= run.from && (page.starts[index + 1] ?? 0) > run.from,
    );
    const box = page.lines[line]?.box;
    return box === undefined ? 0 : Math.abs(box[1] - extent[1]);
  };
  return runs.reduce<Run | null>((best, run) => {
    if (best === null || run.context > best.context) return run;
    return run.context === best.context && away(run) < away(best) ? run : best;
  }, null);
}

/** Ink, marker, free text: it goes with the words beside it. */
function besidePlace(note: CarriedNote, pair: VersionPair, answer: ComparedPage | undefined): Found | null {
  const own = pair.older(note.page);
  const extent = extentOf(note);
  if (own === undefined || extent === null) return null;
  const beside = besideWords(extent, own);
  if (beside === null) return null;
  const at = (page: SearchPage): Shift | null => shiftBeside(beside, own, page);
  const target = answer === undefined ? undefined : pair.newer(answer.page);
  const here = target === undefined ? null : at(target);
  if (answer !== undefined && here !== null) return onAnswer(answer, movedBy(note.body, here));
  if (answer !== undefined && answer.kind !== 'changed') return null;
  if (!beside.isTelling) return null;
  const found = others(pair, target).flatMap((page) => {
    const shift = at(page);
    return shift === null ? [] : [{ page: page.page, shift }];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  return { page: only.page, body: movedBy(note.body, only.shift), placement: 'moved' };
}
