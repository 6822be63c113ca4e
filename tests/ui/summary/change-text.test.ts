import { describe, expect, it, test } from 'vitest';
import { hipStories, type PersonalBest } from '../../../src/training/review/hip-story.ts';
import { sinceFirstWeeks, type SinceLast, sinceLast } from '../../../src/training/review/since-last.ts';
import type { HipChange } from '../../../src/training/review/compare-sets.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';
import { changeBetween } from '../../../src/coach/progress/real-change.ts';
import {
  anewLines,
  changeCellOf,
  changeLines,
  changeWords,
  verdicts,
  verdictsOf,
} from '../../../src/ui/summary/change-text.ts';
import { ownErrorsIn } from '../../../src/training/assessment/retest.ts';
import { sinceSentence } from '../../../src/ui/charts/story-text.ts';
import { weeksSentence } from '../../../src/ui/charts/trend-text.ts';
import { datedSets } from '../../../src/ui/history/days.ts';
import { reportStories } from '../../../src/ui/summary/report-text.ts';
import { hip } from '../../training/review/made-hip.ts';
import { makeOverview } from '../make-overview.ts';

const since = '2026-11-03T18:40:00.000Z';
const change = (side: 'left' | 'right', before: number, after: number): HipChange => ({
  side,
  before,
  since,
  change: changeBetween({ value: before, sd: 2 }, { value: after, sd: 2 }),
});

test('a real change looks larger than the error, also where both would round to the same degree', () => {
  // 7.0° with an error of 6.4°.
  const near = { ...change('left', 33, 40), change: { kind: 'more', by: 7, line: 6.37 } } as const;
  expect(changeLines([near])[0]).toMatch(/^7\.0° more than on .*beyond the measuring error of 6\.3°\.$/);
  const nearer = { ...near, change: { kind: 'less', by: -6.42, line: 6.37 } } as const;
  expect(changeLines([nearer])[0]).toMatch(/^6\.5° less than on .*error of 6\.3°\.$/);
});

test('names each hip if the set was of both', () => {
  const both = [change('left', 26, 28), change('right', 20, 30)];
  expect(changeLines(both).map((line) => line.split(' ', 3).join(' '))).toEqual(['Left hip: about', 'Right hip: 10°']);
  expect(changeWords(both)).toBe('left about the same, right 10° more');
  expect(changeWords(both.slice(0, 1))).toBe('about the same');
  expect(changeWords([])).toBe('');
});

describe('the verdict on a hip', () => {
  const hipAt = (after: number, given: Partial<SinceLast> = {}): SinceLast => ({
    side: 'left',
    range: { value: after, sd: 2 },
    isTold: true,
    last: change('left', 26, after),
    withinWeek: false,
    first: null,
    ...given,
  });
  const best = (at: string, before: number, after: number): PersonalBest => ({
    side: 'left',
    range: { value: after, sd: 2 },
    before: { value: before, sd: 2 },
    since: Date.parse(at),
    change: changeBetween({ value: before, sd: 2 }, { value: after, sd: 2 }),
  });

  test('says better, the same or worse than last time, and than in the first week', () => {
    const week = (day: number, value: number) => {
      const at = Date.UTC(2026, 9, day, 9);
      return { from: at, to: at, range: { value, sd: 2 } };
    };
    const first = { first: week(5, 20), latest: week(20, 34), change: change('left', 20, 34).change };
    expect(verdicts([hipAt(34, { first })], [], false)).toEqual([
      { kind: 'more', text: '8° more than last time.', firstWeek: '14° more than in your first week (from Oct 5).' },
    ]);
    expect(verdicts([hipAt(27)], [], false)).toEqual([{ kind: 'about-the-same', text: 'The same as last time.' }]);
    expect(verdicts([hipAt(18)], [], true)[0]?.text).toMatch(/^Left hip: 8° less than last time/);
    expect(verdicts([hipAt(18, { last: null })], [], false)[0]?.kind).toBe('nothing-before');
  });

  test('is one sentence where the last set was the best before', () => {
    expect(verdicts([hipAt(34)], [best(since, 26, 34)], false)).toEqual([
      { kind: 'best', text: '8° more than last time, a new best.' },
    ]);
    const older = best('2026-10-20T09:00:00.000Z', 24, 32);
    expect(verdicts([hipAt(32)], [older], false).map(({ kind }) => kind)).toEqual(['more', 'best']);
    // Not the same and a best at once.
    expect(verdicts([hipAt(30)], [older], false).map(({ kind }) => kind)).toEqual(['best']);
  });

  test('is as coarse as the range that it is about', () => {
    const range = { value: 42, sd: 5 };
    expect(verdicts([hipAt(52, { range })], [], false)[0]?.text).toBe('About 25° more than last time.');
  });
});

