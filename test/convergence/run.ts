import { audienceOf, type Command, project, projectMine } from '@hopso/shared/session';
import { expect, vi } from 'vitest';
import { actorOf, everybody, itemContent, secretary } from '../support/committee.ts';
import { Line, type Wire } from '../support/line.ts';
import { type LiveSide, startSession } from '../support/live-side.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { likelyCommand } from './likely-command.ts';

const STEPS = 250;
/** After so many, everything that is on its way gets through and whoever says to be up to date must be. */
const STEPS_TO_LOOK = 25;
/** Rounds within which everything must have come to rest at the end; each lets all pass and time go on. */
const ROUNDS_TO_REST = 80;

class LostCommit extends Error {
  override readonly name = 'LostCommit';
}

export interface Ran {
  readonly accepted: number;
  readonly refused: number;
  readonly failed: number;
  /** Connections that broke, and what was on its way then. */
  readonly drops: number;
  readonly lost: number;
}

/** One run: devices, orders and mishaps in an order that the seed decides; at the end every device shows what holds. */
export async function runSeed(seed: number, side: LiveSide, wire: Wire): Promise<Ran> {
  const run = new Run(seed, side, wire);
  try {
    await run.begin();
    for (let step = 1; step <= STEPS; step += 1) {
      await run.step();
      if (step % STEPS_TO_LOOK === 0) await run.lookAround();
    }
    await run.comeToRest();
    return run.ran;
  } catch (cause) {
    throw new Error(`Seed ${seed} failed after:\n${run.told.join('\n')}`, { cause });
  } finally {
    run.end();
  }
}

/** After these a person may no longer be shown what they were shown. */
const unseating: ReadonlySet<Command['type']> = new Set([
  'PublishMeeting',
  'ChangeCapacity',
  'RemoveParticipant',
  'HandOverChair',
]);

class Run {
  readonly ran = { accepted: 0, refused: 0, failed: 0, drops: 0, lost: 0 };
  /** What was done, for whoever has to find out why it went wrong. */
  readonly told: string[] = [];
  readonly #random: Random;
  readonly #seed: number;
  readonly #side: LiveSide;
  readonly #wire: Wire;
  #lines: Line[] = [];
  /** Who looks on: changes that concern them are the interesting ones. */
  #people: readonly string[] = [];
  #meeting = '';
  #orders = 0;
  #underWay: Promise<unknown>[] = [];

  constructor(seed: number, side: LiveSide, wire: Wire) {
    this.#seed = seed;
    this.#random = randomFrom(seed);
    this.#side = side;
    this.#wire = wire;
  }

