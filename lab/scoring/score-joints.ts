import { JOINTS, SIDES, type Joint, type Leg as LegPoints } from './leg-marks.ts';
import { BAND_90 } from './score-channels.ts';
import { median, percentile } from '../../tools/shared/statistics.ts';

/** Scores where the joints of photographs are found against joints marked by hand. Pure. */

/** The joints from which the app took a start. */
export interface StartJoints {
  /** Length of the trunk, mid-hip to mid-shoulder, pixels of the original picture. */
  trunk: number;
  legs: Readonly<Record<'left' | 'right', LegPoints>>;
  /** Stated standard deviation of each coordinate, share of the trunk; null: none is stated. */
  sd: Readonly<Record<'left' | 'right', Readonly<Record<Joint, number>>>> | null;
}

export type AcceptedStart = StartJoints & { readonly drill: string };

export interface MarkedPicture {
  name: string;
  /** Same person, clothes and place. */
  series: string;
  /** The person's own left. */
  left: LegPoints;
  right: LegPoints;
  /** Joints that the markers could not see, as "left hip". */
  guessed: readonly string[];
}

export interface JointError {
  drill: string;
  picture: string;
  series: string;
  side: 'left' | 'right';
  joint: Joint;
  /** Share of the trunk's length. */
  off: number;
  /** Error of x, then of y, without its sign, in stated standard deviations; null: none is stated. */
  deviations: readonly number[] | null;
}

/** Errors in % of the trunk's length; null where there is nothing to count. */
export interface JointScore {
  /** Pictures in which the app takes a reference pose, counted once for each drill. */
  starts: number;
  joints: number;
  median: number | null;
  p90: number | null;
  /** Share of joints that are off by more than a fifth of the trunk. */
  gross: number | null;
  /** Share of coordinates in the 90 % band. */
  covered: number | null;
  /** 90 % of the coordinates are off by fewer stated standard deviations. */
  within: number | null;
}

interface JointScores {
  drills: Readonly<Record<string, JointScore>>;
  /** Of each joint, every picture once. */
  joints: Readonly<Record<string, JointScore>>;
  /** Every picture once, however many drills start so. */
  all: JointScore;
}

/** An error of more than a fifth of the trunk, about 10 cm: the joint was found at another place of the body. */
const GROSS = 0.2;

/** Errors of every marked joint that is not a guess of the markers. */
export function jointErrors(picture: MarkedPicture, starts: readonly AcceptedStart[]): JointError[] {
  return starts.flatMap((start) =>
    SIDES.flatMap((side) =>
      JOINTS.filter((joint) => !picture.guessed.includes(`${side} ${joint}`)).map((joint) => {
        const marked = picture[side][joint];
        const error = start.legs[side][joint].map((value, k) => (value - (marked[k] ?? 0)) / start.trunk);
        const sd = start.sd?.[side][joint];
        return {
          drill: start.drill,
          picture: picture.name,
          series: picture.series,
          side,
          joint,
          off: Math.hypot(...error),
          deviations: sd === undefined ? null : error.map((value) => Math.abs(value) / sd),
        };
      }),
    ),
  );
}

/** One score for each drill and each joint, and one for all. Several drills start alike, so `all` counts each picture once. */
export const scoreJoints = (errors: readonly JointError[]): JointScores => ({
  drills: scoresBy(errors, ({ drill }) => drill),
  joints: scoresBy(oncePerPicture(errors), ({ joint }) => joint),
  all: scoreOf(oncePerPicture(errors)),
});

/** The errors of the first drill that starts so in each picture. */
function oncePerPicture(errors: readonly JointError[]) {
  const first = new Map();
  for (const { picture, drill } of errors) if (!first.has(picture)) first.set(picture, drill);
  return errors.filter(({ picture, drill }) => first.get(picture) === drill);
}

function scoresBy(errors: readonly JointError[], nameOf: (error: JointError) => string) {
  const names = [...new Set(errors.map(nameOf))].sort();
  return Object.fromEntries(names.map((name) => [name, scoreOf(errors.filter((error) => nameOf(error) === name))]));
}

function scoreOf(errors: readonly JointError[]): JointScore {
  const offs = errors.map(({ off }) => off);
  const deviations = errors.flatMap((error) => error.deviations ?? []);
  const inPercent = (value: number | null) => (value === null ? null : 100 * value);
  return {
    starts: new Set(errors.map(({ drill, picture }) => `${drill} ${picture}`)).size,
    joints: errors.length,
    median: inPercent(median(offs)),
    p90: inPercent(percentile(offs, 0.9)),
    gross: shareOf(offs, (value) => value > GROSS),
    covered: shareOf(deviations, (deviation) => deviation <= BAND_90),
    within: percentile(deviations, 0.9),
  };
}

const shareOf = <T>(values: readonly T[], counts: (value: T) => boolean) =>
  values.length > 0 ? values.filter(counts).length / values.length : null;
