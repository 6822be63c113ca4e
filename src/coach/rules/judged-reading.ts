import { type Estimate, workingEstimate, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { Channel, FittedBody, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { pictureReason } from './picture-reason.ts';

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
 */
export function judgeReading(reading: Reading, drill: DrillDefinition): JudgedReading {
  const { body, person } = reading;
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

/** How far both thighs together have opened (positive) or closed: the sum of both abductions. */
export const kneeGap = (left: Estimate<number> | null, right: Estimate<number> | null): Estimate<number> | null =>
  left && right && { value: left.value + right.value, sd: Math.hypot(left.sd, right.sd) };

/** Each channel of one reading, for the working hip or as the mean of both. */
const CHANNEL_VALUES: Readonly<Record<Channel, (body: FittedBody, side: WorkingSide) => Estimate<number> | null>> = {
  'hip-internal-rotation': ({ leg }, side) =>
    workingEstimate({ left: leg.left.internalRotation, right: leg.right.internalRotation }, side),
  'hip-flexion': ({ leg }, side) => workingEstimate({ left: leg.left.flexion, right: leg.right.flexion }, side),
  'hip-abduction': ({ leg }, side) => workingEstimate({ left: leg.left.abduction, right: leg.right.abduction }, side),
  'knee-flexion': ({ leg }, side) => workingEstimate({ left: leg.left.knee, right: leg.right.knee }, side),
  // Needs more than one reading: see `rotation-speed.ts`.
  'rotation-speed': () => null,
  'knee-gap': ({ leg }) => kneeGap(leg.left.abduction, leg.right.abduction),
  'pelvis-twist': (body) => body.pelvis.twist,
  'pelvis-obliquity': (body) => body.pelvis.obliquity,
  'pelvis-lift': (body) => body.pelvis.lift,
  'trunk-lean': (body) => body.trunkLean,
  'back-arch': (body) => body.lumbarExtension,
  'foot-slide': (body) => body.footSlide,
  'shin-drop': ({ form }) => form?.shinDrop ?? null,
  'foot-shift': ({ form }) => form?.footShift ?? null,
  'hips-shift': ({ form }) => form?.hipsShift ?? null,
  'other-knee-shift': ({ form }) => form?.otherKneeShift ?? null,
};

/** The value of a channel in one reading, or why there is none. */
export type ChannelValue =
  | { readonly seen: true; readonly estimate: Estimate<number> }
  | { readonly seen: false; readonly reason: Reason };

export function seeChannel(judged: JudgedReading, channel: Channel, side: WorkingSide): ChannelValue {
  const { body } = judged;
  if (body === null) return { seen: false, reason: judged.reasons[0] ?? 'no-person' };
  const unseen = body.unseen[channel];
  if (unseen !== undefined) return { seen: false, reason: unseen };
  const estimate = channel === 'rotation-speed' ? (judged.speed ?? null) : CHANNEL_VALUES[channel](body, side);
  return estimate === null ? { seen: false, reason: 'not-seen-from-here' } : { seen: true, estimate };
}
