import { band90, type Degrees, leadingSide, type Seconds, type Side } from '../../instrument/geometry/units.ts';
import { FIGURE_UNITS } from '../record/frame-record.ts';
import type { FlagRecord, FrameRecord, SetRecord } from '../record/set-record.ts';

/** How the turn of one hip is made up at a moment, degrees from the start position. */
export interface TurnParts {
  /** What the hip did itself. */
  readonly own: Degrees;
  /** What pelvis and spine lent on top. */
  readonly borrowed: Degrees;
  /** True: the pelvis was not measured, only flagged, so it is a lower bound. */
  readonly atLeast: boolean;
  /** Half-width of the 90 % band of the reading. */
  readonly band: Degrees;
}

/** One moment of a set, to be drawn. */
export interface BodyMoment {
  readonly t: Seconds;
  /** x, y of the eight `FITTED_JOINTS`, thousandths of the picture's width; null: nobody was fitted just then. */
  readonly figure: readonly number[] | null;
  /** False: drawn, but not to be believed. */
  readonly valid: boolean;
  readonly side: Side;
  readonly turn: TurnParts | null;
  /** Flags that were on. */
  readonly flags: readonly FlagRecord[];
}

/** A set that can be watched again as a drawn body. */
export interface BodyReplay {
  readonly start: Seconds;
  readonly end: Seconds;
  /** What the figures take up, in their own unit, with a little room. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly frames: readonly FrameRecord[];
  readonly flags: readonly FlagRecord[];
}

/** Share of the figures' size that is left free around them. */
const MARGIN = 0.08;

/** Null where the record has no figures: it is of before they were kept, or nobody was ever fitted. */
export function bodyReplay({ frames, flags }: Pick<SetRecord, 'frames' | 'flags'>): BodyReplay | null {
  const drawn = frames.filter(({ figure }) => figure !== undefined);
  const [first] = drawn;
  const last = drawn.at(-1);
  if (!first || !last || last.t <= first.t) return null;
  const points = drawn.flatMap(({ figure }) => figure ?? []);
  const range = (odd: 0 | 1): readonly [number, number] => {
    const values = points.filter((_, i) => i % 2 === odd);
    // Not spread into a call: a long set has more numbers than a call takes.
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

/** A figure that is older than this is of another moment. */
const STALE: Seconds = 0.7;

const isOn = ({ onset, start, end }: FlagRecord, t: Seconds): boolean => t >= Math.min(onset, start) && t <= end;

/** Whether a set has the hip's own turn to show: a bend is the pelvis' own work, and a side check does not see the hip turn. */
export const showsTurn = ({ range }: Pick<SetRecord, 'range'>): boolean =>
  (range ?? 'hip-internal-rotation') === 'hip-internal-rotation';

/** What is drawn at a moment. */
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
    turn: seen && showsTurn(record) ? turnOf(frames, at, side, on) : null,
    flags: on,
  };
}

const estimateOf = (frame: FrameRecord | undefined, side: Side) => frame?.hipInternalRotation[side] ?? null;

/**
 * Where the pelvis was measured, what it lent is known and stands on top of the hip's own. Else, while something was flagged,
 * what the turn has gained since the flag began may be lent: the hip's own is what it was before, as far as it is still there.
 */
function turnOf(frames: readonly FrameRecord[], at: number, side: Side, on: readonly FlagRecord[]): TurnParts | null {
  const estimate = estimateOf(frames[at], side);
  if (!estimate) return null;
  const { value } = estimate;
  const band = band90(estimate.sd);
  const pelvisContribution = frames[at]?.lent?.[side] ?? null;
  if (pelvisContribution !== null)
    return { own: value, borrowed: Math.max(0, pelvisContribution), atLeast: false, band };
  if (on.length === 0) return { own: value, borrowed: 0, atLeast: true, band };
  const before = estimateOf(frames[indexAt(frames, Math.min(...on.map(({ onset }) => onset)))], side)?.value ?? value;
  const own = Math.min(value, before);
  return { own, borrowed: value - own, atLeast: true, band };
}
