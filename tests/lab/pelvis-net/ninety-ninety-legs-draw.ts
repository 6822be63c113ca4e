import { drawPlace } from './draw-parts.ts';
import { ninetyNinetyDraw } from './ninety-ninety-draw.ts';
import type { DrillDraw } from './pose-contract.ts';

/** The 90/90 seat's moments, with both legs in the window. */
export const ninetyNinetyLegsDraw: DrillDraw = {
  ...ninetyNinetyDraw,
  name: 'ninety-ninety-pails-rails-legs',
  window: { upright: true, unit: 'trunk', side: 2.8, above: -0.33, aside: 0.18 },
  tile: { side: 416, wider: 1.2 },
  camera: (chance) => drawPlace(chance, { azimuth: [-20, 24], height: [0.45, 1.1], distance: [1.7, 2.6] }),
};
