import type { AnnotationAct } from '@hopso/shared/annotation';
import type { VaultTable } from '#platform/offline';

const savesAgainMs = 5_000;

/**
 * Own acts that the server has not acknowledged, by their ids, which sort by time. Each is written to the device at
 * once; what is written while a write is under way goes with the next one. Where the device keeps nothing, the acts
 * wait in memory.
 */
export class Outbox {
  readonly #table: VaultTable<AnnotationAct> | null;
  readonly #onChange: () => void;
  readonly #acts = new Map<string, AnnotationAct>();
  readonly #unsaved = new Set<string>();
  readonly #refused = new Map<string, string>();
  readonly #hurried = new Set<() => void>();
  #saving: Promise<void> | null = null;
  #savesAgain: ReturnType<typeof setTimeout> | undefined;
  #isDurable: boolean;

  constructor(table: VaultTable<AnnotationAct> | null, onChange: () => void) {
    this.#table = table;
    this.#onChange = onChange;
    this.#isDurable = table !== null;
  }

  get isDurable(): boolean {
    return this.#isDurable;
  }

  /** Waiting acts without those that the server refused. */
  get waitingCount(): number {
    return this.#acts.size - this.#refused.size;
  }

  /** Each code once. */
  get refusals(): readonly string[] {
    return [...new Set(this.#refused.values())];
  }

  add(act: AnnotationAct): void {
    this.#acts.set(act.actId, act);
    this.#unsaved.add(act.actId);
    void this.#save();
  }

  /** Acts that another tab keeps on this device. */
  adopt(acts: readonly AnnotationAct[]): void {
    for (const act of acts) this.#acts.set(act.actId, act);
  }

  /** Resolves when everything added so far is durable here. */
  async durable(): Promise<void> {
    if (this.#unsaved.size > 0) await new Promise<void>((resolve) => this.#hurried.add(resolve));
  }

  /**
   * What is to be sent, in its order. The device has the last word: what another tab has sent meanwhile is no longer
   * there, and what it added is.
   */
  async waiting(): Promise<{
    readonly acts: readonly AnnotationAct[];
    readonly gone: readonly AnnotationAct[];
  }> {
    while (this.#saving !== null) await this.#saving;
    const gone = await this.#reconcile();
    const isReady = ({ actId }: AnnotationAct) =>
      !this.#refused.has(actId) && !(this.#isDurable && this.#unsaved.has(actId));
    const acts = [...this.#acts.values()].filter(isReady);
    return { acts: acts.sort((a, b) => (a.actId < b.actId ? -1 : 1)), gone };
  }

  /** The server has taken these, or had them before. */
  async settle(actIds: readonly string[]): Promise<void> {
    this.forget(actIds);
    await this.#table?.remove(actIds);
  }

  /** Another tab has settled these. */
  forget(actIds: readonly string[]): void {
    for (const actId of actIds) {
      this.#acts.delete(actId);
      this.#unsaved.delete(actId);
      this.#refused.delete(actId);
    }
  }

  /** Stays on the device; sent again when the page is opened anew. */
  refuse(actId: string, code: string): void {
    if (this.#acts.has(actId)) this.#refused.set(actId, code);
  }

  close(): void {
    clearTimeout(this.#savesAgain);
  }

  /** Takes over what the device has; answers the acts that were settled elsewhere. */
  async #reconcile(): Promise<AnnotationAct[]> {
    if (this.#table === null) return [];
    const saved = [...this.#acts.values()].filter(({ actId }) => !this.#unsaved.has(actId));
    let stored: ReadonlyMap<string, AnnotationAct>;
    try {
      stored = new Map(await this.#table.entries());
    } catch {
      return [];
    }
    this.adopt([...stored.values()]);
    const gone = saved.filter(({ actId }) => !stored.has(actId));
    this.forget(gone.map(({ actId }) => actId));
    return gone;
  }

  async #save(): Promise<void> {
    if (this.#saving !== null) return this.#saving;
    clearTimeout(this.#savesAgain);
    this.#saving = this.#saveAll();
    await this.#saving;
    this.#saving = null;
    if (this.#unsaved.size > 0 && this.#isDurable) void this.#save();
  }

  async #saveAll(): Promise<void> {
    const entries = [...this.#unsaved].flatMap((actId) => {
      const act = this.#acts.get(actId);
      return act === undefined ? [] : [[actId, act] as const];
    });
    try {
      if (this.#table === null) return;
      await this.#table.putMany(entries);
      for (const [actId] of entries) this.#unsaved.delete(actId);
      this.#tell(true);
    } catch {
      this.#tell(false);
      this.#savesAgain = setTimeout(() => void this.#save(), savesAgainMs);
    }
    if (this.#unsaved.size > 0) return;
    for (const resolve of this.#hurried) resolve();
    this.#hurried.clear();
  }

  #tell(isDurable: boolean): void {
    if (this.#isDurable === isDurable) return;
    this.#isDurable = isDurable;
    this.#onChange();
  }
}
