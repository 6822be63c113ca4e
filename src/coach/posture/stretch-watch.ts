import { median } from '../../instrument/geometry/statistics.ts';
import type { Degrees, Seconds, Share } from '../../instrument/geometry/units.ts';

/** How deep the stretch of this round has been, and whether the hip has come out of it. Immutable. */
export interface StretchWatch {
  /** Angles of the last moments, oldest first. */
  readonly recent: readonly { readonly time: Seconds; readonly angle: Degrees }[];
  /** The deepest angle of this round that lasted; null: none yet. */
  readonly deep: Degrees | null;
  /** The angle now: a median over half a second. Null: not seen. */
  readonly now: Degrees | null;
  /** Since when the hip has been out of the stretch; null: it is not out. */
  readonly outSince: Seconds | null;
  /** Since when the hip has been deep enough for the stretch; null: it is not deep enough. */
  readonly backSince: Seconds | null;
}

export const noStretch: StretchWatch = { recent: [], deep: null, now: null, outSince: null, backSince: null };

/** A stretch is an angle that lasts this long. */
const LASTS: Seconds = 1;
/** Time over which the median for `now` is taken. */
const NOW: Seconds = 0.5;
/** Out: the angle is below this share of the deepest, and at least `OUT_BY` less. A push moves far less. */
const OUT_SHARE: Share = 0.4;
const OUT_BY: Degrees = 8;
/** The hip is back from this share of the deepest angle on: people do not find exactly the same depth again. */
const BACK_SHARE: Share = 0.6;
/** Coming out of the stretch is certain after this time, and being back after the other. */
const OUT_FOR: Seconds = 1.2;
const BACK_FOR: Seconds = 1;
/** After a longer gap without a reading, nothing is known about the stretch. */
const UNSEEN: Seconds = 0.8;

/**
 * Feeds one moment of a stretch.
 * @param angle of the leg in the room, hip and pelvis together; null: not seen
 */
export function stepStretch(watch: StretchWatch, time: Seconds, angle: Degrees | null): StretchWatch {
  const kept = watch.recent.filter((old) => old.time < time && time - old.time <= LASTS);
  const recent = angle === null ? kept : [...kept, { time, angle }];
  const last = recent.at(-1);
  if (last === undefined || time - last.time > UNSEEN)
    return { ...watch, recent, now: null, outSince: null, backSince: null };
  const now = median(recent.filter((one) => time - one.time <= NOW).map((one) => one.angle)) ?? watch.now;
  const deep = deepest(watch.deep, recent);
  if (now === null || deep === null) return { ...watch, recent, now, deep };
  const isOut = now < OUT_SHARE * deep && deep - now >= OUT_BY;
  const isBack = now >= BACK_SHARE * deep;
  return {
    recent,
    deep,
    now,
    outSince: isOut ? (watch.outSince ?? time) : null,
    backSince: isBack ? (watch.backSince ?? time) : null,
  };
}

/** The largest angle that all of the last second reached. */
function deepest(before: Degrees | null, recent: StretchWatch['recent']): Degrees | null {
  const [first] = recent;
  const last = recent.at(-1);
  if (first === undefined || last === undefined || last.time - first.time < 0.8 * LASTS) return before;
  const angles = recent.map(({ angle }) => angle).toSorted((a, b) => a - b);
  // A tenth of the frames may be wrong.
  const reached = angles[Math.floor(angles.length / 10)] ?? 0;
  return before === null ? reached : Math.max(before, reached);
}

/** The hip came out of the stretch, and this is certain. */
export const isOutOfStretch = ({ outSince }: StretchWatch, time: Seconds): boolean =>
  outSince !== null && time - outSince >= OUT_FOR;

/** The hip is certainly deep enough for the stretch. Also true before this round had a stretch. */
export const isInStretch = ({ deep, backSince }: StretchWatch, time: Seconds): boolean =>
  deep === null || deep < OUT_BY || (backSince !== null && time - backSince >= BACK_FOR);

/** Takes the present angle as the depth of the stretch. */
export const settleHere = (watch: StretchWatch): StretchWatch => ({ ...watch, deep: watch.now, outSince: null });
