import { DRILLS } from '../../../src/drills/index.ts';
import { describe, expect, test } from 'vitest';
import type { HipPlan } from '../../../src/training/assessment/hip-programme.ts';
import type { HipTest } from '../../../src/training/assessment/hip-test.ts';
import type { SetOverview } from '../../../src/storage/storage-contract.ts';
import { stepNow } from '../../../src/ui/passport/th-hip-next.ts';
import { makeOverview } from '../make-overview.ts';
import { type Four, hipTest, passportOf } from '../../training/assessment/make-hip-test.ts';

const DAY = 24 * 3600 * 1000;
const START = Date.parse('2026-11-02T18:00:00.000Z');
const FOUR: Four = [30, 20, 45, 40];
const at = (day: number) => new Date(START + day * DAY).toISOString();
const tested = (id: string, day: number): HipTest => hipTest(FOUR, FOUR, { id, testedAt: at(day) });

const setOn = (day: number, ended: SetOverview['ended'] = 'finished'): SetOverview =>
  makeOverview({ id: `set ${day}`, startedAt: at(day), side: 'both', goal: 'build', ended });

const plan = (change: Partial<HipPlan> = {}): HipPlan => ({
  goal: 'range',
  pain: 0,
  minutes: 20,
  step: 'build',
  test: 'first',
  at: at(0.1),
  ...change,
});

function stepOn(day: number, tests: readonly HipTest[], hipPlan: HipPlan | null, sets: readonly SetOverview[] = []) {
  const passport = passportOf(...tests);
  const told = { feel: 'tight', at: at(day) } as const;
  const me = { askedAt: null, flags: [], seen: [], endFeel: { left: told, right: told } };
  return stepNow(DRILLS, { safety: { me }, symptomChecked: {}, hipPlan }, passport, sets, START + day * DAY);
}

describe('the step of the next programme', () => {
  const FIRST = tested('first', 0);

  test('is Build at first, and that of the programme taken until the next test', () => {
    expect(stepOn(1, [FIRST], null)).toEqual({ step: 'build', why: null });
    expect(stepOn(9, [FIRST], plan({ step: 'strength' }))).toEqual({ step: 'strength', why: null });
  });

  test('is gentle after a stop since the test, however long ago', () => {
    const stopped = { step: 'gentle', why: 'stopped' };
    expect(stepOn(13, [FIRST], plan({ step: 'strength' }), [setOn(3, 'pinch')])).toEqual(stopped);
    expect(stepOn(13, [FIRST], null, [setOn(0, 'pain')])).toEqual(stopped);
  });

  test('stays gentle after a gentle programme, unless the pain that asked for it has gone', () => {
    expect(stepOn(9, [FIRST], plan({ step: 'gentle' }))).toEqual({ step: 'gentle', why: null });
    expect(stepOn(9, [FIRST], plan({ step: 'gentle', pain: 3 }))).toEqual({ step: 'build', why: null });
  });

  test('is found after another leg was tested within two hours of taking the programme', () => {
    const other = hipTest(null, FOUR, { id: 'other leg', testedAt: at(0.05) });
    const again = tested('again', 28);
    expect(stepOn(28, [FIRST, other, again], plan(), [setOn(10, 'pinch')])).toEqual({ step: 'gentle', why: 'stopped' });
    const regular = [1, 3, 5, 8, 10, 12, 15, 17, 19, 22, 24, 26].map((day) => setOn(day));
    expect(stepOn(28, [FIRST, other, again], plan(), regular)).toEqual({ step: 'build', why: 'noise' });
  });
});
