import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { doorProblems } from '#kernel';
import { refusalCodes } from './refusals.ts';

const slices = ['meeting', 'agenda', 'attendance', 'paper', 'voting', 'decision', 'copies', 'session'];
/** Where orders are refused; the routes beside them have the codes of the door and of uploads. */
const ruleFiles = /^(decide|permissions|project-mine|meeting)\.ts$/;

function codesIn(slice: string): string[] {
  const folder = new URL(`../${slice}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => ruleFiles.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .flatMap((source) => [...source.matchAll(/'([a-z]+\/[a-z-]+)'/g)].map(([, code = '']) => code));
}

test('[S13] the list names every code the rules refuse with, and no other', () => {
  const used = new Set(slices.flatMap(codesIn).filter((code) => !(code in doorProblems)));
  // Written as one word in `permissions.ts`: what a hidden item, paper or vote answers.
  for (const by of ['item', 'paper', 'voting']) used.add(`${by}/unknown`);
  used.add('stale');
  expect([...refusalCodes].sort()).toEqual([...used].sort());
});

test('[S13] no code is told twice', () => {
  expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
});
