import { expect, it } from 'vitest';
import { ownErrorsIn } from '../../../src/training/assessment/retest.ts';
import { hipStories } from '../../../src/training/review/hip-story.ts';
import { sinceFirstWeeks, sinceLast } from '../../../src/training/review/since-last.ts';
import { sinceSentence } from '../../../src/ui/charts/story-text.ts';
import { weeksSentence } from '../../../src/ui/charts/trend-text.ts';
import { datedSets } from '../../../src/ui/history/days.ts';
import { changeWords, verdicts } from '../../../src/ui/summary/change-text.ts';
import { reportStories } from '../../../src/ui/summary/report-text.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';
import { hip } from '../../training/review/made-hip.ts';
import { makeOverview } from '../make-overview.ts';

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
    const since = then.flatMap((story) => (story.since ? [{ side: story.side, ...story.since }] : []));
    expect(firsts.get(id) ?? []).toEqual(since);
  }
});
