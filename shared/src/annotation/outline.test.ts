import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InkPoint } from './annotation.ts';
import { curvesOf, pathOf, type StrokeOutline, strokeOutline } from './outline.ts';

const coordinate = fc.integer({ min: -50_000, max: 200_000 }).map((value) => value / 100);
const pressure = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
const points = fc.array(fc.tuple(coordinate, coordinate, pressure), { minLength: 1, maxLength: 60 });
const width = fc.constantFrom(0.8, 1.6, 3, 12);
const type = fc.constantFrom<'ink' | 'marker'>('ink', 'marker');

const line: InkPoint[] = Array.from({ length: 40 }, (_, index) => [100 + index * 5, 300, 0.5]);
const heightOf = ({ points: polygon }: StrokeOutline) => {
  const ys = polygon.map(([, y]) => y);
  return Math.max(...ys) - Math.min(...ys);
};

test('[N6] a stroke has one outline, of finite numbers with two decimals', () => {
  fc.assert(
    fc.property(points, width, fc.boolean(), type, (stroke, pen, isMeasured, kind) => {
      const outline = strokeOutline(stroke, pen, isMeasured, kind);
      expect(strokeOutline(structuredClone(stroke), pen, isMeasured, kind)).toEqual(outline);
      expect(outline.points.length).toBeGreaterThan(2);
      for (const value of outline.points.flat()) {
        expect(Number.isFinite(value)).toBe(true);
        expect(Math.abs(value * 100 - Math.round(value * 100))).toBeLessThan(1e-6);
      }
    }),
  );
});

test('[N6] no part of an outline is farther from its stroke than the pen is wide', () => {
  fc.assert(
    fc.property(points, width, fc.boolean(), type, (stroke, pen, isMeasured, kind) => {
      const xs = stroke.map(([x]) => x);
      const ys = stroke.map(([, y]) => y);
      // A stroke that never leaves its first point is a dot drawn one point to the side.
      const room = pen + 1.5;
      for (const [x, y] of strokeOutline(stroke, pen, isMeasured, kind).points) {
        expect(x).toBeGreaterThanOrEqual(Math.min(...xs) - room);
        expect(x).toBeLessThanOrEqual(Math.max(...xs) + room);
        expect(y).toBeGreaterThanOrEqual(Math.min(...ys) - room);
        expect(y).toBeLessThanOrEqual(Math.max(...ys) + room);
      }
    }),
  );
});

test('[N6] a harder pressure makes ink wider; a marker is as wide everywhere', () => {
  const pressed = (value: number): InkPoint[] => line.map(([x, y]) => [x, y, value]);
  expect(heightOf(strokeOutline(pressed(0.9), 4, true, 'ink'))).toBeGreaterThan(
    1.5 * heightOf(strokeOutline(pressed(0.2), 4, true, 'ink')),
  );
  expect(heightOf(strokeOutline(pressed(0.9), 12, true, 'marker'))).toBeCloseTo(12, 1);
  expect(strokeOutline(pressed(0.1), 12, true, 'marker')).toEqual(
    strokeOutline(pressed(0.9), 12, false, 'marker'),
  );
});

test('[N6] the path closes where it begins and names every corner once', () => {
  const outline = strokeOutline(line, 2, true, 'ink');
  const curves = curvesOf(outline);
  expect(curves?.pieces.at(-1)?.slice(2)).toEqual([...(curves?.from ?? [])]);
  expect(curves?.pieces.map(([x, y]) => [x, y])).toEqual(outline.points);
  const path = pathOf(outline);
  expect(path).toMatch(/^M-?[\d.]+ -?[\d.]+(Q(-?[\d.]+ ){3}-?[\d.]+)+Z$/);
  expect(path.match(/Q/g)).toHaveLength(outline.points.length);
});

test('[N6] nothing drawn has no path', () => {
  const empty = strokeOutline([], 2, true, 'ink');
  expect(curvesOf(empty)).toBeNull();
  expect(pathOf(empty)).toBe('');
});
