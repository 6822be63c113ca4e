import { landmarkAt } from '../geometry/picture-points.ts';
import { DEG } from '../geometry/rotation.ts';
import { type Similarity, similarity } from '../geometry/similarity.ts';
import type { Degrees, Share } from '../geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';

const { left: LEFT, right: RIGHT } = JOINT_LANDMARKS;
/** Nose, ears and shoulders. */
const UPPER: readonly number[] = [0, 7, 8, LEFT.shoulder, RIGHT.shoulder];
/** Parts of the body whose distances hardly change in a drill: head, shoulders and feet. */
const PARTS: readonly number[] = [...UPPER, LEFT.ankle, LEFT.heel, RIGHT.ankle, RIGHT.heel];
/** A landmark of less visibility is a guess of the pose model. */
const SEEN = 0.5;
/** Head and both ends of the body must be among the parts that are seen. */
const FEWEST_PARTS = 6;
const FEWEST_UPPER = 4;
/** A smaller change of scale can be an error of the landmarks or a body that slides along the floor. */
const LEAST_ZOOM: Share = 0.08;
/**
 * Least part of the zoom that head and shoulders must show alone: feet held in the air may come nearer by themselves.
 * Without a zoom it stays below 0.35 (nine clips, BlazePose's landmarks); with one it was 0.64 and more.
 */
const UPPER_SHARE: Share = 0.5;
/**
 * Most of the squared displacements that a zoom may leave unexplained. In two zoomed clips 0.01–0.14 were unexplained
 * while the feet stood, and 0.2 and more while a foot moved.
 */
const UNEXPLAINED: Share = 0.25;

/**
 * A zoom turns nothing in the picture. A body that rolls over or sits up can look like a zoom, because its parts come nearer or
 * go farther together, but it turns by 9° and more (true landmarks of the shipped clips). The smaller head and shoulders are read
 * less surely, so they may turn more.
 */
const MOST_TURN: Degrees = 5;
const MOST_UPPER_TURN: Degrees = 10;

/**
 * Finds a zoom from the body alone, for rooms with too few edges to be watched. When the camera zooms, all parts of a
 * body that keeps still move away from one point or towards it, as if the picture had been stretched.
 */
export class BodyZoom {
  readonly #still: Pick<Landmarks, 'points' | 'visibility'>;

  /** @param still landmarks of the hold, pixels */
  constructor(still: Pick<Landmarks, 'points' | 'visibility'>) {
    this.#still = { points: Float32Array.from(still.points), visibility: Float32Array.from(still.visibility) };
  }

  /** Whether the body looks stretched or shrunk as a whole since the hold. */
  isZoomed(now: Pick<Landmarks, 'points' | 'visibility'>): boolean {
    const [whole, upper] = [this.#similarity(now, PARTS, FEWEST_PARTS), this.#similarity(now, UPPER, FEWEST_UPPER)];
    if (!whole || !upper || whole.unexplained > UNEXPLAINED) return false;
    if (turnOf(whole) > MOST_TURN || turnOf(upper) > MOST_UPPER_TURN) return false;
    const [grown, upperGrown] = [Math.hypot(whole.a, whole.b) - 1, Math.hypot(upper.a, upper.b) - 1];
    return Math.abs(grown) >= LEAST_ZOOM && upperGrown / grown >= UPPER_SHARE;
  }

  /** Null: too few of these parts are seen. */
  #similarity(
    now: Pick<Landmarks, 'points' | 'visibility'>,
    parts: readonly number[],
    fewest: number,
  ): Similarity | null {
    const seen = parts.filter((l) => [this.#still, now].every(({ visibility }) => (visibility[l] ?? 0) >= SEEN));
    if (seen.length < fewest) return null;
    const at = ({ points }: Pick<Landmarks, 'points'>) => seen.map((l) => landmarkAt(points, l));
    return similarity(at(this.#still), at(now));
  }
}

/** How far the points have turned in the picture, either way. */
const turnOf = ({ a, b }: Similarity): Degrees => DEG * Math.abs(Math.atan2(b, a));
