import { describe, expect, it, test } from 'vitest';
import { hipTestOfSet, tryIn } from '../../../src/training/assessment/hip-test-of-set.ts';
import { EACH, framesOf, outAndBack, setOf, still, turnsTo } from './made-test-set.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { SetRun } from '../../../lab/made/run-set.ts';

const window = (rotation: 'internal' | 'external', side: 'left' | 'right' = 'left') => ({
  rotation,
  side,
  start: 0,
  end: EACH,
});

describe('one try', () => {
  it('ends where the leg stops while the pelvis stays', () => {
    expect(tryIn(framesOf({ hip: turnsTo(32) }), 'seated', window('internal'))).toEqual({
      range: { value: 32, sd: 1.5 },
      end: 'stopped',
      fromPelvis: 0,
    });
  });

  it('counts external rotation as positive', () => {
    const one = tryIn(framesOf({ hip: turnsTo(-40) }), 'seated', window('external'));
    expect(one?.range.value).toBeCloseTo(40, 5);
  });

  it('has a wider error outwards, where the ankle is corrected', () => {
    const sdOf = (size: number, rotation: 'internal' | 'external') =>
      tryIn(framesOf({ hip: turnsTo(size) }), 'seated', window(rotation))?.range.sd;
    expect(sdOf(32, 'internal')).toBe(1.5);
    // The fit says 3 to 3.2° of rendered people: a band of 5.6 to 5.8°.
    expect(sdOf(-32, 'external')).toBeCloseTo(Math.hypot(1.5, 1.5), 9);
  });

  // The hip turns by 10°/s to 30°. The pelvis moves from 2.5 s on, for `rise` seconds; `hip` is where the hip is then.
  it.each([
    { by: 4, reads: 2, rise: 0.8, hip: 24 },
    { by: 8, reads: 3.2, rise: 1.6, hip: 26.4 },
    { by: 16, reads: 4, rise: 1.4, hip: 23.5 },
  ])(
    'of a pelvis that goes to $by° ends where it reads $reads°, and tells what the pelvis added',
    ({ by, rise, hip }) => {
      const pelvis = outAndBack(by, 2.5, rise, 4.5);
      const one = tryIn(framesOf({ hip: turnsTo(30), pelvis }), 'seated', window('internal'));
      expect(one?.end).toBe('pelvis');
      // Two frames, and the median of half a second.
      expect(Math.abs((one?.range.value ?? Number.NaN) - hip)).toBeLessThan(2.6);
      expect(one?.fromPelvis).toBeCloseTo(by, 5);
    },
  );

  it('sees the pelvis of the right hip hike to the other side', () => {
    const pelvis = outAndBack(-8, 2.5, 1.6, 4.5);
    const frames = framesOf({ hip: turnsTo(30), pelvis }, 0, 'right');
    const one = tryIn(frames, 'seated', window('internal', 'right'));
    expect(one).toMatchObject({ end: 'pelvis' });
    expect(one?.fromPelvis).toBeCloseTo(8, 5);
  });

  it('does not take a pelvis that sits a little aside from the start for one that moves', () => {
    const one = tryIn(framesOf({ hip: turnsTo(30), pelvis: () => 5 }), 'seated', window('internal'));
    expect(one).toMatchObject({ end: 'stopped', fromPelvis: 0 });
  });

  it('does not end where the pelvis reads less than 3.5° in the end', () => {
    const hikes = (by: number) => ({ hip: turnsTo(30), pelvis: outAndBack(by, 2.5, 1.6, 4.5) });
    expect(tryIn(framesOf(hikes(3.4)), 'seated', window('internal'))?.end).toBe('stopped');
    expect(tryIn(framesOf(hikes(3.6)), 'seated', window('internal'))?.end).toBe('pelvis');
  });

  it('does not end at a jump of a few frames', () => {
    const pelvis = (time: number) => (time > 2 && time < 2.25 ? 9 : 0);
    expect(tryIn(framesOf({ hip: turnsTo(30), pelvis }), 'seated', window('internal'))?.end).toBe('stopped');
  });

  it('does not end at a pelvis that moves on the way back', () => {
    const pelvis = (time: number) => (time > 5.5 ? 6 : 0);
    expect(tryIn(framesOf({ hip: turnsTo(30), pelvis }), 'seated', window('internal'))?.end).toBe('stopped');
  });

  it('is none where nothing was read, or the leg hardly moved', () => {
    expect(tryIn(framesOf({ hip: turnsTo(30), valid: false }), 'seated', window('internal'))).toBeNull();
    expect(tryIn(framesOf({ hip: turnsTo(2) }), 'seated', window('internal'))).toBeNull();
    expect(tryIn(framesOf({ hip: turnsTo(30) }), 'seated', window('internal', 'right'))).toBeNull();
  });
});

describe('a set', () => {
  it('is the test of the hips, directions and efforts that were tried', () => {
    const found = hipTestOfSet(
      setOf([
        { step: 'internal-passive-1', hip: turnsTo(31) },
        { step: 'internal-passive-2', hip: turnsTo(34) },
        { step: 'internal-passive-3', hip: turnsTo(33) },
        { step: 'internal-active-1', hip: turnsTo(24) },
        { step: 'external-passive-1', hip: turnsTo(-42), side: 'right' },
      ]),
    );
    expect(found).toMatchObject({ id: 'set', position: 'seated', placement: 'straight-front' });
    expect(found?.hips.left?.internal.passive?.tries).toHaveLength(3);
    expect(found?.hips.left?.internal.passive?.result.value).toBeCloseTo(33, 5);
    expect(found?.hips.left?.internal.passive?.spread).toBeCloseTo(3, 5);
    expect(found?.hips.left?.internal.active).toMatchObject({ spread: null });
    expect(found?.hips.left?.external).toEqual({ passive: null, active: null });
    expect(found?.hips.right?.external.passive?.result.value).toBeCloseTo(42, 5);
  });

  it('counts the furthest piece of a try that was interrupted', () => {
    const pieces = [turnsTo(12), turnsTo(30)].map((hip) => ({ step: 'internal-passive-1', hip }));
    const range = hipTestOfSet(setOf(pieces))?.hips.left?.internal.passive;
    expect(range?.tries).toHaveLength(1);
    expect(range?.result.value).toBeCloseTo(30, 5);
  });

  it('is no test if it was another drill, has no date, or shows nothing', () => {
    const phases = [{ step: 'internal-passive-1', hip: turnsTo(30) }];
    expect(hipTestOfSet(setOf(phases, 'supine-sleeper'))).toBeNull();
    expect(hipTestOfSet({ ...setOf(phases), startedAt: null })).toBeNull();
    expect(hipTestOfSet({ ...setOf(phases), frames: [] })).toBeNull();
    expect(hipTestOfSet(setOf([{ step: 'internal-passive-1', hip: still }]))).toBeNull();
    expect(hipTestOfSet(setOf([{ step: 'something-else', hip: turnsTo(30) }]))).toBeNull();
  });
});

const TRY = hipTestSeated.presets.prep.passive;

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
  run.readFor(1, 1 + 13 * TRY + 1, (time) => {
    // The practice try, in which the hip goes furthest, comes first.
    const tried = Math.floor((time - 1) / TRY) - 1;
    const share = shareAt((time - 1) % TRY);
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
