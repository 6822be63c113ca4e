import { lessons as english } from '../../../src/i18n/en/lessons.ts';
import { expect, test } from 'vitest';
import { effortAdvice, endsToday, painAdvice, painLight } from '../../../src/training/review/after-set.ts';
import { largeRange } from '../../../src/coach/progress/real-change.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import type { RangeSummary } from '../../../src/coach/record/set-record.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { makeRecord, PLAIN_RANGE } from '../../storage/make-record.ts';

test('up to two of ten is a stretch, three and four is too much for next time, from five it is over for today', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(painLight).join(' ')).toBe(
    'green green green amber amber red red red red red red',
  );
});

test('advice on pain says what to do and names no illness', () => {
  for (const pain of [0, 2, 4, 8]) {
    const text = painAdvice({ pain, effort: null }, english.after)?.text ?? '';
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/injur|tear|impinge|arthr|diagnos|syndrome/i);
  }
  expect(painAdvice({ pain: 5, effort: null }, english.after)?.text).toContain('Stop for today');
});

test('a symptom and pain from five on end the day; less pain, or no answer, does not', () => {
  const ended = 'finished';
  expect([null, 0, 4, 5, 9].map((pain) => endsToday({ ended, after: { pain, effort: null } }))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(endsToday({ ended })).toBe(false);
  for (const symptom of ['pinch', 'pain', 'numb'] as const) expect(endsToday({ ended: symptom })).toBe(true);
});

test('without an answer there is no advice', () => {
  expect(painAdvice({ pain: null, effort: 5 }, english.after)).toBeNull();
  expect(effortAdvice({ pain: 5, effort: null }, 'prep', english.after)).toBeNull();
});

test('effort above eight of ten is always too much; effort above the goal is mentioned', () => {
  expect(effortAdvice({ effort: 9, pain: null }, 'strength', english.after)).toContain('more than eight');
  expect(effortAdvice({ effort: 8, pain: null }, 'strength', english.after)).toBeNull();
  expect(effortAdvice({ effort: 8, pain: null }, 'build', english.after)).toContain('about 6 of ten');
  expect(effortAdvice({ effort: 4, pain: null }, 'prep', english.after)).toBeNull();
  expect(effortAdvice({ effort: 5, pain: null }, 'prep', english.after)).toContain('about 3 of ten');
  expect(effortAdvice({ effort: 5, pain: null }, 'a goal of another version', english.after)).toBeNull();
});

const sleeper: DrillDefinition = supineSleeper;

const range = (side: 'left' | 'right', clean: number | null): RangeSummary => ({ ...PLAIN_RANGE, side, clean });

const withRanges = (...sets: RangeSummary[]) =>
  makeRecord({ summary: { sets, phases: [], repsGood: 0, repsAll: 0, muted: [] } });

test('a mean range above 50° is large for both variants of knee to knee', () => {
  expect(largeRange(withRanges(range('left', 56), range('right', 48)), kneeToKneeWall)).toBe(52);
  expect(largeRange(withRanges(range('left', 54), range('right', 46)), kneeToKneeWall)).toBeNull();
  expect(DRILLS.filter(({ largeRange: limit }) => limit !== undefined).map(({ id }) => id)).toEqual([
    'knee-to-knee-wall',
    'knee-to-knee-floor',
  ]);
});

test('a range is not called large if one hip has none, nor in other drills', () => {
  expect(largeRange(withRanges(range('left', 70), range('right', null)), kneeToKneeWall)).toBeNull();
  expect(largeRange(withRanges(range('left', 70)), kneeToKneeWall)).toBeNull();
  expect(largeRange(withRanges(range('left', 70), range('right', 70)), sleeper)).toBeNull();
});
