import { band90, type Degrees, type Estimate, type Side, WIDEST_BAND } from '../../instrument/geometry/units.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { RangeChannel } from '../drill-definition.ts';
import { recordedChannel } from '../record/frame-record.ts';
import type { FrameRecord, RangeSummary } from '../record/set-record.ts';

/** Whether the band of an angle, or of a range, is too wide to be told as a number. */
export const saysNothing = ({ sd }: Pick<Estimate<Degrees>, 'sd'>): boolean => band90(sd) > WIDEST_BAND;

/**
 * Why a band is that wide: a fair view doubles it, so the place comes first.
 * @param view of the reference pose; absent: not known
 */
export const whyTooWide = (view: 'good' | 'fair' | 'poor' | undefined): Reason =>
  view === undefined || view === 'good' ? 'poor-fit' : 'bad-view';

/**
 * The angle of a valid frame that the drill works on.
 * @returns null: the frame does not count, or does not show the angle
 */
export const usable = (frame: FrameRecord, side: Side, channel: RangeChannel): Estimate<Degrees> | null =>
  frame.valid ? recordedChannel(frame, channel, side) : null;

/** Whether any hip has a number. Also true if the list is empty: then the drill reads no hip. */
export const hasNumber = (sets: readonly Pick<RangeSummary, 'clean' | 'gross' | 'possible'>[]): boolean =>
  sets.length === 0 || sets.some(({ clean, gross, possible }) => (clean ?? gross ?? possible ?? null) !== null);
