import type { Degrees, Estimate, WorkingSide } from '../../instrument/geometry/units.ts';
import type { Channel, FittedBody, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { channelOf, measuredOf } from './channels.ts';
import { pictureReason } from './picture-reason.ts';
import { rangeChannel } from './range-rules.ts';

/** What the drill may use of a reading: the body if its numbers are valid, otherwise the reasons why they are not. */
export interface JudgedReading {
  readonly body: FittedBody | null;
  readonly reasons: readonly Reason[];
  /** Rotation speed of the working hip, degrees a second. Absent or null: not known. */
  readonly speed?: Estimate<number> | null;
  /** What the picture shows without the numbers (`FittedBody.rough`). Absent: nothing. */
  readonly rough?: FittedBody['rough'];
}

/**
 * The validity that the instrument reports, and in addition the limit of the drill on the sliding of a planted foot. If the
 * camera has moved or zoomed since the reference pose, or the picture is frozen, nothing may be read from it.
 * @param pending why a new reference pose is awaited, until which nothing counts; null or absent: none is
 */
export function judgeReading(reading: Reading, drill: DrillDefinition, pending: Reason | null = null): JudgedReading {
  const { body, person } = reading;
  if (pending !== null) return { body: null, reasons: [person.seen ? pending : person.reason] };
  if (reading.frozen) return { body: null, reasons: ['picture-frozen'] };
  if (!person.seen) return { body: null, reasons: [person.reason] };
  const picture = pictureReason(reading);
  if (picture !== null) return { body: null, reasons: [picture] };
  if (body === null) return { body: null, reasons: ['no-neutral'] };
  if (!body.valid)
    return { body: null, reasons: body.reasons.length > 0 ? body.reasons : ['poor-fit'], rough: body.rough };
  if (footSlid(body, drill)) return { body: null, reasons: ['foot-slid'], rough: body.rough };
  return { body, reasons: body.reasons, rough: body.rough };
}

/** Over the limit by more than one standard deviation. */
function footSlid(body: FittedBody, drill: DrillDefinition): boolean {
  if (drill.footSlideLimit === null || body.footSlide === null) return false;
  return body.footSlide.value - body.footSlide.sd > drill.footSlideLimit;
}

export type ChannelValue =
  | { readonly seen: true; readonly estimate: Estimate<number> }
  | { readonly seen: false; readonly reason: Reason };

export function seeChannel(judged: JudgedReading, channel: Channel, side: WorkingSide): ChannelValue {
  const { body } = judged;
  if (body === null) return { seen: false, reason: judged.reasons[0] ?? 'no-person' };
  const unseen = body.unseen[channel];
  if (unseen !== undefined) return { seen: false, reason: unseen };
  const estimate = channel === 'rotation-speed' ? (judged.speed ?? null) : channelOf(measuredOf(body), channel, side);
  return estimate === null ? { seen: false, reason: 'not-seen-from-here' } : { seen: true, estimate };
}

/** The angle that the drill works on, or why it is not known. */
export function seeRange(
  judged: JudgedReading,
  drill: DrillDefinition,
  side: WorkingSide,
): { readonly estimate: Estimate<Degrees> | null; readonly reason: Reason | null } {
  const channel = rangeChannel(drill);
  const value = seeChannel(judged, channel, side);
  if (value.seen) return { estimate: value.estimate, reason: null };
  if (judged.body === null) return { estimate: null, reason: value.reason };
  return { estimate: null, reason: judged.body.unseen[channel] ?? judged.reasons[0] ?? 'joints-hidden' };
}
