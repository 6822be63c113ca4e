import { expect, test } from 'vitest';
import type { Trend, TrendPoint } from '../../../src/training/review/trends.ts';
import { sinceStart } from '../../../src/training/review/hip-story.ts';
import { drawnPoints, markPlaces, seamTimes, trendScale } from '../../../src/ui/charts/th-trend-chart.ts';
import { weeksSentence } from '../../../src/ui/charts/trend-text.ts';

const DAY = 24 * 3600 * 1000;
const point = (day: number, value: number, sd = 2): TrendPoint => ({
  id: `set-${day}`,
  at: Date.UTC(2026, 10, day, 9),
  range: { value, sd },
});
const trend = (...points: readonly TrendPoint[]): Trend => {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) throw new Error('a trend has a point');
  return {
    side: 'left',
    kind: { side: 'left', range: last.range, watched: true, view: 'good', azimuth: 256 },
    points,
    otherwise: [],
    own: null,
    apart: [],
  };
};

test('keeps every error band inside the chart, at any width', () => {
  for (const width of [240, 480, 900])
    for (const one of [trend(point(5, 20)), trend(point(5, -12, 9), point(9, 55), point(20, 31, 0.3))]) {
      const scale = trendScale(one, width, 230);
      const values: number[] = [];
      for (const { at, range } of one.points) {
        values.push(range.value + 1.645 * range.sd, range.value - 1.645 * range.sd);
        expect(scale.x(at)).toBeGreaterThanOrEqual(scale.left);
        expect(scale.x(at)).toBeLessThanOrEqual(scale.right);
      }
      for (const value of values) {
        expect(scale.y(value)).toBeGreaterThanOrEqual(0);
        expect(scale.y(value)).toBeLessThanOrEqual(scale.bottom + 1e-9);
      }
    }
});

test('maps time linearly to the right and degrees upwards', () => {
  const scale = trendScale(trend(point(5, 20), point(25, 30)), 480, 230);
  const at = (day: number) => scale.x(Date.UTC(2026, 10, 5, 9) + day * DAY);
  expect(at(10) - at(0)).toBeCloseTo(at(20) - at(10), 6);
  expect(scale.y(30)).toBeLessThan(scale.y(20));
});

const sentenceOf = (of: Trend) =>
  weeksSentence({ side: 'left', trend: of, isTold: true, since: sinceStart(of.points, null), leftOut: 0, why: [] });

test('compares the first and the latest week in a sentence', () => {
  expect(sentenceOf(trend(point(5, 20)))).toBe('Only one week so far.');
  expect(sentenceOf(trend(point(5, 20), point(20, 24)))).toMatch(/About the same: a change under 6° may be/);
  expect(sentenceOf(trend(point(5, 20), point(20, 31)))).toMatch(
    /11° more\. That is beyond the measuring error of 6°\.$/,
  );
});

test('charts side by side share the scale, so that left and right can be compared', () => {
  const [left, right] = [trend(point(5, 20), point(25, 24)), trend(point(1, 45), point(20, 50))];
  const both = [left, right];
  const [one, other] = [trendScale(left, 400, 230, both), trendScale(right, 400, 230, both)];
  expect(one.ticks).toEqual(other.ticks);
  expect(one.x.domain()).toEqual(other.x.domain());
  expect(one.y(45)).toBe(other.y(45));
  expect(one.y(50)).toBeGreaterThanOrEqual(0);
});

test('an instrument that measures differently makes a seam between its first set and the last one before', () => {
  const seamed: Trend = { ...trend(point(20, 31), point(24, 33)), otherwise: [[point(5, 20), point(10, 60)]] };
  expect(seamTimes(seamed)).toEqual([Date.UTC(2026, 10, 15, 9)]);
  expect(seamTimes(trend(point(20, 31), point(24, 33)))).toEqual([]);
  const scale = trendScale(seamed, 480, 230);
  expect(scale.x(Date.UTC(2026, 10, 5, 9))).toBeGreaterThanOrEqual(scale.left);
  expect(scale.y(60 + 1.645 * 2)).toBeGreaterThanOrEqual(0);
  expect(sentenceOf(seamed)).toMatch(
    /^Only one week so far\. Measured in a different way since Nov 20\. Earlier values may differ by a few degrees\.$/,
  );
});

test('many sets are drawn as the middle of each week, few one by one', () => {
  const many = Array.from({ length: 70 }, (_, day) => point(day, day % 7 === 3 ? 90 : 20));
  expect(drawnPoints(many)).toHaveLength(10);
  expect(drawnPoints(many).every(({ range }) => range.value === 20)).toBe(true);
  expect(drawnPoints(many).at(-1)?.at).toBe(many.at(-1)?.at);
  expect(drawnPoints(many.slice(0, 30))).toHaveLength(30);
});

test('however many years there are, no more points are drawn than can be told from each other', () => {
  for (const days of [100, 60 * 7, 60 * 7 + 1, 1111, 5000]) {
    const all = Array.from({ length: days }, (_, day) => point(day, 20));
    const drawn = drawnPoints(all);
    expect(drawn.length).toBeLessThanOrEqual(60);
    expect(drawn.length).toBeGreaterThan(14);
    expect(drawn.at(-1)?.at).toBe(all.at(-1)?.at);
  }
});

test('the numbers of moments keep their order, stay on the chart, and none covers another', () => {
  const places = markPlaces([50, 52, 53, 395, 398], { left: 40, right: 400 });
  for (const [i, place] of places.entries()) {
    expect(place).toBeGreaterThanOrEqual(50);
    expect(place).toBeLessThanOrEqual(390);
    expect(place - (places[i - 1] ?? -Infinity)).toBeGreaterThanOrEqual(22);
  }
  expect(markPlaces([200], { left: 40, right: 400 })).toEqual([200]);
});
