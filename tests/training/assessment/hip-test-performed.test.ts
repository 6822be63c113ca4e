import { expect, test } from 'vitest';
import { hipTestOfSet } from '../../../src/training/assessment/hip-test-of-set.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { SetRun } from '../../../lab/made/run-set.ts';

const EACH = hipTestSeated.presets.prep.passive;

/** Degrees reached in each way, in the order of the test. Outwards the foot goes with internal rotation. */
const REACHED = [34, 27, -42, -36];

/** Out for 3 s from the fifth second on, 2 s there, 3 s back. */
const shareAt = (into: number): number => Math.max(0, Math.min(1, (into - 5) / 3, (13 - into) / 3));

const plan: SetPlan = {
  drill: hipTestSeated,
  sides: ['left'],
  goal: 'prep',
  preset: hipTestSeated.presets.prep,
  countIn: 0,
  words: english,
};

/** A whole side by the coach: readings, phases and record are made as in a set. */
function performed(hikes: number) {
  const run = new SetRun(plan);
  run.readFor(0, 1, () => ({ referencePoseAt: 'holding' }));
  run.read({ time: 1, referencePoseAt: 1 });
  run.readFor(1, 1 + 13 * EACH + 1, (time) => {
    // The practice try, in which the hip goes furthest, comes first.
    const tried = Math.floor((time - 1) / EACH) - 1;
    const share = shareAt((time - 1) % EACH);
    const reached = tried < 0 ? 60 : (REACHED[Math.floor(tried / 3)] ?? 0);
    const hiked = share === 1 && tried === 1 ? hikes : 0;
    return { referencePoseAt: 1, internalRotation: reached * share, obliquity: hiked };
  });
  return { run, record: { ...run.record(), startedAt: '2026-11-26T20:00:00.000Z' } };
}

test('a test that the coach led is found again in its record: each way three tries, and no practice', () => {
  const { run, record } = performed(0);
  expect(run.all('finished')).toHaveLength(1);
  expect(record.phases.filter(({ step }) => step !== undefined)).toHaveLength(12);
  const { internal, external } = hipTestOfSet(record)?.hips.left ?? {};
  for (const [range, reached] of [
    [internal?.passive, 34],
    [internal?.active, 27],
    [external?.passive, 42],
    [external?.active, 36],
  ] as const) {
    expect(range?.tries).toHaveLength(3);
    expect(range?.result.value).toBeCloseTo(reached, 1);
    expect(range?.spread).toBeLessThan(0.5);
  }
  expect(hipTestOfSet(record)?.hips.right).toBeNull();
});

test('a try in which the pelvis hikes says so, and no cue is spoken during the test', () => {
  const { run, record } = performed(9);
  const tries = hipTestOfSet(record)?.hips.left?.internal.passive?.tries;
  expect(tries?.map(({ end }) => end)).toEqual(['stopped', 'pelvis', 'stopped']);
  expect(tries?.[1]?.fromPelvis).toBeCloseTo(9, 1);
  expect(run.all('cue')).toEqual([]);
});

test('the practice try says that it does not count, and each way once where to stop', () => {
  const said = performed(0)
    .run.all('say')
    .map(({ text }) => text);
  expect(said.filter((text) => /^Practice\..* does not count\.$/.test(text))).toHaveLength(1);
  expect(said.filter((text) => text === 'Stop when the leg stops, or your seat wants to lift.')).toHaveLength(4);
  expect(said.join()).not.toMatch(/lower back/);
});
