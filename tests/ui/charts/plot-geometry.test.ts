import { describe, expect, test } from 'vitest';
import { flagsAt, plotModel, pointAt } from '../../../src/ui/charts/plot-geometry.ts';
import { momentAt, momentRows, momentText, plotDescription } from '../../../src/ui/charts/th-plot.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

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

test('describes the plot in a sentence', () => {
  expect(plotDescription(sleeperRecord, model, null)).toMatch(
    /Hip internal rotation over 3:03\.0, at most 3\d°\. 2 flags\./,
  );
});
