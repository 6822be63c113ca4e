import { drawPlace } from './draw-parts.ts';
import { kneeToKneeFloorDraw } from './knee-to-knee-floor-draw.ts';
import type { DrillDraw } from './pose-contract.ts';

/** Knee to knee's moments over planted feet with both legs in the window, from more places; the tile holds the pelvis' window as well. */
export const kneeToKneeFloorLegsDraw: DrillDraw = {
  ...kneeToKneeFloorDraw,
  name: 'knee-to-knee-floor-legs',
  window: { upright: false, unit: 'trunk', side: 1.9, above: -0.45, aside: -0.1, alike: 'both-sides' },
  tile: { side: 360, wider: 1.63 },
  camera: (chance) => drawPlace(chance, { azimuth: [236, 304], height: [0.95, 1.75], distance: [1.9, 2.8] }),
};
