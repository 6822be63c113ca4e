import { expect, test } from 'vitest';
import { makeRecord } from '../../storage/make-record.ts';
import { plotModel } from '../../../src/ui/charts/plot-geometry.ts';
import { MOST_FLAGS } from '../../../src/ui/elements/in-steps.ts';
import { whatWasWatched } from '../../../src/coach/record/watched.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';

const RECORD = makeRecord();
const [FLAG] = RECORD.flags;

/** Flags one after the other over the whole set. */
const many = (count: number): typeof RECORD.flags =>
  Array.from({ length: count }, (_, index) => {
    const start = (index * 18) / count;
    return { ...(FLAG ?? RECORD.flags[0]), start, onset: start, end: start + 0.01 } as (typeof RECORD.flags)[number];
  });

test('the curve draws no more flags than can be told apart', () => {
  expect(plotModel({ ...RECORD, flags: many(20_000) }).flags).toHaveLength(MOST_FLAGS);
  expect(plotModel({ ...RECORD, flags: many(3) }).flags).toHaveLength(3);
});

test('a frame counts as watched while any flag is up, in whatever order the flags are stored', () => {
  const blind = RECORD.frames.map((frame) => ({ ...frame, valid: false, reasons: ['joints-hidden'] }));
  const shareOf = (flags: typeof RECORD.flags): number | null =>
    whatWasWatched({ ...RECORD, frames: blind, flags }, supineSleeper).share;
  const [first, second] = many(2).map((flag, index) => ({ ...flag, start: 5 + 2 * index, end: 7.5 + index }));
  if (!first || !second) throw new Error('two flags are needed');
  expect(shareOf([])).toBe(0);
  expect(shareOf([second, first])).toBe(shareOf([first, second]));
  expect(shareOf([first, second])).toBe(shareOf([{ ...first, end: 8.5 }]));
  expect(shareOf([{ ...first, end: 8.5 }])).toBeGreaterThan(0);
});
