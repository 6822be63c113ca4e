import { invertSymmetric } from '../geometry/least-squares.ts';
import type { PicturePoint } from '../geometry/picture-points.ts';
import {
  add,
  apply,
  fromRotationVector,
  multiply,
  scale,
  subtract,
  transpose,
  type Vec3,
} from '../geometry/rotation.ts';
import { middleOf, type Pose, ROOT } from '../geometry/skeleton.ts';
import { median } from '../geometry/statistics.ts';
import type { Degrees, Estimate, Metres, Share } from '../geometry/units.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import type { PatchShift } from './still-watch.ts';

/** Half of the pelvis's width and depth: an elliptical cylinder about its long axis (Pheasant 1986, hip breadth and abdominal depth). */
const HALF: { readonly width: Metres; readonly depth: Metres } = { width: 0.17, depth: 0.11 };
/** Fewer patches say nothing of a turn: one may be cloth that a thigh drags. */
const FEWEST = 3;
/** Standard deviation of a patch of a still pelvis, across the line of sight: compression, breathing, cloth. */
const STILL_SD: Metres = 0.0015;
/** What a patch's shift may be off by: where on the body it lies, and how cloth follows. */
const SHIFT_SHARE: Share = 0.2;
/** A patch further off than so many standard deviations counts linearly (Huber). */
const HUBER = 1.5;
const ITERATIONS = 5;
/** Skin and cloth over the pelvis follow this share of its turn (4 rendered sets of two painters: 0.62 to 0.86). */
const FOLLOWS: Share = 0.62;
/** A still pelvis reads up to this while the thigh drags cloth (7 rendered sets): such a turn counts half, a smaller one less. */
const FALSE_TURN: Degrees = 2;
/** Degrees of a turn that may be hidden by each metre of shift that neither turn nor lift explains: a hip that hikes moves the patches too. */
const UNEXPLAINED = 400;
/** What a turn may be off by, share of itself. */
const TURN_SHARE: Share = 0.2;
/**
 * Landmarks of hips that stay down read up to 1.5 cm too high while a knee falls in, so less is no lift. What is left is known to half
 * a centimetre, and to half of itself.
 */
const FALSE_LIFT: Metres = 0.015;
const LIFT_SHARE: Share = 0.5;

/**
 * Standard deviation of each movement of a lying pelvis that the patches may explain: tilt, twist and obliquity in degrees; slide across
 * and along the body, and lift beyond that of the landmarks, in metres. It turns about its long axis far sooner than otherwise.
 */
const PRIOR_SD = [2, 30, 2, 0.003, 0.003, 0.003] as const;
const UNKNOWNS = PRIOR_SD.length;
const [TWIST, LIFT] = [1, 5];

/** What the patches show of the pelvis. */
export interface PatchReading {
  /** Since the start, sign as in `PelvisAngles`. */
  readonly twist: Estimate<Degrees>;
  /** The lift that would move the patches as far up the picture as they have moved. A larger one is the landmarks' error. */
  readonly mostLift: Metres;
}

/**
 * Measures the turn of the pelvis by the shifts of patches on it: linear least squares over its six movements. From one lens a lift and a
 * turn move a patch alike; what the landmarks show of a lift tells them apart.
 */
export class PelvisTurn {
  readonly #reference: ReferencePoseFit;
  readonly #pixelsPerMetre: number;

  constructor(reference: ReferencePoseFit) {
    this.#reference = reference;
    this.#pixelsPerMetre = reference.camera.focalPixels / reference.distance;
  }

