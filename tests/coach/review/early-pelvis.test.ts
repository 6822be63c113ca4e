import { describe, expect, it } from 'vitest';
import { earlyPelvis } from '../../../src/coach/review/early-pelvis.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { madeRecord, phase } from './made-record.ts';

/** Rotates to 30° over the first 10 s. */
const angleAt = (time: number): number => Math.min(30, 3 * time);
const passive = [phase('passive', 0, 20)];

const early = (twistAt: (time: number) => number | null, twistSd = 0.8) =>
  earlyPelvis(
    madeRecord(passive, (time) => ({ angle: angleAt(time), twist: twistAt(time), twistSd })),
    supineSleeper,
  );

describe('early pelvis', () => {
  it('is reported if the pelvis has moved before half of the range is used', () => {
    const [found] = early((time) => (time > 2 ? 4 : 0));
    expect(found).toMatchObject({ side: 'left', round: 1 });
    expect(found?.moved).toBeCloseTo(4, 6);
    // The range of the hip alone: the angle without the movement of the pelvis.
    expect(found?.half).toBeCloseTo(13, 1);
  });

  it('is not reported if the pelvis moves only in the second half', () => {
    expect(early((time) => (time > 7 ? 9 : 0))).toEqual([]);
  });

  it('is not reported below three degrees', () => {
    expect(early((time) => (time > 2 ? 2.8 : 0))).toEqual([]);
  });

  it('is not reported if the pelvis had returned by then, as in settling down', () => {
    expect(early((time) => (time < 3 ? 6 : 0))).toEqual([]);
  });

  it('is not reported if the pelvis reading is too uncertain', () => {
    // The rule asks for two standard deviations.
    expect(early((time) => (time > 2 ? 4 : 0), 2.1)).toEqual([]);
    expect(early(() => null)).toEqual([]);
  });

  it('is not reported if the way to the half was not seen', () => {
    const record = madeRecord(passive, () => ({ angle: 30, twist: 5 }));
    expect(earlyPelvis(record, supineSleeper)).toEqual([]);
  });

  it('is not reported in drills about hip flexion', () => {
    const record = madeRecord(passive, (time) => ({ angle: angleAt(time), twist: 5 }));
    expect(earlyPelvis(record, standingHamstring)).toEqual([]);
  });

  it('is evaluated for each round', () => {
    const record = madeRecord(
      [phase('passive', 0, 20, 1), phase('rest', 20, 25, 1), phase('passive', 25, 45, 2)],
      (time) => ({
        angle: time < 20 ? angleAt(time) : time < 25 ? 0 : angleAt(time - 25),
        twist: time > 27 ? 5 : 0,
      }),
    );
    expect(earlyPelvis(record, supineSleeper).map(({ round }) => round)).toEqual([2]);
  });
});
