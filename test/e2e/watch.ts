import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { settled } from './seeing.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the browser itself says when the network is taken away on purpose. */
const networkLost = /net::ERR_|WebSocket connection to|unknown error occurred when fetching the script/;

/** What must not happen on any page: errors in the console, violations of the content policy, axe findings. */
export class Watch {
  readonly #name: string;
  readonly #seen: string[] = [];
  readonly #allowed: RegExp[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  /** Watches every page of a profile, from its first script on. */
  async over(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      const text = `${message.text()} ${message.location().url}`;
      if (!this.#allowed.some((pattern) => pattern.test(text))) this.#seen.push(`console: ${text}`);
    });
    context.on('weberror', (fault) => this.#seen.push(`page error: ${fault.error().message}`));
    await context.exposeFunction('reportViolation', (text: string) => this.#seen.push(`policy: ${text}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const report = (globalThis as { reportViolation?: (text: string) => void }).reportViolation;
        report?.(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
      });
    });
  }

  /** Runs something whose failure the browser reports: the network taken away, or answers of this status. */
  async expecting<T>(failure: 'network' | number, run: () => Promise<T>): Promise<T> {
    this.#allowed.push(failure === 'network' ? networkLost : new RegExp(`status of ${failure}`));
    try {
      return await run();
    } finally {
      this.#allowed.pop();
    }
  }

  /** Fails when anything was seen since the last look. */
  expectQuiet(): void {
    expect(this.#seen.splice(0), `${this.#name} was not quiet`).toEqual([]);
  }

  /** Fails on any WCAG 2.0–2.2 A/AA finding in what is shown now. */
  async expectAccessible(page: Page): Promise<void> {
    await settled(page);
    const isThere = await page.evaluate(() => 'axe' in globalThis);
    if (!isThere) await page.evaluate(axe);
    const results = await page.evaluate((values) => {
      const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
      return axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    }, standards);
    const findings = results.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`,
    );
    expect(findings, `${this.#name} has accessibility findings at ${page.url()}`).toEqual([]);
  }
}
