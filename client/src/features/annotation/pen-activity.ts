/** Whether somebody is writing on this device: no page may be turned under a pen, nor right after a stroke. */
class PenActivity {
  #isDown = false;
  #endedAt = Number.NEGATIVE_INFINITY;

  get isDown(): boolean {
    return this.#isDown;
  }

  begin(): void {
    this.#isDown = true;
  }

  /** `now`: as `performance.now()`. */
  end(now: number): void {
    this.#isDown = false;
    this.#endedAt = now;
  }

  /** Ms since the last stroke ended; 0 while one is drawn, infinite before the first. */
  restedFor(now: number): number {
    return this.#isDown ? 0 : now - this.#endedAt;
  }
}

export const penActivity = new PenActivity();
