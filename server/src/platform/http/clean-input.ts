import { type Json, ok, type Result, refuse } from '@hopso/shared/kernel';

/** Deeper than any message of the product; shallow enough for every recursive reader behind. */
const deepest = 32;

/** Keys that reach an object's prototype when somebody copies them carelessly. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of parsed JSON with every text in NFC, so that one name has one spelling wherever it was typed.
 * Refuses: `input/too-deep`, `input/forbidden-key`, `input/invalid` (text no database can keep: NUL, broken surrogates).
 */
export function cleanInput(value: unknown, depth = 0): Result<Json> {
  if (typeof value === 'string') return cleanText(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return ok(value);
  if (typeof value !== 'object') return refuse('input/invalid');
  if (depth === deepest) return refuse('input/too-deep');
  return Array.isArray(value) ? cleanArray(value, depth + 1) : cleanObject(value, depth + 1);
}

function cleanText(text: string): Result<string> {
  if (!text.isWellFormed() || text.includes('\0')) return refuse('input/invalid');
  return ok(text.normalize('NFC'));
}

function cleanArray(values: readonly unknown[], depth: number): Result<Json> {
  const cleaned: Json[] = [];
  for (const value of values) {
    const item = cleanInput(value, depth);
    if (!item.ok) return item;
    cleaned.push(item.value);
  }
  return ok(cleaned);
}

function cleanObject(object: object, depth: number): Result<Json> {
  const cleaned: Record<string, Json> = {};
  for (const [rawKey, rawValue] of Object.entries(object)) {
    const key = rawKey.normalize('NFC');
    if (forbiddenKeys.has(key)) return refuse('input/forbidden-key');
    const value = cleanInput(rawValue, depth);
    if (!value.ok) return value;
    cleaned[key] = value.value;
  }
  return ok(cleaned);
}
