import type { Chance } from '../chance.ts';
import { sometimes, spread } from './draw-parts.ts';
import type { DrillDraw, Moment } from './pose-contract.ts';
import { onHandsAndKnees } from './quadruped-draw.ts';
import { quadrupedLegsDraw } from './quadruped-legs-draw.ts';

/**
 * What the band drill's other scenes have little of: dark trousers, and lists and turns of a few degrees, which a network that saw
 * none in half of its pairs answers with none. For the networks of the pelvis and of the legs.
 */
function moment(chance: Chance): Moment {
  const pelvisMoves = chance.happens(0.85);
  const most = chance.happens(0.5) ? 9 : 18;
  return {
    channels: {
      rotation: chance.between(-25, 36),
      knee: spread(chance, 5),
      twist: pelvisMoves ? sometimes(chance, 0.8, -most, most) : spread(chance, 0.2),
      obliquity: pelvisMoves ? sometimes(chance, 0.6, -0.8 * most, 0.8 * most) : spread(chance, 0.2),
      tilt: spread(chance, pelvisMoves ? 2.5 : 0.2),
      arch: pelvisMoves ? sometimes(chance, 0.3, -8, 14) : 0,
      shift: pelvisMoves ? spread(chance, 0.012) : 0,
      turn: spread(chance, 2.5),
      leanSide: spread(chance, 2),
      leanForward: spread(chance, 1.5),
    },
    ...onHandsAndKnees(chance, pelvisMoves, { breath: 1.4, shift: 0.006 }),
  };
}

export const quadrupedDarkDraw: DrillDraw = {
  ...quadrupedLegsDraw,
  name: 'quadruped-band-ir-dark',
  dyed: { share: 0.85, dark: 0.75 },
  moment,
};
