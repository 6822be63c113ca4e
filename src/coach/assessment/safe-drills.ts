import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { drillFamily } from '../planning/symptom-lock.ts';
import { isStop, painLight } from '../review/after-set.ts';
import { isHipTestDrill } from './hip-test-of-set.ts';
import type { DoneSet, HipStep, ProposalInput } from './hip-programme.ts';

/** After a stop for a symptom, or much pain, a drill rests for this time. The same span as that of the symptom lock. */
export const REST_AFTER_STOP: Milliseconds = 7 * 24 * 3600 * 1000;

/** A set from a time when the clock was ahead is recent too: a stop must not be lost because the clock was put right. */
const recent = (sets: readonly DoneSet[], now: Milliseconds): readonly DoneSet[] =>
  sets.filter(({ startedAt }) => Math.abs(now - startedAt) < REST_AFTER_STOP);

/** A test is no training. Without an answer on pain it says nothing, so the set before it still counts. */
export const tellsOfPain = ({ drill, pain }: Pick<DoneSet, 'drill' | 'pain'>): boolean =>
  pain !== null || !isHipTestDrill(drill);

const familyIn = (drills: readonly DrillDefinition[], id: string): string => {
  const drill = drills.find((one) => one.id === id);
  return drill ? drillFamily(drill) : id;
};

/** The drills that may be proposed: not on hold, and not stopped for a symptom or much pain within seven days. */
export function safeDrills({
  drills,
  sets,
  now,
  isHeld,
}: Pick<ProposalInput, 'drills' | 'sets' | 'now' | 'isHeld'>): readonly DrillDefinition[] {
  const resting = new Set(
    recent(sets, now)
      .filter(isStop)
      .map(({ drill }) => familyIn(drills, drill)),
  );
  return drills.filter((drill) => !resting.has(drillFamily(drill)) && !isHeld(drill));
}

/** The hardest step that pain allows: after a stop within seven days, or with amber pain now or after the last set, only the gentle one. */
export function allowedStep(
  step: HipStep,
  { questions, sets, now }: Pick<ProposalInput, 'questions' | 'sets' | 'now'>,
): HipStep {
  const last = recent(sets, now)
    .filter(tellsOfPain)
    .toSorted((one, other) => other.startedAt - one.startedAt)[0];
  const hurts = painLight(questions.pain) !== 'green' || painLight(last?.pain ?? 0) !== 'green';
  if (hurts || recent(sets, now).some(isStop)) return 'gentle';
  // Who wants ease is never asked for three quarters of their strength.
  return questions.goal === 'ease' && step === 'strength' ? 'build' : step;
}
