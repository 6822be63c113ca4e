import type { EndReason, RecordSource } from '../record/set-record.ts';
import { band90, type Degrees, type Estimate, type Seconds } from '../../instrument/geometry/units.ts';
import type { Reason } from '../../instrument/output/reason.ts';

/** State of a first-order low-pass: its output and the time of its last sample. */
export interface LowPass {
  readonly value: number;
  readonly time: Seconds;
}

/**
 * Feeds one sample. Exact for irregular sampling. A sample that is not later than the last one changes nothing. The lag
 * is 1 / (2π · cutoff): 0.16 s at 1 Hz.
 * @param previous null: starts at the sample itself
 * @param cutoff −3 dB frequency, Hz
 */
export function lowPass(previous: LowPass | null, value: number, time: Seconds, cutoff: number): LowPass {
  if (previous === null) return { value, time };
  if (time <= previous.time) return previous;
  const share = 1 - Math.exp(-2 * Math.PI * cutoff * (time - previous.time));
  return { value: previous.value + share * (value - previous.value), time };
}

/**
 * State of a 1€ filter (Casiez, Roussel and Vogel, CHI 2012), which is steady at rest and quick in motion. The speed
 * comes from the raw samples, as in the original.
 */
export interface OneEuro {
  readonly output: LowPass;
  readonly speed: LowPass;
  readonly raw: number;
}

/** At rest 0.8 Hz, so that the digits are steady in a hold; at 30°/s about 4 Hz, a lag of 40 ms. */
const CUTOFF_AT_REST = 0.8;
/** Increase of the cutoff in Hz per unit of speed (units a second). */
const BETA = 0.107;
/** Cutoff of the low-pass on the speed, Hz. */
const SPEED_CUTOFF = 1;

/** Feeds one sample. A sample that is not later than the last one changes nothing. */
export function oneEuro(previous: OneEuro | null, value: number, time: Seconds): OneEuro {
  if (previous === null) return { output: { value, time }, speed: { value: 0, time }, raw: value };
  const step = time - previous.output.time;
  if (step <= 0) return previous;
  const speed = lowPass(previous.speed, (value - previous.raw) / step, time, SPEED_CUTOFF);
  const cutoff = CUTOFF_AT_REST + BETA * Math.abs(speed.value);
  return { output: lowPass(previous.output, value, time, cutoff), speed, raw: value };
}

const BAND_CUTOFF = 1;
/** A number older than this is not shown. */
const STALE: Seconds = 0.5;
/** After a longer gap the filter restarts. */
const GAP: Seconds = 1;

/** The large number on the screen. It is filtered for display; the record keeps raw values. */
export interface AngleDisplay {
  readonly angle: OneEuro | null;
  readonly sd: LowPass | null;
  /** What the pelvis adds to the angle in the room, or the rounding of the back to a flexion; null: not measured. */
  readonly pelvisContribution: LowPass | null;
  readonly seenAt: Seconds | null;
  readonly reason: Reason | null;
}

export const noAngle: AngleDisplay = {
  angle: null,
  sd: null,
  pelvisContribution: null,
  seenAt: null,
  reason: 'no-neutral',
};

export function showAngle(
  display: AngleDisplay,
  time: Seconds,
  estimate: Estimate<Degrees> | null,
  reason: Reason | null,
  pelvisContribution: Degrees | null = null,
): AngleDisplay {
  if (estimate === null) return { ...display, reason };
  const { seenAt } = display;
  if (seenAt !== null && time <= seenAt) return display;
  const fresh = seenAt === null || time - seenAt > GAP;
  return {
    angle: oneEuro(fresh ? null : display.angle, estimate.value, time),
    sd: lowPass(fresh ? null : display.sd, estimate.sd, time, BAND_CUTOFF),
    pelvisContribution:
      pelvisContribution === null
        ? null
        : lowPass(fresh ? null : display.pelvisContribution, pelvisContribution, time, BAND_CUTOFF),
    seenAt: time,
    reason: null,
  };
}

/** The number to show; null: it is stale. */
export function shownAngle(display: AngleDisplay, now: Seconds): Estimate<Degrees> | null {
  const { angle, sd, seenAt } = display;
  if (angle === null || sd === null || seenAt === null || now - seenAt > STALE) return null;
  return { value: angle.output.value, sd: sd.value };
}

/** The pelvic contribution to show; null: it is stale or not measured. */
export const shownPelvisContribution = (display: AngleDisplay, now: Seconds): Degrees | null =>
  shownAngle(display, now) === null ? null : (display.pelvisContribution?.value ?? null);

/**
 * How much of the angle is shown during the set. A constant number makes people steer by the number, so with practice
 * it is replaced by a band and then shown only afterwards. Cues always remain.
 */
export type Feedback = 'number' | 'band' | 'afterwards';

export interface PractisedSet {
  readonly drill: string;
  readonly ended: EndReason;
  readonly source: RecordSource['kind'];
}

/** Number of complete sets of the drill from which a band replaces the number, and from which nothing is shown. */
const BAND_FROM = 3;
const AFTERWARDS_FROM = 6;

/** Depends on how many sets of the drill were completed in front of a camera. */
export function feedbackFor(drill: string, past: readonly PractisedSet[]): Feedback {
  const done = past.filter((set) => set.drill === drill && set.ended === 'finished' && set.source === 'camera').length;
  if (done >= AFTERWARDS_FROM) return 'afterwards';
  return done >= BAND_FROM ? 'band' : 'number';
}

/** The position of the hip relative to the best of this round, as far as the measurement error allows to tell. */
export type BandPlace = 'no-best' | 'short' | 'at-best' | 'beyond';

export function bandPlace(angle: Estimate<Degrees>, best: Degrees | null): BandPlace {
  if (best === null) return 'no-best';
  const away = angle.value - best;
  if (Math.abs(away) <= band90(angle.sd)) return 'at-best';
  return away > 0 ? 'beyond' : 'short';
}
