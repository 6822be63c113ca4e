import type { DrillDefinition, RuleDefinition } from '../../coach/drill-definition.ts';
import { hipsShiftRule, pelvisLiftRule, tooFastRule } from '../common-rules.ts';
import { lying } from '../postures.ts';
import { doseFrom, PULSE_PRESETS } from '../presets.ts';
import { arrow, ring } from '../loop-marks.ts';
import { NOT_FOR, STOP_RULE } from '../shared-words.ts';

/** Start: hips and knees at right angles in the air, no contact. Both legs work. */
const measure: DrillDefinition['measure'] = {
  posture: lying({ flexion: 88, abduction: 3, internalRotation: 0, knee: 90 }),
  motion: {
    contacts: [],
    unsupportedJoints: ['working ankle', 'other ankle', 'working knee', 'other knee'],
    workingSd: { flexion: 8, abduction: 6, internalRotation: 30, knee: 10 },
    otherSd: { flexion: 8, abduction: 6, internalRotation: 30, knee: 10 },
    pelvisSd: 30,
    rootSd: 0.04,
    thoraxSd: 5,
    landmarkSd: 6,
    hipSdScale: 0.3,
    leanLimit: null,
    internalRotationFloor: -15,
  },
  view: {
    recommended: 165,
    good: [[150, 210]],
    fair: [[140, 220]],
    lensHeight: 1.4,
    distance: 2.4,
    lookingDown: 20,
  },
  useFittedTwist: true,
  optionalChannels: ['shin-drop'],
  // Both feet swing, so no part of the body supports the hips. The cloth at the hip turns with the thigh, so the trunk beside it is
  // followed. The nearer side moves more in the picture: a turn of 8 to 9° shifted it by 1.0–3.7 cm, the other side by 0.6–2.6 cm (6 rendered sets).
  still: [{ channel: 'hips-shift', part: 'near-waist' }],
  neverSeen: ['back-arch', 'pelvis-obliquity', 'foot-slide'],
};

/** From behind the head the pelvis is visible. */
const WATCHED_PELVIS = [
  {
    id: 'pelvis-twist',
    channel: 'pelvis-twist',
    direction: 'either',
    enter: 5,
    red: 10,
    falseMotion: 3,
    // The hip line follows only two thirds of a pelvis rotation.
    sizeTold: false,
    phaseFactors: { reps: 1 },
    cue: 'Keep your buckle facing the ceiling. Turn only the thighs.',
    explanation: 'Your pelvis turned to one side, so one leg turned less than it seemed to.',
  },
  pelvisLiftRule({
    sizeTold: false,
    phaseFactors: { reps: 1 },
    explanation: 'Your pelvis came off the floor, so the back did part of the work.',
  }),
] as const satisfies readonly RuleDefinition[];

/**
 * Metres. In 20 of 24 lifts of 4 cm or turns of 8° the hip or the waist shifted by 1.5 cm or more. Beside a still pelvis it shifted by
 * 1.0 cm at most in 25 of 28 rendered sets; in the others by up to 1.6 cm, which raised no flag. In noise and changing light, one still
 * person in dark cloth read up to 2.9 standard deviations.
 */
export const pulseHipsShift = hipsShiftRule({ enter: 0.015, certainty: 3, phaseFactors: { reps: 1 } });

const grip = {
  // Squeezing brings the knees closer together; rotating the thighs does not.
  id: 'grip',
  channel: 'knee-gap',
  direction: 'negative',
  enter: 5,
  red: 10,
  falseMotion: 4,
  phaseFactors: { reps: 1 },
  cue: 'Squeeze less. Swing the feet out.',
  change: 'Press half as hard, and swing the feet.',
  explanation: 'The knees closed on the block: the thighs were squeezed together instead of turned.',
} as const satisfies RuleDefinition;

const shinsDrop = {
  id: 'shins-drop',
  channel: 'shin-drop',
  direction: 'positive',
  enter: 10,
  red: 17,
  // The slope of the shins varied by −3 to 2° over nine clean pulses.
  falseMotion: 5,
  phaseFactors: { reps: 1 },
  cue: 'Shins level, as if carrying a tray.',
  change: 'Bring the knees back over the hips. Rest if you need to.',
  explanation: 'Your shins sank towards the floor, so the pulses had no steady base.',
} as const satisfies RuleDefinition;

