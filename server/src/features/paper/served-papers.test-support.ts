/** The papers' routes on a real server, a real database and a real folder. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Upload } from '@hopso/shared/paper';
import type { PackContents, PackItem } from '@hopso/shared/session';
import { notesOnPapers } from '#annotation';
import { type BlobStore, openBlobFolder } from '#platform/blobs';
import { manualClock } from '#platform/clock';
import { type Db, openDatabase } from '#platform/database';
import { createHttpApp, createWebServer, listen, type Principal } from '#platform/http';
import { createLogger, createMetrics } from '#platform/telemetry';
import type { PaperMeetings, ReadablePaper } from './meetings.ts';
import { createPapers, type Papers } from './papers.ts';

export const NOW = Date.UTC(2021, 3, 28, 0, 30);

type Standing = 'desk' | 'member' | 'guest';

/** A paper on which everybody has every right unless the test says otherwise. */
type LaidPaper = Omit<ReadablePaper, 'right'> &
  Partial<Pick<ReadablePaper, 'right'>> & { readonly hiddenFrom?: readonly string[] };

/** Meetings as the papers see them, set by each test. */
class KnownMeetings implements PaperMeetings {
  readonly standings = new Map<string, Standing>([
    ['m1 thu', 'desk'],
    ['m1 an', 'member'],
    ['m2 khach', 'desk'],
  ]);
  readonly papers = new Map<string, LaidPaper>();

  async standing(meeting: string, person: string) {
    return this.standings.get(`${meeting} ${person}`) ?? null;
  }

  /** What each wall shows, by meeting and token. */
  readonly walls = new Map<string, { readonly paper: string; readonly version: number }>();

  async onWall(meeting: string, token: string) {
    const shown = this.walls.get(`${meeting} ${token}`);
    const paper = shown === undefined ? undefined : this.papers.get(`${meeting} ${shown.paper}`);
    return shown === undefined || paper === undefined ? null : { paper, version: shown.version };
  }

  async paper(meeting: string, paper: string, person: string) {
    const found = this.papers.get(`${meeting} ${paper}`);
    const standing = await this.standing(meeting, person);
    if (found === undefined || standing === null || found.hiddenFrom?.includes(person)) return null;
    return { right: 'print' as const, ...found };
  }

  async readable(meeting: string, person: string) {
    if ((await this.standing(meeting, person)) === null) return null;
    const papers = [...this.papers]
      .filter(([key]) => key.startsWith(`${meeting} `))
      .map(([, paper]) => paper);
    return papers
      .filter(({ hiddenFrom }) => !hiddenFrom?.includes(person))
      .map((paper, index) => ({
        right: 'print' as const,
        ...paper,
        itemNumber: String(index + 1),
        number: 1,
      }));
  }

  /** The papers as `readable` gives them; one that is hidden leaves its item's number behind. */
  async pack(meeting: string, person: string): Promise<PackContents | null> {
    const readable = await this.readable(meeting, person);
    if (readable === null) return null;
    const all = [...this.papers].filter(([key]) => key.startsWith(`${meeting} `)).map(([, paper]) => paper);
    const items = all.map(({ id, itemId }, index): PackItem => {
      const paper = readable.find((each) => each.id === id);
      const place = { id: `${itemId}-${id}`, number: String(index + 1), isBelow: false };
      if (paper === undefined) return { ...place, content: null };
      const { title, version, pages, bytes, sha256 } = paper;
      const isViewOnly = paper.right === 'view' || paper.right === 'annotate';
      const papers = [{ id, number: 1, title, version, pages, bytes, sha256, isViewOnly }];
      const item = {
        title: `Xem xét: ${title}`,
        submittingBody: 'Sở Tài chính',
        presenters: ['Lê Văn Ngưỡng'],
      };
      return { ...place, content: { ...item, isWithdrawn: false, papers } };
    });
    const title = 'Phiên họp thường kỳ';
    const place = { hostName: 'Ủy ban nhân dân tỉnh Long An', place: 'Phòng họp số 1', startsAt: NOW };
    return { meeting: { title, gathering: 'session', ...place }, items };
  }

  async reader(person: string) {
    return { name: `Nguyễn Thị Minh ${person}`, unit: 'Văn phòng Ủy ban nhân dân tỉnh' };
  }
}

export interface ServedPapers {
  readonly base: string;
  readonly db: Db;
  readonly meetings: KnownMeetings;
  readonly papers: Papers;
  readonly logLines: readonly string[];
  /** Where documents are made. */
  readonly documentFolder: string;
  upload(pdf: Uint8Array, options?: UploadOptions): Promise<Answer<{ upload: Upload } & Refusal>>;
  request(path: string, caller: string | null, init?: RequestInit): Promise<Response>;
  /** Files in the store, and files that wait to be stored. */
  kept(): { stored: number; staged: number };
  /** Answers being written at this moment. */
  answering(): number;
  close(): Promise<void>;
}

