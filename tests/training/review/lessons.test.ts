import { lessons as english } from '../../../src/i18n/en/lessons.ts';
import { describe, expect, it } from 'vitest';
import { bothSides } from '../../../src/coach/progress/real-change.ts';
import { holdTimes, phaseGains } from '../../../src/training/review/hold-time.ts';
import { lessonLines } from '../../../src/training/review/lessons.ts';
import { type FrameWish, flag, madeRecord, phase } from './made-record.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

const ROUND = [phase('passive', 0, 20), phase('pails', 20, 30), phase('rails', 30, 40), phase('sink', 40, 60)];

const byPhase = (passive: number, rails: number, sink: number) => (time: number) => ({
  angle: time < 30 ? passive : time < 40 ? rails : sink,
});

const linesOf = (wishAt: (time: number) => FrameWish) =>
  lessonLines(madeRecord(ROUND, wishAt), turningSleeper, english);

describe('gains of a round', () => {
  it('count from the passive phase: the gain of the pull, and of the sink', () => {
    const gains = phaseGains(madeRecord(ROUND, byPhase(20, 32, 28)).summary);
    expect(gains.map(({ kind, change }) => [kind, change.kind, Math.round(change.by)])).toEqual([
      ['rails', 'more', 12],
      ['sink', 'more', 8],
    ]);
  });

  it('name the pull in any case, the sink only beyond the measurement error', () => {
    const lines = linesOf(byPhase(20, 22, 23));
    expect(lines.filter((line) => line.startsWith('Pulling'))).toEqual([
      'Pulling reached about the same as relaxing (less than 6° may be measuring error).',
    ]);
    expect(lines.filter((line) => line.startsWith('After the push'))).toEqual([]);
    expect(linesOf(byPhase(20, 22, 28))).toContain('After the push you relaxed 8° deeper than before it.');
  });

  it('name a pull that falls short of the passive range as what to train', () => {
    expect(linesOf(byPhase(30, 18, 30))[0]).toMatch(/12° less far than relaxing\. That is the part to train/);
  });

  it('do not exist if a flag was open during the whole pull', () => {
    const record = madeRecord(ROUND, byPhase(20, 32, 20), { flags: [flag(29, 41, { phase: 'rails' })] });
    expect(phaseGains(record.summary).map(({ kind }) => kind)).toEqual(['sink']);
  });
});

describe('a hold', () => {
  const held = (angleAt: (time: number) => number | null) =>
    holdTimes(
      madeRecord([phase('passive', 0, 30)], (time) => ({ angle: angleAt(time) })),
      turningSleeper,
    );

  it('counts only the time near the best range', () => {
    const [hold] = held((time) => Math.min(30, 3 * time));
    expect(hold).toMatchObject({ length: 30, leftEarly: null });
    // The way to 25° takes 8.3 s.
    expect(hold?.inZone).toBeGreaterThan(21);
    expect(hold?.inZone).toBeLessThan(22);
  });

  it('that is left for good before its end is reported with the missing time', () => {
    const [hold] = held((time) => (time < 18 ? 30 : 8));
    expect(hold?.leftEarly).toBeCloseTo(12, 0);
  });

  it('that is left in its last moments, or returned to, is not reported as left', () => {
    expect(held((time) => (time < 27 ? 30 : 8))[0]?.leftEarly).toBeNull();
    expect(held((time) => (time > 12 && time < 18 ? 8 : 30))[0]?.leftEarly).toBeNull();
  });

  it('that was not seen to its end is not reported as left', () => {
    expect(held((time) => (time < 18 ? 30 : null))[0]?.leftEarly).toBeNull();
  });
});

describe('left and right', () => {
  const both = (left: number, right: number) =>
    madeRecord([phase('passive', 0, 10, 1, 'left'), phase('passive', 10, 20, 1, 'right')], () => ({
      angle: left,
      right,
    }));

  it('are stated side by side without blame', () => {
    expect(bothSides(both(34, 22).summary)).toMatchObject({ change: { kind: 'less' } });
    const line = lessonLines(both(34, 22), turningSleeper, english).find((text) => text.startsWith('Left 34°'));
    expect(line).toMatch(/^Left 34°, right 22°: 12° apart\. Give both the same care\.$/);
    expect(line).not.toMatch(/bad|weak|worse|only|should/i);
  });

  it('are about the same within the measurement error', () => {
    expect(lessonLines(both(30, 27), turningSleeper, english).at(-1)).toMatch(/^Left 30°, right 27°: about the same/);
  });

  it('are not compared if one of them has no range', () => {
    expect(bothSides(madeRecord([phase('passive', 0, 10)], () => ({ angle: 20 })).summary)).toBeNull();
  });
});
