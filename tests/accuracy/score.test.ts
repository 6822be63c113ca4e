import { describe, expect, it } from 'vitest';
import { channelScore, scoreClip } from '../../tools/lib/score.mjs';
import { aFlag, aRecord, aTruth } from './fixtures.ts';

/** Angles are compared as floating-point degrees: only rounding may differ. */
const ROUNDING = 9;

describe('scoreClip', () => {
  it('scores a record that equals the truth as without error and fully covered', () => {
    const truth = aTruth();
    const score = scoreClip(aRecord(truth), truth);
    for (const channel of [score.internalRotation, score.twist, score.obliquity, score.lift]) {
      expect(channel.mae).toBeCloseTo(0, ROUNDING);
      expect(channel.coverage).toBe(1);
      expect(channel.inBand).toBe(1);
    }
    expect(score.clean.error).toBeCloseTo(0, ROUNDING);
  });

  it('scores a record that reads four degrees high as a bias of plus four degrees', () => {
    const truth = aTruth();
    const { internalRotation } = scoreClip(aRecord(truth, { rotationShift: 4 }), truth);
    expect(internalRotation.mae).toBeCloseTo(4, ROUNDING);
    expect(internalRotation.bias).toBeCloseTo(4, ROUNDING);
    expect(internalRotation.p95).toBeCloseTo(4, ROUNDING);
  });

  it('compares the change from neutral, so the angle a person starts at does not matter', () => {
    const truth = aTruth({ startAngle: 40 });
    expect(scoreClip(aRecord(truth), truth).internalRotation.mae).toBeCloseTo(0, ROUNDING);
  });

  it('leaves the neutral phase itself out of the score', () => {
    const truth = aTruth();
    const score = scoreClip(aRecord(truth), truth);
    const neutral = truth.phases.find((phase) => phase.kind === 'neutral');
    expect(score.frames).toBe(truth.frames.length - (neutral?.end ?? 0) * truth.fps);
  });

  it('lowers coverage, not accuracy, when every second frame is missing', () => {
    const truth = aTruth();
    const { internalRotation } = scoreClip(aRecord(truth, { keep: (index) => index % 2 === 0 }), truth);
    expect(internalRotation.mae).toBeCloseTo(0, ROUNDING);
    expect(internalRotation.coverage).toBeCloseTo(0.5, ROUNDING);
  });

  it('does not score numbers of a frame that the record calls invalid', () => {
    const truth = aTruth();
    const record = aRecord(truth, { rotationShift: 30, valid: () => false });
    const { internalRotation } = scoreClip(record, truth);
    expect(internalRotation).toEqual({
      frames: 0,
      mae: null,
      bias: null,
      p95: null,
      inBand: null,
      coverage: 0,
    });
  });

  it('says what an empty record is: nothing measured, no error figure', () => {
    const truth = aTruth();
    const score = scoreClip(aRecord(truth, { keep: () => false }), truth);
    expect(score.measured).toBe(0);
    expect(score.internalRotation.mae).toBeNull();
    expect(score.clean.claimed).toBeNull();
    expect(score.clean.error).toBeNull();
  });

  it('takes the mean of both sides when both work', () => {
    const truth = aTruth({ side: 'both' });
    const { internalRotation, frames } = scoreClip(aRecord(truth, { rotationShift: 2 }), truth);
    expect(internalRotation.frames).toBe(2 * frames);
    expect(internalRotation.mae).toBeCloseTo(2, ROUNDING);
  });

  it('measures the true clean range only outside the true events', () => {
    const truth = aTruth({ events: [{ rule: 'pelvis-twist', start: 3, end: 99, peak: 12 }] });
    const score = scoreClip(aRecord(truth), truth);
    const before = aTruth().frames.slice(2 * truth.fps, 3 * truth.fps);
    const best = Math.max(...before.map((frame) => frame.hip.left.internalRotation));
    expect(score.clean.true).toBeCloseTo(best, ROUNDING);
  });

  it('finds a repetition when the record has one around its turning point, and counts the others as extra', () => {
    const truth = aTruth({ reps: [{ start: 2, turn: 3, end: 4, amplitude: 20 }] });
    const rep = { amplitude: 20, holdInternal: 0, holdExternal: 0, good: true, why: null };
    const record = aRecord(truth, {
      reps: [
        { start: 2.2, turn: 3.1, end: 3.9, ...rep },
        { start: 4.1, turn: 4.2, end: 4.4, ...rep },
      ],
    });
    expect(scoreClip(record, truth).reps).toEqual({ true: 1, found: 1, extra: 1 });
  });

  it('matches frames by their own time, so a clip that starts a third of a frame late is still compared frame by frame', () => {
    const truth = aTruth();
    const record = aRecord(truth, { timeShift: 0.3 / truth.fps });
    expect(scoreClip(record, truth).internalRotation.mae).toBeCloseTo(0, ROUNDING);
  });

  it('reports false flags by the minute of scored time', () => {
    const truth = aTruth();
    const record = aRecord(truth, { flags: [aFlag('pelvis-twist', 3, 4)] });
    const { events, minutes } = scoreClip(record, truth);
    expect(events.falsePerMinute).toBeCloseTo(1 / minutes, ROUNDING);
  });
});

describe('channelScore', () => {
  it('counts an error just inside 1.645 standard deviations as inside the 90 % band and one just outside as outside', () => {
    const score = channelScore(
      [
        { error: 1.64, sd: 1 },
        { error: -1.65, sd: 1 },
      ],
      2,
    );
    expect(score.inBand).toBe(0.5);
  });

  it('takes the 95th percentile from the size of the error', () => {
    const errors = Array.from({ length: 100 }, (_, index) => ({ error: -(index + 1), sd: 1 }));
    expect(channelScore(errors, 100).p95).toBe(95);
  });
});
