import type { Milliseconds, Side } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { type CivilDay, DAY } from '../planning/civil-day.ts';
import type { DoneSet } from '../planning/parts-done.ts';
import { SYMPTOM_LASTS } from '../planning/symptom-lock.ts';
import { hipsTold, loadsHip, setsOf } from './tolerance.ts';

// The morning after tells what a hip made of a set, as in the pain-monitoring model (Silbernagel 2007). The same: go on. A little worse:
// repeat, nothing goes up. Clearly worse: one thing less (`overload.ts`), and a day off.

/** Days after which nobody remembers a morning. Judgement. */
const REMEMBERED = 7;
/** No morning has come yet when the clock has only passed midnight. Judgement. */
const NIGHT: Milliseconds = DAY / 4;
/** What a clearly worse morning counts as, of ten: the hip stays gentle. */
const AS_PAIN = 4;

/**
 * The sets whose next morning is to be asked for now: all of the last training day before today that asked something of a hip and have no
 * answer yet. Empty: nothing is to be asked. One answer holds for all of them.
 */
export function morningDue<Done extends DoneSet>(
  sets: readonly Done[],
  drills: readonly DrillDefinition[],
  now: Milliseconds,
  dayOf: (moment: Milliseconds) => CivilDay,
): readonly Done[] {
  const today = dayOf(now);
  const earlier = setsOf(sets, drills, loadsHip).filter(
    ({ startedAt, ended }) => ended !== 'running' && startedAt <= now && dayOf(startedAt) < today,
  );
  const last = Math.max(...earlier.map(({ startedAt }) => dayOf(startedAt)));
  if (today - last > REMEMBERED) return [];
  const ofDay = earlier.filter(({ startedAt }) => dayOf(startedAt) === last);
  if (ofDay.some(({ startedAt }) => now - startedAt < NIGHT)) return [];
  return ofDay.filter(({ morning }) => morning === undefined);
}

/**
 * The pain that a clearly worse morning within the last week counts as for this hip, 0 to 10: until a morning after a later set was told
 * that was not.
 */
export function painFromMorning(sets: readonly DoneSet[], side: Side, now: Milliseconds): number {
  const told = sets
    .filter(
      (set) =>
        set.morning !== undefined && hipsTold(set).includes(side) && Math.abs(now - set.startedAt) < SYMPTOM_LASTS,
    )
    .toSorted((one, other) => other.startedAt - one.startedAt);
  return told[0]?.morning === 'much' ? AS_PAIN : 0;
}
