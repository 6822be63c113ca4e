import type { Reason } from '../../instrument/output/reason.ts';
import type { Degrees, Estimate, Seconds } from '../../instrument/geometry/units.ts';
import { type LowPass, lowPass, type OneEuro, type OneEuroSettings, oneEuro } from './filters.ts';

/** At rest 0.8 Hz, so that the digits are steady in a hold; at 30°/s about 4 Hz, a lag of 40 ms. */
const DISPLAY_FILTER: OneEuroSettings = { minimumCutoff: 0.8, beta: 0.107, speedCutoff: 1 };
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
    angle: oneEuro(fresh ? null : display.angle, estimate.value, time, DISPLAY_FILTER),
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
