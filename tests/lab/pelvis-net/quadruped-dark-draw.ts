import type { Chance } from '../chance.ts';
import { sometimes, spread } from './draw-parts.ts';
import type { DrillDraw, Moment } from './pose-contract.ts';
import { crawlingMoment } from './quadruped-draw.ts';
import { quadrupedLegsDraw } from './quadruped-legs-draw.ts';

/**
 * What the band drill's other scenes have little of: dark trousers, and lists and turns of a few degrees, which a network that saw
 * none in half of its pairs answers with none. For the networks of the pelvis and of the legs.
 */
function moment(chance: Chance): Moment {
  const moves = chance.happens(0.85);
  const most = chance.happens(0.5) ? 9 : 18;
  return crawlingMoment(chance, {
    moves,
    list: () => (moves ? sometimes(chance, 0.8, -most, most) : spread(chance, 0.2)),
    yaw: () => (moves ? sometimes(chance, 0.6, -0.8 * most, 0.8 * most) : spread(chance, 0.2)),
  });
}

export const quadrupedDarkDraw: DrillDraw = {
  ...quadrupedLegsDraw,
  name: 'quadruped-band-ir-dark',
  dyed: { share: 0.85, dark: 0.75 },
  moment,
};
