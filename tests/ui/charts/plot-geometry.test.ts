import { describe, expect, test } from 'vitest';
import {
  angleTicks,
  flagsAt,
  plotModel,
  plotPaths,
  plotScale,
  pointAt,
  timeTicks,
} from '../../../src/ui/charts/plot-geometry.ts';
import { momentAt, momentRows, momentText } from '../../../src/ui/charts/th-plot.ts';
import { PLAIN_RANGE } from '../../storage/make-record.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';
import type { RangeSummary } from '../../../src/coach/record/set-record.ts';
import { barScale, rangeBar } from '../../../src/ui/charts/th-range-bars.ts';

const model = plotModel(sleeperRecord);

test('spans all phases and the whole error band', () => {
  expect([model.start, model.end]).toEqual([0, 183]);
  for (const { value, band } of model.segments.flat()) {
    expect(value + band).toBeLessThanOrEqual(model.high);
    expect(value - band).toBeGreaterThanOrEqual(model.low);
  }
});

test('draws nothing where there was no reading', () => {
  // The record has no reading from 112 to 116 s.
  expect(model.segments).toHaveLength(2);
  expect(model.segments[0]?.at(-1)?.t).toBeLessThanOrEqual(112);
  expect(model.segments[1]?.[0]?.t).toBeGreaterThanOrEqual(116);
  expect(pointAt(model, 114)).toBeNull();
});

test('never joins the curves of the two sides', () => {
  const frames = sleeperRecord.frames.map((one) =>
    one.t < 98 ? one : { ...one, hipInternalRotation: { left: null, right: one.hipInternalRotation.left } },
  );
  const phases = sleeperRecord.phases.map((one) => (one.start < 98 ? one : { ...one, side: 'right' as const }));
  const both = plotModel({ ...sleeperRecord, frames, phases });
  // Left, right up to the gap, right after it.
  expect(both.segments.map((points) => Math.round(points[0]?.t ?? -1))).toEqual([0, 98, 116]);
});

describe('where both hips work at once', () => {
  const frames = sleeperRecord.frames.map((one) => {
    const { left } = one.hipInternalRotation;
    return { ...one, hipInternalRotation: { left, right: left && { ...left, value: left.value + 40 } } };
  });
  const phases = sleeperRecord.phases.map((one) => ({ ...one, side: 'both' as const }));
  const sets = sleeperRecord.summary.sets.flatMap((one) => [one, { ...one, side: 'right' as const }]);
  const both = plotModel({
    ...sleeperRecord,
    side: 'both',
    frames,
    phases,
    summary: { ...sleeperRecord.summary, sets },
  });

  test('each hip has its curve and its levels within the limits of the plot', () => {
    expect(both.rightSegments.map((points) => points.length)).toEqual(both.segments.map((points) => points.length));
    expect(both.levels.map(({ side }) => side)).toEqual(['left', 'right', 'left', 'right']);
    for (const { value, band } of both.rightSegments.flat()) expect(value + band).toBeLessThanOrEqual(both.high);
  });

  test('a moment states both angles', () => {
    expect(momentText(momentAt(both, 61))).toMatch(/Pull in: left \d+° ± \d°, right \d+° ± \d°, Pelvis twist$/);
  });

  test('a set of one hip after the other has one curve at a time', () => {
    expect(plotModel({ ...sleeperRecord, side: 'both', frames }).rightSegments).toEqual([]);
  });
});

test('plots a record without readings', () => {
  const empty = plotModel({ ...sleeperRecord, frames: [], phases: [], flags: [] });
  expect(empty.segments).toEqual([]);
  expect(empty.end).toBeGreaterThan(empty.start);
  expect([empty.low, empty.high]).toEqual([-10, 30]);
});

test('thins the points of a long set', () => {
  const points = model.segments.flat().length;
  // 2745 frames, of which about 60 without a reading; at most 900 points are drawn.
  expect(points).toBeGreaterThan(600);
  expect(points).toBeLessThanOrEqual(900);
});

test('draws the clean range from the first to the last phase of its round', () => {
  expect(model.levels).toEqual([
    { side: 'left', start: 3, end: 88, clean: 26.1 },
    { side: 'left', start: 98, end: 183, clean: 28.3 },
  ]);
});

test('starts a flag at its onset, not when it was raised', () => {
  expect(flagsAt(model, 60.5).map(({ rule }) => rule)).toEqual(['pelvis-twist']);
  expect(flagsAt(model, 60.1)).toEqual([]);
});

