import { randomUUID } from 'node:crypto';
import type { ItemOutcome } from '@hopso/shared/decision';
import type { Choice } from '@hopso/shared/meeting';
import type { Command } from '@hopso/shared/session';
import type { Core } from './core.ts';
import { at, type DemoTime } from './demo-time.ts';
import { type Organised, settled } from './organise.ts';

/** One meeting of the demonstration, conducted by commands at given times. */
export class Conducted {
  readonly meetingId: string;
  readonly #core: Core;
  readonly #time: DemoTime;
  readonly #organised: Organised;
  readonly #secretary: string;

  constructor(core: Core, time: DemoTime, organised: Organised, meetingId: string, secretary: string) {
    this.#core = core;
    this.#time = time;
    this.#organised = organised;
    this.meetingId = meetingId;
    this.#secretary = secretary;
  }

  /** It is now this time of the demonstration, `YYYY-MM-DD HH:mm`. */
  when(local: string): this {
    this.#time.leadTo(at(local));
    return this;
  }

  /** Gives a command as a person (by key); answers the ids it created. */
  async as(key: string, command: Command): Promise<readonly string[]> {
    const actor = await this.#core.actorOf(this.#organised.person(key));
    if (actor === null) throw new Error(`The demonstration has nobody called "${key}".`);
    const answer = await this.#core.rooms.submit(this.meetingId, actor, randomUUID(), command);
    if (!answer.ok)
      throw new Error(`${command.type} by ${key} was refused: ${JSON.stringify(answer.problem)}`);
    return answer.created;
  }

  person(key: string): string {
    return this.#organised.person(key);
  }

  desk(command: Command): Promise<readonly string[]> {
    return this.as(this.#secretary, command);
  }

  async deskCreates(command: Command): Promise<string> {
    const [id] = await this.desk(command);
    if (id === undefined) throw new Error(`${command.type} created nothing.`);
    return id;
  }

  async present(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const person = this.#organised.person(key);
      await this.desk({ type: 'RecordAttendance', person, from: 'unknown', to: 'room' });
    }
  }

  /** Writes the conclusion in work and records it, as the desk does. */
  async conclude(item: string, text: string): Promise<void> {
    const writer = this.person(this.#secretary);
    const { rev } = await this.#core.drafts.read(this.meetingId, item);
    const saved = settled(await this.#core.drafts.save(this.meetingId, item, writer, { rev, text }));
    await this.desk({ type: 'RecordConclusion', item, draftRev: saved.rev, text });
  }

  /** The conclusion and the outcome of an item. */
  async settle(item: string, outcome: ItemOutcome, conclusion: string): Promise<void> {
    await this.conclude(item, conclusion);
    await this.desk({ type: 'SetItemOutcome', item, from: null, outcome });
  }

  /** A whole vote on the item the session is at, up to its publication. */
  async vote(item: string, question: string, ballots: { readonly [key: string]: Choice }): Promise<void> {
    const vote = await this.deskCreates({
      type: 'OpenVoting',
      item,
      round: 1,
      question,
      reason: null,
      durationMs: null,
    });
    for (const [key, choice] of Object.entries(ballots)) {
      await this.as(key, { type: 'CastBallot', vote, round: 1, choice });
    }
    await this.desk({ type: 'CloseVoting', vote, round: 1 });
    await this.desk({ type: 'PublishResult', vote, round: 1 });
  }
}
