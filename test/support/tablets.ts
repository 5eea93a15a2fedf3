import { randomUUID } from 'node:crypto';
import type {
  ClientToServer,
  CommandAnswer,
  Frame,
  JoinAnswer,
  MineFrame,
  PresenceView,
  ServerToClient,
  Snapshot,
  SyncAnswer,
} from '@hopso/shared/protocol';
import { applyPatch, PROTOCOL_VERSION, SCREEN_HEADER } from '@hopso/shared/protocol';
import type { Command, MeetingView, PersonalView } from '@hopso/shared/session';
import { io, type Socket } from 'socket.io-client';

export type Joined = Extract<JoinAnswer, { ok: true }>;
interface Position {
  readonly epoch: string;
  readonly to: number;
}

export interface Received {
  readonly event: keyof ServerToClient | 'connect' | 'disconnect' | 'snapshot' | 'answer';
  readonly payload: unknown;
}

/** A device of the tests: does what it is told and writes down everything that reaches it, in order. */
export class Tablet {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly received: Received[] = [];
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string>, auth: Record<string, unknown> = {}) {
    this.#url = url;
    this.#headers = headers;
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: headers,
      auth,
      autoConnect: false,
    });
    for (const event of ['connect', 'disconnect'] as const)
      this.socket.on(event, (...said: unknown[]) => this.received.push({ event, payload: said[0] ?? null }));
    this.socket.onAny((event, payload) => this.received.push({ event, payload }));
  }

  /** Resolves when connected; rejects with what the server refused the handshake with. */
  async connect(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
      this.socket.connect();
    });
    return this;
  }

  close(): void {
    this.socket.disconnect();
  }

  join(meeting: string, have: Position | null = null, version = PROTOCOL_VERSION): Promise<JoinAnswer> {
    const position = have && { epoch: have.epoch, to: have.to };
    return this.#asked(this.socket.emitWithAck('join', { meeting, version, have: position }));
  }

  async mustJoin(meeting: string, have: Position | null = null): Promise<Joined> {
    const answer = await this.join(meeting, have);
    if (answer.ok) return answer;
    throw new Error(`join was refused: ${JSON.stringify(answer.problem)}`);
  }

  sync(meeting: string, { epoch, to }: Position): Promise<SyncAnswer> {
    return this.#asked(this.socket.emitWithAck('sync', { meeting, epoch, to }));
  }

  command(meeting: string, command: Command, id: string = randomUUID()): Promise<CommandAnswer> {
    return this.#asked(this.socket.emitWithAck('command', { meeting, id, command }));
  }

  /** Says anything at all under the name of a message; the answer is not written down. */
  say(event: string, message: unknown): Promise<{ ok: boolean; problem?: { code: string } }> {
    const socket: Socket<Record<string, never>, Record<string, (...said: unknown[]) => void>> = this
      .socket as unknown as Socket;
    return socket.emitWithAck(event, message);
  }

  /** A route as this device would call it. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...this.#headers, ...(init.headers as Record<string, string> | undefined) };
    return fetch(`${this.#url}${path}`, { ...init, headers });
  }

  async snapshot(meeting: string): Promise<Snapshot> {
    const answer = await this.fetch(`/api/meetings/${meeting}/snapshot`);
    if (answer.status !== 200) throw new Error(`snapshot: ${answer.status} ${await answer.text()}`);
    const snapshot = (await answer.json()) as Snapshot;
    this.received.push({ event: 'snapshot', payload: snapshot });
    return snapshot;
  }

  all(event: 'frame'): Frame[];
  all(event: 'mine'): MineFrame[];
  all(event: 'presence'): PresenceView[];
  all(event: 'reset'): { meeting: string; reason: string }[];
  all(event: Received['event']): unknown[];
  all(event: Received['event']): unknown[] {
    return this.received.filter((one) => one.event === event).map(({ payload }) => payload);
  }

  async #asked<T>(answer: Promise<T>): Promise<T> {
    const given = await answer;
    this.received.push({ event: 'answer', payload: given });
    return given;
  }
}

export const person = (url: string, name: string): Tablet => new Tablet(url, { cookie: `hopso=${name}` });

/** The wall names its link in the handshake, and in a header of its requests. */
export const wall = (url: string, token: string): Tablet =>
  new Tablet(url, { [SCREEN_HEADER]: token }, { screen: token });

/** What a device holds after a snapshot and the frames it was sent after it; throws on a gap. */
export function viewFrom(snapshot: Snapshot, frames: readonly Frame[]): { view: MeetingView; to: number } {
  let { view, to } = snapshot;
  for (const frame of frames) {
    if (frame.to <= to) continue;
    if (frame.from !== to) throw new Error(`a frame from ${frame.from} met a view at ${to}`);
    view = applyPatch(view, frame.patch);
    to = frame.to;
  }
  return { view, to };
}

export function mineFrom(joined: Joined, frames: readonly MineFrame[]): PersonalView | null {
  let { mine, mineRev } = joined;
  for (const frame of frames) {
    if (frame.rev <= mineRev) continue;
    if (frame.rev !== mineRev + 1) throw new Error(`own frame ${frame.rev} met ${mineRev}`);
    mine = applyPatch(mine, frame.patch);
    mineRev = frame.rev;
  }
  return mine;
}
