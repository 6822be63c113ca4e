import { band90, type Degrees, leadingSide, type Seconds, type Side } from '../../instrument/geometry/units.ts';
import { isWithoutNumber } from '../../coach/progress/useful-band.ts';
import { FIGURE_UNITS } from '../../coach/record/frame-record.ts';
import type { FlagRecord, FrameRecord, SetRecord } from '../../coach/record/set-record.ts';

/** The parts of a hip rotation at one moment, degrees from the reference pose. */
export interface RotationParts {
  /** Rotation of the hip itself. */
  readonly own: Degrees;
  /** What pelvis and spine add to it. */
  readonly borrowed: Degrees;
  /** True: the pelvis was only flagged, not measured, so `borrowed` is a lower bound. */
  readonly atLeast: boolean;
  readonly pelvisSeen: boolean;
  /** Half-width of the 90 % band of the reading. */
  readonly band: Degrees;
}

export interface BodyMoment {
  readonly t: Seconds;
  /** x, y of the eight `FITTED_JOINTS`, thousandths of the picture's width; null: no body was fitted. */
  readonly figure: readonly number[] | null;
  /** False: the figure is drawn, but its numbers do not count. */
  readonly valid: boolean;
  readonly side: Side;
  readonly rotation: RotationParts | null;
  /** Flags that were open. */
  readonly flags: readonly FlagRecord[];
}

export interface BodyReplay {
  readonly start: Seconds;
  readonly end: Seconds;
  /** Bounding box of all figures with a margin, in their own unit. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly frames: readonly FrameRecord[];
  readonly flags: readonly FlagRecord[];
}

/** Margin around the figures as a share of their size. */
const MARGIN = 0.08;

/** Null if the record has no figures: it is older than the replay, or no body was fitted. */
export function bodyReplay({ frames, flags }: Pick<SetRecord, 'frames' | 'flags'>): BodyReplay | null {
  const drawn = frames.filter(({ figure }) => figure !== undefined);
  const [first] = drawn;
  const last = drawn.at(-1);
  if (!first || !last || last.t <= first.t) return null;
  const points = drawn.flatMap(({ figure }) => figure ?? []);
  const range = (odd: 0 | 1): readonly [number, number] => {
    const values = points.filter((_, i) => i % 2 === odd);
    // Not `Math.min(...values)`: a long set has more values than a call can take.
    return values.reduce<readonly [number, number]>(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [FIGURE_UNITS, 0],
    );
  };
  const [[left, right], [top, bottom]] = [range(0), range(1)];
  const room = MARGIN * Math.max(right - left, bottom - top, 1);
  const box = {
    left: left - room,
    top: top - room,
    width: right - left + 2 * room,
    height: bottom - top + 2 * room,
  };
  return { start: first.t, end: last.t, box, frames: drawn, flags };
}

/** Index of the last frame at or before a moment. */
function indexAt(frames: readonly FrameRecord[], t: Seconds): number {
  let [low, high] = [0, frames.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((frames[middle]?.t ?? 0) <= t) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** An older figure is not shown. */
const STALE: Seconds = 0.7;

const isOn = ({ onset, start, end }: FlagRecord, t: Seconds): boolean => t >= Math.min(onset, start) && t <= end;

/** Whether the replay shows hip rotation. Sets about hip flexion and side checks do not. */
export const showsRotation = ({ range }: Pick<SetRecord, 'range'>): boolean =>
  (range ?? 'hip-internal-rotation') === 'hip-internal-rotation';

export function momentOf(
  { frames, flags }: BodyReplay,
  record: Pick<SetRecord, 'phases' | 'side' | 'range'>,
  t: Seconds,
): BodyMoment {
  const at = indexAt(frames, t);
  const frame = frames[at];
  const on = flags.filter((flag) => isOn(flag, t));
  const phase = record.phases.findLast(({ start }) => start <= t);
  const side = leadingSide(phase?.side ?? record.side);
  const seen = frame && t - frame.t <= STALE ? frame : undefined;
  return {
    t,
    figure: seen?.figure ?? null,
    valid: seen?.valid ?? false,
    side,
    rotation: seen && showsRotation(record) ? rotationParts(frames, at, side, on) : null,
    flags: on,
  };
}

/** Null also from a place that gives no number. */
const estimateOf = (frame: FrameRecord | undefined, side: Side) =>
  frame === undefined || isWithoutNumber(frame) ? null : frame.hipInternalRotation[side];

/**
 * If the pelvis was measured, its contribution is known and comes on top of the hip rotation. Otherwise all rotation
 * gained since the onset of an open flag may come from the pelvis, so the hip's own rotation is what it was at the
 * onset.
 */
function rotationParts(
  frames: readonly FrameRecord[],
  at: number,
  side: Side,
  on: readonly FlagRecord[],
): RotationParts | null {
  const estimate = estimateOf(frames[at], side);
  if (!estimate) return null;
  const { value } = estimate;
  const band = band90(estimate.sd);
  const pelvisContribution = frames[at]?.lent?.[side] ?? null;
  const { twist, obliquity } = frames[at]?.pelvis ?? { twist: null, obliquity: null };
  const pelvisSeen = twist !== null || obliquity !== null;
  if (pelvisContribution !== null)
    return { own: value, borrowed: Math.max(0, pelvisContribution), atLeast: false, pelvisSeen: true, band };
  if (on.length === 0) return { own: value, borrowed: 0, atLeast: true, pelvisSeen, band };
  const before = estimateOf(frames[indexAt(frames, Math.min(...on.map(({ onset }) => onset)))], side)?.value ?? value;
  const own = Math.min(value, before);
  return { own, borrowed: value - own, atLeast: true, pelvisSeen, band };
}
