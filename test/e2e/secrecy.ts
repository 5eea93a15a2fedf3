import type { Told } from './wire.ts';

/** Names that only stand beside somebody's choice, or beside a count of choices. */
const revealing = new Set(['choice', 'tally', 'approve', 'disapprove', 'abstain']);

/**
 * What of this tells a choice or a count of choices: the names that do, each with the message that held it.
 * The own view of a person (`mine`) is left out, for what one has chosen oneself is no secret.
 */
export function revealed(told: readonly Told[]): string[] {
  return told.flatMap(({ about, text }) => {
    if (about === 'mine') return [];
    const names = new Set(namesIn(parsed(text)));
    return [...revealing].filter((name) => names.has(name)).map((name) => `${name} in ${about}`);
  });
}

function parsed(text: string): unknown {
  const start = text.search(/[[{]/);
  try {
    return JSON.parse(start < 0 ? 'null' : text.slice(start));
  } catch {
    return null;
  }
}

function* namesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'mine') continue;
    if (!Array.isArray(value)) yield name;
    yield* namesIn(inner);
  }
}
