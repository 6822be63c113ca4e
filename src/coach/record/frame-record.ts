import type { Channel, FittedBody, LegAngles, Reading } from '../../instrument/output/reading.ts';
import { type BySide, type Estimate, workingEstimate, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { PhaseKind } from '../drill-definition.ts';
import { gapOf, type JudgedReading } from '../rules/judged-reading.ts';
import type { FrameRecord, SetRecord } from './set-record.ts';

/** What each angle of a record counts from. */
export const RECORD_ZERO: SetRecord['zero'] = {
  hipInternalRotation: 'neutral',
  hipFlexion: 'neutral',
  hipAbduction: 'neutral',
  kneeFlexion: 'absolute',
  pelvis: 'neutral',
  trunkLean: 'neutral',
  kneeChase: 'neutral',
  lumbarExtension: 'neutral',
  form: 'neutral',
};

/** One frame as the record keeps it: unfiltered, hips as far as they are their own; a channel that cannot be seen is null. */
export function frameRecord(reading: Reading, judged: JudgedReading, phase: PhaseKind | null): FrameRecord {
  const body = judged.body ?? reading.body;
  const leg = <K extends Exclude<keyof LegAngles, 'pelvisContribution'>>(
    key: K,
  ): BySide<LegAngles[K]> | BySide<null> =>
    body === null ? NOTHING : { left: body.leg.left[key], right: body.leg.right[key] };
  return {
    t: reading.time,
    phase,
    valid: judged.body !== null,
    reasons: judged.reasons,
    hipInternalRotation: leg('internalRotation'),
    ...pelvisContributionBySide(body),
    hipFlexion: leg('flexion'),
    hipAbduction: leg('abduction'),
    kneeFlexion: leg('knee'),
    pelvis: {
      twist: seen(body, 'pelvis-twist', (b) => b.pelvis.twist),
      obliquity: seen(body, 'pelvis-obliquity', (b) => b.pelvis.obliquity),
      tilt: body?.pelvis.tilt ?? null,
      lift: seen(body, 'pelvis-lift', (b) => b.pelvis.lift),
    },
    trunkLean: seen(body, 'trunk-lean', (b) => b.trunkLean),
    kneeChase: seen(body, 'knee-chase', (b) => b.kneeChase),
    lumbarExtension: seen(body, 'back-arch', (b) => b.lumbarExtension),
    ...(body?.form ? { form: body.form } : {}),
    ...figureOf(reading),
  };
}

/** Parts of the picture's width in which `FrameRecord.figure` counts. */
export const FIGURE_UNITS = 1000;

/** Whole numbers: finer than a line is drawn, and a third of the length in a file. */
function figureOf({ skeleton, width }: Reading): Pick<FrameRecord, 'figure'> {
  if (skeleton === null || !skeleton.every((value) => Number.isFinite(value))) return {};
  // Adding 0 makes a plain 0 of −0, which JSON does not have.
  return { figure: Array.from(skeleton, (value) => Math.round((value * FIGURE_UNITS) / width) + 0) };
}

/** Left out where there is nothing to say: most drills have no such measurement. */
function pelvisContributionBySide(body: FittedBody | null): Pick<FrameRecord, 'lent'> {
  const pelvisContribution = {
    left: body?.leg.left.pelvisContribution ?? null,
    right: body?.leg.right.pelvisContribution ?? null,
  };
  return pelvisContribution.left === null && pelvisContribution.right === null ? {} : { lent: pelvisContribution };
}

const NOTHING: BySide<null> = { left: null, right: null };

const seen = <U extends number>(
  body: FittedBody | null,
  channel: Channel,
  value: (body: FittedBody) => Estimate<U> | null,
): Estimate<U> | null => (body === null || body.unseen[channel] !== undefined ? null : value(body));

const RECORDED: Readonly<Record<Channel, (frame: FrameRecord, side: WorkingSide) => Estimate<number> | null>> = {
  'hip-internal-rotation': (frame, side) => workingEstimate(frame.hipInternalRotation, side),
  'hip-flexion': (frame, side) => workingEstimate(frame.hipFlexion, side),
  'hip-abduction': (frame, side) => workingEstimate(frame.hipAbduction, side),
  'knee-flexion': (frame, side) => workingEstimate(frame.kneeFlexion, side),
  // Follows from the rotation, and is watched wherever that is.
  'rotation-speed': (frame, side) => workingEstimate(frame.hipInternalRotation, side),
  'knee-gap': ({ hipAbduction }) => gapOf(hipAbduction.left, hipAbduction.right),
  'pelvis-twist': (frame) => frame.pelvis.twist,
  'pelvis-obliquity': (frame) => frame.pelvis.obliquity,
  'pelvis-yaw': (frame) => frame.pelvis.obliquity,
  'pelvis-lift': (frame) => frame.pelvis.lift,
  'trunk-lean': (frame) => frame.trunkLean,
  'knee-chase': (frame) => frame.kneeChase,
  'back-arch': (frame) => frame.lumbarExtension,
  'foot-slide': () => null,
  'trunk-turn': () => null,
  'shin-drop': ({ form }) => form?.shinDrop ?? null,
  'foot-shift': ({ form }) => form?.footShift ?? null,
  'ankle-dorsiflexion': () => null,
  'knee-extension': () => null,
};

/** A rule's channel as a recorded frame has it. */
export const recordedChannel = (frame: FrameRecord, channel: Channel, side: WorkingSide): Estimate<number> | null =>
  RECORDED[channel](frame, side);