  /**
   * @param patches shifts in the picture since the start
   * @param last fitted pose, whose mid-hip follows the landmarks up
   * @returns null: too few patches are seen
   */
  step(patches: readonly PatchShift[], last: Pose): PatchReading | null {
    if (patches.length < FEWEST) return null;
    const lift = (last[ROOT + 1] ?? 0) - (this.#reference.pose[ROOT + 1] ?? 0);
    const seen = patches.map(
      ({ place, shift, sd }): SeenPatch => ({
        columns: this.#columnsAt(placeOnPelvis(this.#reference, place)),
        shift,
        sd: Math.hypot(sd, STILL_SD * this.#pixelsPerMetre, SHIFT_SHARE * Math.hypot(...shift)),
      }),
    );
    const mostLift = Math.max(0, median(seen.map(asLift)) ?? 0);
    const risen = Math.max(0, Math.min(lift - FALSE_LIFT, mostLift));
    const prior = PRIOR_SD.map((sd, k) =>
      k === LIFT ? { value: risen, sd: sd + LIFT_SHARE * risen } : { value: 0, sd },
    );
    const solved = solve(seen, prior);
    if (!solved) return null;
    const hidden =
      (UNEXPLAINED * (median(seen.map((patch) => unexplained(patch, solved.values))) ?? 0)) / this.#pixelsPerMetre;
    const read = (solved.values[TWIST] ?? 0) / FOLLOWS;
    const value = (read * read ** 2) / (read ** 2 + FALSE_TURN ** 2);
    const sd = Math.hypot((solved.sd[TWIST] ?? 0) / FOLLOWS, TURN_SHARE * value, hidden);
    return { twist: { value, sd }, mostLift };
  }

  #columnsAt(at: Vec3): readonly PicturePoint[] {
    const { camera, body } = this.#reference;
    const root = middleOf(body.joints, 'hip');
    const { pelvis } = body;
    const moves: readonly Vec3[] = [
      [pelvis[0], pelvis[3], pelvis[6]],
      [pelvis[1], pelvis[4], pelvis[7]],
      [0, 1, 0],
    ];
    /** The place in the picture after a step of one movement. */
    const seen = (k: number, step: number): Vec3 => {
      const turn = [0, 1, 2].map((axis) => (axis === k ? step : 0)) as [number, number, number];
      const moved = add(root, scale(moves[k - 3] ?? [0, 0, 0], step));
      return camera.project(add(moved, apply(multiply(pelvis, fromRotationVector(...turn)), at)));
    };
    return STEPS.map((step, k): PicturePoint => {
      const [from, to] = [seen(k, -step), seen(k, step)];
      return [(to[0] - from[0]) / (2 * step), (to[1] - from[1]) / (2 * step)];
    });
  }
}

/** Steps of the numeric derivative: degrees, then metres. */
const STEPS = [3, 3, 3, 0.01, 0.01, 0.01] as const;

/**
 * The place on the pelvis that a pixel of the start picture shows: where its ray first meets the surface, or passes it nearest.
 * @returns pelvis axes from mid-hip, metres
 */
function placeOnPelvis({ camera, body }: ReferencePoseFit, [x, y]: PicturePoint): Vec3 {
  const toPelvis = transpose(body.pelvis);
  const from = apply(toPelvis, subtract(camera.place, middleOf(body.joints, 'hip')));
  const along = apply(toPelvis, camera.ray(x, y));
  const product = (u: Vec3, v: Vec3) => (u[0] * v[0]) / HALF.width ** 2 + (u[2] * v[2]) / HALF.depth ** 2;
  const [a, b, c] = [product(along, along), product(from, along), product(from, from) - 1];
  return add(from, scale(along, (-b - Math.sqrt(Math.max(0, b * b - a * c))) / a));
}

interface SeenPatch {
  /** Change in the picture per unit of each movement. */
  readonly columns: readonly PicturePoint[];
  readonly shift: PicturePoint;
  readonly sd: number;
}

/** The lift that moves a patch as far along its own way as it has moved, metres. */
const asLift = ({ columns, shift }: SeenPatch): Metres => {
  const [x, y] = columns[LIFT] ?? [0, 0];
  return (x * shift[0] + y * shift[1]) / Math.max(1e-9, x * x + y * y);
};

/** Length of the part of a patch's shift that neither twist nor lift explains, pixels. */
const unexplained = ({ columns, shift }: SeenPatch, values: readonly number[]): number =>
  Math.hypot(
    ...[0, 1].map((axis) =>
      [TWIST, LIFT].reduce((left, k) => left - (columns[k]?.[axis] ?? 0) * (values[k] ?? 0), shift[axis] ?? 0),
    ),
  );

/** Weighted least squares with priors and robust weights. Null: the equations cannot be solved. */
function solve(patches: readonly SeenPatch[], prior: readonly Estimate<number>[]) {
  const weights = patches.map(() => 1);
  let values: number[] = prior.map(({ value }) => value);
  let inverse: Float64Array | null = null;
  for (let turn = 0; turn < ITERATIONS; turn++) {
    const matrix = new Float64Array(UNKNOWNS * UNKNOWNS);
    const right = prior.map(({ value, sd }, k) => {
      matrix[k * UNKNOWNS + k] = 1 / sd ** 2;
      return value / sd ** 2;
    });
    patches.forEach(({ columns, shift, sd }, n) => {
      const w = (weights[n] ?? 0) / sd ** 2;
      columns.forEach((a, k) => {
        right[k] = (right[k] ?? 0) + w * (a[0] * shift[0] + a[1] * shift[1]);
        columns.forEach((b, l) => {
          matrix[k * UNKNOWNS + l] = (matrix[k * UNKNOWNS + l] ?? 0) + w * (a[0] * b[0] + a[1] * b[1]);
        });
      });
    });
    inverse = invertSymmetric(matrix, UNKNOWNS);
    if (!inverse) return null;
    const known = inverse;
    values = values.map((_, k) => right.reduce((sum, r, l) => sum + (known[k * UNKNOWNS + l] ?? 0) * r, 0));
    patches.forEach(({ columns, shift, sd }, n) => {
      const left = [0, 1].map((axis) =>
        columns.reduce((sum, a, k) => sum - (a[axis] ?? 0) * (values[k] ?? 0), shift[axis] ?? 0),
      );
      weights[n] = 1 / Math.max(1, Math.hypot(...left) / sd / HUBER);
    });
  }
  return { values, sd: values.map((_, k) => Math.sqrt(Math.max(0, inverse?.[k * UNKNOWNS + k] ?? 0))) };
}
