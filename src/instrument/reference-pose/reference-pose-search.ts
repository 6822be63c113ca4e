import { landmarkAt, midJoint, type PicturePoint, pixelDistance, rightToLeft } from '../geometry/picture-points.ts';
import {
  angleDifference,
  type Degrees,
  leadingSide,
  otherSide,
  type Pixels,
  type Share,
  type Side,
} from '../geometry/units.ts';
import { JOINT_LANDMARKS, swapLeftRight } from '../input/landmarks.ts';
import type { MeasurementPlan, ViewPlan } from '../input/measurement-plan.ts';
import type { StartDifference } from '../output/reading.ts';
import type { Reason } from '../output/reason.ts';
import { fitReferencePoseFrom, type ReferencePoseFit, type StillLandmarks, trunkIn } from './reference-pose-fit.ts';

export type ViewGrade = 'good' | 'fair' | 'poor';

/** A view may look down by this much less than the drill asks for and is then still fair. */
const LOOKING_DOWN_SLACK: Degrees = 8;
/** Added to the drill's azimuth ranges: the azimuth is known to about 5°. */
const AZIMUTH_SLACK: Degrees = 5;
/** Azimuth in the plan's terms, 0…360: the plan is written for the left leg, so right-side work is mirrored. */
export const planAzimuth = (plan: Pick<MeasurementPlan, 'side'>, azimuth: Degrees): Degrees =>
  leadingSide(plan.side) === 'left' ? azimuth : (360 - azimuth) % 360;

/** Grades how well the drill's channels can be read from this direction of the lens. */
export function gradeView(
  plan: Pick<MeasurementPlan, 'side' | 'view'>,
  referencePose: Pick<ReferencePoseFit, 'azimuth' | 'lookingDown'>,
): ViewGrade {
  const azimuth = planAzimuth(plan, referencePose.azimuth);
  const { view } = plan;
  const steep = referencePose.lookingDown >= view.lookingDown;
  if (referencePose.lookingDown < view.lookingDown - LOOKING_DOWN_SLACK) return 'poor';
  if (within(view.good, azimuth)) return steep ? 'good' : 'fair';
  return within(view.fair, azimuth) ? 'fair' : 'poor';
}

/** Distance to the nearest recommended direction. */
export function degreesFromRecommended(view: ViewPlan, azimuth: Degrees): Degrees {
  const centres = view.good.map(([from, to]) => (from + to) / 2);
  return Math.min(...[view.recommended, ...centres].map((c) => angleDifference(azimuth, c)));
}

const within = (ranges: ViewPlan['good'], azimuth: Degrees): boolean =>
  ranges.some(([from, to]) => angleDifference(azimuth, (from + to) / 2) <= (to - from) / 2 + AZIMUTH_SLACK);

/** A trunk that the drill starts with at this pitch or less lies on the back. */
const LYING: Degrees = -60;
/** A trunk that the drill starts with at this pitch or more is carried by hands and knees. */
const ON_HANDS: Degrees = 60;
/** Shanks shorter than this share of the upright thighs point towards the lens, where their lines say nothing about height. */
const SHANK_SEEN: Share = 0.6;
/**
 * Distance of the feet over that of the knees, along the line of the knees. In rendered starts 0.82–1.5 (n = 38); a real
 * man with his soles together and his knees fallen out: 0.33.
 */
const FEET_TOGETHER: Share = 0.55;
/** Knees nearer than this share of the trunk's length are too near to compare. */
const KNEES_APART: Share = 0.5;
/**
 * Difference of the two lines from knee to ankle over their mean length. On hands and knees both shins lie on the floor: in
 * rendered starts up to 0.13 (n = 13), in real ones 0.14 (n = 4); with one foot raised 0.47. A shin held 15° out gives 0.26.
 */
const SHANKS_APART: Share = 0.35;
/**
 * Height of nose and ears above the shoulders, over the shoulders' width. Of people who sit upright, seen from in front: 0.59–0.75
 * (32 rendered), 0.48–0.67 (8 photographs), 0.40 with the hands behind the head. Of two men who bend over their thighs: 0.04, 0.18.
 */
const HEAD_LOW: Share = 0.28;
/** Shoulders to hips, over the shoulders' width: upright 1.18–1.86 (the same people), bent by 45° 0.84–1.04 (n = 5). */
const TRUNK_SHORT: Share = 1.05;

/**
 * True if the trunk bends forward, in a start that must be upright and is seen from in front: the head hangs between the
 * shoulders, or the trunk is too short for their width. The fit explains up to 45° by a nearer or shorter trunk. A lean of
 * less, with the head held up, is not told.
 */
