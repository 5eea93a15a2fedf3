import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import { type DocumentKind, type DocumentOrder, versionOf } from '@hopso/shared/paper';
import type { PackContents } from '@hopso/shared/session';
import type { BlobStore } from '#platform/blobs';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { cleanFileName } from '../file-name.ts';
import type { PaperMeetings } from '../meetings.ts';
import { paperTextOf } from '../text/text-rows.ts';
import type { DrawnNote, FindNotes, Order, Source } from './document-order.ts';
import { mayDownload, mayPrint } from './may-download.ts';

export interface AssemblyParts {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly meetings: PaperMeetings;
  readonly notesOn: FindNotes;
}

/** Whom a document is made for, and in which meeting. */
export interface Reader {
  readonly meetingId: string;
  readonly personId: string;
}

/** What a document shows of the meeting: all of it must still be the reader's when it is fetched. */
export interface Held {
  readonly items: readonly string[];
  readonly files: readonly { readonly paperId: string; readonly sha256: string }[];
  /** Papers that are named in it without their pages. */
  readonly named: readonly string[];
  /** All of it may be printed by the reader. */
  readonly isPrintable: boolean;
}

type Unplaced<O> = O extends Order ? Omit<O, 'out'> : never;

/** A document that may be made. */
export interface PreparedDocument {
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly held: Held;
  /** Lays the files into this folder and says what is to be made of them. */
  order(folder: string, signal: AbortSignal): Promise<Unplaced<Order>>;
}

interface File {
  readonly paperId: string;
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly address: Source['address'];
}

/** Refuses `not-found` for whatever the reader may not have. */
export async function prepareDocument(
  parts: AssemblyParts,
  reader: Reader,
  wanted: DocumentOrder,
): Promise<Result<PreparedDocument>> {
  const card = await parts.meetings.reader(reader.personId);
  if (card === null) return refuse('not-found');
  const watermark = [card.name, card.unit, shortTime(parts.clock.now())].filter(Boolean).join(' · ');
  if (wanted.kind === 'pack') return preparePack(parts, reader, { ...wanted, watermark });
  return prepareCopy(parts, reader, { ...wanted, watermark });
}

/** Whether everything in it is still there for the reader: asked again when it is fetched. */
export async function isStillHeld(meetings: PaperMeetings, reader: Reader, held: Held): Promise<boolean> {
  const { meetingId, personId } = reader;
  const readable = await meetings.readable(meetingId, personId);
  const pack = held.items.length === 0 ? null : await meetings.pack(meetingId, personId);
  const open = new Set(pack?.items.flatMap(({ id, content }) => (content === null ? [] : [id])));
  const isReadable = ({ paperId, sha256 }: Held['files'][number]) => {
    const paper = readable?.find(({ id }) => id === paperId);
    if (!mayDownload(paper) || (held.isPrintable && !mayPrint(paper))) return false;
    return paper.versions.some((version) => version.sha256 === sha256);
  };
  const isNamed = (paperId: string) => readable?.some(({ id }) => id === paperId) === true;
  return held.files.every(isReadable) && held.named.every(isNamed) && held.items.every((id) => open.has(id));
}

async function prepareCopy(
  parts: AssemblyParts,
  reader: Reader,
  wanted: Extract<DocumentOrder, { paper: string }> & { readonly watermark: string },
): Promise<Result<PreparedDocument>> {
  const readable = await parts.meetings.readable(reader.meetingId, reader.personId);
  const paper = readable?.find(({ id }) => id === wanted.paper);
  if (!mayDownload(paper)) return refuse('not-found');
  const version = versionOf(paper, wanted.version);
  if (version === null) return refuse('not-found');
  const { title } = paper;
  const address = { item: paper.itemNumber, paper: paper.number };
  const file = { paperId: paper.id, version: version.version, sha256: version.sha256, title, address };
  const hasNotes = wanted.kind === 'annotated';
  const isPrintable = mayPrint(paper);
  return ok({
    kind: wanted.kind,
    fileName: cleanFileName(`${title.replace(/[/\\]/g, '-')}${hasNotes ? ' (có ghi chú)' : ''}.pdf`),
    held: { items: [], files: [file], named: [], isPrintable },
    async order(folder, signal) {
      const notes = hasNotes ? await notesOf(parts, reader, [file]) : NO_NOTES;
      const source = await laidOut(parts, { file, notes, folder, signal });
      return { task: 'copy', watermark: wanted.watermark, isPrintable, source };
    },
  });
}

async function preparePack(
  parts: AssemblyParts,
  reader: Reader,
  { withNotes, watermark }: { readonly withNotes: boolean; readonly watermark: string },
): Promise<Result<PreparedDocument>> {
  const contents = await parts.meetings.pack(reader.meetingId, reader.personId);
  if (contents === null) return refuse('not-found');
  const files = filesOf(contents);
  const readable = await parts.meetings.readable(reader.meetingId, reader.personId);
  const isPrintable = files.every(({ paperId }) => {
    const paper = readable?.find(({ id }) => id === paperId);
    return paper !== undefined && mayPrint(paper);
  });
  return ok({
    kind: 'pack',
    fileName: cleanFileName(`Bộ tài liệu ${contents.meeting.title.replace(/[/\\]/g, '-')}.pdf`),
    held: {
      items: contents.items.flatMap(({ id, content }) => (content === null ? [] : [id])),
      files,
      named: contents.items.flatMap(({ content }) =>
        (content?.papers ?? []).flatMap(({ id, isViewOnly }) => (isViewOnly ? [id] : [])),
      ),
      isPrintable,
    },
    async order(folder, signal) {
      const notes = withNotes ? await notesOf(parts, reader, files) : NO_NOTES;
      const sources: { [paperId: string]: Source } = {};
      for (const file of files) {
        sources[file.paperId] = await laidOut(parts, { file, notes, folder, signal });
      }
      return { task: 'pack', watermark, isPrintable, contents, sources };
    },
  });
}

const filesOf = ({ items }: PackContents): File[] =>
  items.flatMap(({ number, content }) =>
    (content?.papers ?? [])
      .filter(({ isViewOnly }) => !isViewOnly)
      .map(({ id, version, sha256, title, number: paper }) => ({
        ...{ paperId: id, version, sha256, title, address: { item: number, paper } },
      })),
  );

/** The notes on a paper. */
type NotesOf = (paperId: string) => readonly DrawnNote[];

const NO_NOTES: NotesOf = () => [];

async function notesOf({ notesOn }: AssemblyParts, reader: Reader, files: readonly File[]): Promise<NotesOf> {
  const byPaper = Map.groupBy(await notesOn(reader, files), ({ paperId }) => paperId);
  return (paperId) => byPaper.get(paperId) ?? [];
}

interface LayingOut {
  readonly file: File;
  readonly notes: NotesOf;
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** The making process opens files by their path, and a store need not be a folder. */
async function laidOut(
  { db, blobs }: AssemblyParts,
  { file, notes, folder, signal }: LayingOut,
): Promise<Source> {
  const path = join(folder, `${file.sha256}.pdf`);
  await pipeline(await blobs.open(file.sha256), createWriteStream(path, { mode: 0o600 }), { signal });
  const words = await paperTextOf(db, file.sha256);
  const lines = Object.fromEntries(
    (words?.pages ?? []).map(({ page, lines }) => [page, lines.map(({ box }) => box)]),
  );
  const { title, address } = file;
  return { file: path, title, address, notes: notes(file.paperId), lines };
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  hourCycle: 'h23',
});

/** `28/04/2021 08:15` */
const shortTime = (instant: number): string => clock.format(instant).replace(', ', ' ');
