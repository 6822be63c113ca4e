import { describe, expect, it } from 'vitest';
import type { Truth } from './clip-truth.ts';
import { scoreClip } from './score.ts';
import { isCoarse } from '../../src/coach/progress/clean-range.ts';
import { aRecord, aScoredClip, aTruth, type RecordOptions } from '../accuracy/fixtures.ts';

/** Decimals that must agree; floating-point rounding is smaller. */
const ROUNDING = 9;

const scoreOf = (truth: Truth, options: RecordOptions = {}) => aScoredClip('clip', truth, options).score;
const rotationOf = (truth: Truth, options: RecordOptions = {}) =>
  scoreOf(truth, options).channels['hip-internal-rotation'];

/** Channels with readings in the record of the fixture. */
const READ = ['hip-internal-rotation', 'pelvis-twist', 'pelvis-obliquity', 'pelvis-lift'] as const;

describe('scoreClip', () => {
  it('gives no error and full coverage for a record that equals the truth', () => {
    const truth = aTruth();
    const score = scoreOf(truth);
    for (const id of READ) {
      const channel = score.channels[id];
      expect(channel.mae).toBeCloseTo(0, ROUNDING);
      expect(channel.coverage).toBe(1);
      expect(channel.inBand).toBe(1);
    }
    expect(score.ranges[0]?.clean.error).toBeCloseTo(0, ROUNDING);
  });

  it('gives a bias of +4° for a record that is 4° too high', () => {
    const truth = aTruth();
    const rotation = rotationOf(truth, { rotationShift: 4 });
    expect(rotation.mae).toBeCloseTo(4, ROUNDING);
    expect(rotation.bias).toBeCloseTo(4, ROUNDING);
  });

  it('compares the change from the reference pose, whatever the start angle', () => {
    const truth = aTruth({ startAngle: 40 });
    expect(rotationOf(truth).mae).toBeCloseTo(0, ROUNDING);
  });

  it('calls a range rough by the same limit as the app', () => {
    const truth = aTruth();
    const record = aRecord(truth);
    for (const sd of [1, 4.8, 4.9, 6, 12]) {
      const sets = record.summary.sets.map((range) => ({ ...range, sd }));
      expect(scoreClip({ ...record, summary: { ...record.summary, sets } }, truth).rough).toBe(isCoarse(sd));
    }
  });

  it('leaves the reference pose out of the score', () => {
    const truth = aTruth();
    const score = scoreOf(truth);
    const referencePose = truth.phases.find((phase) => phase.kind === 'neutral');
    expect(score.minutes * 60).toBeCloseTo(truth.frames.length / truth.fps - (referencePose?.end ?? 0), ROUNDING);
  });

  it('lowers coverage but not accuracy if every second frame is missing', () => {
    const truth = aTruth();
    const rotation = rotationOf(truth, { keep: (index) => index % 2 === 0 });
    expect(rotation.mae).toBeCloseTo(0, ROUNDING);
    expect(rotation.coverage).toBeCloseTo(0.5, ROUNDING);
  });

  it('does not score invalid frames', () => {
    expect(rotationOf(aTruth(), { rotationShift: 30, valid: () => false })).toEqual({
      frames: 0,
      bias: null,
      mae: null,
      limits: null,
      inBand: null,
      coverage: 0,
    });
  });

  it('gives no error for an empty record', () => {
    const score = scoreOf(aTruth(), { keep: () => false });
    expect(score.measured).toBe(0);
    expect(score.channels['hip-internal-rotation'].mae).toBeNull();
    expect(score.ranges[0]?.clean).toMatchObject({ claimed: null, error: null });
  });

  it('pools the errors of both sides if both work, and gives the range of each', () => {
    const truth = aTruth({ side: 'both' });
    const score = scoreOf(truth, { rotationShift: 2 });
    const rotation = score.channels['hip-internal-rotation'];
    expect(rotation.frames).toBe(2 * score.measured - 40);
    expect(rotation.mae).toBeCloseTo(2, ROUNDING);
    expect(score.ranges.map(({ side }) => side)).toEqual(['left', 'right']);
  });

  it('scores a channel only if the truth contains it', () => {
    const truth = aTruth();
    const known = { ...truth, frames: truth.frames.map((frame) => ({ ...frame, trunkLean: 2 })) };
    expect(scoreOf(truth).channels['trunk-lean'].coverage).toBeNull();
    expect(scoreOf(known, { trunkLean: 5 }).channels['trunk-lean'].bias).toBeCloseTo(3, ROUNDING);
  });

  it('takes the true clean range outside the true events and half a second around them', () => {
    const truth = aTruth({ events: [{ rule: 'pelvis-twist', start: 3, end: 99, peak: 12 }] });
    const score = scoreOf(truth);
    const before = aTruth().frames.slice(2 * truth.fps, 2.5 * truth.fps);
    const best = Math.max(...before.map((frame) => frame.hip.left.internalRotation));
    expect(score.ranges[0]?.clean.true).toBeCloseTo(best, ROUNDING);
  });

  it('matches frames by the nearest time', () => {
    const truth = aTruth();
    expect(rotationOf(truth, { timeShift: 0.3 / truth.fps }).mae).toBeCloseTo(0, ROUNDING);
  });
});
