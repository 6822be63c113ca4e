import type { DatedSet, HipBest } from '../../../src/training/review/compare-sets.ts';
import { describe, expect, it } from 'vitest';
import { hipStories, mostTrained, personalBests, sinceStart } from '../../../src/training/review/hip-story.ts';
import { type MomentSet, momentsOf } from '../../../src/training/review/moments.ts';
import { hip } from './made-hip.ts';

const DAY = 24 * 3600 * 1000;
const set = (day: number, value: number, part: Partial<MomentSet> = {}): MomentSet => ({
  id: `set-${day}`,
  at: day * DAY,
  drill: 'supine-sleeper',
  side: 'left',
  ended: 'finished',
  hips: [hip(value)],
  ...part,
});
const pointsOf = (sets: readonly MomentSet[]) => hipStories(sets, 'supine-sleeper', null)[0]?.trend.points ?? [];

describe('the change since the start', () => {
  it('compares the middle of the first seven days with the middle of the last seven, by the rule of every change', () => {
    const sets = [set(0, 20), set(3, 24), set(6, 21), set(30, 31), set(34, 29), set(36, 90)];
    const since = sinceStart(pointsOf(sets), null);
    expect([since?.first.range.value, since?.latest.range.value]).toEqual([21, 31]);
    expect(since?.change).toMatchObject({ kind: 'more', by: 10 });
    expect(sinceStart(pointsOf([set(0, 20), set(20, 24)]), null)?.change.kind).toBe('about-the-same');
    expect(sinceStart(pointsOf([set(0, 30), set(20, 20)]), null)?.change.kind).toBe('less');
  });

  it('says nothing in the first week, and no set counts for both weeks', () => {
    expect(sinceStart(pointsOf([set(0, 20), set(7, 40)]), null)).toBeNull();
    const since = sinceStart(pointsOf([set(0, 20), set(6, 20), set(8, 40)]), null);
    expect([since?.first.to, since?.latest.from]).toEqual([6 * DAY, 8 * DAY]);
  });
});

describe('the line of a hip', () => {
  it('is the newest that compares with its first week, so that old sets are not told as new after the laptop has moved', () => {
    const moved = (day: number, value: number) => set(day, 0, { hips: [hip(value, { azimuth: 100 })] });
    const old = [0, 1, 10, 20, 30].map((day) => set(day, 20));
    const at = (sets: readonly MomentSet[]) =>
      hipStories(sets, 'supine-sleeper', null)[0]?.trend.points.at(-1)?.at ?? Number.NaN;
    expect(at([...old, moved(40, 50), moved(50, 50)]) / DAY).toBe(50);
    expect(at([...old, moved(40, 50), moved(41, 50)]) / DAY).toBe(30);
  });

  it('is, where none compares yet, the one with the most sets; the others are counted, with what differs', () => {
    const elsewhere = { hips: [hip(50, { azimuth: 100 })] };
    const [story] = hipStories([set(1, 20), set(2, 21), set(9, 0, elsewhere)], 'supine-sleeper', null);
    expect(story?.trend.points.map(({ range }) => range.value)).toEqual([20, 21]);
    expect([story?.leftOut, story?.why]).toEqual([1, ['place']]);
  });

  it('is one with the pelvis in sight, as long as there is one', () => {
    const unwatched = { hips: [hip(50, { watched: false })] };
    const sets = [set(1, 0, unwatched), set(2, 0, unwatched), set(3, 20)];
    expect(hipStories(sets, 'supine-sleeper', null)[0]?.trend.kind.watched).toBe(true);
    const [hidden] = hipStories(
      [...sets.slice(0, 2), set(30, 0, { hips: [hip(90, { watched: false })] })],
      'supine-sleeper',
      null,
    );
    expect(hidden?.trend.points).toHaveLength(3);
    // Nobody knows what of it came from the hip.
    expect([hidden?.isTold, hidden?.since]).toEqual([false, null]);
  });
});

it('the drill that is told of was trained most; a hip test or a hidden pelvis counts only where there is nothing else', () => {
  const test = { drill: 'hip-test-seated' };
  const hidden = { drill: 'ninety-ninety-stretch', hips: [hip(30, { watched: false })] };
  expect(mostTrained([set(5, 20, test), set(4, 20, test), set(3, 0, hidden), set(2, 0, hidden), set(1, 20)])).toBe(
    'supine-sleeper',
  );
  expect(mostTrained([set(3, 0, hidden), set(2, 20, test)])).toBe('hip-test-seated');
  expect(mostTrained([set(1, 0, { hips: [] })])).toBeNull();
});