test('puts simultaneous flags into separate lanes', () => {
  const [twist] = sleeperRecord.flags;
  if (!twist) throw new Error('the record has flags');
  const later = { ...twist, onset: 120, start: 120.5, end: 124 };
  const together = plotModel({ ...sleeperRecord, flags: [twist, { ...twist, rule: 'knee-chase' }, later] });
  expect(together.flags.map(({ lane }) => lane)).toEqual([0, 1, 0]);
});

test('describes a moment with its phase, its error band and its flags', () => {
  expect(momentText(momentAt(model, 61))).toMatch(/^1:01\.0, Pull in: \d+° ± \d°, Pelvis twist$/);
  expect(momentText(momentAt(model, 114))).toBe('1:54.0, Let it fall in: no reading');
});

test('has at most one table row a second, from start to end', () => {
  const rows = momentRows(model);
  expect(rows.length).toBeLessThanOrEqual(121);
  expect(rows[0]?.time).toBe('0:00.0');
  expect(rows.at(-1)?.time).toBe('3:02.0');
});

const frame = { left: 40, top: 10, width: 800, height: 200, axis: 240 };
test('maps the set to the full width and clamps times outside it', () => {
  const { x } = plotScale(model, frame);
  expect([x(model.start), x(model.end)]).toEqual([40, 840]);
  expect([x(-20), x(400)]).toEqual([40, 840]);
  expect([x.invert(0), x.invert(440), x.invert(2000)]).toEqual([0, 91.5, 183]);
});

test('keeps every error band between the lowest and the highest grid line', () => {
  for (const [low, high] of [
    [-10, 30],
    [-10, 33.4],
    [-37, 62],
    [-10, 118],
  ] as const) {
    const scale = plotScale({ start: 0, end: 10, low, high }, frame);
    const ticks = angleTicks(scale);
    expect(scale.y(low)).toBeLessThanOrEqual(210);
    expect(scale.y(high)).toBeGreaterThanOrEqual(10);
    expect([scale.y(ticks[0] ?? 0), scale.y(ticks.at(-1) ?? 0)]).toEqual([210, 10]);
    expect(ticks).toContain(0);
    expect(ticks.every((value) => value % 10 === 0)).toBe(true);
    expect(ticks.length).toBeLessThanOrEqual(8);
  }
});

test('labels the time axis in steps of a clock from the start of the set, with room for each label', () => {
  expect(timeTicks({ start: 0, end: 183 }, frame)).toEqual([0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 165, 180]);
  expect(timeTicks({ start: 0.4, end: 183.4 }, { ...frame, width: 266 })).toEqual([0.4, 60.4, 120.4, 180.4]);
  // The label "10:00" in letters of 13 px needs 36 px.
  for (const length of [1, 8, 20, 45, 100, 183, 400, 1500, 5000])
    for (const width of [266, 800, 1300])
      expect(
        width / (timeTicks({ start: 0, end: length }, { ...frame, width }).length - 1),
        `${length} s`,
      ).toBeGreaterThan(36);
});

test('draws curve and band at their values', () => {
  const points = [
    { t: 0, value: 0, band: 5 },
    { t: 10, value: 30, band: 10 },
  ];
  const paths = plotPaths(plotScale({ start: 0, end: 10, low: -10, high: 40 }, frame));
  expect(paths.curve(points)).toBe('M40,170L840,50');
  expect(paths.band(points)).toBe('M40,150L840,10L840,90L40,190Z');
});

const range = (part: Partial<RangeSummary>): RangeSummary => ({
  ...PLAIN_RANGE,
  clean: 20,
  borrowed: 10,
  gross: 30,
  sd: 2,
  ...part,
});

test('uses one scale for all rounds that includes the largest range and its error', () => {
  const ranges = [range({}), range({ clean: 50, gross: 60, sd: 3 })];
  expect(barScale(ranges)).toBeGreaterThanOrEqual(66);
  expect(barScale([range({})])).toBe(45);
  expect(barScale([])).toBe(45);
});

test('draws the pelvic contribution after the clean range, and the error band around the end of the clean range', () => {
  const bar = rangeBar(range({}), 50);
  expect([bar.clean, bar.borrowed]).toEqual([40, 20]);
  // ± 3° of 50° are 6 %.
  expect(bar.band).toEqual([34, 46]);
});

test('draws nothing for unknown values, and clamps all values to the bar', () => {
  expect(rangeBar(range({ clean: null, borrowed: null, sd: null }), 45)).toEqual({
    clean: 0,
    borrowed: 0,
    band: null,
  });
  expect(rangeBar(range({ clean: -4, sd: 1 }), 45).clean).toBe(0);
  expect(rangeBar(range({ clean: 80, sd: 9 }), 45).band?.[1]).toBe(100);
});
