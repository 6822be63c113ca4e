import type { DrillDefinition } from '../drill-definition.ts';
import type { FrameRecord } from '../record/set-record.ts';
import { rangeChannel } from './range-rules.ts';
import {
  type BySide,
  type Degrees,
  type Estimate,
  workingEstimate,
  type WorkingSide,
} from '../../instrument/geometry/units.ts';
import type { CameraChange, Channel, FittedBody, LegAngles, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';

/** What was measured of a body at one moment. A recorded frame has all of it but the foot. */
export type Measured = Pick<
  FrameRecord,
  | 'hipInternalRotation'
  | 'hipFlexion'
  | 'hipAbduction'
  | 'kneeFlexion'
  | 'pelvis'
  | 'trunkLean'
  | 'lumbarExtension'
  | 'form'
> & { readonly footSlide?: FittedBody['footSlide'] };

export function measuredOf({ leg, pelvis, trunkLean, lumbarExtension, footSlide, form }: FittedBody): Measured {
  const both = <K extends keyof LegAngles>(key: K): BySide<LegAngles[K]> => ({
    left: leg.left[key],
    right: leg.right[key],
  });
  return {
    hipInternalRotation: both('internalRotation'),
    hipFlexion: both('flexion'),
    hipAbduction: both('abduction'),
    kneeFlexion: both('knee'),
    pelvis,
    trunkLean,
    lumbarExtension,
    footSlide,
    form,
  };
}

/** How far both thighs together have opened (positive) or closed: the sum of both abductions. */
export const kneeGap = (left: Estimate<number> | null, right: Estimate<number> | null): Estimate<number> | null =>
  left && right && { value: left.value + right.value, sd: Math.hypot(left.sd, right.sd) };

/** Each channel, for the working hip or as the mean of both. */
const CHANNELS: Readonly<Record<Channel, (measured: Measured, side: WorkingSide) => Estimate<number> | null>> = {
  'hip-internal-rotation': ({ hipInternalRotation }, side) => workingEstimate(hipInternalRotation, side),
  'hip-flexion': ({ hipFlexion }, side) => workingEstimate(hipFlexion, side),
  'hip-abduction': ({ hipAbduction }, side) => workingEstimate(hipAbduction, side),
  'knee-flexion': ({ kneeFlexion }, side) => workingEstimate(kneeFlexion, side),
  // It follows from the rotation of several moments (`rule-state.ts`), so it is known wherever the rotation is.
  'rotation-speed': ({ hipInternalRotation }, side) => workingEstimate(hipInternalRotation, side),
  'knee-gap': ({ hipAbduction }) => kneeGap(hipAbduction.left, hipAbduction.right),
  'pelvis-twist': ({ pelvis }) => pelvis.twist,
  'pelvis-obliquity': ({ pelvis }) => pelvis.obliquity,
  'pelvis-tilt': ({ pelvis }) => pelvis.tilt,
  'pelvis-lift': ({ pelvis }) => pelvis.lift,
  'trunk-lean': ({ trunkLean }) => trunkLean,
  'back-arch': ({ lumbarExtension }) => lumbarExtension,
  'foot-slide': ({ footSlide }) => footSlide ?? null,
  'shin-drop': ({ form }) => form?.shinDrop ?? null,
  'foot-shift': ({ form }) => form?.footShift ?? null,
  'hips-shift': ({ form }) => form?.hipsShift ?? null,
  'other-knee-shift': ({ form }) => form?.otherKneeShift ?? null,
};

/** The value of a channel; null: it was not measured. */
export const channelOf = (measured: Measured, channel: Channel, side: WorkingSide): Estimate<number> | null =>
  CHANNELS[channel](measured, side);

/** A change of the picture that needs a new reference pose. */
export type CameraReason = Extract<
  Reason,
  'camera-moved' | 'picture-slid' | 'camera-tilted' | 'picture-zoomed' | 'picture-turned' | 'picture-resized'
>;

export const CAMERA_REASONS: Readonly<Record<CameraChange, CameraReason>> = {
  moved: 'camera-moved',
  slid: 'picture-slid',
  tilted: 'camera-tilted',
  zoomed: 'picture-zoomed',
  turned: 'picture-turned',
  resized: 'picture-resized',
};

/** What has happened to the picture since the reference pose; null: nothing that is certain. */
export const cameraReason = ({ cameraMoved, cameraChange }: Reading): CameraReason | null =>
  cameraMoved ? reasonOf(cameraChange) : null;

const reasonOf = (change: Reading['cameraChange']): CameraReason => CAMERA_REASONS[change ?? 'moved'];

export const isCameraReason = (reason: Reason | null): reason is CameraReason =>
  reason !== null && Object.values<Reason>(CAMERA_REASONS).includes(reason);

/** Why nothing may be read from a picture whose camera has moved, or may have; null: it may. */
export function pictureReason(reading: Reading): Reason | null {
  // While it is uncertain whether the camera has moved, frames do not count either.
  return cameraReason(reading) ?? (reading.cameraUnsure ? reasonOf(reading.cameraChange) : null);
}

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
