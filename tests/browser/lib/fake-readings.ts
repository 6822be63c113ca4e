import { coach as english, coachWords } from '../../../src/i18n/en/coach.ts';
import type { LegAngles, PelvisAngles, Reading } from '../../../src/instrument/output/reading.ts';
import type { Gauge, SetPlan, TimelinePhase } from '../../../src/coach/coach-contract.ts';
import type { PhaseKind } from '../../../src/coach/drill-definition.ts';
import { spokenDrills } from '../../../src/app/session/set-plans.ts';
import { phaseName } from '../../../src/ui/shell/words.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';

const leg: LegAngles = {
  internalRotation: { value: 23, sd: 2.2 },
  flexion: { value: 3, sd: 2 },
  abduction: { value: 2, sd: 2 },
  knee: { value: 92, sd: 2 },
};

const pelvis: PelvisAngles = {
  twist: { value: 2, sd: 2 },
  obliquity: null,
  tilt: null,
  lift: { value: 0.002, sd: 0.004 },
};

/** Eight fitted joints (x, y) of a lying person in a 960 × 540 picture. */
const LYING = new Float32Array([700, 330, 690, 400, 520, 330, 510, 390, 400, 200, 390, 250, 300, 330, 290, 400]);

export const goodReading: Reading = {
  time: 4,
  width: 960,
  height: 540,
  person: { seen: true },
  landmarks: null,
  skeleton: LYING,
  light: { mean: 120, sd: 50, problem: null, remark: null, darkClothes: false },
  framing: {
    missing: [],
    size: 'ok',
    extent: 0.6,
    posture: 'ok',
    view: 'good',
    ready: true,
    problem: null,
    lens: null,
    laptopMoves: false,
  },
  referencePose: {
    kind: 'set',
    at: 2,
    quality: { azimuth: 255, lookingDown: 33, lensHeight: 1.4, distance: 2.3, noise: {}, view: 'good' },
  },
  cameraMoved: false,
  cameraChange: null,
  cameraUnsure: false,
  frozen: false,
  postureLeft: null,
  startDoubted: false,
  people: null,
  raisedArms: 0,
  armsOut: null,
  body: {
    valid: true,
    reasons: [],
    leg: { left: leg, right: leg },
    pelvis,
    trunkLean: null,
    lumbarExtension: null,
    footSlide: null,
    unseen: {},
  },
  timings: { pixels: 3.1, model: 41.5, pelvis: 4.2, fit: 2.4, total: 51.2 },
};

export const phaseOf = (kind: PhaseKind, part: Partial<TimelinePhase> = {}): TimelinePhase => {
  const sleeper = spokenDrills().find(({ id }) => id === supineSleeper.id) ?? supineSleeper;
  const template = sleeper.phases.find((phase) => phase.kind === kind);
  return {
    kind,
    round: 1,
    side: 'left',
    length: 60,
    title: template?.title ?? phaseName(kind),
    instruction: template?.instruction ?? coachWords().reasons['wrong-posture'].say[0],
    ramp: 0,
    effort: null,
    ...part,
  };
};

export const gaugeOf = ({ phase = phaseOf('passive'), ...part }: Partial<Gauge> = {}): Gauge => ({
  phase,
  word: phase?.word ?? phase?.title ?? '',
  next: phaseOf('pails', { length: 15 }),
  left: 42.3,
  progress: 0.3,
  paused: false,
  away: null,
  finished: null,
  angle: { value: 23.4, sd: 2.2 },
  angleReason: null,
  pelvisContribution: 6,
  best: 27,
  effort: null,
  cue: null,
  repsDone: 0,
  repsGoal: 0,
  hold: null,
  ...part,
});

export const sleeperPlan: SetPlan = {
  drill: supineSleeper,
  sides: ['left'],
  goal: 'build',
  preset: supineSleeper.presets.build,
  countIn: 15,
  words: english,
};
