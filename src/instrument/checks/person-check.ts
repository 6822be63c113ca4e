import { landmarkAt, midJoint, pixelDistance, turnOfLine } from '../geometry/picture-points.ts';
import { FITTED_LANDMARKS } from '../geometry/skeleton.ts';
import type { Pixels, Seconds, Share, Side } from '../geometry/units.ts';
import { type FrameLandmarks, JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { FramingCheck } from '../output/reading.ts';
import type { BodyPart, Reason } from '../output/reason.ts';

/** A box in the picture; origin top left, y down. */
export interface PictureBox {
  readonly left: Pixels;
  readonly right: Pixels;
  readonly top: Pixels;
  readonly bottom: Pixels;
}

export function boxAround(points: ArrayLike<Pixels>, landmarks: readonly number[]): PictureBox {
  const xs = landmarks.map((l) => points[2 * l] ?? 0);
  const ys = landmarks.map((l) => points[2 * l + 1] ?? 0);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const NOSE = 0;

/** The box around head, trunk and legs. */
export const bodyBox = ({ points }: Landmarks): PictureBox => boxAround(points, [NOSE, ...FITTED_LANDMARKS]);

export const longestSide = ({ left, right, top, bottom }: PictureBox): Pixels => Math.max(right - left, bottom - top);

/** Share of the smaller box that the other box covers. */
export function coveredShare(a: PictureBox, b: PictureBox): Share {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const area = (box: PictureBox): number => (box.right - box.left) * (box.bottom - box.top);
  return (width * height) / Math.min(area(a), area(b));
}

/** The box, widened on every side by this share of its own size. */
export const widened = ({ left, right, top, bottom }: PictureBox, by: Share): PictureBox => ({
  left: left - by * (right - left),
  right: right + by * (right - left),
  top: top - by * (bottom - top),
  bottom: bottom + by * (bottom - top),
});

/** The box, larger by this much on every side. */
export const grown = ({ left, right, top, bottom }: PictureBox, by: Pixels): PictureBox => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
});

export const isInBox = ({ left, right, top, bottom }: PictureBox, x: Pixels, y: Pixels): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** What the landmarks of one frame show before any posture is assumed. */
export interface PersonCheck extends Pick<FramingCheck, 'missing' | 'size' | 'extent' | 'problem'> {
  /** Whether a missing part but the head lies beyond an edge of the picture. Absent: false. */
  readonly isCut?: boolean;
  /** True: the outline shows a rounded back in a start that must be flat. Set by the pipeline. */
  readonly backRounded?: true;
}

/** Least score of the pose model. */
const MIN_SCORE = 0.5;
/** Least visibility of a joint that counts as seen. The far leg of a lying person has 0.3–0.7. */
const MIN_VISIBILITY = 0.2;
const MIN_HIP_VISIBILITY = 0.3;
/** Usable extents. People walking far behind have 0.16; measurable people have 0.23 and more. */
const MIN_EXTENT: Share = 0.17;
const MAX_EXTENT: Share = 0.95;
/** A joint may lie outside the picture by this share of its size. */
const EDGE = 0.005;
/** Least length of trunk and leg over the size of the face. A skeleton that collapsed onto a head has about 2. */
const MIN_BODY_PER_HEAD = 3;
/** Largest length ratio of the same bone on both sides, in the model's 3-D landmarks. */
const MAX_ASYMMETRY = 2.2;
/** Largest displacement of hips or shoulders in the same posture, share of the trunk. Arching moves them by 0.1. */
const MAX_TRUNK_DISPLACEMENT: Share = 0.35;

/**
 * Decides whether the landmarks show a person who can be measured. Visibility alone is no evidence: BlazePose reports
 * 0.9 for shins outside the picture and for the foot of a table. So size, place in the picture and body proportions are
 * checked as well.
 * @param landmarks null: the pose model found nobody
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 */
export function checkPerson(landmarks: Landmarks | null, width: number, height: number): PersonCheck {
  if (!landmarks || !(landmarks.score >= MIN_SCORE) || !allFinite(landmarks)) {
    return { missing: [], size: 'ok', extent: 0, problem: 'no-person' };
  }
  const missing = missingParts(landmarks, width, height);
  const extent = longestSide(boxAround(landmarks.points, FITTED_LANDMARKS)) / width;
  const size = extent < MIN_EXTENT ? 'too-far' : extent > MAX_EXTENT ? 'too-close' : 'ok';
  const isBeyondEdge = (l: number) => !isInPicture(landmarks, l, width, height);
  const isCut = missing.some((part) => part !== 'head' && PART_LANDMARKS[part].some(isBeyondEdge));
  return { missing, isCut, size, extent, problem: problemOf(landmarks, missing, size) };
}

