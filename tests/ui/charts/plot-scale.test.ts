import { expect, test } from 'vitest';
import { angleTicks, plotModel, plotPaths, plotScale, timeTicks } from '../../../src/ui/charts/plot-geometry.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

const frame = { left: 40, top: 10, width: 800, height: 200, axis: 240 };
const model = plotModel(sleeperRecord);

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
