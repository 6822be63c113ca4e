import { describe, expect, it } from 'vitest';
import { grossRotation, type Truth, type TruthFrame } from './clip-truth.ts';
import { HOLD_TIME, rangeScores, worstError } from './score-ranges.ts';
import { multiply, rotationX, rotationY, rotationZ } from '../../src/instrument/geometry/rotation.ts';
import { asksForRange, isBorrowing } from '../../src/coach/rules/range-rules.ts';
import { ROBUST_WINDOW } from '../../src/coach/progress/clean-range.ts';
import { hipMovementSequence } from '../../src/drills/standing/hip-movement-sequence.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { aRecord, aScoredClip, aTruth } from '../accuracy/fixtures.ts';

/** Decimals that must agree; floating-point rounding is smaller. */
const ROUNDING = 9;

const frame = (hip: TruthFrame['hip']['left'], pelvis: Partial<TruthFrame['pelvis']> = {}): TruthFrame => ({
  hip: { left: hip, right: hip },
  knee: { left: 90, right: 90 },
  pelvis: { twist: 0, obliquity: 0, tilt: 0, lift: 0, ...pelvis },
});

describe('grossRotation', () => {
  it('is the rotation of the hip while the pelvis is still', () => {
    const still = frame({ flexion: 60, abduction: 15, internalRotation: 25 });
    expect(grossRotation(still, 'left')).toBeCloseTo(25, ROUNDING);
    expect(grossRotation(still, 'right')).toBeCloseTo(25, ROUNDING);
  });

  it('includes pelvis twist if the leg is straight: to the left it rotates the right leg internally', () => {
    const straight = frame({ flexion: 0, abduction: 0, internalRotation: 10 }, { twist: 8 });
    expect(grossRotation(straight, 'right')).toBeCloseTo(18, ROUNDING);
    expect(grossRotation(straight, 'left')).toBeCloseTo(2, ROUNDING);
  });

  it('does not include pelvis twist if the thigh is at a right angle to the trunk', () => {
    const square = frame({ flexion: 90, abduction: 0, internalRotation: 10 }, { twist: 8 });
    expect(grossRotation(square, 'left')).toBeCloseTo(10, ROUNDING);
  });

  it('equals the angle from the product of pelvis and hip rotation of the body model', () => {
    const hip = { flexion: 50, abduction: -12, internalRotation: 30 };
    const pelvis = { twist: 9, tilt: 4, obliquity: -6 };
    const turned = multiply(
      multiply(multiply(rotationY(pelvis.twist), rotationX(pelvis.tilt)), rotationZ(pelvis.obliquity)),
      multiply(multiply(rotationX(-50), rotationZ(-12)), rotationY(-30)),
    );
    const expected = (-Math.atan2(turned[2], turned[0]) * 180) / Math.PI;
    expect(grossRotation(frame(hip, pelvis), 'left')).toBeCloseTo(expected, ROUNDING);
  });
});

/** A clip with one fault from 4 s on. */
const faulty = (rule: string) => aTruth({ events: [{ rule, start: 4, end: 6, peak: 12 }] });
const cleanDuring = (rule: string) => aScoredClip('one', faulty(rule)).score.ranges[0]?.clean.true;

