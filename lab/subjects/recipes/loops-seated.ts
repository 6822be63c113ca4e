import type { Keys } from '../contract.ts';
import { bump } from './lab-recipe.ts';
import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import { late, loopPair, PRESS_LENGTH, seenFrom, swing, swingWithPress, whileCheating } from './loops-shared.ts';

const IN_FRONT = seenFrom(14, 0.8, 1.9);
/** Shows the working leg nearest to the lens, the chest turning towards it, and a lean of the trunk. */
const TRAIL_SIDE = seenFrom(36, 0.8, 1.9);
/** Shows a trunk that sinks forward. */
const HALF_ASIDE = seenFrom(48, 0.9, 1.9);

/** Moves to a first stop, stays there while the foot presses, and moves on to a second stop. */
const inTwoSteps = (first: number, second: number, press: Seconds): Keys => [
  [0.5, 0],
  [1.7, first],
  [1.7 + press, first],
  [2.7 + press, second],
  [4 + press, second],
  [5.8 + press, 0],
];

/** The trail leg rises by internal rotation, with a share of abduction. */
const rise = (keys: Keys): { readonly rotation: Keys; readonly abduction: Keys } => ({
  rotation: keys,
  abduction: keys.map(([time, value]) => [time, value * 0.3]),
});
const held = (size: number): Keys => bump(0.8, [1.3, 2.4, 1.3], size);
const hinged = (size: number): Keys => bump(0.6, [1.3, 4.2, 1.2], size);
const liftedInHinge = (size: number): Keys => bump(2, [0.9, 1.7, 0.9], size);

export const seatedLoops = [
  ...loopPair({
    drill: 'ninety-ninety-stretch',
    body: 'male-average',
    camera: TRAIL_SIDE,
    right: {
      shows: 'pelvis and chest turn back together towards the trail foot',
      keys: { rotation: swing(22), turn: swing(38) },
    },
    cheat: {
      shows: 'the trunk leans away over the front leg instead of turning',
      keys: { rotation: swing(5), turn: swing(6), leanSide: late(26) },
      compensations: [{ rule: 'trunk-lean', ...whileCheating, size: 19 }],
    },
  }),
  ...loopPair({
    drill: 'ninety-ninety-contract-relax',
    body: 'female-strong',
    camera: HALF_ASIDE,
    right: {
      shows: 'turn, stop and press, then turn a little further',
      keys: { rotation: inTwoSteps(11, 22, 2.2), turn: inTwoSteps(20, 38, 2.2) },
      length: 8.4,
    },
    cheat: {
      shows: 'the chest sinks over the front leg instead of turning further',
      keys: { rotation: inTwoSteps(8, 8, 0.8), turn: inTwoSteps(12, 12, 0.8), leanForward: late(34) },
      compensations: [{ rule: 'trunk-lean', ...whileCheating, size: 28 }],
    },
  }),
  ...loopPair({
    drill: 'ninety-ninety-pails-rails',
    body: 'female-average',
    camera: IN_FRONT,
    right: {
      shows: 'turn towards the trail leg, upright, stop there for the press and the pull, and a little further',
      keys: { rotation: swingWithPress(18, 26), turn: swingWithPress(28, 42) },
      length: PRESS_LENGTH,
    },
    cheat: {
      shows: 'the trunk leans away instead of turning',
      keys: { rotation: swing(6), leanSide: late(20) },
      compensations: [{ rule: 'trunk-lean', ...whileCheating, size: 15 }],
    },
  }),
  ...loopPair({
    drill: 'ninety-ninety-lift-off',
    body: 'female-small',
    camera: TRAIL_SIDE,
    right: { shows: 'the trail leg lifts, holds and lowers under a tall trunk', keys: rise(held(18)) },
    cheat: {
      shows: 'the trunk leans away so that the leg comes up',
      keys: { ...rise(held(12)), leanSide: held(28) },
      compensations: [{ rule: 'trunk-lean', start: 0.8, end: 5.9, size: 22 }],
    },
  }),
  ...loopPair({
    drill: 'ninety-ninety-lift-off-hinge',
    body: 'male-tall',
    // From the front, leans forward and to the side can be told apart.
    camera: seenFrom(8, 0.95, 1.9),
    length: 7.5,
    right: {
      shows: 'hinge over the front leg with a flat back, lift, hold, lower, back up',
      keys: { ...rise(liftedInHinge(15)), tilt: hinged(24), leanForward: hinged(28) },
    },
    cheat: {
      shows: 'the trunk tips away sideways so that the leg comes up',
      keys: {
        ...rise(liftedInHinge(11)),
        tilt: hinged(24),
        leanForward: hinged(28),
        leanSide: liftedInHinge(30),
      },
      compensations: [{ rule: 'trunk-lean', start: 2, end: 5.6, size: 23 }],
    },
  }),
];
