import { describe, expect, it } from 'vitest';
import type { Truth } from '../../tools/scoring/clip-truth.mjs';
import { scoreClip } from '../../tools/scoring/score.mjs';
import { isRough } from '../../src/ui/elements/format.ts';
import { aFlag, aRecord, aScoredClip, aTruth, type RecordOptions } from './fixtures.ts';

/** Angles are compared as floating-point degrees: only rounding may differ. */
const ROUNDING = 9;

const scoreOf = (truth: Truth, options: RecordOptions = {}) => aScoredClip('clip', truth, options).score;
const rotationOf = (truth: Truth, options: RecordOptions = {}) =>
  scoreOf(truth, options).channels['hip-internal-rotation'];

/** What the fixture's record has numbers for. */
const READ = ['hip-internal-rotation', 'pelvis-twist', 'pelvis-obliquity', 'pelvis-lift'] as const;

describe('scoreClip', () => {
  it('scores a record that equals the truth as without error and fully covered', () => {
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

  it('scores a record that reads four degrees high as a bias of plus four degrees', () => {
    const truth = aTruth();
    const rotation = rotationOf(truth, { rotationShift: 4 });
    expect(rotation.mae).toBeCloseTo(4, ROUNDING);
    expect(rotation.bias).toBeCloseTo(4, ROUNDING);
    expect(rotation.p95).toBeCloseTo(4, ROUNDING);
  });

  it('compares the change from neutral, so the angle a person starts at does not matter', () => {
    const truth = aTruth({ startAngle: 40 });
    expect(rotationOf(truth).mae).toBeCloseTo(0, ROUNDING);
  });

  it('calls a range rough where the app does', () => {
    const truth = aTruth();
    const record = aRecord(truth);
    for (const sd of [1, 5.7, 5.8, 6, 12]) {
      const sets = record.summary.sets.map((range) => ({ ...range, sd }));
      expect(scoreClip({ ...record, summary: { ...record.summary, sets } }, truth).rough).toBe(isRough(sd));
    }
  });

  it('leaves the neutral phase itself out of the score', () => {
    const truth = aTruth();
    const score = scoreOf(truth);
    const referencePose = truth.phases.find((phase) => phase.kind === 'neutral');
    expect(score.frames).toBe(truth.frames.length - (referencePose?.end ?? 0) * truth.fps);
  });

  it('lowers coverage, not accuracy, when every second frame is missing', () => {
    const truth = aTruth();
    const rotation = rotationOf(truth, { keep: (index) => index % 2 === 0 });
    expect(rotation.mae).toBeCloseTo(0, ROUNDING);
    expect(rotation.coverage).toBeCloseTo(0.5, ROUNDING);
  });

  it('does not score numbers of a frame that the record calls invalid', () => {
    expect(rotationOf(aTruth(), { rotationShift: 30, valid: () => false })).toEqual({
      frames: 0,
      bias: null,
      mae: null,
      rmse: null,
      sd: null,
      limits: null,
      maeAfterNeutral: null,
      p95: null,
      inBand: null,
      coverage: 0,
    });
  });

  it('says what an empty record is: nothing measured, no error figure', () => {
    const score = scoreOf(aTruth(), { keep: () => false });
    expect(score.measured).toBe(0);
    expect(score.channels['hip-internal-rotation'].mae).toBeNull();
    expect(score.ranges[0]?.clean).toMatchObject({ claimed: null, error: null });
  });

  it('takes the mean of both sides when both work, and states the ranges of each', () => {
    const truth = aTruth({ side: 'both' });
    const score = scoreOf(truth, { rotationShift: 2 });
    const rotation = score.channels['hip-internal-rotation'];
    expect(rotation.frames).toBe(2 * score.frames);
    expect(rotation.mae).toBeCloseTo(2, ROUNDING);
    expect(score.ranges.map(({ side }) => side)).toEqual(['left', 'right']);
  });

  it('leaves out a channel that the truth does not know, and scores it where it does', () => {
    const truth = aTruth();
    const known = { ...truth, frames: truth.frames.map((frame) => ({ ...frame, trunkLean: 2 })) };
    expect(scoreOf(truth).channels['trunk-lean'].coverage).toBeNull();
    expect(scoreOf(known, { trunkLean: 5 }).channels['trunk-lean'].bias).toBeCloseTo(3, ROUNDING);
  });

  it('measures the true clean range only outside the true events and half a second around them', () => {
    const truth = aTruth({ events: [{ rule: 'pelvis-twist', start: 3, end: 99, peak: 12 }] });
    const score = scoreOf(truth);
    const before = aTruth().frames.slice(2 * truth.fps, 2.5 * truth.fps);
    const best = Math.max(...before.map((frame) => frame.hip.left.internalRotation));
    expect(score.ranges[0]?.clean.true).toBeCloseTo(best, ROUNDING);
  });

  it('matches frames by their own time, so a clip that starts a third of a frame late is still compared frame by frame', () => {
    const truth = aTruth();
    expect(rotationOf(truth, { timeShift: 0.3 / truth.fps }).mae).toBeCloseTo(0, ROUNDING);
  });

  it('reports false flags by the minute of scored time', () => {
    const { events, minutes } = scoreOf(aTruth(), { flags: [aFlag('pelvis-twist', 3, 4)] });
    expect(events.falsePerMinute).toBeCloseTo(1 / minutes, ROUNDING);
  });
});
