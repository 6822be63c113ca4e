import { lessons as english } from '../../../src/i18n/en/lessons.ts';
import { describe, expect, it } from 'vitest';
import { bothSides } from '../../../src/coach/progress/real-change.ts';
import { earlyPelvis, holdTimes, phaseGains } from '../../../src/training/review/hold-time.ts';
import { lessonLines } from '../../../src/training/review/lessons.ts';
import { flag, type FrameWish, madeRecord, phase } from './made-record.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';
import type { FlagRecord } from '../../../src/coach/record/set-record.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';

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

/** Rotates to `most` over the first 10 s, 3° a second. Half of 30° is reached at 5 s. */
const angleAt = (time: number, most = 30): number => Math.min(most, 3 * time);
const passive = [phase('passive', 0, 20)];

const early = (flags: readonly FlagRecord[], most = 30) =>
  earlyPelvis(
    madeRecord(passive, (time) => ({ angle: angleAt(time, most) }), { flags }),
    supineSleeper,
  );

const shift = (onset: number, end: number) => flag(onset, end, { rule: 'hips-shift' });

describe('early pelvis', () => {
  it('is reported if the pelvis was flagged before half of the range was used', () => {
    const [found, ...more] = early([shift(2, 3)]);
    expect(found).toMatchObject({ side: 'left', round: 1 });
    expect(found?.half).toBeCloseTo(15, 1);
    expect(more).toEqual([]);
  });

  it.each(['pelvis-lift', 'pelvis-twist', 'pelvis-list'] as const)('is reported for a flag of %s too', (rule) => {
    expect(early([flag(2, 3, { rule })])).toHaveLength(1);
  });

  it('counts from the onset of a flag, which may open later', () => {
    expect(early([{ ...shift(4.5, 8), start: 5.5 }])).toHaveLength(1);
  });

  it('takes half of the range that was clean, not of what came with the pelvis', () => {
    // Clean up to 9.9°, flagged from there on: the half is reached before the pelvis moved.
    expect(early([shift(4, 20)])).toEqual([]);
  });

  it('is not reported if the pelvis moves only in the second half', () => {
    expect(early([shift(7, 9)])).toEqual([]);
  });

  it('is not reported for what is no movement of the pelvis', () => {
    expect(early([flag(2, 3, { rule: 'isometric-drift' })])).toEqual([]);
    expect(early([])).toEqual([]);
  });

  it('is not reported in a range that is within the measuring error', () => {
    expect(early([shift(0.5, 1)], 12)).toHaveLength(1);
    expect(early([shift(0.5, 1)], 9)).toEqual([]);
  });

  it('is not reported if the way to the half was not seen', () => {
    const record = madeRecord(passive, () => ({ angle: 30 }), { flags: [shift(2, 3)] });
    expect(earlyPelvis(record, supineSleeper)).toEqual([]);
  });

  it('is not reported in drills about hip flexion', () => {
    const record = madeRecord(passive, (time) => ({ angle: angleAt(time) }), { flags: [shift(2, 3)] });
    expect(earlyPelvis(record, standingHamstring)).toEqual([]);
  });

  it('is evaluated for each round', () => {
    const rounds = [phase('passive', 0, 20, 1), phase('rest', 20, 25, 1), phase('passive', 25, 45, 2)];
    const twoRounds = (flags: readonly FlagRecord[]) =>
      earlyPelvis(
        madeRecord(rounds, (time) => ({ angle: time < 20 ? angleAt(time) : angleAt(Math.max(0, time - 25)) }), {
          flags,
        }),
        supineSleeper,
      ).map(({ round }) => round);
    expect(twoRounds([shift(27, 28)])).toEqual([2]);
    expect(twoRounds([shift(2, 3), shift(27, 28)])).toEqual([1, 2]);
  });
});