  async begin(): Promise<void> {
    const random = this.#random;
    // The client spreads its retries at random; here the seed decides that too.
    vi.spyOn(Math, 'random').mockImplementation(() => random.next());
    this.#side.beforeCommit = () => {};
    const isDraft = random.chance(0.3);
    this.#meeting = isDraft ? await this.#prepare() : (await startSession(this.#side)).meeting;
    const people = Array.from({ length: 2 + random.below(4) }, () => random.pick(everybody));
    // Two devices of one person and the desk are in many a run; the wall is in all of them.
    const whos = [...people, ...(random.chance(0.6) ? [secretary] : []), 'wall'];
    this.#people = people;
    this.#lines = whos.map((who) => new Line(this.#wire, this.#meeting, who));
    this.told.push(`${isDraft ? 'preparation' : 'session'} with ${whos.join(', ')}`);
    for (const line of this.#lines) line.connect();
    if (random.chance(0.5)) for (const line of this.#lines) await this.#drain(line);
  }

  async #prepare(): Promise<string> {
    const meeting = await this.#side.prepare();
    await this.#side.must(secretary, meeting, { type: 'AddCommittee' });
    const content = itemContent('Nội dung đầu');
    await this.#side.must(secretary, meeting, { type: 'AddItem', parentId: null, before: null, content });
    return meeting;
  }

  async step(): Promise<void> {
    const random = this.#random;
    const line = random.pick(this.#lines);
    const roll = random.below(100);
    if (roll < 30) await this.#order(line);
    else if (roll < 44) await this.#letUp(line, 1 + random.below(3));
    else if (roll < 66) await this.#letDown(line, 1 + random.below(8));
    else if (roll < 74) await this.#letHttp(line, random.chance(0.1));
    else if (roll < 89) await this.#pass(random.pick([5, 20, 25, 60, 1_200]));
    else if (roll < 91) this.#drop(line);
    else if (roll < 92) this.#spoil(line);
    else if (roll < 97) await this.#connect(line);
    else if (roll < 98) await this.#reload(line);
    else if (roll < 99) this.#loseCommit();
    else await this.#failAndOrder();
    await idle();
  }

  async #order(line: Line): Promise<void> {
    const { rooms, drafts } = this.#side;
    const given = await rooms.read(this.#meeting, (state) =>
      likelyCommand(this.#random, state, drafts, this.#people),
    );
    if (given === null) throw new Error('The meeting is gone.');
    this.#orders += 1;
    // The worst moment for a connection to break: just before it would have been told to forget what it holds.
    if (unseating.has(given.command.type) && this.#random.chance(0.5)) this.#dropThoseOf(given.command);
    const id = `order-${this.#seed}-${this.#orders}`;
    // Over the device of the one who gives it, or by somebody whose device is not looked at here.
    if (line.who === given.by && this.#random.chance(0.5)) {
      this.told.push(`${line.who} sends ${given.command.type}`);
      this.#underWay.push(line.command(id, given.command));
      return;
    }
    this.told.push(`${given.by}: ${given.command.type}`);
    try {
      const answer = await this.#side.order(given.by, this.#meeting, given.command, id);
      if (answer.ok) this.ran.accepted += 1;
      else this.ran.refused += 1;
      this.told.push(answer.ok ? `  accepted at ${answer.seq}` : `  ${answer.problem.code}`);
    } catch {
      this.ran.failed += 1;
      this.told.push('  lost in its COMMIT');
    }
  }

  async #letUp(line: Line, many: number): Promise<void> {
    this.told.push(`${many} from ${line.who} get through`);
    for (let n = 0; n < many; n += 1) {
      await line.letUp();
      await idle();
    }
  }

  async #letDown(line: Line, many: number): Promise<void> {
    this.told.push(`${many} to ${line.who} get through`);
    for (let n = 0; n < many; n += 1) {
      line.letDown();
      await idle();
    }
  }

  async #letHttp(line: Line, fails: boolean): Promise<void> {
    this.told.push(`snapshot of ${line.who} ${fails ? 'fails' : 'goes on'}`);
    await line.letHttp(fails, this.#random.below(3));
    await idle();
  }

  async #pass(ms: number): Promise<void> {
    this.told.push(`${ms} ms pass`);
    await pass(this.#side, ms);
  }

  #spoil(line: Line): void {
    const how = this.#random.pick(['lose', 'double'] as const);
    this.told.push(`${line.who}: ${how} a frame`);
    line.spoil(how);
  }

  #dropThoseOf(command: Command): void {
    const person = 'person' in command ? command.person : secretary;
    for (const line of this.#lines) if (line.who === person) this.#drop(line);
  }

  #drop(line: Line): void {
    if (!line.isConnected) return;
    this.told.push(`${line.who} is cut off`);
    this.ran.drops += 1;
    this.ran.lost += line.pending;
    line.drop();
    if (this.#random.chance(0.5)) line.noticeDrops();
  }

  async #connect(line: Line): Promise<void> {
    this.told.push(`${line.who} connects`);
    line.connect();
    if (this.#random.chance(0.5)) line.noticeDrops();
  }