describe('rangeScores', () => {
  it('excludes from the clean range what was reached during a pelvic contribution, but not during fast movement', () => {
    expect(cleanDuring('too-fast')).toBeCloseTo(18, ROUNDING);
    expect(cleanDuring('pelvis-twist')).toBeCloseTo(7, ROUNDING);
  });

  it('counts only a range that was held for half a second', () => {
    const truth = aTruth();
    const tip = { flexion: 45, abduction: 10, internalRotation: 40 };
    const frames = truth.frames.map((one, i) =>
      i === 30 || i === 31 ? { ...one, hip: { left: tip, right: tip } } : one,
    );
    const [range] = aScoredClip('one', { ...truth, frames }).score.ranges;
    expect(range?.clean.true).toBeCloseTo(18, ROUNDING);
    expect(range?.gross.true).toBeLessThan(20);
    expect(HOLD_TIME).toBe(ROBUST_WINDOW);
  });

  it('excludes the same faults as the app', () => {
    for (const rule of new Set(DRILLS.flatMap(({ rules }) => rules.map(({ id }) => id))))
      expect([rule, (cleanDuring(rule) ?? 0) < 15]).toEqual([rule, isBorrowing(rule)]);
  });

  it('compares with the sum of hip and pelvis if the pelvis could not be watched', () => {
    const truth = faulty('pelvis-yaw');
    const record = aRecord(truth);
    const muted = [{ rule: 'pelvis-twist', reason: 'pelvis-too-dark' } as const];
    const trueOf = (summary: typeof record.summary) => rangeScores({ ...record, summary }, truth)[0]?.clean.true;
    expect(trueOf(record.summary)).toBeCloseTo(7, ROUNDING);
    const last = truth.frames.at(-1);
    const first = truth.frames[0];
    if (!last || !first) throw new Error('no frames');
    const gross = grossRotation(last, 'left') - grossRotation(first, 'left');
    expect(trueOf({ ...record.summary, muted })).toBeCloseTo(gross, ROUNDING);
  });

  it('compares the range of a movement sequence only with the movements that ask for it', () => {
    const rep = { start: 2, turn: 3, end: 4, amplitude: 10 };
    const trueOf = (drill: string, reps: Truth['reps']) => {
      const truth = { ...aTruth({ reps }), drill };
      return rangeScores(aRecord(truth), truth)[0]?.clean.true;
    };
    const later = { ...rep, start: 4, turn: 5, end: 6 };
    // Five degrees a second from second two.
    expect(trueOf('hip-movement-sequence', [rep, later])).toBeCloseTo(10, ROUNDING);
    expect(trueOf('hip-movement-sequence', [])).toBeNull();
    expect(trueOf('supine-sleeper', [rep])).toBeCloseTo(18, ROUNDING);
    const { sequence } = hipMovementSequence.reps;
    expect(sequence.map((step) => asksForRange(hipMovementSequence, step))).toEqual([
      true,
      ...Array.from({ length: 5 }, () => false),
    ]);
  });

  it('finds no pelvic contribution if the pelvis was still', () => {
    const truth = aTruth();
    const still = {
      ...truth,
      frames: truth.frames.map((one) => ({ ...one, pelvis: { twist: 0, obliquity: 0, tilt: 0, lift: 0 } })),
    };
    const [range] = aScoredClip('one', still).score.ranges;
    expect(range?.borrowed).toEqual({
      claimed: 0,
      true: expect.closeTo(0, ROUNDING),
      error: expect.closeTo(0, ROUNDING),
    });
    expect(range?.gross.error).toBeCloseTo(0, ROUNDING);
  });

  it('counts a range during a compensation as gross but not as clean', () => {
    const truth = aTruth({ events: [{ rule: 'pelvis-lift', start: 4, end: 99, peak: 0.04 }] });
    const [range] = aScoredClip('one', truth).score.ranges;
    // Five degrees a second from second two: the last frame half a second before the fault lies at 7°.
    expect(range?.clean.true).toBeCloseTo(7, ROUNDING);
    expect(range?.gross.true).toBeGreaterThan(15);
    expect(range?.borrowed.true).toBeCloseTo((range?.gross.true ?? 0) - 7, ROUNDING);
  });

  it('uses the hip angle if the pelvis turns over a fixed shin, so that the contribution is never negative', () => {
    const truth = aTruth();
    const seated = {
      ...truth,
      frames: truth.frames.map((one) => ({
        ...one,
        hip: { ...one.hip, left: { ...one.hip.left, flexion: 0, abduction: 0 } },
        pelvis: { twist: one.hip.left.internalRotation, obliquity: 0, tilt: 0, lift: 0 },
      })),
    };
    const [range] = aScoredClip('one', seated).score.ranges;
    expect(range?.gross.true).toBeCloseTo(range?.clean.true ?? 0, ROUNDING);
    expect(range?.borrowed.true).toBeCloseTo(0, ROUNDING);
  });

  it('gives the larger error of both legs', () => {
    const score = (error: number | null) => ({ claimed: 0, true: 0, error });
    const leg = (side: 'left' | 'right', error: number | null) => ({
      side,
      clean: score(error),
      gross: score(null),
      borrowed: score(null),
    });
    expect(worstError([leg('left', 2), leg('right', -5)], 'clean')).toBe(-5);
    expect(worstError([leg('left', null)], 'clean')).toBeNull();
  });
});
