import { drawPlace } from './draw-parts.ts';
import type { DrillDraw } from './pose-contract.ts';
import { sleeperDraw } from './sleeper-draw.ts';

/** The sleeper's moments, with both legs in the window and the laptop in more places: where the near thigh hides a knee too. */
export const sleeperLegsDraw: DrillDraw = {
  ...sleeperDraw,
  name: 'supine-sleeper-legs',
  window: { upright: false, unit: 'trunk', side: 2.2, above: -0.75 },
  tile: { side: 320, wider: 1.3 },
  camera: (chance) => drawPlace(chance, { azimuth: [228, 290], height: [0.95, 1.75], distance: [1.9, 2.8] }),
};
