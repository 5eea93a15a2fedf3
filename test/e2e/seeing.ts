import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const patience = { timeout: 40_000, interval: 50 };

/** What a person reads there, once it reads so: `await reading(pill).toContain('16/22')`. */
export const reading = (place: Locator) => expect.poll(() => textOf(place), patience);

/** How many there are, once there are so many. */
export const counting = (places: Locator) => expect.poll(() => places.count(), patience);

/** The state of a control, once it is so. */
export const attribute = (place: Locator, name: string) =>
  expect.poll(
    () =>
      place
        .first()
        .getAttribute(name, { timeout: 1_000 })
        .catch(() => undefined),
    patience,
  );

/** Any other condition, once it holds. */
export const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, patience);

/** Waits until nothing on the page is fading or sliding any more; what turns for ever is left out. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const isMoving = (animation: Animation): boolean =>
      animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity;
    for (let still = 0; still < 3; ) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      still = document.getAnimations().some(isMoving) ? 0 : still + 1;
    }
  });
}

async function textOf(place: Locator): Promise<string> {
  const text = await place
    .first()
    .innerText({ timeout: 1_000 })
    .catch(() => '');
  // A space that must not break a line is a space all the same.
  return text.replaceAll('\u00a0', ' ');
}