function problemOf(landmarks: Landmarks, missing: readonly BodyPart[], size: FramingCheck['size']): Reason | null {
  if (size === 'too-far') return 'person-too-small';
  if (size === 'too-close') return 'person-too-large';
  if (!isProportionate(landmarks)) return 'implausible-body';
  return missing.some((part) => part !== 'head') ? 'out-of-frame' : null;
}

const allFinite = ({ points, visibility }: Landmarks): boolean =>
  points.every(Number.isFinite) && visibility.every(Number.isFinite);

export const PART_LANDMARKS: Readonly<Record<BodyPart, readonly number[]>> = {
  head: [0],
  shoulders: [JOINT_LANDMARKS.left.shoulder, JOINT_LANDMARKS.right.shoulder],
  hips: [JOINT_LANDMARKS.left.hip, JOINT_LANDMARKS.right.hip],
  'left knee': [JOINT_LANDMARKS.left.knee],
  'right knee': [JOINT_LANDMARKS.right.knee],
  'left foot': [JOINT_LANDMARKS.left.ankle],
  'right foot': [JOINT_LANDMARKS.right.ankle],
};

const PARTS = Object.keys(PART_LANDMARKS) as readonly BodyPart[];

function isInPicture({ points }: Landmarks, landmark: number, width: Pixels, height: Pixels): boolean {
  const [x, y] = landmarkAt(points, landmark);
  return isWithinEdges(x, width) && isWithinEdges(y, height);
}

const isWithinEdges = (at: Pixels, size: Pixels): boolean => at >= -EDGE * size && at <= size * (1 + EDGE);

/** The parts of which a landmark lies outside the picture or is hardly visible. */
const missingParts = (landmarks: Landmarks, width: Pixels, height: Pixels): BodyPart[] =>
  PARTS.filter((part) => {
    const least = part === 'hips' ? MIN_HIP_VISIBILITY : MIN_VISIBILITY;
    const isSeen = (l: number) => isInPicture(landmarks, l, width, height) && (landmarks.visibility[l] ?? 0) >= least;
    return !PART_LANDMARKS[part].every(isSeen);
  });

/** True if the limbs are in human proportion to the head and to each other. */
export function isProportionate({ points, world }: Landmarks): boolean {
  const flat = (a: number, b: number): Pixels => pixelDistance(landmarkAt(points, a), landmarkAt(points, b));
  const solid = (a: number, b: number): number =>
    Math.hypot(...[0, 1, 2].map((k) => (world[3 * a + k] ?? 0) - (world[3 * b + k] ?? 0)));
  const leg = (side: Side): number => {
    const { hip, knee, ankle, shoulder } = JOINT_LANDMARKS[side];
    return flat(shoulder, hip) + flat(hip, knee) + flat(knee, ankle);
  };
  let head = 0;
  for (let a = 0; a < 11; a++) for (let b = 0; b < a; b++) head = Math.max(head, flat(a, b));
  if ((leg('left') + leg('right')) / 2 < MIN_BODY_PER_HEAD * head) return false;
  const { left, right } = JOINT_LANDMARKS;
  const bones = [
    [solid(left.hip, left.knee), solid(right.hip, right.knee)],
    [solid(left.knee, left.ankle), solid(right.knee, right.ankle)],
  ] as const;
  return bones.every(([l, r]) => Math.max(l, r) < MAX_ASYMMETRY * Math.max(0.02, Math.min(l, r)));
}

/**
 * Why the person check does not let the numbers of a frame be used. `out-of-frame`: a missing part lies beyond an edge.
 * `joints-hidden`: it lies inside the picture.
 */
