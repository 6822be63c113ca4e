import { drawPlace } from './draw-parts.ts';
import type { DrillDraw } from './pose-contract.ts';
import { quadrupedDraw } from './quadruped-draw.ts';

/**
 * The band drill's moments on hands and knees, with both legs in the window and the laptop as far round as a set may begin. The tile
 * holds the pelvis' window as well: one painting teaches both networks.
 */
export const quadrupedLegsDraw: DrillDraw = {
  ...quadrupedDraw,
  name: 'quadruped-band-ir-legs',
  window: { upright: true, unit: 'thigh', side: 2.4, above: -0.33, aside: 0.15 },
  tile: { side: 400, wider: 1.55 },
  camera: (chance) => drawPlace(chance, { azimuth: [128, 172], height: [0.8, 1.6], distance: [2.1, 3] }),
};
