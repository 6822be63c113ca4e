import { expect, it, test } from 'vitest';
import type { Trend, TrendPoint } from '../../../src/training/review/trends.ts';
import { hipStories, type HipStory, sinceStart } from '../../../src/training/review/hip-story.ts';
import { drawnPoints, markPlaces, seamTimes, trendScale } from '../../../src/ui/charts/th-trend-chart.ts';
import { weeksSentence } from '../../../src/ui/charts/trend-text.ts';
import type { Moment } from '../../../src/training/review/moments.ts';
import { momentText, sinceSentence } from '../../../src/ui/charts/story-text.ts';
import { hip } from '../../training/review/made-hip.ts';

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

const at = (day: number) => Date.UTC(2026, 10, day, 9);

/** Both hips on 3 and 23 November. */
const stories = (left: number, right: number | null): readonly HipStory[] =>
  hipStories(
    [3, 23].map((day) => ({
      id: `set-${day}`,
      at: at(day),
      drill: 'supine-sleeper',
      hips: [
        hip(day === 3 ? 20 : left),
        ...(right === null ? [] : [hip(day === 3 ? 30 : right, { side: 'right' as const })]),
      ],
    })),
    'supine-sleeper',
    null,
  );

it('says how far the hips have come: one sentence for both, else the hip that changed first', () => {
  expect(sinceSentence(stories(29, 38))).toMatch(
    /^Both hips go further than in your first week \(from .*3.*\): the left 9°, the right 8°\. That is more than the measuring error\.$/,
  );
  expect(sinceSentence(stories(22, 33))).toMatch(/^Both hips go about as far .* under 6° may be measuring error\.$/);
  expect(sinceSentence(stories(21, 38))).toMatch(/^Your right hip goes 8° further .*\. The left one is about the same/);
  expect(sinceSentence(stories(29, 22))).toMatch(/^Your left hip goes 9° further .*Your right hip goes 8° less than/);
  expect(sinceSentence(stories(29, null))).toMatch(/^Your left hip goes 9° further [^.]*measuring error\.$/);
});

it('compares nothing in the first week or where the pelvis was hidden, and promises nothing before the first set', () => {
  const early = hipStories([{ id: 'a', at: at(3), drill: 'd', hips: [hip(20)] }], 'd', null);
  expect(sinceSentence(early, at(9))).toMatch(
    /^This is the first week of this drill\. From .*10.* on I compare with it\.$/,
  );
  expect(sinceSentence(early, at(25))).toMatch(
    /^Your first week began on .*3.*\. Your next sets are compared with it\.$/,
  );
  const hidden = hipStories([{ id: 'a', at: at(3), drill: 'd', hips: [hip(20, { watched: false })] }], 'd', null);
  expect(sinceSentence(hidden)).toMatch(/^Your pelvis was out of sight/);
  expect(sinceSentence([])).toBe('Your first sets with the camera fill this picture.');
});

it('puts a moment into words, a pause without blame, and names another drill', () => {
  const said = (moment: Moment) => momentText(moment, (drill) => drill.toUpperCase());
  expect(said({ kind: 'first', at: 0, id: '', range: { value: 20, sd: 2 } })).toBe('First day: 20° ± 3°.');
  expect(said({ kind: 'pause', at: 0, id: '', days: 12 })).toBe('Back after 11 days off.');
  const pain = { kind: 'pain', at: 0, id: '', pain: 4, ended: 'finished', drill: null } as const;
  expect(said(pain)).toBe('It hurt: 4 of 10.');
  expect(said({ ...pain, ended: 'pinch' })).toBe('You stopped for a pinch in the hip.');
  expect(said({ ...pain, drill: 'band' })).toBe('It hurt: 4 of 10 (BAND).');
});
