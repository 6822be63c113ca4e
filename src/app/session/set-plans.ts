import type { SourceRequest } from './session-contract.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { DrillDefinition, Preset } from '../../coach/drill-definition.ts';
import type { RecordEngine } from '../../coach/record/set-record.ts';
import { asSelfCheck } from '../../training/self-check/self-check-record.ts';
import { withoutCamera } from '../../coach/timeline/timeline.ts';
import { DRILLS_AND_TESTS } from '../../drills/index.ts';
import { supineSleeper } from '../../drills/supine-sleeper/supine-sleeper.ts';
import { drillIn } from '../../i18n/drill-in.ts';
import { coachWords } from '../../i18n/en/coach.ts';
import { drillTexts, spokenLanguage } from '../../i18n/speaking.ts';
import type { Metres, WorkingSide } from '../../instrument/geometry/units.ts';
import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import type { EngineInfo } from '../../../workers/pose.api.ts';

const STILL: Preset = {
  passive: 0,
  pailsRamp: 0,
  pailsHold: 0,
  rails: 0,
  sink: 0,
  rest: 0,
  rounds: 1,
  reps: 0,
  effort: [0.2, 0.3],
};

/** PAILs and RAILs are far shorter than in training, because the clip only shows the app. */
const PUSH_AND_PULL: Partial<Preset> = { passive: 6, pailsRamp: 2, pailsHold: 2, rails: 5, sink: 3 };

/** What the person in each clip of `assets/demos` does after holding the reference pose for 3 s, by drill. */
const DEMOS: Readonly<Record<string, Partial<Preset>>> = {
  'supine-sleeper': PUSH_AND_PULL,
  'supine-ir-pulses-feet-lifted': { reps: 9 },
  'supine-ir-pulses-feet-flat': { passive: 10.7 },
  'knee-to-knee-wall': { passive: 16.7 },
  'knee-to-knee-floor': { passive: 9.4 },
  'ninety-ninety-pails-rails': PUSH_AND_PULL,
  'ninety-ninety-stretch': { passive: 14 },
  'ninety-ninety-contract-relax': { passive: 5, pailsRamp: 2, pailsHold: 2, sink: 4 },
  'ninety-ninety-lift-off': { reps: 4 },
  'ninety-ninety-lift-off-hinge': { reps: 3 },
  'quadruped-band-ir': { reps: 4 },
  'standing-hamstring': PUSH_AND_PULL,
  'hip-movement-sequence': { reps: 1 },
};

/**
 * The plan of the demo of a drill. It has no count-in, because the clip does not wait.
 * @param drill id. Of a drill without a demo, and absent: the sleeper
 */
export function demoPlan(drill: string = supineSleeper.id): SetPlan {
  const shown: DrillDefinition =
    DRILLS_AND_TESTS.find(({ id }) => id === drill && Object.hasOwn(DEMOS, id)) ?? supineSleeper;
  return {
    drill: shown,
    sides: [shown.bilateral ? 'both' : 'left'],
    goal: 'prep',
    preset: { ...STILL, ...DEMOS[shown.id] },
    exactTimes: true,
    countIn: 0,
    words: coachWords(),
  };
}

const translated = new Map<ReturnType<typeof drillTexts>, readonly DrillDefinition[]>();

/** Every drill, side check and hip test with its texts in the app's language. Returns the same objects while the language stays the same. */
export function spokenDrills(): readonly DrillDefinition[] {
  const texts = drillTexts();
  if (texts === null) return DRILLS_AND_TESTS;
  const drills = translated.get(texts) ?? DRILLS_AND_TESTS.map((drill) => drillIn(drill, texts));
  translated.set(texts, drills);
  return drills;
}

/** The plan with drill texts and coach words in the app's language. */
export function spokenPlan(plan: SetPlan): SetPlan {
  const texts = drillTexts();
  const language = spokenLanguage();
  const words = coachWords();
  if (texts === null) return plan.words === words ? plan : { ...plan, words };
  return { ...plan, drill: drillIn(plan.drill, texts), words, language };
}

/**
 * The plan to run for a source: the plan of the drill's clip for the demo, nothing measured without a camera. In the app's language. The plan of a check stays one.
 */
export function planForSource(plan: SetPlan, kind: SourceRequest['kind']): SetPlan {
  const own = kind === 'demo' ? demoPlan(plan.drill.id) : { ...plan, waits: true };
  const spoken = spokenPlan(own);
  if (kind === 'none') return { ...spoken, drill: withoutCamera(spoken.drill) };
  return plan.check ? asSelfCheck(spoken, plan.check) : spoken;
}

/** What the worker needs to measure a drill on one side of a person. */
export const measurementPlanFor = (
  drill: DrillDefinition,
  side: WorkingSide,
  subjectHeight: Metres,
): MeasurementPlan => ({ drill: drill.id, side, subjectHeight, ...drill.measure });

/**
 * The plan for a person who has heard before what the camera cannot see in this drill: said before every set, it is no longer
 * heard.
 */
export const withBlindSpotsTold = (plan: SetPlan, { blindSpotsTold }: Pick<Settings, 'blindSpotsTold'>): SetPlan =>
  blindSpotsTold.includes(plan.drill.id) ? { ...plan, blindTold: true } : plan;

const clock = (minutes: number): string =>
  [minutes / 60, minutes % 60].map((value) => String(Math.floor(value)).padStart(2, '0')).join(':');

/**
 * A moment as ISO 8601 with the offset of a place.
 * @param offset of its clock from UTC, in minutes, east positive; absent: that of this computer
 */
export function isoAtPlace(date: Date, offset = -date.getTimezoneOffset()): string {
  const wall = new Date(date.getTime() + 60_000 * offset).toISOString().slice(0, -1);
  return wall + (offset < 0 ? '-' : '+') + clock(Math.abs(offset));
}

export function recordEngine(engine: EngineInfo | null): RecordEngine {
  if (!engine) return { model: 'none', backend: 'none', why: 'not loaded', version: '' };
  const { model, backend, why, version } = engine;
  return { model, backend, why, version };
}