export function reasonsFromPersonCheck({ problem, isCut }: PersonCheck): Reason[] {
  if (!problem) return [];
  return [problem === 'out-of-frame' && !isCut ? 'joints-hidden' : problem];
}

/** The picture must have shown nobody for this long before the person is told that nobody is there. */
const NOBODY_FOR: Seconds = 1;

/**
 * Waits for evidence before it says that nobody is in the picture: the pose model loses a person for single frames. In an
 * empty room it finds impossible bodies for single frames, which are no evidence for a person.
 */
export class NobodyWatch {
  /** When a possible body was last found. Minus infinity: never, so `no-person` is reported at once. */
  #seenAt: Seconds = -Infinity;
  /** When nobody at all was last found. */
  #nobodyAt: Seconds = -Infinity;

  /** @returns the problem to report; in the first `NOBODY_FOR` without a person: `implausible-body` */
  step({ problem }: Pick<PersonCheck, 'problem'>, time: Seconds): Reason | null {
    if (problem === 'no-person') this.#nobodyAt = time;
    else if (problem !== 'implausible-body') this.#seenAt = time;
    if (problem !== 'no-person' && problem !== 'implausible-body') return problem;
    const isNobody = time - this.#seenAt >= NOBODY_FOR && time - this.#nobodyAt < NOBODY_FOR;
    return isNobody ? 'no-person' : 'implausible-body';
  }
}

/** The same for a drill that reads the trunk alone: legs do not matter, a trunk off its place does. */
export function reasonsFromTrunk(
  { missing }: PersonCheck,
  { points }: Landmarks,
  referencePose: Pick<FrameLandmarks, 'points'>,
): Reason[] {
  if (missing.includes('hips') || missing.includes('shoulders')) return ['back-hidden'];
  return isTrunkDisplaced(points, referencePose.points) ? ['wrong-posture'] : [];
}

/** Compares mid-points and lines of hips and shoulders: the lines show a body that rolls about its long axis. */
function isTrunkDisplaced(now: ArrayLike<Pixels>, start: ArrayLike<Pixels>): boolean {
  const limit = MAX_TRUNK_DISPLACEMENT * pixelDistance(midJoint(start, 'shoulder'), midJoint(start, 'hip'));
  return (['shoulder', 'hip'] as const).some((part) => {
    if (pixelDistance(midJoint(now, part), midJoint(start, part)) > limit) return true;
    return turnOfLine(now, start, part) > limit;
  });
}

/**
 * A body is proved by the pose model's score, or by the sharpness of its joints. In furniture (four rooms without anybody, 34
 * frames with a body, two sizes of the model) the score is at most 0.9987 and the sharpness at most 0.47. Of 188 stills and
 * clips in which a person is found, dark, small, half hidden or held by a therapist, 186 prove them in the first picture, and the
 * others within three.
 */
const SURE_SCORE = 0.999;
const SHARP: Share = 0.5;
/** A proof holds this long for the body that goes on being found. */
const HOLDS: Seconds = 2;
/** A body that is found in every picture for this long is proved too. In furniture it is lost after seven at most. */
const FOUND_FOR: Seconds = 3;

/** Decides before a set whether the body that was found is one. The pose model finds bodies in furniture. */
export class BodyProof {
  #provedAt: Seconds = -Infinity;
  /** Since when a possible body has been found in every picture; null: in the last one there was none. */
  #foundSince: Seconds | null = null;

  /** Returns the check, or the same check of an impossible body if none was proved lately. */
  step(check: PersonCheck, landmarks: Landmarks | null, time: Seconds): PersonCheck {
    if (!landmarks || check.problem === 'no-person' || check.problem === 'implausible-body') {
      this.#foundSince = null;
      return check;
    }
    this.#foundSince ??= time;
    if (isProved(landmarks) || time - this.#foundSince >= FOUND_FOR) this.#provedAt = time;
    return time - this.#provedAt < HOLDS ? check : { ...check, problem: 'implausible-body' };
  }
}

/** Whether one picture alone proves a body. */
export const isProved = ({ score, sharpness }: Landmarks): boolean =>
  sharpness === undefined || score >= SURE_SCORE || sharpness >= SHARP;
