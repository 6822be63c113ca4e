import { band90, type Degrees, type Estimate, type Side, WIDEST_BAND } from '../../instrument/geometry/units.ts';
import type { ReferencePoseQuality } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { RangeChannel } from '../drill-definition.ts';
import { channelOf } from '../rules/channels.ts';
import type { FrameRecord, RangeSummary } from '../record/set-record.ts';

/** Under this key of `FrameRecord.unseen` stands why the angle of the drill has no number although the leg is seen. */
export const NO_NUMBER = 'range';

/** Why the place of the laptop gives no number, however narrow the band of a moment is; null: it gives one. */
export const placeWithoutNumber = (quality: ReferencePoseQuality | undefined): Reason | null =>
  quality?.withoutNumber ? whyTooWide(quality.view) : null;

/** Whether the band of an angle, or of a range, is too wide to be told as a number. */
export const saysNothing = ({ sd }: Pick<Estimate<Degrees>, 'sd'>): boolean => band90(sd) > WIDEST_BAND;

/**
 * Beyond this half-width of the 90 % band an angle is told as a coarse value: "about 20°, give or take 10". The minimal detectable
 * change is then more than twice that of an inclinometer (5.4°).
 */
const EXACT_UP_TO: Degrees = 8;
const COARSE_STEP: Degrees = 5;

/** Whether an angle is told as a coarse value, if at all. */
export const isCoarse = (sd: Degrees | null): boolean => sd !== null && band90(sd) > EXACT_UP_TO;

/** A coarse value, in steps of 5°. */
export const coarsely = (angle: Degrees): Degrees => COARSE_STEP * Math.round(angle / COARSE_STEP);

/** Whether an angle is within its own measuring error (90 %), so that it cannot be told from no movement. */
export const isWithinError = ({ value, sd }: Estimate<Degrees>): boolean => Math.abs(value) <= band90(sd);

/** Whether a range is within its own measuring error and the pelvis added nothing. False where the error is not known. */
export const isTooSmall = ({ clean, sd, borrowed }: Pick<RangeSummary, 'clean' | 'sd' | 'borrowed'>): boolean =>
  clean !== null && sd !== null && isWithinError({ value: clean, sd }) && Math.round(borrowed ?? 0) <= 0;

/** An angle as it is told: whole degrees. */
export interface ToldAngle {
  readonly kind: 'exact' | 'coarse';
  readonly value: Degrees;
  /** Half of the 90 % band: at least 1°, since no camera measures better. Of a coarse value rounded up to 5°. */
  readonly band: Degrees;
}

/** How an angle is told on screens, by the voice and in reports. Null: not at all, since its band says nothing. */
export function toldAngle({ value, sd }: Estimate<Degrees>): ToldAngle | null {
  if (saysNothing({ sd })) return null;
  const band = band90(sd);
  if (!isCoarse(sd)) return { kind: 'exact', value: Math.round(value), band: Math.max(1, Math.round(band)) };
  return { kind: 'coarse', value: coarsely(value), band: COARSE_STEP * Math.ceil(band / COARSE_STEP) };
}

/** The number alone, as it is told. */
export const toldDegrees = (angle: Estimate<Degrees>): Degrees => toldAngle(angle)?.value ?? Math.round(angle.value);

/**
 * Why a band is that wide: a fair view doubles it, so the place comes first.
 * @param view of the reference pose; absent: not known
 */
export const whyTooWide = (view: 'good' | 'fair' | 'poor' | undefined): Reason =>
  view === undefined || view === 'good' ? 'poor-fit' : 'bad-view';

/** Whether the place gave this frame no number. */
export const isWithoutNumber = ({ unseen }: Pick<FrameRecord, 'unseen'>): boolean => unseen?.[NO_NUMBER] !== undefined;

/**
 * The angle of a valid frame that the drill works on.
 * @returns null: the frame does not count, does not show the angle, or gives no number for it
 */
export const usable = (frame: FrameRecord, side: Side, channel: RangeChannel): Estimate<Degrees> | null =>
  frame.valid && !isWithoutNumber(frame) ? channelOf(frame, channel, side) : null;

/** Whether any hip has a number. Also true if the list is empty: then the drill reads no hip. */
export const hasNumber = (sets: readonly Pick<RangeSummary, 'clean' | 'gross' | 'possible'>[]): boolean =>
  sets.length === 0 || sets.some(({ clean, gross, possible }) => (clean ?? gross ?? possible ?? null) !== null);
