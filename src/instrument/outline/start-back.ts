import { landmarkAt, midJoint } from '../geometry/picture-points.ts';
import { median } from '../geometry/statistics.ts';
import { type Degrees, isWithin, type Seconds, type Share } from '../geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { PersonMask } from './person-mask.ts';
import { contourArc, trunkContour } from './trunk-contour.ts';

/** Time between two masks: a mask adds a quarter to the pose model's time. */
const MASK_INTERVAL: Seconds = 0.4;
/** The bend is the median of the masks of this time, and of at least so many. */
const KEPT: Seconds = 2;
const FEWEST = 3;
/**
 * Outward bend of the edge of the back from which it is rounded, in degrees of arc. Two real men with flat backs have 3 to 19,
 * one of them rounded 35 to 48 (two sizes of the model); two rendered people −36 to −52.
 */
const ROUNDED: Degrees = 27;
/** Largest `ContourArc.misfit` of a back; those five have 0.003 to 0.010. */
const MAX_MISFIT: Share = 0.035;

/**
 * Tells a rounded back in the start of a drill on hands and knees, seen from the side. Its rules count how the back changes, so
 * they would take a rounded start for flat and a back that comes out of it for a sagging one.
 */
export class StartBack {
  #angles: readonly { readonly time: Seconds; readonly angle: Degrees }[] = [];
  #askedAt: Seconds = -Infinity;

  /** Whether a mask of the frame of this time is wanted. */
  wants(time: Seconds): boolean {
    return !isWithin(time - this.#askedAt, MASK_INTERVAL - 0.01);
  }

  /** Takes the mask of a frame; null: nobody was found, or there is no mask. */
  addMask(mask: PersonMask | null, landmarks: Landmarks | null, time: Seconds): void {
    this.#askedAt = time;
    this.#angles = this.#angles.filter((one) => isWithin(time - one.time, KEPT));
    const angle = mask && landmarks && backAngle(mask, landmarks.points);
    if (angle !== null) this.#angles = [...this.#angles, { time, angle }];
  }

  get isRounded(): boolean {
    const angle = median(this.#angles.map((one) => one.angle));
    return angle !== null && this.#angles.length >= FEWEST && angle < -ROUNDED;
  }
}

/** Bend of the edge of the back between ribs and sacrum; null: it is not seen. */
function backAngle(mask: PersonMask, points: ArrayLike<number>): Degrees | null {
  const { left, right } = trunkContour(mask, points);
  const arc = contourArc(isBellyRight(points) ? left : right);
  return arc && arc.misfit <= MAX_MISFIT ? arc.angle : null;
}

/** The belly is where the knees are. Right is meant as in `TrunkContour`. */
function isBellyRight(points: ArrayLike<number>): boolean {
  const [shoulder, hip] = [midJoint(points, 'shoulder'), midJoint(points, 'hip')];
  const knee = landmarkAt(points, JOINT_LANDMARKS.left.knee).map(
    (v, k) => (v + (landmarkAt(points, JOINT_LANDMARKS.right.knee)[k] ?? v)) / 2,
  );
  const [alongX, alongY] = [hip[0] - shoulder[0], hip[1] - shoulder[1]];
  return ((knee[0] ?? 0) - hip[0]) * -alongY + ((knee[1] ?? 0) - hip[1]) * alongX > 0;
}
