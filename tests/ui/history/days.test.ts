import { describe, expect, test } from 'vitest';
import { ownErrorsIn } from '../../../src/training/assessment/retest.ts';
import { rangeState } from '../../../src/training/planning/goals.ts';
import type { RecordSource } from '../../../src/coach/record/set-record.ts';
import { trendsOf } from '../../../src/training/review/trends.ts';
import { lastBest, sinceLast } from '../../../src/training/review/since-last.ts';
import { personalBests } from '../../../src/training/review/hip-story.ts';
import { headerOf, overviewOf } from '../../../src/storage/set-header.ts';
import { datedSets } from '../../../src/ui/history/days.ts';
import { doneSets, pastSets } from '../../../src/ui/programmes/week-input.ts';
import { makeRecord } from '../../storage/make-record.ts';

const RECORD = makeRecord();
const DRILL = RECORD.drill;

/** A stored set as the screens read it. */
const seen = (kind: RecordSource['kind'], id: string, startedAt: string) =>
  overviewOf(headerOf({ ...RECORD, id, startedAt, source: { ...RECORD.source, kind } }), 100, true);

const own = seen('camera', 'own', '2026-11-20T10:00:00.000Z');
const demo = seen('demo', 'demo', '2026-11-21T10:00:00.000Z');
const clip = seen('clip', 'clip', '2026-11-21T11:00:00.000Z');

describe('a demo and an analysed clip are no training', () => {
  const all = [clip, demo, own];

  test('in the calendar, and on the page of a day', () => {
    expect(datedSets(all).map(({ id }) => id)).toEqual(['own']);
  });

  test('in the plan of the week and in what says when to test again', () => {
    expect(pastSets(all)).toEqual(pastSets([own]));
    expect(doneSets(all)).toEqual(doneSets([own]));
  });

  test('in goals, bests, trends and what the next set is compared with', () => {
    expect(personalBests(datedSets(all), ownErrorsIn(all))).toEqual(
      personalBests(datedSets([own]), ownErrorsIn([own])),
    );
    expect(trendsOf(datedSets(all), DRILL)).toEqual(trendsOf(datedSets([own]), DRILL));
    expect(trendsOf(datedSets([own]), DRILL)).not.toEqual([]);
    const goal = { kind: 'range', id: 'g', drill: DRILL, side: 'left', degrees: 20, since: 0 } as const;
    expect(rangeState(goal, datedSets([demo, clip]))).toEqual(rangeState(goal, []));
    expect(lastBest([demo, clip], { drill: DRILL, side: 'left', source: 'camera' })).toBeNull();
    const next = seen('camera', 'next', '2026-11-22T10:00:00.000Z');
    expect(sinceLast('next', [next, ...all])).toEqual(sinceLast('next', [next, own]));
  });
});
