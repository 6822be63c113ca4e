import type { DrillDefinition, RuleDefinition } from '../../coach/drill-definition.ts';
import { pelvisLift } from '../knee-to-knee/knee-to-knee.ts';
import { kneeToKneeFloor, PLANTED_FEET_MEASURE } from '../knee-to-knee/knee-to-knee-floor.ts';
import { PULSE_FEEL, pulseHipsShift, supineIrPulses } from './supine-ir-pulses.ts';
import { lying } from '../postures.ts';
import { PULSE_PRESETS, presetsWith } from '../presets.ts';
import { arrow, ring } from '../loop-marks.ts';

/**
 * The pulses with planted feet. From behind the head the knees would hide the feet, so the laptop stands at the side,
 * as for knee to knee on the floor.
 */
const measure: DrillDefinition['measure'] = {
  ...PLANTED_FEET_MEASURE,
  posture: lying({ flexion: 46, abduction: 4, internalRotation: 8, knee: 104 }),
  motion: {
    ...PLANTED_FEET_MEASURE.motion,
    workingSd: { flexion: 12, abduction: 12, internalRotation: 20, knee: 8 },
    otherSd: { flexion: 12, abduction: 12, internalRotation: 20, knee: 8 },
    pelvisSd: 20,
    // Metres. A wider prior reads a sliding foot as a pelvis lift.
    rootSd: 0.03,
    hipSdScale: 0.5,
    rotationSdScale: 0.8,
  },
  optionalChannels: ['foot-shift'],
  // The knees hide the far hip. A turn of 9° shifted the near hip by 1.7 to 2.2 cm, the far side of the trunk by 0.2 to 0.7 cm (3 rendered sets).
  still: [{ channel: 'hips-shift', part: 'near-hip', against: 'other-foot', orRoom: true }],
};

const footMoved = {
  id: 'foot-moved',
  channel: 'foot-shift',
  direction: 'positive',
  // Metres. The standing near ankle reads within 1.2 cm; the far one, half hidden by the other knee, within 4 cm.
  enter: 0.04,
  red: 0.08,
  falseMotion: 0.025,
  phaseFactors: { reps: 1 },
  cue: 'Feet heavy, as if glued to the floor.',
  change: 'Press more softly.',
  explanation: 'Your foot left its place, so the leg travelled instead of the hip turning over it.',
} as const satisfies RuleDefinition;

/**
 * Metres. A sliding foot reads as a lift of up to 2.3 cm, a lift of 5 cm as 3 cm or more (n = 2 rendered sets each).
 */
const flatPelvisLift = { ...pelvisLift, enter: 0.026, falseMotion: 0.026 };

export const supineIrPulsesFeetFlat = {
  ...supineIrPulses,
  id: 'supine-ir-pulses-feet-flat',
  demands: ['lies-flat'],
  title: 'Supine rotation pulses, feet flat',
  variant: { of: 'supine-ir-pulses', id: 'feet-flat', name: 'Feet flat' },
  line: 'Lying down, feet on the floor. Press both knees into a block.',
  summary:
    'On your back, feet flat and wide, a yoga block between the knees. Press the block in time with a tick. A good warm-up before deeper stretches.',
  steps: [
    'Lie on your back, both feet flat and wider than the knees, a yoga block between the knees.',
    'Keep some pressure on the block all the time: press both knees into it, then half as hard. It is a small, active movement.',
    'Press, don’t grip: the thighs turn inwards and the feet stay flat. I can’t tell the two apart from here, so feel for it.',
    'Press on one tick, half as hard on the next. Feet and back pockets stay heavy, the lower back stays on the floor, ribs down. Breathe on.',
    'You should feel it deep inside both hips.',
  ],
  equipment: ['mat', 'yoga block'],
  loopMarks: {
    right: [ring(57, 52), arrow([22, 26], [32, 22]), arrow([60, 10], [51, 17])],
    cheat: [ring(54, 45, 9), arrow([54, 80], [54, 64])],
  },
  demonstration: {
    right: {
      caption: 'Knees press into the block, feet and back pockets stay heavy.',
      description:
        'Lying on the back, both feet flat and wider than the knees, a block between the knees. The knees press firmly into the block, then half as hard, three times; feet and pelvis do not move.',
    },
    cheat: {
      caption: 'The pelvis comes up with every press. Then it is a bridge, and the hips do not turn.',
      description:
        'In the same position the pelvis leaves the floor with each press of the knees and sinks back after it.',
    },
  },
  placement: {
    ...kneeToKneeFloor.placement,
    blind: 'Keep pressing, even if I miss it. Keep pelvis and lower back still.',
  },
  pose: 'lying',
  table: 'too-low',
  measure,
  phases: [
    {
      kind: 'reps',
      timed: true,
      title: 'Press the block',
      word: 'Knees press the block',
      instruction: 'On one tick, turn the thighs in and press. On the next, half as hard.',
      lesson: 'Press all the time. Nothing cramps. Lower back heavy.',
      feel: PULSE_FEEL,
    },
  ],
  // Seconds at 50 ticks a minute: about as many presses as with the feet lifted.
  presets: presetsWith({ prep: { passive: 45 }, build: { passive: 50 }, strength: { passive: 50 } }, PULSE_PRESETS),
  // No rule about grip: with planted feet the knees come in when the thighs turn, as they do in a grip, so the knee gap
  // cannot tell one from the other.
  reps: { ...supineIrPulses.reps, pressed: true, rough: true },
  rules: [flatPelvisLift, pulseHipsShift, footMoved],
  blindSpots: [
    // With planted feet the knees close on the block in a press as well as in a grip.
    { id: 'grip' },
    {
      id: 'too-fast',
      // From the side the rotation of the far leg can be read with the wrong sign: 92°/s read as 20.
      before: 'foot-moved',
    },
    // The floor and the thighs hide the lower back.
    { id: 'back-arch' },
  ],
  footSlideLimit: 0.35,
} as const satisfies DrillDefinition;
