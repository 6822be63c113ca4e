import type { Chance } from '../chance.ts';
import { BOTH_ANKLES, drawPlace, slips, smallOrWide, spread, stirring } from './draw-parts.ts';
import type { DrillDraw, Moment } from './pose-contract.ts';
import { ON_MAT, sleeperDraw, trunkOnMat } from './sleeper-draw.ts';

/** Both knees fall, about as far; seldom one goes ahead. */
function knees(chance: Chance): Moment['channels'] {
  const rotation = chance.between(-8, 36);
  const apart = chance.happens(0.2) ? spread(chance, 12) : spread(chance, 3);
  return { rotation, otherRotation: rotation + apart, slide: spread(chance, 0.006) };
}

/** The sleeper's pelvis, over two feet that stay: it turns, hikes, tips or rises, or keeps its place while the knees move. */
function moment(chance: Chance): Moment {
  const pelvisMoves = chance.happens(0.68);
  const turns = pelvisMoves && chance.happens(0.65);
  const lifts = pelvisMoves && (!turns || chance.happens(0.35));
  const still = spread(chance, 0.2);
  return {
    channels: {
      ...knees(chance),
      twist: turns ? smallOrWide(chance, 4, -18, 18) : still,
      obliquity: pelvisMoves ? smallOrWide(chance, 2.5, -10, 10) * (chance.happens(0.3) ? 1 : 0.3) : still,
      tilt: pelvisMoves ? spread(chance, 2.5) : still,
      ...trunkOnMat(chance, pelvisMoves, lifts),
    },
    ...stirring(chance, pelvisMoves, ON_MAT),
    slips: slips(chance, 0.007, BOTH_ANKLES),
    // Of a whole moment that is drawn for them: the scenes that taught the network were drawn so, and are to come out the same.
    hands: sleeperDraw.moment(chance).hands,
    pelvisMoves,
  };
}

/** Knee to knee with the feet on the floor, filmed from either side: the crop shows the floor below, whichever that is. */
export const kneeToKneeFloorDraw: DrillDraw = {
  ...sleeperDraw,
  drill: 'knee-to-knee',
  variant: 'floor',
  name: 'knee-to-knee-floor',
  window: { ...sleeperDraw.window, alike: 'both-sides' },
  camera: (chance) => drawPlace(chance, { azimuth: [240, 300], height: [1.05, 1.7], distance: [1.9, 2.8] }),
  moment,
};