describe('the moments that mattered', () => {
  const kinds = (sets: readonly MomentSet[]) =>
    momentsOf('left', pointsOf(sets), sets, personalBests(sets), (moment) => Math.floor(moment / DAY)).map(
      ({ kind, at }) => `${kind} ${at / DAY}`,
    );

  it('are the first day, hip tests, bests beyond the error, weeks off and pain of this hip, oldest first', () => {
    const sets = [
      set(0, 20),
      set(3, 0, { drill: 'hip-test-seated', hips: [] }),
      set(5, 21),
      set(15, 30),
      set(16, 30, { pain: 4 }),
      set(17, 30, { pain: 7, painSide: 'right' }),
      set(18, 30, { ended: 'pinch' }),
      set(19, 30, { pain: 2 }),
    ];
    expect(kinds(sets)).toEqual(['first 0', 'test 3', 'best 15', 'pause 15', 'pain 16', 'pain 18']);
  });

  it('have for each day of the person, not of Greenwich, the set that hurt most', () => {
    const sets = [set(0, 20), set(3.6, 20, { pain: 7 }), set(4.3, 20, { pain: 4 }), set(5, 20)];
    const pains = (shift: number) =>
      momentsOf('left', pointsOf(sets), sets, new Map(), (moment) => Math.floor(moment / DAY + shift)).flatMap((one) =>
        one.kind === 'pain' ? [one.pain] : [],
      );
    expect([pains(0), pains(0.5)]).toEqual([[7, 4], [7]]);
  });

  it('have no pause for whoever trains once a week, and no best within the error', () => {
    expect(kinds([set(0, 20), set(7, 22), set(15, 24)])).toEqual(['first 0']);
  });

  it('are the last few of each kind', () => {
    const sets = [0, 20, 40, 60, 80, 100].map((day) => set(day, 20));
    expect(kinds(sets)).toEqual(['first 0', 'pause 60', 'pause 80', 'pause 100']);
  });
});

const setOn = (day: number, value: number, changes: Partial<HipBest> = {}, more: Partial<DatedSet> = {}): DatedSet => ({
  id: `set-${day}`,
  drill: 'supine-sleeper',
  at: day * DAY,
  hips: [{ side: 'left', range: { value, sd: 1 }, watched: true, view: 'good', azimuth: 0, ...changes }],
  ...more,
});
const bestsOf = (...sets: readonly DatedSet[]) => [...personalBests(sets).keys()];

describe('a personal best', () => {
  it('is told only beyond the earlier best by more than the error', () => {
    expect(bestsOf(setOn(1, 30), setOn(2, 35.3))).toEqual([]);
    expect(bestsOf(setOn(1, 30), setOn(2, 35.5))).toEqual(['set-2']);
    expect(bestsOf(setOn(1, 30), setOn(2, 35), setOn(3, 37))).toEqual([]);
  });

  it('is no first set, and no set after a better one', () => {
    expect(bestsOf(setOn(1, 50))).toEqual([]);
    expect(bestsOf(setOn(1, 50), setOn(2, 30), setOn(3, 40))).toEqual([]);
  });

  it('grows with the error of both sets', () => {
    const unsure = { range: { value: 40, sd: 6 } };
    expect(bestsOf(setOn(1, 30), setOn(2, 40))).toEqual(['set-2']);
    expect(bestsOf(setOn(1, 30), setOn(2, 40, unsure))).toEqual([]);
  });

  it('compares only the same drill, hip and place, with the pelvis watched', () => {
    expect(bestsOf(setOn(1, 30), setOn(2, 50, {}, { drill: 'knee-to-knee-wall' }))).toEqual([]);
    expect(bestsOf(setOn(1, 30), setOn(2, 50, { side: 'right' }))).toEqual([]);
    expect(bestsOf(setOn(1, 30), setOn(2, 50, { azimuth: 90 }))).toEqual([]);
    expect(bestsOf(setOn(1, 30, { watched: false }), setOn(2, 50, { watched: false }))).toEqual([]);
    const bend = { range: 'hip-flexion' } as const;
    expect(bestsOf(setOn(1, 30, { watched: false }, bend), setOn(2, 50, { watched: false }, bend))).toEqual(['set-2']);
  });

  it('says what it is better than, and since when, whatever the order of the sets', () => {
    const found = personalBests([setOn(3, 45), setOn(1, 30), setOn(2, 33)]).get('set-3');
    expect(found).toEqual([
      {
        side: 'left',
        range: { value: 45, sd: 1 },
        before: { value: 33, sd: 1 },
        since: 2 * DAY,
        change: { kind: 'more', by: 12, line: 5.4 },
      },
    ]);
  });
});
