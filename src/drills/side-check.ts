import type { DrillDefinition, Preset } from '../coach/drill-definition.ts';
import { doseFrom, presetsWith } from './presets.ts';

// A side check is a short set in a drill's posture, filmed from exactly beside the person. A network of its own reads
// the back. Hip rotation cannot be read from there, so nothing else is measured.

export const BACK_ONLY_MEASURE = {
  trunkOnly: true,
  neverSeen: ['hip-internal-rotation', 'pelvis-twist', 'pelvis-obliquity', 'pelvis-lift', 'foot-slide'],
  range: 'back-arch',
} as const satisfies Partial<DrillDefinition['measure']>;

/** Seconds. Short, because the reading of the back is already a median over 0.3 s. */
export const SIDE_CHECK_DWELL = 0.15;

/** Long enough for two or three repetitions, whatever the goal of the day. */
const SHORT: Partial<Preset> = { passive: 45, rest: 15, rounds: 1 };

export const SIDE_CHECK = {
  presets: presetsWith({ prep: SHORT, build: SHORT, strength: SHORT }),
  dose: doseFrom('ours'),
  reps: null,
  instrument: { frameRate: 12, model: 'full' },
  footSlideLimit: null,
} as const satisfies Partial<DrillDefinition>;
