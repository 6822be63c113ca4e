import { band90, type Degrees, type Estimate, type Side } from '../../instrument/geometry/units.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { RangeChannel } from '../drill-definition.ts';
import { recordedChannel } from '../record/frame-record.ts';
import type { FrameRecord } from '../record/set-record.ts';

/**
 * An angle whose 90 % band is wider than this to each side says nothing: the band is as wide as the whole range of most hips. Of
 * 10,978 valid angles of the 59 clips only those of a gain that is possible are above 16°.
 */
const WIDEST_BAND: Degrees = 20;

/** Whether the band of an angle, or of a range, is too wide to be told as a number. */
export const saysNothing = ({ sd }: Pick<Estimate<Degrees>, 'sd'>): boolean => band90(sd) > WIDEST_BAND;

/**
 * Why a band is that wide: a fair view doubles it, so the place comes first.
 * @param view of the reference pose; absent: not known
 */
export const whyTooWide = (view: 'good' | 'fair' | 'poor' | undefined): Reason =>
  view === undefined || view === 'good' ? 'poor-fit' : 'bad-view';

/** The angle of a valid frame that the drill works on. */
export const usable = (frame: FrameRecord, side: Side, channel: RangeChannel): Estimate<Degrees> | null =>
  frame.valid ? recordedChannel(frame, channel, side) : null;