const pulseTooFast = tooFastRule({
  falseMotion: 50,
  cue: 'Slower. Out on one tick, back on the next.',
  explanation: 'You hurried, and a fast pulse is thrown rather than pressed.',
});

export const PULSE_FEEL = 'Feel it deep inside both hips.';

export const supineIrPulses = {
  id: 'supine-ir-pulses-feet-lifted',
  demands: ['lies-flat', 'bent-in'],
  title: 'Supine rotation pulses, feet lifted',
  variant: { of: 'supine-ir-pulses', id: 'feet-lifted', name: 'Feet lifted' },
  bilateral: true,
  line: 'Lying down, feet in the air. Press a block, swing both feet out.',
  summary:
    'On your back, knees above the hips, a yoga block between them. Press the block and swing both feet out in time with a tick. A good warm-up before deeper stretches.',
  steps: [
    'Lie on your back, hips and knees at right angles in the air, a yoga block between the knees.',
    'Press the block firmly and evenly all the time, turn both thighs and swing the feet out. Come back under control. Press, don’t grip: the thighs do the turning.',
    'Feet out on one tick, back on the next. The knees stay above the hips.',
    'Keep your lower back on the floor: ribs down, pelvis heavy, arms at rest. Breathe on.',
    'You should feel it deep inside both hips.',
  ],
  caution: `${STOP_RULE} ${NOT_FOR}`,
  equipment: ['mat', 'yoga block'],
  loopMarks: {
    right: [ring(48, 27), arrow([32, 8], [22, 14]), arrow([53, 6], [63, 8])],
    cheat: [ring(48, 31, 9), arrow([30, 38], [38, 34]), arrow([68, 34], [59, 32])],
  },
  demonstration: {
    right: {
      caption: 'Shins swing out, knees stay where they are. The pressure on the block stays even.',
      description:
        'Lying on the back, hips and knees bent to right angles in the air, a block between the knees, both feet swing slowly outwards and back, three times. Knees and pelvis stay still.',
    },
    cheat: {
      caption: 'The knees squeeze the block flat and the shins stay put. Your thighs do not turn.',
      description:
        'In the same position the knees pinch together and flatten the block while the feet hardly move apart.',
    },
  },
  placement: {
    id: 'behind-head',
    title: 'Behind your head',
    where: 'On the line beyond your head or up to 30° off it, 2.0 to 2.6 m from your hips',
    lens: 'Chest high, about 1.4 m: a chest of drawers, or books on a table',
    tilt: 'Fold the screen forward until your head, both knees and both feet are in the picture.',
    avoid: 'Never at your feet and not beside you: the legs hide each other.',
    blind: 'Keep lower back still and both hips level: I can’t see these.',
  },
  pose: 'lying',
  table: { from: 1.8, to: 2.1, tilt: 25 },
  measure,
  phases: [
    {
      kind: 'reps',
      title: 'Press and swing',
      word: 'Press, feet out',
      instruction: 'Press the block, feet out on one tick, back on the next.',
      lesson: 'Press all the time. The thighs turn in, nothing cramps. Lower back heavy.',
      feel: PULSE_FEEL,
    },
  ],
  presets: PULSE_PRESETS,
  dose: doseFrom('ours'),
  reps: {
    towards: 'internal',
    minimumAmplitude: 7,
    returnShare: 0.45,
    holdInternal: 0,
    holdExternal: 0,
    perMinute: 50,
    words: {
      flagged: 'The pelvis moved along.',
      thrown: 'That was thrown. Slower.',
      gripped: 'You squeezed the block. Press, and turn the thighs.',
      small: 'The feet hardly moved.',
      shortExternal: 'Come back to the start.',
      shortInternal: 'Swing the feet all the way out.',
    },
  },
  rules: [...WATCHED_PELVIS, pulseHipsShift, grip, pulseTooFast, shinsDrop],
  phone: { 'pelvis-twist': { reps: 1 }, 'back-arch': { reps: 1 } },
  // The floor and the thighs hide the lower back.
  blindSpots: [{ id: 'back-arch' }],
  instrument: { frameRate: 15, model: 'full' },
  turnsForOtherSide: false,
  footSlideLimit: null,
} as const satisfies DrillDefinition;
