import { type BySide, type Estimate, workingEstimate, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { Channel, FittedBody, LegAngles } from '../../instrument/output/reading.ts';
import type { FrameRecord } from '../record/set-record.ts';

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
  // It follows from the rotation of several moments (`rotation-speed.ts`), so it is known wherever the rotation is.
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