function isBentForward(points: ArrayLike<number>): boolean {
  const shoulders = midJoint(points, 'shoulder');
  const across = Math.hypot(...rightToLeft(points, 'shoulder'));
  const [nose, leftEar, rightEar] = FACE.map((landmark) => landmarkAt(points, landmark)[1]);
  const head = ((nose ?? 0) + ((leftEar ?? 0) + (rightEar ?? 0)) / 2) / 2;
  const trunk = pixelDistance(midJoint(points, 'hip'), shoulders);
  return shoulders[1] - head < HEAD_LOW * across || trunk < TRUNK_SHORT * across;
}

/** A shin that hangs down by less than this share of the other one. At the start 0.92–1.08; of a man with a leg stretched out 0.21. */
const SHIN_HANGS: Share = 0.5;
/** The other one hangs by at least this share of the trunk's length, so the person sits on a seat and not on the floor. */
const OTHER_HANGS: Share = 0.6;

/** What is plainly different from a start on a seat, seen from in front; null: nothing is. */
export function seatDifference(points: ArrayLike<number>): StartDifference | null {
  if (isBentForward(points)) return { kind: 'bent-forward' };
  const hangs = (side: Side): number => {
    const { knee, ankle } = JOINT_LANDMARKS[side];
    return landmarkAt(points, ankle)[1] - landmarkAt(points, knee)[1];
  };
  const trunk = pixelDistance(midJoint(points, 'hip'), midJoint(points, 'shoulder'));
  const leg = (['left', 'right'] as const).find((side) => {
    const other = hangs(otherSide(side));
    return other > OTHER_HANGS * trunk && hangs(side) < SHIN_HANGS * other;
  });
  return leg ? { kind: 'leg-stretched', leg } : null;
}

/** Nose, left and right ear among the landmarks. */
const FACE = [0, 7, 8] as const;

/**
 * True if a person whose start is to sit upright bends forward, if one on the back has the soles of the feet together, or if one on
 * hands and knees, seen from the side, has a foot in the air. From behind a foot that is swung out looks the same, and the drill allows it after a while. The fit explains both by errors of the landmarks, because feet may be anywhere. A raised upper body is
 * not told: the ears of a real man who lies flat stood 47° up from his trunk, those of one in the middle of a sit-up 53°.
 */
export function contradictsStart(plan: MeasurementPlan, { points }: StillLandmarks): boolean {
  const { posture, trunkOnly, uprightStart } = plan;
  if (uprightStart) return isBentForward(points);
  const { pitch } = posture.thorax;
  if (pitch >= ON_HANDS) return trunkOnly === true && areShanksApart(points);
  return pitch <= LYING && areFeetTogether(points);
}

function areFeetTogether(points: ArrayLike<number>): boolean {
  const [x, y] = rightToLeft(points, 'knee');
  const [u, v] = rightToLeft(points, 'ankle');
  const apart = Math.hypot(x, y);
  const trunk = pixelDistance(midJoint(points, 'hip'), midJoint(points, 'shoulder'));
  return apart > KNEES_APART * trunk && x * u + y * v < FEET_TOGETHER * apart ** 2;
}

function areShanksApart(points: ArrayLike<number>): boolean {
  const shank = (side: Side): PicturePoint =>
    minus(landmarkAt(points, JOINT_LANDMARKS[side].ankle), landmarkAt(points, JOINT_LANDMARKS[side].knee));
  const [left, right] = [shank('left'), shank('right')];
  const length = (Math.hypot(...left) + Math.hypot(...right)) / 2;
  const thigh = pixelDistance(midJoint(points, 'hip'), midJoint(points, 'knee'));
  return length > SHANK_SEEN * thigh && Math.hypot(...minus(left, right)) > SHANKS_APART * length;
}

const minus = ([x, y]: PicturePoint, [u, v]: PicturePoint): PicturePoint => [x - u, y - v];

/** The best fit of the drill's start to a still picture, and whether the picture shows that start. */
export interface PostureFinding {
  readonly fit: ReferencePoseFit;
  readonly posture: 'ok' | 'wrong';
  readonly view: ViewGrade;
  /** Null: the start posture from a usable view. */
  readonly problem: Extract<Reason, 'wrong-posture' | 'bad-view'> | null;
}

/** Standard deviation of a landmark's position, pixels in a picture 1280 wide. */
const LANDMARK_SD = 8;
/** The same in pixels of this picture. */
export const pixelSdIn = (still: StillLandmarks): Pixels => (LANDMARK_SD * still.width) / 1280;
/**
 * Standard deviation of a BlazePose joint on real people, share of the trunk's length (`lab/real/page/leg-sd.ts`). Whether a picture shows the
 * start is judged by it. The fit itself keeps `LANDMARK_SD`, because most of this error is the same in all frames of a set.
 */