test('says that a set is not compared because the app measured in a different way before', () => {
  const range = { value: 30, sd: 2 };
  const kind = { side: 'left', range, watched: true, view: 'good', azimuth: 256 } as const;
  const set = (id: string, at: string, instrument: number) => ({
    id,
    startedAt: `2026-11-${at}T09:00:00.000Z`,
    drill: 'supine-sleeper',
    hips: [{ ...kind, instrument }],
  });
  const sets = [set('second', '30', 2), set('first', '28', 2), set('old', '20', 1)];
  expect(changeCellOf('first', sets)).toBe('not compared: measured in a different way before');
  expect(changeCellOf('second', sets)).toBe('about the same');
  expect(changeCellOf('old', sets)).toBe('');
  expect(anewLines('2026-11-28T09:00:00.000Z')).toEqual([
    'Measured in a different way since Nov 28. Earlier values may differ by a few degrees.',
  ]);
  expect(anewLines(null)).toEqual([]);
});

describe('the verdicts of a set', () => {
  const none = { range: { value: 30, sd: 2 }, isTold: true, last: null, withinWeek: false, first: null } as const;

  test('say once for both hips that there is nothing to compare with', () => {
    const both = { ...sleeperRecord, side: 'both' } as const;
    const told = verdictsOf(
      both,
      [
        { side: 'left', ...none },
        { side: 'right', ...none },
      ],
      [],
    );
    expect(told).toEqual([{ kind: 'nothing-before', text: 'Nothing to compare with yet.' }]);
  });

  test('compare hip and pelvis together where nobody saw the pelvis, and say so', () => {
    const last = change('left', 20, 30);
    const told = verdictsOf(sleeperRecord, [{ side: 'left', ...none, isTold: false, last }], []);
    expect(told).toEqual([
      {
        kind: 'more',
        text: '10° more than last time. This compares hip and pelvis together, because I could not see your pelvis.',
        together: true,
      },
    ]);
    expect(verdictsOf(sleeperRecord, null, [])).toEqual([]);
  });
});

/** The left hip turns 20°, 24°, 22° in its first week and 36°, 33°, 31° in its latest; the right one 12° more from start to end. */
const LEFT = [20, 24, 22, 28, 29, 36, 33, 31];
const RIGHT = [18, 22, 22, 24, 24, 31, 31, 30];
const SETS = LEFT.map((left, i) =>
  makeOverview({
    id: i === LEFT.length - 1 ? sleeperRecord.id : `before-${i}`,
    startedAt: new Date(Date.UTC(2026, 9, 18 + 3 * i + (i > 4 ? 9 : 0), 9)).toISOString(),
    drill: sleeperRecord.drill,
    side: 'both',
    clean: left,
    hips: [hip(left), hip(RIGHT[i] ?? 0, { side: 'right' })],
  }),
).toReversed();

it('home, progress, the page of the newest set, past sets and the report tell the same change since the first week', () => {
  const [own, errors] = [datedSets(SETS), ownErrorsIn(SETS)];
  const firsts = sinceFirstWeeks(own, errors).get(sleeperRecord.id);
  const told = {
    // Home and progress: one sentence.
    story: sinceSentence(hipStories(own, sleeperRecord.drill, errors.get(sleeperRecord.drill) ?? null)),
    summary: verdicts(sinceLast(sleeperRecord.id, SETS, firsts), [], true)
      .map(({ firstWeek }) => firstWeek)
      .join(' '),
    list: changeWords(firsts ?? []),
    report: reportStories(sleeperRecord, SETS).map(weeksSentence).join(' '),
  };
  // Not the 11° and 12° from the first set to the last.
  expect(told.story).toMatch(/first week \(from Oct 18\): the left 11°, the right 9°/);
  expect(told.summary).toBe(
    '11° more than in your first week (from Oct 18). 9° more than in your first week (from Oct 18).',
  );
  expect(told.list).toBe('left 11° more, right 9° more');
  expect(told.report).toMatch(/^First week \(from Oct 18\): 22°.*Latest week: 33°.*11° more\..*: 31°.*9° more\./);
});

it('what is told after each set is what home told that day', () => {
  const firsts = sinceFirstWeeks(datedSets(SETS));
  for (const [i, { id }] of SETS.entries()) {
    const then = hipStories(datedSets(SETS.slice(i)), sleeperRecord.drill, null);
    const told = then.flatMap((story) => (story.since ? [{ side: story.side, ...story.since }] : []));
    expect(firsts.get(id) ?? []).toEqual(told);
  }
});
