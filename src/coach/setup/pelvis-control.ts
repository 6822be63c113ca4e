import { mean, median } from '../../instrument/geometry/statistics.ts';
import type { Degrees, Seconds, Share, WorkingSide } from '../../instrument/geometry/units.ts';
import type { ControlRecord } from '../record/set-record.ts';

/**
 * The positive control of the pelvis: the person rolls the pelvis a little to each side, and the app learns whether and
 * how strongly its pelvis channels respond on this body, in these clothes and from this place.
 */

/** What the control showed. */
export interface PelvisResponse {
  /** `none`: the pelvis channels stayed still although the body moved. `weak`: they show only a part. */
  readonly response: 'none' | 'weak' | 'good';
  /** Share of the turn that the pelvis channel showed. */
  readonly gain: Share;
  /** Standard deviation of the channel from the movement that was asked for. */
  readonly noise: Degrees;
}

/** One reading during the control. Null: not seen. */
export interface ControlSample {
  /** Since the start of the control. */
  readonly time: Seconds;
  /** Change of `PelvisAngles.twist`. */
  readonly twist: Degrees | null;
  /** Internal rotation of the leading hip; the part of the roll that the pelvis channel does not see appears here. */
  readonly rotation: Degrees | null;
}

/** The controls of a set, and the one in progress. */
export interface ControlWatch {
  readonly samples: readonly ControlSample[];
  /** Mean brightness of the last picture; null: none yet. */
  readonly brightness: number | null;
  /** One result for each side that was asked. */
  readonly results: readonly ControlRecord[];
  /** A result that the person has not been told yet. */
  readonly untold: ControlRecord | null;
}

export const noControl: ControlWatch = { samples: [], brightness: null, results: [], untold: null };

/** What the control of this side showed; null: none was done. */
export const controlOf = ({ results }: ControlWatch, side: WorkingSide): ControlRecord | null =>
  results.findLast((result) => result.side === side && result.response !== 'not-done') ?? null;

/** A control is judged only if at least this share of its time was used. */
const LEAST_DONE: Share = 0.8;
const FEWEST_SAMPLES = 12;
/** People follow the voice late: by up to this share of the control, searched in steps. */
const LATEST: Share = 0.2;
const LAG_STEPS = 8;
/**
 * Amplitudes from which the body has certainly moved, degrees to each side. The twist of a still pelvis varies by 0.2°,
 * the rotation by 1° (n = 12 rendered people).
 */
const MOVED = { twist: 2, rotation: 2.5 } as const;
/** A channel that shows less than this amplitude to each side, or less than this share of the turn, is no response. */
const NO_AMPLITUDE: Degrees = 2;
const NO_GAIN: Share = 0.3;
/**
 * Below this amplitude, or this share, the response is weak. Rules open a flag at 6°, and a small roll is 6 to 10° to
 * each side.
 */
const WEAK_AMPLITUDE: Degrees = 4;
const WEAK_GAIN: Share = 0.7;
/** Least correlation of the channel with the asked movement. */
const LEAST_CORRELATION = 0.6;
/** Share of an unseen pelvis roll that appears as rotation of a hip that is flexed by 45°: its cosine. */
const ROLL_INTO_ROTATION: Share = 0.7;

/**
 * Judges a control.
 * @param length how long the control was meant to take; first half to the person's left, second half to the right
 * @param side working side, in whose rotation an unseen roll appears
 * @returns null: it was not done, was broken off, or was not seen well enough
 */