interface UploadOptions {
  readonly name?: string;
  readonly caller?: string | null;
  readonly meeting?: string;
  readonly headers?: Record<string, string>;
}

interface Refusal {
  readonly code: string;
  readonly params?: unknown;
}
interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface ServeOptions {
  /** Puts something around the store, such as a disk that is full. */
  readonly around?: (blobs: BlobStore) => BlobStore;
}

/** Caller `thu@2` is Thu by her second sign-in; `an/m1` came in by a code for m1 only. */
function principalOf(caller: string): Principal {
  const [, personId = '', session = '1', scope] = /^([a-z]+)(?:@(\w+))?(?:\/(\w+))?$/.exec(caller) ?? [];
  return {
    sessionId: `${personId}-${session}`,
    personId,
    roles: [],
    meetingScope: scope ?? null,
    passwordChangeRequired: false,
    expiresAt: NOW + 1e9,
  };
}

export async function servePapers({ around = (blobs) => blobs }: ServeOptions = {}): Promise<ServedPapers> {
  const folder = mkdtempSync(join(tmpdir(), 'hopso-papers-'));
  const logLines: string[] = [];
  const logger = createLogger({ level: 'info', destination: { write: (line) => void logLines.push(line) } });
  const database = await openDatabase({ engine: 'sqlite', dataDir: folder }, { logger });
  await addPeopleAndMeetings(database.db);
  const blobFolder = join(folder, 'blobs');
  const blobs = around(await openBlobFolder(blobFolder));
  const meetings = new KnownMeetings();
  const nameOf = async (person: string) => (await meetings.reader(person)).name;
  const papers = createPapers({
    ...{ db: database.db, blobs, clock: manualClock(NOW), logger, meetings },
    notesOn: (reader, files) => notesOnPapers({ db: database.db, nameOf }, reader, files),
    documentFolder: join(folder, 'documents'),
  });
  const { server, base, answering } = await serve(papers, meetings, logger);
  const request = (path: string, caller: string | null, init: RequestInit = {}) =>
    fetch(base + path, { ...init, headers: { ...(caller && { cookie: caller }), ...init.headers } });
  return {
    base,
    db: database.db,
    meetings,
    papers,
    logLines,
    documentFolder: join(folder, 'documents'),
    request,
    async upload(pdf, { name = 'Tờ trình.pdf', caller = 'thu', meeting = 'm1', headers = {} } = {}) {
      const answer = await request(`/api/meetings/${meeting}/uploads`, caller, {
        method: 'POST',
        body: new Uint8Array(pdf),
        headers: { 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent(name), ...headers },
      });
      return { status: answer.status, body: (await answer.json()) as { upload: Upload } & Refusal };
    },
    answering: () => answering.size,
    kept() {
      const files = readdirSync(blobFolder, { recursive: true, withFileTypes: true }).filter((e) =>
        e.isFile(),
      );
      const staged = files.filter(({ parentPath }) => parentPath.endsWith('incoming')).length;
      return { stored: files.length - staged, staged };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await papers.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function serve(papers: Papers, meetings: KnownMeetings, logger: ReturnType<typeof createLogger>) {
  const http = createHttpApp({
    config: { mode: 'test', publicUrl: undefined, trustProxy: false, secure: false, metricsToken: undefined },
    logger,
    metrics: createMetrics(),
    authenticate: async (cookie) => (cookie === undefined ? null : principalOf(cookie)),
    access: {
      isParticipant: async (meeting, person) => (await meetings.standing(meeting, person)) !== null,
      isDesk: async (meeting, person) => (await meetings.standing(meeting, person)) === 'desk',
    },
    version: '0.0.0',
    isReady: () => true,
  });
  papers.mountRoutes(http.mount);
  const server: Server = createWebServer(http.express, { tls: undefined });
  const answering = new Set<object>();
  server.on('request', (_, answer) => {
    answering.add(answer);
    answer.once('close', () => answering.delete(answer));
  });
  return {
    server,
    answering,
    base: `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0 })}`,
  };
}

async function addPeopleAndMeetings({ write, t }: Db): Promise<void> {
  const unit = { id: 'u1', code: '80', name: 'UBND tỉnh Long An', level: 'province' as const, sortKey: '80' };
  const person = (id: string) => ({ id, name: id, post: '', unitId: 'u1', active: true, createdAt: NOW });
  const meeting = (id: string) => ({
    id,
    unitId: 'u1',
    phase: 'published' as const,
    kind: 'regular',
    title: 'Phiên họp thường kỳ',
    place: 'Phòng họp số 1',
    startsAt: NOW,
    createdBy: 'thu',
    createdAt: NOW,
    updatedAt: NOW,
  });
  await write(async (q) => {
    await q.insert(t.units).values({ ...unit, validFrom: '1976-01-01' });
    await q.insert(t.persons).values(['thu', 'an', 'khach'].map(person));
    await q.insert(t.meetings).values(['m1', 'm2'].map(meeting));
  });
}
