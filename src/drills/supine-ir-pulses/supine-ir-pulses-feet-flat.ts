import type { DrillDefinition, Preset, RuleDefinition } from '../../coach/drill-definition.ts';
import { pelvisLift } from '../knee-to-knee/knee-to-knee.ts';
import { kneeToKneeFloor, KNEES_OVER_FEET } from '../knee-to-knee/knee-to-knee-floor.ts';
import { HURRY, supineIrPulses } from './supine-ir-pulses.ts';
import { PULSE_PRESETS } from '../presets.ts';

/**
 * As with the feet lifted, but over planted feet: from behind the head the knees hide them (clip `feet-flat-clean-42`, first
 * render), so the laptop stands where knee to knee over planted feet is read.
 */
const measure: DrillDefinition['measure'] = {
  ...KNEES_OVER_FEET,
  posture: {
    ...KNEES_OVER_FEET.posture,
    working: { flexion: 46, abduction: 4, internalRotation: 8, knee: 104 },
    other: { flexion: 46, abduction: 4, internalRotation: 8, knee: 104 },
  },
  motion: {
    ...KNEES_OVER_FEET.motion,
    workingSd: { flexion: 12, abduction: 12, internalRotation: 20, knee: 8 },
    otherSd: { flexion: 12, abduction: 12, internalRotation: 20, knee: 8 },
    pelvisSd: 20,
    // With more room a foot that slides is read as a pelvis that lifts.
    rootSd: 0.03,
    spread: 0.5,
    rotationSpread: 0.8,
  },
  form: ['foot-shift'],
  // Knees thrown at 92 degrees a second read as 20: from the side the far leg's rotation is taken for the opposite.
  neverSeen: [...KNEES_OVER_FEET.neverSeen, 'rotation-speed'],
};

const footMoved = {
  id: 'foot-moved',
  channel: 'foot-shift',
  direction: 'positive',
  // The nearer ankle stays within 1.2 cm while it stands; the farther one, half behind the other knee, wanders by four.
  enter: 0.04,
  red: 0.08,
  falseMotion: 0.025,
  armed: { reps: 1 },
  cue: 'Feet heavy, as if glued to the floor.',
  explanation: 'Your foot left its place, so the leg travelled instead of the hip turning over it.',
} as const satisfies RuleDefinition;

/** Fifty ticks a minute: about as many presses as with the feet lifted. */
const timed = (preset: Preset, passive: number): Preset => ({ ...preset, passive });

/** A foot that slides reads as up to 2.3 cm of it, a pelvis that truly rises by 5 cm as 3.0 and more (two rendered sets each). */
const flatPelvisLift = { ...pelvisLift, enter: 0.026, falseMotion: 0.026 };

export const supineIrPulsesFeetFlat = {
  ...supineIrPulses,
  id: 'supine-ir-pulses-feet-flat',
  title: 'Supine rotation pulses, feet flat',
  variant: { of: 'supine-ir-pulses', id: 'feet-flat', name: 'Feet flat' },
  summary:
    'On your back, feet flat and wide, a yoga block between the knees. Press the knees into the block in time with a tick.',
  steps: [
    'Lie on your back, both feet flat and wider than the knees, a yoga block between the knees.',
    'Press both knees softly inwards into the block and let go. It is a small movement.',
    'One press for every tick. Feet and sit bones stay heavy.',
    'Keep your ribs down. Breathe on.',
  ],
  demonstration: {
    right: {
      caption: 'Knees press into the block, feet and sit bones stay heavy.',
      description:
        'Lying on the back, both feet flat and wider than the knees, a block between the knees. The knees press softly into the block and let go, three times, and feet and pelvis do not move.',
    },
    cheat: {
      caption: 'The pelvis comes up with every press. Then it is a bridge, and the hips do not turn.',
      description:
        'In the same position the pelvis leaves the floor with each press of the knees and sinks back after it.',
    },
  },
  placement: {
    ...kneeToKneeFloor.placement,
    blind:
      'With the feet flat the press is too small to count, and its figures are not proven yet. From the side haste, pelvis twist and list, the foot that is farther from the laptop and your lower back are not watched.',
  },
  measure,
  phases: [
    {
      kind: 'reps',
      timed: true,
      title: 'Pulses',
      instruction: 'Press the knees into the block, let go on the next beat. One press for every tick.',
    },
  ],
  presets: {
    prep: timed(PULSE_PRESETS.prep, 20),
    build: timed(PULSE_PRESETS.build, 25),
    strength: timed(PULSE_PRESETS.strength, 25),
  },
  // Squeezing is no cheat here: over planted feet the thighs turn only as the knees come in.
  rules: [flatPelvisLift, HURRY, footMoved],
  footSlideLimit: 0.35,
} as const satisfies DrillDefinition;
