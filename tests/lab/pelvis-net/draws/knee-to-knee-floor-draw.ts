import type { Chance } from '../../chance.ts';
import { BOTH_ANKLES, drawPlace, slips, smallOrWide, clippedNormal, smallMotion } from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';
import { ON_MAT, sleeperDraw, trunkOnMat } from './sleeper-draw.ts';

/** Both knees fall inward about equally; in few moments one is ahead. */
function knees(chance: Chance): Moment['channels'] {
  const rotation = chance.between(-8, 36);
  const apart = chance.happens(0.2) ? clippedNormal(chance, 12) : clippedNormal(chance, 3);
  return { rotation, otherRotation: rotation + apart, slide: clippedNormal(chance, 0.006) };
}

/**
 * The pelvis twists, lists, tilts or lifts as in the sleeper, or stays in place while the knees move over planted feet.
 */
function moment(chance: Chance): Moment {
  const pelvisMoves = chance.happens(0.68);
  const turns = pelvisMoves && chance.happens(0.65);
  const lifts = pelvisMoves && (!turns || chance.happens(0.35));
  const still = clippedNormal(chance, 0.2);
  return {
    channels: {
      ...knees(chance),
      twist: turns ? smallOrWide(chance, 4, -18, 18) : still,
      obliquity: pelvisMoves ? smallOrWide(chance, 2.5, -10, 10) * (chance.happens(0.3) ? 1 : 0.3) : still,
      tilt: pelvisMoves ? clippedNormal(chance, 2.5) : still,
      ...trunkOnMat(chance, pelvisMoves, lifts),
    },
    ...smallMotion(chance, pelvisMoves, ON_MAT),
    slips: slips(chance, 0.007, BOTH_ANKLES),
    // Draws a whole moment to use its hands only. This order of random numbers must stay, so that the training scenes
    // stay the same.
    hands: sleeperDraw.moment(chance).hands,
    pelvisMoves,
  };
}

/** Knee to knee with the feet on the floor, filmed from either side. The crop is oriented with the floor below. */
export const kneeToKneeFloorDraw: DrillDraw = {
  ...sleeperDraw,
  drill: 'knee-to-knee',
  variant: 'floor',
  name: 'knee-to-knee-floor',
  window: { ...sleeperDraw.window, alike: 'both-sides' },
  camera: (chance) => drawPlace(chance, { azimuth: [240, 300], height: [1.05, 1.7], distance: [1.9, 2.8] }),
  moment,
};

/**
 * Knee to knee on the floor with both legs in the window and more camera places. The tile also contains the pelvis'
 * window.
 */
export const kneeToKneeFloorLegsDraw: DrillDraw = {
  ...kneeToKneeFloorDraw,
  name: 'knee-to-knee-floor-legs',
  window: { upright: false, unit: 'trunk', side: 1.9, above: -0.45, aside: -0.1, alike: 'both-sides' },
  tile: { side: 360, wider: 1.63 },
  camera: (chance) => drawPlace(chance, { azimuth: [236, 304], height: [0.95, 1.75], distance: [1.9, 2.8] }),
};
