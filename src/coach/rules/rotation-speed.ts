import type { Degrees, Estimate, Seconds } from '../../instrument/geometry/units.ts';

/** Samples of the working hip's rotation over the last second or so, oldest first. */
export interface RotationSpeed {
  readonly samples: readonly { readonly time: Seconds; readonly angle: Degrees; readonly sd: Degrees }[];
}

export const atRest: RotationSpeed = { samples: [] };

/** The largest speed within this time counts, because the leg stops for a moment where it turns round. */
const MEMORY: Seconds = 1;
/**
 * Speed is measured over this much time: long enough that one wrong frame is no speed, and half as long as the swing of a quick
 * pulse (a third of a second).
 */
const SPAN: Seconds = 0.18;
/** Longest span when frames are irregular. */
const LONGEST_SPAN: Seconds = 0.4;
/** Guards against rounding in sums of seconds. */
const TINY: Seconds = 1e-9;

/**
 * Feeds one sample of the working hip's rotation; null: not known.
 * @returns the memory, and the largest speed of the last second in degrees a second; null: too few samples
 */
export function stepSpeed(
  { samples }: RotationSpeed,
  time: Seconds,
  rotation: Estimate<Degrees> | null,
): { readonly memory: RotationSpeed; readonly speed: Estimate<number> | null } {
  const kept = samples.filter((old) => old.time < time && time - old.time <= MEMORY + LONGEST_SPAN);
  if (rotation === null) return { memory: { samples: kept }, speed: null };
  const grown = [...kept, { time, angle: rotation.value, sd: rotation.sd }];
  const speeds = grown.flatMap((end) => {
    if (time - end.time > MEMORY) return [];
    const start = grown.findLast((from) => end.time - from.time >= SPAN - TINY);
    const span = start === undefined ? Infinity : end.time - start.time;
    return start === undefined || span > LONGEST_SPAN ? [] : [Math.abs(end.angle - start.angle) / span];
  });
  return {
    memory: { samples: grown },
    speed: speeds.length === 0 ? null : { value: Math.max(...speeds), sd: rotation.sd / SPAN },
  };
}
