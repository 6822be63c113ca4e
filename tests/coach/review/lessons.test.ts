import { describe, expect, it } from 'vitest';
import { bothSides } from '../../../src/coach/review/both-sides.ts';
import { holdTruths } from '../../../src/coach/review/hold-truth.ts';
import { lessonLines } from '../../../src/coach/review/lessons.ts';
import { phaseGains } from '../../../src/coach/review/phase-gains.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { type FrameWish, flag, madeRecord, phase } from './made-record.ts';

const ROUND = [phase('passive', 0, 20), phase('pails', 20, 30), phase('rails', 30, 40), phase('sink', 40, 60)];

const byPhase = (passive: number, rails: number, sink: number) => (time: number) => ({
  angle: time < 30 ? passive : time < 40 ? rails : sink,
});

const linesOf = (wishAt: (time: number) => FrameWish) => lessonLines(madeRecord(ROUND, wishAt), supineSleeper);

describe('gains of a round', () => {
  it('are counted from the passive phase: what the pull won, and where the sink rested', () => {
    const gains = phaseGains(madeRecord(ROUND, byPhase(20, 32, 28)).summary);
    expect(gains.map(({ kind, change }) => [kind, change.kind, Math.round(change.by)])).toEqual([
      ['rails', 'more', 12],
      ['sink', 'more', 8],
    ]);
  });

  it('the pull is named whatever it was, the new range only beyond the error', () => {
    const lines = linesOf(byPhase(20, 22, 23));
    expect(lines.filter((line) => line.includes('pull'))).toEqual([
      'By your own pull the hip held what it had passively; the difference is no more than the error of measuring (6°).',
    ]);
    expect(lines.filter((line) => line.includes('sink'))).toEqual([]);
    expect(linesOf(byPhase(20, 22, 28))).toContain('In the sink you rested 8° further than before the push.');
  });

  it('a pull that falls short of the resting depth is told as what to train', () => {
    expect(linesOf(byPhase(30, 18, 30))[0]).toMatch(/12° less than it rested at: that is the part to train/);
  });

  it('there are none where something was flagged all through the pull', () => {
    const record = madeRecord(ROUND, byPhase(20, 32, 20), { flags: [flag(29, 41, { phase: 'rails' })] });
    expect(phaseGains(record.summary).map(({ kind }) => kind)).toEqual(['sink']);
  });
});

describe('a hold', () => {
  const held = (angleAt: (time: number) => number | null) =>
    holdTruths(
      madeRecord([phase('passive', 0, 30)], (time) => ({ angle: angleAt(time) })),
      supineSleeper,
    );

  it('counts only the time near the furthest', () => {
    const [hold] = held((time) => Math.min(30, 3 * time));
    expect(hold).toMatchObject({ length: 30, leftEarly: null });
    // The way in to 25° takes 8.3 s.
    expect(hold?.inZone).toBeGreaterThan(21);
    expect(hold?.inZone).toBeLessThan(22);
  });

  it('that is left for good before its end is told, with how much was missing', () => {
    const [hold] = held((time) => (time < 18 ? 30 : 8));
    expect(hold?.leftEarly).toBeCloseTo(12, 0);
  });

  it('that ends with its last moments, or comes back, was not left', () => {
    expect(held((time) => (time < 27 ? 30 : 8))[0]?.leftEarly).toBeNull();
    expect(held((time) => (time > 12 && time < 18 ? 8 : 30))[0]?.leftEarly).toBeNull();
  });

  it('that nobody saw to its end was not left', () => {
    expect(held((time) => (time < 18 ? 30 : null))[0]?.leftEarly).toBeNull();
  });
});

describe('left and right', () => {
  const both = (left: number, right: number) =>
    madeRecord([phase('passive', 0, 10, 1, 'left'), phase('passive', 10, 20, 1, 'right')], () => ({
      angle: left,
      right,
    }));

  it('stand side by side, without a word of blame', () => {
    expect(bothSides(both(34, 22).summary)).toMatchObject({ change: { kind: 'less' } });
    const line = lessonLines(both(34, 22), supineSleeper).find((text) => text.startsWith('Left 34°'));
    expect(line).toMatch(/^Left 34°, right 22°: 12° apart\. Left and right differ in four of ten/);
    expect(line).not.toMatch(/bad|weak|worse|only|should/i);
  });

  it('are about the same within the error', () => {
    expect(lessonLines(both(30, 27), supineSleeper).at(-1)).toMatch(/^Left 30°, right 27°: about the same/);
  });

  it('are not compared where one of them has no range', () => {
    expect(bothSides(madeRecord([phase('passive', 0, 10)], () => ({ angle: 20 })).summary)).toBeNull();
  });
});
