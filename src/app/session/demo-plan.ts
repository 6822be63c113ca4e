import type { SetPlan } from '../../coach/coach-contract.ts';
import type { Preset } from '../../coach/drill-definition.ts';
import { supineSleeper } from '../../drills/supine-sleeper/supine-sleeper.ts';

/**
 * Phases as the person in `assets/demo.webm` performs them, after three seconds of still neutral. PAILs and RAILs are far
 * shorter than anybody should train: the clip is there to show the app.
 */
const DEMO_PRESET: Preset = {
  passive: 6,
  pailsRamp: 2,
  pailsHold: 2,
  rails: 5,
  sink: 3,
  rest: 0,
  rounds: 1,
  reps: 0,
  effort: [0.2, 0.3],
};

/** What the built-in demo runs: no count-in, since the clip does not wait. */
export const demoPlan = (): SetPlan => ({
  drill: supineSleeper,
  sides: ['left'],
  goal: 'prep',
  preset: DEMO_PRESET,
  countIn: 0,
});
