import type { DrillDefinition, Preset } from '../coach/drill-definition.ts';
import { GOAL_PRESETS } from './presets.ts';

/**
 * What the side checks have in common: short sets in a drill's own posture that look at the back and at nothing else, by
 * networks of their own. They stand square to the side, from where the hip's rotation cannot be read.
 */

/** All that is watched is the back. */
export const ONLY_THE_BACK = {
  surface: null,
  trunkAlone: true,
  neverSeen: [
    'hip-internal-rotation',
    'pelvis-twist',
    'pelvis-obliquity',
    'pelvis-yaw',
    'pelvis-lift',
    'knee-chase',
    'foot-slide',
  ],
  range: 'back-arch',
} as const satisfies Partial<DrillDefinition['measure']>;

/** What is read of the back there is a median over .3 s already: it need not last for long besides. */
export const SIDE_CHECK_DWELL = 0.15;

/** Long enough for two or three repetitions, whatever the goal of the day. */
const short = (preset: Preset): Preset => ({ ...preset, passive: 45, rest: 15, rounds: 1 });
export const SIDE_CHECK_PRESETS: DrillDefinition['presets'] = {
  prep: short(GOAL_PRESETS.prep),
  build: short(GOAL_PRESETS.build),
  strength: short(GOAL_PRESETS.strength),
};