  async #reload(line: Line): Promise<void> {
    this.told.push(`${line.who} loads the page anew`);
    line.reload();
    line.connect();
  }

  /** The next COMMIT fails, and those after it do not. */
  #loseCommit(): void {
    this.told.push('the next COMMIT will fail');
    this.#side.beforeCommit = () => {
      this.#side.beforeCommit = () => {};
      throw new LostCommit();
    };
  }

  async #failAndOrder(): Promise<void> {
    this.#loseCommit();
    await this.#order(this.#random.pick(this.#lines));
  }

  /** Nobody is helped up; but who is in, and says to be up to date, must show what holds. */
  async lookAround(): Promise<void> {
    this.told.push('look around');
    this.#side.beforeCommit = () => {};
    // An order that gets through has its frames a tick later.
    do {
      for (const line of this.#lines) await this.#drain(line);
      await pass(this.#side, 25);
    } while (this.#lines.some(({ pending }) => pending > 0));
    for (const line of this.#lines) {
      const { connection, view, mine } = line.live.state;
      if (connection === 'gone') expect({ view, mine }).toEqual({ view: null, mine: null });
      if (connection === 'live' && !line.hasLost) await this.#expectAgreement(line);
    }
  }

  async comeToRest(): Promise<void> {
    this.#side.beforeCommit = () => {};
    this.told.push('everything gets through');
    for (let round = 0; round < ROUNDS_TO_REST; round += 1) {
      for (const line of this.#lines) {
        if (line.hasLost) line.drop();
        line.connect();
        line.noticeDrops();
      }
      await pass(this.#side, 25);
      for (const line of this.#lines) await this.#drain(line);
      if (await this.#isAtRest()) {
        if (round > 0) break;
      } else await pass(this.#side, 2_000);
    }
    await Promise.all(this.#underWay);
    for (const line of this.#lines) await this.#expectAgreement(line);
    // A device whose order was lost is told so, and the operator too; nothing else may have gone wrong.
    expect(this.#side.faults.filter((fault) => !(fault instanceof LostCommit))).toEqual([]);
  }

  async #drain(line: Line): Promise<void> {
    for (let guard = 0; line.pending > 0; guard += 1) {
      if (guard > 500) throw new Error(`${line.who} never stops asking`);
      await line.letUp();
      await line.letHttp(false);
      line.letDown();
      await idle();
    }
  }

  /** Nothing is on its way, and everybody is either in or refused for good. */
  async #isAtRest(): Promise<boolean> {
    for (const line of this.#lines) {
      const { connection } = line.live.state;
      if (line.pending > 0 || (connection !== 'live' && connection !== 'gone')) return false;
      // Who was refused and has a part by now loads the page anew, as a person would.
      if (connection === 'gone' && (await this.#hasPart(line.who))) {
        line.reload();
        line.connect();
        return false;
      }
    }
    return true;
  }

  async #hasPart(who: string | 'wall'): Promise<boolean | null> {
    return this.#side.rooms.read(this.#meeting, (state) =>
      who === 'wall' ? state.meeting.phase !== 'draft' : audienceOf(state, actorOf(who)) !== null,
    );
  }

  async #expectAgreement({ who, live }: Line): Promise<void> {
    const { connection, audience, view, mine, to } = live.state;
    await this.#side.rooms.read(this.#meeting, (state) => {
      const due = who === 'wall' ? wallAudience(state) : audienceOf(state, actorOf(who));
      if (due === null) {
        const shown = { who, connection, view, mine };
        expect(shown).toEqual({ who, connection: 'gone', view: null, mine: null });
        return;
      }
      expect({ who, connection, audience }).toEqual({ who, connection: 'live', audience: due });
      expect(to).toBeLessThanOrEqual(state.seq);
      expect(view).toEqual(project(state, this.#meeting, due));
      expect(mine).toEqual(who === 'wall' ? null : projectMine(state, actorOf(who)));
    });
  }

  end(): void {
    for (const line of this.#lines) line.close();
    this.#side.rooms.forget(this.#meeting);
    vi.mocked(Math.random).mockRestore();
  }
}

const wallAudience = (state: { readonly meeting: { readonly phase: string } }) =>
  state.meeting.phase === 'draft' ? null : ('screen' as const);

/** Lets everything that is due now happen: answers, and ticks that wait for nothing. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function pass(side: LiveSide, ms: number): Promise<void> {
  side.clock.advance(ms);
  await vi.advanceTimersByTimeAsync(ms);
  await idle();
}
