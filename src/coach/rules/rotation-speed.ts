import type { Degrees, Estimate, Seconds } from '../../instrument/geometry/units.ts';

/** Samples of the working hip's rotation from the last moments, oldest first. */
export interface RotationSpeed {
  readonly samples: readonly { readonly time: Seconds; readonly angle: Degrees; readonly sd: Degrees }[];
}

export const atRest: RotationSpeed = { samples: [] };

/** The fastest way within this time counts: between two fast swings the leg turns, and is slow for a moment. */
const MEMORY: Seconds = 1;
/**
 * Speed over this much time: one landmark that jumps in one frame is no speed, and a quick pulse, whose whole swing takes a third
 * of a second, would read a third too slow over a quarter.
 */
const SPAN: Seconds = 0.18;
/** Frames are rarely spaced to the point. */
const LONGEST_SPAN: Seconds = 0.4;
/** Rounding guard for sums of seconds. */
const TINY: Seconds = 1e-9;

/**
 * Feeds one sample of the working hip's rotation; null when it is not known.
 * @returns the memory, and the greatest speed of the last second in degrees a second (null: too little was seen)
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
