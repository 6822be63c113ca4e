import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameRecord } from '../../../src/coach/record/set-record.ts';
import { type Summarisable, summarise } from '../../../src/coach/record/summarise.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { flag, phase } from '../../training/review/made-record.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

const RATE = 12;

interface FrameWish {
  readonly angle: number | null;
  readonly valid?: boolean;
  readonly twist?: number | null;
  readonly sd?: number;
  readonly pelvisContribution?: number;
}

const frame = (
  t: number,
  { angle, valid = true, twist = 0, sd = 2, pelvisContribution: lent }: FrameWish,
): FrameRecord => ({
  ...(lent === undefined ? {} : { lent: { left: lent, right: null } }),
  t,
  phase: 'passive',
  valid,
  reasons: valid ? [] : ['joints-hidden'],
  hipInternalRotation: { left: angle === null ? null : { value: angle, sd }, right: null },
  hipFlexion: { left: null, right: null },
  hipAbduction: { left: null, right: null },
  kneeFlexion: { left: null, right: null },
  pelvis: {
    twist: twist === null ? null : { value: twist, sd: 1 },
    obliquity: null,
    tilt: null,
    lift: { value: 0, sd: 0.005 },
  },
  trunkLean: null,
  kneeChase: null,
  lumbarExtension: null,
  form: { hipsShift: { value: 0, sd: 0.002 } },
});

const record = (
  until: number,
  wishAt: (time: number) => FrameWish,
  rest: Partial<Summarisable> = {},
): Summarisable => ({
  phases: [phase('passive', 0, until)],
  frames: Array.from({ length: Math.round(until * RATE) }, (_, index) => frame(index / RATE, wishAt(index / RATE))),
  flags: [],
  reps: [],
  ended: 'finished',
  ...rest,
});

const row = (summarisable: Summarisable) => {
  const first = summarise(summarisable, turningSleeper).sets[0];
  if (first === undefined) throw new Error('no row');
  return first;
};

describe('the time at the clean end of the range', () => {
  const timeOf = (summarisable: Summarisable) => summarise(summarisable, turningSleeper).endTimes;
  // 2° a second up to 30°, then still until 20 s: from 12.5 s on it is at its end.
  const sinks = (rest: Partial<Summarisable> = {}) => record(20, (time) => ({ angle: Math.min(30, 2 * time) }), rest);

  it('counts the seconds within 5° of the best clean range', () => {
    const [left] = timeOf(sinks()) ?? [];
    expect(left?.side).toBe('left');
    expect(left?.seconds).toBeGreaterThan(7);
    expect(left?.seconds).toBeLessThan(8);
  });

  it('does not count what was flagged', () => {
    const [left] = timeOf(sinks({ flags: [flag(15.9, 18.1)] })) ?? [];
    expect(left?.seconds).toBeGreaterThan(3);
    expect(left?.seconds).toBeLessThan(6);
  });

  it('does not count a gap in the picture', () => {
    const whole = sinks();
    const frames = whole.frames.filter(({ t }) => t < 15 || t > 19);
    expect(timeOf({ ...whole, frames })?.[0]?.seconds).toBeLessThan(5);
  });

  it('is not known without frames', () => {
    expect(timeOf({ ...sinks(), frames: [] })).toBeUndefined();
  });
});

