import type { CheckWords, SetPlan } from '../../coach/coach-contract.ts';
import type { PhaseTemplate, Preset } from '../../coach/drill-definition.ts';

/** So many repetitions of about 20 s make the phase last for hours, so that only the last held position ends it. */
const NEVER_DONE = 500;

const OPEN_END: Pick<Preset, 'rounds' | 'reps' | 'rest'> = { rounds: 1, reps: NEVER_DONE, rest: 0 };

/**
 * A set that only measures: placing and reference pose as in every set, then one phase without an end. Nothing is
 * judged, counted or cued, and a raised arm asks for a measurement instead of pausing.
 */
export const asSelfCheck = (plan: SetPlan, check: CheckWords): SetPlan => ({
  ...plan,
  check,
  sides: plan.sides.slice(0, 1),
  drill: { ...withoutTest(plan.drill), armSignal: 'none', rules: [], reps: null, phases: [phaseOf(check)] },
  preset: { ...plan.preset, ...OPEN_END },
  words: { ...plan.words, endings: { ...plan.words.endings, stopped: check.over } },
});

/** Nothing is tried in a check, not even of a hip test. */
function withoutTest({ hipTest: _test, ...drill }: SetPlan['drill']): SetPlan['drill'] {
  return drill;
}

const phaseOf = ({ title, instruction }: CheckWords): PhaseTemplate => ({ kind: 'reps', title, instruction });