export function pelvisResponse(
  samples: readonly ControlSample[],
  length: Seconds,
  side: WorkingSide,
): PelvisResponse | null {
  const last = samples.at(-1)?.time ?? 0;
  if (samples.length < FEWEST_SAMPLES || last < LEAST_DONE * length) return null;
  if (!hasMoved(samples, length) || hasBegun(samples)) return null;
  const rotation = bestFollowed(samples, length, (sample) => sample.rotation);
  // A twist that is missing in most frames, while other channels show the movement, counts as no response.
  const seen = samples.filter(({ twist }) => twist !== null).length;
  const twist = seen < samples.length / 2 ? null : bestFollowed(samples, length, (sample) => sample.twist);
  if (twist === null) return { response: 'none', gain: 0, noise: 0 };
  const amplitude = Math.max(0, twist.amplitude);
  // A turn to the person's left rolls the left thigh outwards and the right one inwards.
  const missed = rotation === null ? 0 : Math.max(0, (side === 'right' ? 1 : -1) * rotation.amplitude);
  const gain = amplitude / Math.max(1e-6, amplitude + missed / ROLL_INTO_ROTATION);
  const { noise } = twist;
  if (twist.correlation < LEAST_CORRELATION || amplitude < NO_AMPLITUDE || gain < NO_GAIN)
    return { response: 'none', gain, noise };
  return { response: amplitude < WEAK_AMPLITUDE || gain < WEAK_GAIN ? 'weak' : 'good', gain, noise };
}

/** Whether any channel shows that the body moved as asked. */
export const hasMoved = (samples: readonly ControlSample[], length: Seconds): boolean =>
  (['twist', 'rotation'] as const).some((channel) => {
    const found = bestFollowed(samples, length, (sample) => sample[channel]);
    return found !== null && Math.abs(found.amplitude) >= MOVED[channel];
  });

/** A hip that ends the control this far from its start was not rolled and brought back: the drill was begun instead. */
const BEGUN: Degrees = 12;
const ENDS: Share = 0.1;

function hasBegun(samples: readonly ControlSample[]): boolean {
  const rotations = samples.flatMap(({ rotation }) => (rotation === null ? [] : [rotation]));
  const some = Math.max(1, Math.round(ENDS * rotations.length));
  const [first, last] = [median(rotations.slice(0, some)), median(rotations.slice(-some))];
  return first !== null && last !== null && Math.abs(last - first) > BEGUN;
}

/** How a channel followed the movement that was asked for, taken as one period of a sine, left first. */
interface Followed {
  /** Positive: towards the person's left in the first half. */
  readonly amplitude: Degrees;
  readonly correlation: number;
  readonly noise: Degrees;
}

function bestFollowed(
  samples: readonly ControlSample[],
  length: Seconds,
  valueOf: (sample: ControlSample) => Degrees | null,
): Followed | null {
  const seen = samples.flatMap((sample) => {
    const value = valueOf(sample);
    return value === null ? [] : [{ time: sample.time, value }];
  });
  if (seen.length < FEWEST_SAMPLES) return null;
  const lags = Array.from({ length: LAG_STEPS + 1 }, (_, step) => (step / LAG_STEPS) * LATEST * length);
  return lags
    .map((lag) => followed(seen, length, lag))
    .reduce((best, other) => (Math.abs(other.correlation) > Math.abs(best.correlation) ? other : best));
}

function followed(
  seen: readonly { readonly time: Seconds; readonly value: Degrees }[],
  length: Seconds,
  lag: Seconds,
): Followed {
  const asked = seen.map(({ time }) => (time < lag ? 0 : Math.sin((2 * Math.PI * (time - lag)) / length)));
  const [middle, centre] = [mean(seen.map(({ value }) => value)), mean(asked)];
  let [both, own, other] = [0, 0, 0];
  for (const [index, { value }] of seen.entries()) {
    const a = (asked[index] ?? 0) - centre;
    const v = value - middle;
    both += a * v;
    own += a * a;
    other += v * v;
  }
  const amplitude = both / Math.max(1e-9, own);
  const rest = Math.max(0, other - amplitude * both);
  return {
    amplitude,
    correlation: both / Math.max(1e-9, Math.sqrt(own * other)),
    noise: Math.sqrt(rest / seen.length),
  };
}
