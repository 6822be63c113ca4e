import { afterEach, describe, expect, it } from 'vitest';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { hipTestOfSet } from '../../../src/training/assessment/hip-test-of-set.ts';
import { ownErrorsIn } from '../../../src/training/assessment/retest.ts';
import { rangeState } from '../../../src/training/planning/goals.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { trendsOf } from '../../../src/training/review/trends.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { drillIn } from '../../../src/i18n/drill-in.ts';
import { hipTestWords } from '../../../src/i18n/en/hip/hip-test.ts';
import { passportWords } from '../../../src/i18n/en/hip/passport.ts';
import { drillTexts, speak } from '../../../src/i18n/speaking.ts';
import { MemorySets } from '../../../src/storage/memory-sets.ts';
import { formatEstimate } from '../../../src/ui/elements/format.ts';
import { resultRows } from '../../../src/ui/hip-test/th-test-result.ts';
import { datedSets } from '../../../src/ui/history/days.ts';
import { storedTests } from '../../../src/ui/safety/person-now.ts';
import { passportRows } from '../../../src/ui/passport/passport-text.ts';
import { bestRange } from '../../../src/ui/summary/summary-text.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { PLAIN_RANGE, REFERENCE_POSE } from '../../storage/make-record.ts';
import { makeHipRecord } from '../../training/assessment/make-hip-record.ts';
import { type Four, passportOf } from '../../training/assessment/make-hip-test.ts';

afterEach(() => speak(null));

const DRILL = 'hip-test-seated';
const DAY = 24 * 3600 * 1000;
const MISLEADING = 60;

/** A test in front of the camera. Its summary has the largest angle of the whole set, the practice try included. */
function testOn(day: number, left: Four, right: Four): SetRecord {
  const startedAt = new Date(Date.parse('2026-11-02T17:00:00Z') + day * DAY).toISOString();
  const record = makeHipRecord({ id: `day ${day}`, startedAt, left, right });
  const [range] = record.summary.sets;
  const sets = (['left', 'right'] as const).map((side) => ({ ...RANGE, ...range, side, clean: MISLEADING }));
  const pose = { ...POSE, side: 'both' as const };
  const source = { ...record.source, kind: 'camera' as const };
  return { ...record, source, neutral: pose, neutrals: [pose], summary: { ...record.summary, sets } };
}

const POSE = { ...REFERENCE_POSE, azimuth: 2, lookingDown: -10, lensHeight: 0.75 } as const;
const RANGE = { ...PLAIN_RANGE, borrowed: 0, borrowedAtLeast: false, gross: MISLEADING, sd: 2, pelvisWatched: 1 };

const RECORDS = [testOn(0, [33, 22, 45, 40], [36, 24, 44, 41]), testOn(20, [35, 30, 46, 40], [36, 25, 45, 40])];

async function listed(records: readonly SetRecord[]) {
  const sets = new MemorySets();
  for (const record of records) await sets.finishSet(record);
  return sets.list();
}

it('one hip test on every page has the same figures on summary, report, passport, print, list, trends and goals', async () => {
  const list = await listed(RECORDS);
  const [first, second] = RECORDS.map((record) => hipTestOfSet(record));
  if (!first || !second) throw new Error('not read');
  const result = second.hips.left?.internal.passive?.result;
  expect(result?.value).toBeCloseTo(35, 6);
  const told = formatEstimate(result ?? null);

  // Summary and report.
  const [row] = resultRows(second, 'left') ?? [];
  expect(`${row?.result}${row?.band}`).toBe(told);
  expect(RECORDS.map(bestRange)).toEqual([null, null]);

  // Passport, on the screen and in print.
  expect(storedTests(list)).toEqual([second, first]);
  const passport = passportOf(...storedTests(list));
  expect(passport.test).toEqual(second);
  expect(passportRows(passport)[0]?.left).toBe(told);

  // The list of sets, with the hip that turned in further.
  const left = list[0]?.hips.find(({ side }) => side === 'left');
  expect(left?.range).toEqual(result);
  expect(list[0]?.clean).toBeCloseTo(36, 6);

  // Trends, with the person's own error.
  const own = ownErrorsIn(list).get(DRILL) ?? null;
  const [trend] = trendsOf(datedSets(list), DRILL, own);
  expect(trend?.points.map(({ range }) => range)).toEqual([first.hips.left?.internal.passive?.result, result]);
  expect(trend?.own).toEqual(passport.own);
  expect(trend?.own).not.toBeNull();

  // Goals.
  const goal = { kind: 'range', id: 'g', side: 'left', drill: DRILL, degrees: 30, since: 0 } as const;
  expect(rangeState(goal, datedSets(list))).toMatchObject({ best: result });
});

describe('one movement', () => {
  const WAYS = (['internal', 'external'] as const).flatMap((rotation) =>
    (['passive', 'active'] as const).map((effort) => ({ rotation, effort })),
  );

  it.each([
    ['English', null],
    ['German', german],
  ])('has one name in %s: by the voice, in the result, the report and the passport', (_, language) => {
    speak(language);
    const texts = drillTexts();
    const { phases }: DrillDefinition = texts === null ? hipTestSeated : drillIn(hipTestSeated, texts);
    const test = RECORDS[1] && hipTestOfSet(RECORDS[1]);
    const rows = (test && resultRows(test, 'left')) ?? [];
    for (const [index, { rotation, effort }] of WAYS.entries()) {
      const name = passportWords().ranges[rotation][effort];
      const tried = phases.filter(({ step }) => step?.startsWith(`${rotation}-${effort}`));
      expect(new Set(tried.map(({ title }) => title))).toEqual(new Set([name]));
      expect(rows[index]?.way).toBe(name);
      const words = hipTestWords();
      expect(name).toBe(`${words.rotation[rotation]}, ${words.effort[effort]}`);
      expect(passportWords().turns[rotation][effort].toLowerCase()).toBe(name.replace(',', '').toLowerCase());
      // Where the foot goes is never called in or out.
      for (const { instruction } of tried) expect(instruction).not.toMatch(/foot (in|out)\b|Fuß nach (innen|außen)/);
    }
  });
});