const PEOPLE_SD: Share = 0.055;
/**
 * Largest cost, with `PEOPLE_SD`, at which the picture shows the drill's start: 95 % of a chi-square with 17 degrees of freedom (42
 * residuals less 25 parameters). In photographs of real people at the start or near it: 5–24 (41 of 43 pictures × drills); held as a bridge,
 * with the feet on a bench or the trunk half up: 27 and more. Other postures cost up to some hundreds.
 */
const MAX_COST = 27.6;
/**
 * Penalty on azimuths away from the recommended one, because people put the laptop roughly where they are told: sd, and
 * upper limit. The limit lets it break ties, but not outweigh the picture.
 */
const PLACEMENT_SD: Degrees = 15;
const PLACEMENT_CAP = 9;
/** Steps of the azimuth (degrees) and iterations of each fit, for the reference pose and for the live check. */
const FINE = { step: 10, iterations: 40 } as const;
const COARSE = { step: 30, iterations: 12 } as const;
type Grid = typeof FINE | typeof COARSE;

/** Searches all azimuths in fine steps: for the reference pose itself (about 50 ms). */
export const findReferencePose = (plan: MeasurementPlan, still: StillLandmarks): PostureFinding =>
  search(plan, still, FINE);

/** Searches all azimuths in coarse steps: for the live check while the person gets ready (a few ms). */
export const findPostureCoarsely = (plan: MeasurementPlan, still: StillLandmarks): PostureFinding =>
  search(plan, still, COARSE);

/** Whether the picture shows the start once it is turned by half a turn, as that of a camera that hangs from its top. */
export const isUpsideDown = (plan: MeasurementPlan, still: StillLandmarks): boolean =>
  findPostureCoarsely(plan, turnedByHalf(still)).problem === null;

const turnedByHalf = (still: StillLandmarks): StillLandmarks => ({
  ...still,
  points: Float64Array.from(still.points, (at, c) => (c % 2 === 0 ? still.width : still.height) - 1 - at),
});

/** Cost of the coarse fit of a start to a still picture, as the pose model names the legs. */
export const coarseCost = (plan: MeasurementPlan, still: StillLandmarks): number =>
  bestAzimuth(plan, still, COARSE).cost;

/**
 * Cost that swapping the legs must save. BlazePose sometimes swaps left and right, mostly seen from behind, and may
 * keep them swapped: the resting leg would be measured. Correct legs cost 2–11, and 7–220 more when swapped; legs that
 * the model had swapped cost 28, and 14 when swapped back (n = 35 rendered sets).
 */
const SWAP_GAIN = 8;

/** Fits the picture as seen, and with the legs swapped if that explains it clearly better. */
function search(plan: MeasurementPlan, still: StillLandmarks, grid: Grid): PostureFinding {
  const seen = bestAzimuth(plan, still, grid);
  const swappedStill = { ...still, ...swapLeftRight(still) };
  const swapped = seen.cost > SWAP_GAIN ? bestAzimuth(plan, swappedStill, grid) : seen;
  const isSwapped = swapped.cost < seen.cost - SWAP_GAIN;
  const fit = isSwapped ? swapped : seen;
  const fits = () => costOnPeople(plan, isSwapped ? swappedStill : still, fit) <= MAX_COST;
  const posture = !contradictsStart(plan, still) && fits() ? 'ok' : 'wrong';
  const view = gradeView(plan, fit);
  const problem = posture === 'wrong' ? 'wrong-posture' : view === 'poor' ? 'bad-view' : null;
  return { fit, posture, view, problem };
}

/** Cost of the start if the joints are as exact as BlazePose's on real people; the live check and the hold then agree. */
function costOnPeople(plan: MeasurementPlan, still: StillLandmarks, fit: ReferencePoseFit): number {
  const pixelSd = PEOPLE_SD * trunkIn(fit);
  return fitReferencePoseFrom(plan, still, fit.azimuth, { pixelSd, iterations: FINE.iterations }).cost;
}

function bestAzimuth(plan: MeasurementPlan, still: StillLandmarks, { step, iterations }: Grid): ReferencePoseFit {
  const pixelSd = pixelSdIn(still);
  let best: ReferencePoseFit | null = null;
  let bestCost = Infinity;
  for (let azimuth = 0; azimuth < 360; azimuth += step) {
    const fit = fitReferencePoseFrom(plan, still, azimuth, { pixelSd, iterations });
    const away = degreesFromRecommended(plan.view, planAzimuth(plan, fit.azimuth));
    const cost = fit.cost + Math.min(PLACEMENT_CAP, (away / PLACEMENT_SD) ** 2);
    if (cost >= bestCost) continue;
    best = fit;
    bestCost = cost;
  }
  return best as ReferencePoseFit;
}
