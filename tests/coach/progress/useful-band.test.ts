import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { personalBests } from '../../../src/training/review/hip-story.ts';
import { toldAngle, whyTooWide } from '../../../src/coach/progress/clean-range.ts';
import { whyNoNumber } from '../../../src/training/review/why-no-number.ts';
import { summarise } from '../../../src/coach/record/summarise.ts';
import { hip } from '../../training/review/made-hip.ts';
import { madeRecord, phase } from '../../training/review/made-record.ts';
import type { ReadingWish } from '../../../lab/made/make-reading.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';
import { supineIrPulses as pulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

/** Standard deviations of bands of ± 19.7° and ± 21.4°. */
const WIDE = 12;
const TOO_WIDE = 13;

/** A set whose start is held at 1 s at this place. */
const begun = (place: Partial<ReadingWish>) => {
  const run = new SetRun(planFor(turningSleeper));
  run.readFor(0, 1, () => ({ referencePoseAt: 'holding' }));
  run.read({ time: 1, referencePoseAt: 1, ...place });
  return run;
};

const heldWith = (sd: number) => {
  const run = new SetRun(planFor(turningSleeper));
  run.readFor(0, 1, () => ({ referencePoseAt: 'holding' }));
  run.readFor(1, 9, () => ({ referencePoseAt: 1, internalRotation: 7, sd }));
  return run;
};

describe('an angle whose band says nothing', () => {
  it('is a dash with its reason in place of a number', () => {
    const { angle, angleReason, best } = gauge(heldWith(TOO_WIDE).state);
    expect({ angle, angleReason, best }).toEqual({ angle: null, angleReason: 'poor-fit', best: null });
  });

  it('is a number as long as the band is narrower', () => {
    const { angle, angleReason, best } = gauge(heldWith(WIDE).state);
    expect(angle?.value).toBeCloseTo(7, 1);
    expect(angleReason).toBeNull();
    // 7° lie within the band, so nothing is called the best.
    expect(best).toBeNull();
  });

  it('is no range of the summary, which names the reason', () => {
    const record = madeRecord([phase('passive', 0, 10)], () => ({ angle: 7, sd: TOO_WIDE }));
    const [range] = summarise(record, turningSleeper).sets;
    expect(range).toMatchObject({ clean: null, borrowed: null, gross: null, sd: null });
    expect(range?.coverage).toBe(0);
    const { read, causes } = whyNoNumber(record);
    expect(read).toBe(0);
    expect(causes.map(({ reason }) => reason)).toEqual(['poor-fit']);
  });

  it('hides no other angle of the set: each is judged by its own band', () => {
    const record = madeRecord([phase('passive', 0, 10)], (t) => ({
      angle: t < 5 ? 7 : 31,
      sd: t < 5 ? WIDE : TOO_WIDE,
    }));
    const [range] = summarise(record, turningSleeper).sets;
    expect(range?.clean).toBeCloseTo(7, 1);
    expect(range?.gross).toBeCloseTo(7, 1);
    expect(range?.sd).toBeCloseTo(WIDE, 5);
    expect(range?.coverage).toBeCloseTo(0.5, 1);
  });

  it('is told once in a set where the place is the cause, and faults are still named', () => {
    const run = begun({ view: 'fair', withoutNumber: true });
    const fair = { internalRotation: 7, sd: TOO_WIDE, view: 'fair' } as const;
    run.readFor(1.1, 8, () => fair);
    run.readFor(8, 9, () => ({ ...fair, sd: WIDE }));
    run.readFor(9, 14, () => fair);
    run.readFor(14, 18, () => ({ ...fair, lift: 0.06 }));
    const told = run.said.filter((text) => text.startsWith('I go on without a number from here.'));
    expect(told).toHaveLength(1);
    expect(run.said.filter((text) => /Move the laptop|see you again/.test(text))).toEqual([]);
    expect(run.all('cue').map(({ rule }) => rule)).toContain('pelvis-lift');
    expect(gauge(run.state).angle).toBeNull();
  });

  it('is no number in any moment at a place that gives none, however narrow its band, and repetitions are counted', () => {
    const run = new SetRun(planFor(pulses));
    const from = { view: 'fair', withoutNumber: true } as const;
    run.readFor(0, 1, () => ({ referencePoseAt: 'holding' }));
    run.readFor(1, 30, (t) => ({ ...from, referencePoseAt: 1, internalRotation: 9 - 9 * Math.cos(4 * t), sd: 2 }));
    expect(gauge(run.state)).toMatchObject({ angle: null, angleReason: 'bad-view', best: null });
    const record = run.record();
    expect(record.reps.length).toBeGreaterThan(3);
    expect(record.frames.at(-1)).toMatchObject({ valid: true, unseen: { range: 'bad-view' } });
    expect(record.frames.at(-1)?.hipInternalRotation.left?.sd).toBe(2);
    expect(record.summary.sets[0]).toMatchObject({ clean: null, gross: null, coverage: 0 });
    expect(whyNoNumber(record).causes.map(({ reason }) => reason)).toEqual(['bad-view']);
  });

  it('is told once, too, where the knee is hidden from that place', () => {
    const run = begun({ withoutNumber: true });
    run.readFor(1.1, 12, () => ({ internalRotation: null, unseen: { 'hip-internal-rotation': 'knee-hidden' } }));
    expect(run.said.filter((text) => text.includes('without a number'))).toHaveLength(1);
    expect(run.said.join(' ')).not.toContain('far knee');
  });

  it('is told as a matter of the place where other moments of the movement may have a number', () => {
    const run = begun({ view: 'fair' });
    run.readFor(1.1, 8, () => ({ internalRotation: 7, sd: TOO_WIDE }));
    expect(run.said).toContain('Move the laptop as shown: I can’t measure from here.');
    expect(run.said.join(' ')).not.toContain('without a number');
  });

  it('is of a fair place first', () => {
    expect((['good', 'fair', undefined] as const).map(whyTooWide)).toEqual(['poor-fit', 'bad-view', 'poor-fit']);
  });
});

describe('how an angle is told', () => {
  const bound = (half: number) => half / 1.645;

  it('is exact up to ± 8°, coarse up to ± 20°, and beyond that nothing', () => {
    expect(toldAngle({ value: 21.6, sd: bound(7.9) })).toEqual({ kind: 'exact', value: 22, band: 8 });
    expect(toldAngle({ value: 21.6, sd: bound(8.1) })).toEqual({ kind: 'coarse', value: 20, band: 10 });
    expect(toldAngle({ value: 21.6, sd: bound(19.9) })).toEqual({ kind: 'coarse', value: 20, band: 20 });
    expect(toldAngle({ value: 21.6, sd: bound(20.1) })).toBeNull();
    expect(toldAngle({ value: 21.6, sd: 0.1 })?.band).toBe(1);
  });

  it('never says that it is more exact than it is', () => {
    for (let half = 1; half <= 20; half += 0.25)
      expect(toldAngle({ value: 20, sd: bound(half - 0.001) })?.band).toBeGreaterThanOrEqual(Math.round(half - 0.001));
  });

  it('keeps a coarse set from being a best inside its band', () => {
    const at = (day: number, value: number) => ({
      id: `${day}`,
      at: day,
      drill: 'supine-sleeper',
      hips: [hip(value, { range: { value, sd: bound(10) } })],
    });
    expect(personalBests([at(1, 20), at(2, 33)]).size).toBe(0);
    expect(personalBests([at(1, 20), at(2, 40)]).size).toBe(1);
  });
});
