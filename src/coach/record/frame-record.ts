import type { Channel, FittedBody, LegAngles, Reading } from '../../instrument/output/reading.ts';
import {
  type BySide,
  type Degrees,
  type Estimate,
  workingEstimate,
  type WorkingSide,
} from '../../instrument/geometry/units.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import { kneeGap, type JudgedReading } from '../rules/judged-reading.ts';
import { startProblem } from '../setup/start-problem.ts';
import type { FrameRecord, SetRecord } from './set-record.ts';

/**
 * What each angle of a record is counted from. The key and the value `neutral` are stored; it means the reference pose.
 */
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

/**
 * One frame of the record: unfiltered, hip angles without the contribution of pelvis or back. Hidden channels are null.
 * @param channels for which it is kept why they could not be read
 * @param untold channels that are not recorded
 */
export function frameRecord(
  reading: Reading,
  judged: JudgedReading,
  phase: PhaseKind | null,
  channels: readonly Channel[] = [],
  untold: DrillDefinition['measure']['untold'] = [],
): FrameRecord {
  const body = judged.body ?? reading.body;
  const leg = <K extends Exclude<keyof LegAngles, 'pelvisContribution'>>(
    key: K,
  ): BySide<LegAngles[K]> | BySide<null> =>
    body === null ? NOTHING : { left: body.leg.left[key], right: body.leg.right[key] };
  return {
    t: reading.time,
    phase,
    valid: judged.body !== null,
    reasons: judged.body === null ? withStartProblem(judged.reasons, reading) : judged.reasons,
    ...unseenOf(judged, channels),
    hipInternalRotation: untold.includes('hip-internal-rotation') ? NOTHING : leg('internalRotation'),
    ...pelvisContributionBySide(body),
    hipFlexion: leg('flexion'),
    hipAbduction: leg('abduction'),
    kneeFlexion: leg('knee'),
    pelvis: {
      twist: ifSeen(body, 'pelvis-twist', (b) => b.pelvis.twist),
      obliquity: ifSeen(body, 'pelvis-obliquity', (b) => b.pelvis.obliquity),
      tilt: body?.pelvis.tilt ?? null,
      lift: ifSeen(body, 'pelvis-lift', (b) => b.pelvis.lift),
    },
    trunkLean: ifSeen(body, 'trunk-lean', (b) => b.trunkLean),
    kneeChase: null,
    lumbarExtension: ifSeen(body, 'back-arch', (b) => b.lumbarExtension),
    ...(body?.form ? { form: body.form } : {}),
    ...figureOf(reading),
  };
}

/** While a start position is awaited, the reason for the wait is what matters: it is kept as well. */
function withStartProblem(reasons: readonly Reason[], reading: Reading): readonly Reason[] {
  if (reading.referencePose.kind === 'set' && !reading.cameraMoved) return reasons;
  const problem = startProblem(reading);
  return problem === null || problem === 'moving' || reasons.includes(problem) ? reasons : [...reasons, problem];
}

/** Channels that this view never shows are left out, because the drill tells. */
function unseenOf({ body }: JudgedReading, channels: readonly Channel[]): Pick<FrameRecord, 'unseen'> {
  if (body === null) return {};
  const unseen = channels.flatMap((channel) => {
    const reason = body.unseen[channel];
    return reason === undefined || reason === 'not-seen-from-here' ? [] : [[channel, reason] as const];
  });
  return unseen.length === 0 ? {} : { unseen: Object.fromEntries(unseen) };
}

/** `FrameRecord.figure` counts in this fraction of the picture's width. */
export const FIGURE_UNITS = 1000;

/** The drawn body in whole numbers. They are finer than a drawn line and take a third of the space. */
function figureOf({ skeleton, width }: Reading): Pick<FrameRecord, 'figure'> {
  if (skeleton === null || !skeleton.every((value) => Number.isFinite(value))) return {};
  // Adding 0 turns −0, which JSON does not have, into 0.
  return { figure: Array.from(skeleton, (value) => Math.round((value * FIGURE_UNITS) / width) + 0) };
}

/** Left out if there is no contribution, because most drills do not measure it. */
function pelvisContributionBySide(body: FittedBody | null): Pick<FrameRecord, 'lent'> {
  const pelvisContribution = {
    left: body?.leg.left.pelvisContribution ?? null,
    right: body?.leg.right.pelvisContribution ?? null,
  };
  return pelvisContribution.left === null && pelvisContribution.right === null ? {} : { lent: pelvisContribution };
}

const NOTHING: BySide<null> = { left: null, right: null };

const ifSeen = <U extends number>(
  body: FittedBody | null,
  channel: Channel,
  value: (body: FittedBody) => Estimate<U> | null,
): Estimate<U> | null => (body === null || body.unseen[channel] !== undefined ? null : value(body));

const RECORDED: Readonly<Record<Channel, (frame: FrameRecord, side: WorkingSide) => Estimate<number> | null>> = {
  'hip-internal-rotation': (frame, side) => workingEstimate(frame.hipInternalRotation, side),
  'hip-flexion': (frame, side) => workingEstimate(frame.hipFlexion, side),
  'hip-abduction': (frame, side) => workingEstimate(frame.hipAbduction, side),
  'knee-flexion': (frame, side) => workingEstimate(frame.kneeFlexion, side),
  // It follows from the rotation, so it is known wherever the rotation is.
  'rotation-speed': (frame, side) => workingEstimate(frame.hipInternalRotation, side),
  'knee-gap': ({ hipAbduction }) => kneeGap(hipAbduction.left, hipAbduction.right),
  'pelvis-twist': (frame) => frame.pelvis.twist,
  'pelvis-obliquity': (frame) => frame.pelvis.obliquity,
  'pelvis-lift': (frame) => frame.pelvis.lift,
  'trunk-lean': (frame) => frame.trunkLean,
  'back-arch': (frame) => frame.lumbarExtension,
  'foot-slide': () => null,
  'shin-drop': ({ form }) => form?.shinDrop ?? null,
  'foot-shift': ({ form }) => form?.footShift ?? null,
  'hips-shift': ({ form }) => form?.hipsShift ?? null,
  'other-knee-shift': ({ form }) => form?.otherKneeShift ?? null,
};

/** The value of a channel in a recorded frame. */
export const recordedChannel = (frame: FrameRecord, channel: Channel, side: WorkingSide): Estimate<number> | null =>
  RECORDED[channel](frame, side);

/** What a set shows of the back. */
export interface BackReadings {
  /** Number of frames in the phases of the set. */
  readonly frames: number;
  /** Lumbar extension, change from the reference pose, in the frames in which it was seen. */
  readonly seen: readonly Estimate<Degrees>[];
}

export function backReadings({ frames, phases }: Pick<SetRecord, 'frames' | 'phases'>): BackReadings {
  const within = frames.filter(({ t }) => phases.some(({ start, end }) => t >= start && t < end));
  const seen = within.flatMap(({ valid, lumbarExtension }) => (valid && lumbarExtension ? [lumbarExtension] : []));
  return { frames: within.length, seen };
}
