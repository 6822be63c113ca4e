import { band90, type Degrees, type Estimate, type Side } from '../../instrument/geometry/units.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { RangeChannel } from '../drill-definition.ts';
import { recordedChannel } from '../record/frame-record.ts';
import type { FrameRecord } from '../record/set-record.ts';

/**
 * An angle whose 90 % band is wider than this to each side says nothing: the band is as wide as the whole range of most hips. Of
 * 10,968 valid angles of the 59 clips none is above 16°.
 */
const WIDEST_BAND: Degrees = 20;

export const saysNothing = ({ sd }: Estimate<Degrees>): boolean => band90(sd) > WIDEST_BAND;

/**
 * Why a band is that wide: a fair view doubles it, so the place comes first.
 * @param view of the reference pose; absent: not known
 */
export const whyTooWide = (view: 'good' | 'fair' | 'poor' | undefined): Reason =>
  view === undefined || view === 'good' ? 'poor-fit' : 'bad-view';

/** The angle of a valid frame that the drill works on, if its band says anything. */
export function usable(frame: FrameRecord, side: Side, channel: RangeChannel): Estimate<Degrees> | null {
  const angle = frame.valid ? recordedChannel(frame, channel, side) : null;
  return angle === null || saysNothing(angle) ? null : angle;
}
