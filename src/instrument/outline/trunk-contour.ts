import { midJoint } from '../geometry/picture-points.ts';
import type { Pixels, Share } from '../geometry/units.ts';
import { maskAt, type PersonMask } from './person-mask.ts';

/** Fractions of the line from mid-shoulder to mid-hip between the rib cage and the sacrum (accuracy.md 3.1). */
const FROM: Share = 0.35;
const TO: Share = 0.95;
const STATIONS = 25;
export const CONTOUR_STATIONS: readonly Share[] = Array.from(
  { length: STATIONS },
  (_, i) => FROM + ((TO - FROM) * i) / (STATIONS - 1),
);

/** The search for the edge begins this far from the line, ends there, and goes by such steps: shares of the line's length. */
const NEAREST: Share = 0.02;
const FARTHEST: Share = 0.75;
const STEP: Share = 0.005;
const PERSON: Share = 0.5;
/** A gap in the mask thinner than this is no edge: a pattern of the cloth may open one. */
const GAP_STEPS = 4;

/**
 * How far the person reaches from the trunk's line at each station, as shares of its length; null where no edge was found.
 * `right` is the side to the right of somebody who walks along the line from the shoulders to the hips, as seen in the picture.
 */
export interface TrunkContour {
  readonly right: readonly (Share | null)[];
  readonly left: readonly (Share | null)[];
  /** Length of the line. */
  readonly length: Pixels;
}

/** Both edges of the trunk beside the line that the landmarks give. `points`: 33 × (x, y). */
export function trunkContour(mask: PersonMask, points: ArrayLike<number>): TrunkContour {
  const [x, y] = midJoint(points, 'shoulder');
  const [hipX, hipY] = midJoint(points, 'hip');
  const length = Math.hypot(hipX - x, hipY - y);
  const edgesTo = (side: 1 | -1): readonly (Share | null)[] =>
    CONTOUR_STATIONS.map((at) => {
      const [alongX, alongY] = [hipX - x, hipY - y];
      return edge((reach) =>
        // To the right of the way down the line: y points down in a picture.
        maskAt(mask, x + at * alongX - side * reach * alongY, y + at * alongY + side * reach * alongX),
      );
    });
  return { right: edgesTo(1), left: edgesTo(-1), length };
}

/** The first place, going outwards, from which on the person ends; between two steps by their values. */
function edge(sureAt: (reach: Share) => Share): Share | null {
  let outside = 0;
  let found: Share | null = null;
  let before = sureAt(NEAREST);
  if (before < PERSON) return null;
  for (let reach = NEAREST + STEP; reach <= FARTHEST; reach += STEP) {
    const now = sureAt(reach);
    if (now >= PERSON) {
      outside = 0;
      found = null;
    } else {
      found ??= before >= PERSON ? reach - STEP * ((PERSON - now) / (before - now)) : reach - STEP;
      outside += 1;
      if (outside >= GAP_STEPS) return found;
    }
    before = now;
  }
  return null;
}
