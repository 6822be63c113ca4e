import { describe, expect, it } from 'vitest';
import { angleDifference, type WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { isLying } from '../../../src/coach/setup/gate-checks.ts';
import { gate } from '../../../src/i18n/en/gate.ts';
import { nearestGoodAzimuth, viewMove, type Way } from '../../../src/coach/setup/gate-words.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';

const WATCHED = DRILLS.filter((drill) => drill.camera !== 'none');
const SIDES: readonly WorkingSide[] = ['left', 'right'];
const WAYS: Readonly<Record<Way, readonly [front: number, left: number]>> = {
  front: [1, 0],
  back: [-1, 0],
  left: [0, 1],
  right: [0, -1],
};
const HIGH = 40;

/** The place of the laptop after a push of 20 cm, at 2 m from the hips. */
function pushed(azimuth: number, way: Way): number {
  const a = (azimuth * Math.PI) / 180;
  const [front, left] = WAYS[way];
  return (Math.atan2(2 * Math.sin(a) + 0.2 * left, 2 * Math.cos(a) + 0.2 * front) * 180) / Math.PI;
}

const sleeperWords = (side: WorkingSide, azimuth: number) => {
  const move = viewMove(supineSleeper.measure.view, side, { azimuth, lookingDown: HIGH });
  return move && gate.view(move, true);
};

describe('the way to a good place', () => {
  it('never leads away from it, in any drill, on either side, from any place', () => {
    let steps = 0;
    for (const { measure } of WATCHED)
      for (const side of SIDES)
        for (let azimuth = 0; azimuth < 360; azimuth += 3) {
          const move = viewMove(measure.view, side, { azimuth, lookingDown: HIGH });
          if (move?.kind !== 'step') continue;
          steps++;
          const target = nearestGoodAzimuth(measure.view, side, azimuth);
          expect(angleDifference(pushed(azimuth, move.way), target)).toBeLessThan(angleDifference(azimuth, target));
        }
    expect(steps).toBeGreaterThan(100);
  });

  it('ends where the drill is seen well', () => {
    for (const { measure } of WATCHED)
      for (const side of SIDES)
        for (let azimuth = 0; azimuth < 360; azimuth += 7) {
          const target = nearestGoodAzimuth(measure.view, side, azimuth);
          expect(viewMove(measure.view, side, { azimuth: target, lookingDown: HIGH })).toBeNull();
        }
  });

  it('is the mirror image for the other leg', () => {
    expect(sleeperWords('left', 215)).toBe('Move the laptop towards your feet.');
    expect(sleeperWords('right', 145)).toBe('Move the laptop towards your feet.');
    expect(sleeperWords('left', 300)).toBe('Move the laptop towards your head.');
    expect(sleeperWords('right', 60)).toBe('Move the laptop towards your head.');
  });

  it('is a named place if the laptop stands on the wrong side altogether', () => {
    expect(sleeperWords('left', 90)).toMatch(/^Put the laptop beside .* right/);
    expect(sleeperWords('right', 270)).toMatch(/^Put the laptop beside .* left/);
  });

  it('is up if only the height is wrong', () => {
    const move = viewMove(supineSleeper.measure.view, 'left', { azimuth: 255, lookingDown: 12 });
    expect(move).toEqual({ kind: 'higher' });
  });

  it('names head and feet for a person who lies, otherwise front and back', () => {
    expect(WATCHED.filter(isLying).map(({ id }) => id)).toEqual(
      WATCHED.map(({ id }) => id).filter((id) => /supine|knee-to-knee/.test(id)),
    );
  });
});