describe('the summary of a set', () => {
  it('is all clean if nothing was flagged', () => {
    const summary = row(record(10, (time) => ({ angle: 2 * time })));
    expect(summary).toMatchObject({ borrowed: 0, endRange: null });
    expect(summary.coverage).toBeCloseTo(1, 9);
    expect(summary.pelvisWatched).toBeCloseTo(1, 9);
  });

  it('excludes flags and the margins before and after them', () => {
    const flags = [flag(3.9, 6.1)];
    const summary = row(record(10, (time) => ({ angle: time > 4 && time < 6 ? 40 : 20 }), { flags }));
    expect(summary).toMatchObject({ clean: 20, gross: 40, borrowed: 20, borrowedAtLeast: true });
  });

  it('has the exact borrowed range if the pelvis was measured', () => {
    const pelvisContribution = (time: number) => (time > 4 && time < 6 ? 12 : 0);
    const flags = [flag(3.9, 6.1)];
    const summary = row(record(10, (time) => ({ angle: 20, pelvisContribution: pelvisContribution(time) }), { flags }));
    expect(summary).toMatchObject({ clean: 20, gross: 32, borrowed: 12, borrowedAtLeast: false });
  });

  it('does not call a gain borrowed that is only possible, though a flag follows it', () => {
    // The hip stands at 10°, gains 14° in a moment, and is flagged later for a pelvis that adds 12°.
    const flags = [flag(6, 8)];
    const gain = (sd: number) => (time: number) => ({
      angle: time < 3 ? 10 : 24,
      sd: time < 3 ? 2 : sd,
      pelvisContribution: time > 6 && time < 8 ? 12 : 0,
    });
    const found = { clean: 10, possible: 24, gross: 36, borrowed: 12 };
    expect(row(record(10, gain(2), { flags }))).toMatchObject(found);
    // The band of such a gain contains all of it, which makes the leg in total no less known.
    const wide = row(record(10, gain(13), { flags }));
    expect(wide).toMatchObject(found);
    expect(wide.coverage).toBeGreaterThan(0.95);
  });

  it('excludes everything from the onset of a flag that opened late', () => {
    const flags = [{ ...flag(3.9, 6.1), start: 5.5 }];
    expect(row(record(10, (time) => ({ angle: time > 4 && time < 6 ? 40 : 20 }), { flags })).clean).toBe(20);
  });

  it('has the clean range before the pelvis first moved as end range', () => {
    const summary = row(record(12, (time) => ({ angle: 3 * time }), { flags: [flag(5, 6)] }));
    // 3° a second up to 4.4 s; the medians of half a second change it by less than a degree.
    expect(summary.endRange).toBeGreaterThan(12.2);
    expect(summary.endRange).toBeLessThan(13.3);
    expect(summary.clean).toBeGreaterThan(30);
  });

  it('does not count a drift in a hold as borrowed', () => {
    expect(row(record(10, () => ({ angle: 20 }), { flags: [flag(2, 8, { rule: 'isometric-drift' })] })).borrowed).toBe(
      0,
    );
  });

  it('never takes a range from a single or an invalid frame', () => {
    const spike = record(10, (time) => ({ angle: Math.abs(time - 5) < 0.05 ? 80 : 20 }));
    expect(row(spike).gross).toBe(20);
    const invalid = record(10, (time) => ({ angle: time > 5 ? 60 : 20, valid: time <= 5 }));
    expect(row(invalid)).toMatchObject({ gross: 20, clean: 20 });
    expect(row(invalid).coverage).toBeCloseTo(0.5, 1);
  });

  const atRate = (rate: number, wishAt: (time: number) => FrameWish, rest: Partial<Summarisable> = {}) =>
    record(10, wishAt, {
      frames: Array.from({ length: Math.round(10 * rate) }, (_, index) => frame(index / rate, wishAt(index / rate))),
      ...rest,
    });

  it('has a range at low frame rates too, from at least three frames within 1.2 s', () => {
    for (const rate of [2, 3, 3.7])
      expect(row(atRate(rate, () => ({ angle: 20 }))), `${rate}/s`).toMatchObject({ clean: 20, gross: 20 });
    expect(row(atRate(1, () => ({ angle: 20 })))).toMatchObject({ clean: null, gross: null });
  });

  it('excludes flags at low frame rates too', () => {
    const inside = (time: number) => time >= 4 && time <= 6;
    for (const rate of [2, 3, 3.7]) {
      const cleanWith = (borrowed: number) => {
        const wish = (time: number) => ({
          angle: inside(time) ? borrowed : time > 3.25 && time < 4 ? 30 : 20,
        });
        return row(atRate(rate, wish, { flags: [flag(4, 6)] })).clean;
      };
      expect(cleanWith(40), `${rate}/s`).toBe(cleanWith(0));
    }
  });

  it('takes no range from a few frames of a person who is mostly hidden', () => {
    const lucky = (time: number) => ({ angle: 20, valid: Math.round(time * RATE) % 6 === 0 });
    expect(row(record(10, lucky)).gross).toBeNull();
  });

  it('has null, not zero, if nothing could be measured', () => {
    expect(row(record(5, () => ({ angle: null })))).toMatchObject({
      clean: null,
      gross: null,
      borrowed: null,
      sd: null,
      coverage: 0,
    });
  });

  it('has the standard deviation of the frame of the clean range', () => {
    expect(row(record(6, (time) => ({ angle: 5 * time, sd: time > 5 ? 4 : 2 }))).sd).toBe(4);
  });

  it('has the share of time in which the pelvis was seen', () => {
    const half = record(10, (time) => ({ angle: 20, twist: time < 5 ? 0 : null }));
    expect(row(half).pelvisWatched).toBeCloseTo(0.5, 1);
  });

  it('has one row for each round and one for each phase', () => {
    const phases = [phase('passive', 0, 4), phase('rails', 4, 8), phase('rest', 8, 9), phase('passive', 9, 12, 2)];
    const summary = summarise(
      record(12, (time) => ({ angle: time })),
      turningSleeper,
    );
    const rounds = summarise({ ...record(12, (time) => ({ angle: time })), phases }, turningSleeper);
    expect(summary.sets).toHaveLength(1);
    expect(rounds.sets.map(({ round, side }) => [round, side])).toEqual([
      [1, 'left'],
      [2, 'left'],
    ]);
    expect(rounds.phases.map(({ kind, round }) => [kind, round])).toEqual([
      ['passive', 1],
      ['rails', 1],
      ['passive', 2],
    ]);
    expect(rounds.sets[0]?.clean).toBeLessThan(8);
  });

  it('lists the rules whose channel this view never shows or that was hidden', () => {
    const muted = summarise(
      record(5, () => ({ angle: 20, twist: null })),
      turningSleeper,
      new Map([['pelvis-twist', 'pelvis-hidden']]),
    ).muted;
    expect(muted).toContainEqual({ rule: 'back-arch', reason: 'not-seen-from-here' });
    expect(muted).toContainEqual({ rule: 'pelvis-twist', reason: 'pelvis-hidden' });
    expect(muted.map(({ rule }) => rule)).not.toContain('hips-shift');
  });

  it('does not count a pelvis as watched that its drill cannot see', () => {
    expect(
      summarise(
        record(5, () => ({ angle: 20 })),
        ninetyNinetyPailsRails,
      ).sets[0]?.pelvisWatched,
    ).toBe(0);
  });

  it('has no clean range above the gross range, and readings during a flag do not change the clean range', () => {
    const angles = fc.array(fc.double({ min: -20, max: 60, noNaN: true }), { minLength: 12, maxLength: 120 });
    const spans = fc.array(
      fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(angles, spans, fc.constantFrom(2, 3.7, RATE), (values, list, rate) => {
        const flags = list.map(([start, length]) => flag(start, start + length));
        const inside = (time: number) => flags.some(({ onset, end }) => time >= onset && time <= end);
        const at = (time: number) => values[Math.round(time * rate)] ?? 0;
        const read = (angleAt: (time: number) => number) => {
          const frames = values.map((_, index) => frame(index / rate, { angle: angleAt(index / rate) }));
          return row(record(values.length / rate, () => ({ angle: null }), { frames, flags }));
        };
        const summary = read(at);
        // Readings during a flag must not change the clean range.
        const other = read((time) => (inside(time) ? 500 : at(time)));
        expect(other.clean).toBe(summary.clean);
        if (summary.clean !== null) expect(summary.clean).toBeLessThanOrEqual(summary.gross ?? Number.NaN);
        if (summary.borrowed !== null) expect(summary.borrowed).toBeGreaterThanOrEqual(0);
        if (summary.endRange !== null) expect(summary.endRange).toBeLessThanOrEqual(summary.clean ?? Number.NaN);
      }),
    );
  });
});
