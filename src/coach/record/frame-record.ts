import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import { NO_NUMBER, placeWithoutNumber } from '../progress/clean-range.ts';
import type { FrameRecord, ReferencePoseRecord, SetRecord } from './set-record.ts';
import { channelOf, isCameraReason, type JudgedReading, measuredOf } from '../rules/judged-reading.ts';
import { startProblem } from '../setup/gate-words.ts';
import type { BySide, Seconds, Side } from '../../instrument/geometry/units.ts';
import type { Channel, FittedBody, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';

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
  const measured = body && measuredOf(body);
  const ifSeen = (channel: SeenChannel) =>
    measured === null || body?.unseen[channel] !== undefined ? null : channelOf(measured, channel, 'both');
  return {
    t: reading.time,
    phase,
    valid: judged.body !== null,
    reasons: judged.body === null ? withStartProblem(judged.reasons, reading) : judged.reasons,
    ...unseenOf(judged, channels, reading),
    hipInternalRotation: (untold.includes('hip-internal-rotation') ? null : measured?.hipInternalRotation) ?? NOTHING,
    ...pelvisContributionBySide(body),
    hipFlexion: measured?.hipFlexion ?? NOTHING,
    hipAbduction: measured?.hipAbduction ?? NOTHING,
    kneeFlexion: measured?.kneeFlexion ?? NOTHING,
    pelvis: {
      twist: ifSeen('pelvis-twist'),
      obliquity: ifSeen('pelvis-obliquity'),
      tilt: body?.pelvis.tilt ?? null,
      lift: ifSeen('pelvis-lift'),
    },
    trunkLean: ifSeen('trunk-lean'),
    kneeChase: null,
    lumbarExtension: ifSeen('back-arch'),
    ...bothOf(reading),
    ...(body?.form ? { form: body.form } : {}),
  };
}

/** While a start position is awaited, the reason for the wait is what matters: it is kept as well. */
function withStartProblem(reasons: readonly Reason[], reading: Reading): readonly Reason[] {
  if (reading.referencePose.kind === 'set' && !reading.cameraMoved) return reasons;
  const problem = startProblem(reading);
  return problem === null || problem === 'moving' || reasons.includes(problem) ? reasons : [...reasons, problem];
}

/** Channels that this view never shows are left out, because the drill tells. */
function unseenOf(
  { body }: JudgedReading,
  channels: readonly Channel[],
  { referencePose }: Reading,
): Pick<FrameRecord, 'unseen'> {
  if (body === null) return {};
  const place = placeWithoutNumber(referencePose.kind === 'set' ? referencePose.quality : undefined);
  const unseen = channels.flatMap((channel) => {
    const reason = body.unseen[channel];
    return reason === undefined || reason === 'not-seen-from-here' ? [] : [[channel, reason] as const];
  });
  const all = place === null ? unseen : [...unseen, [NO_NUMBER, place] as const];
  return all.length === 0 ? {} : { unseen: Object.fromEntries(all) };
}

/** The phone's pelvis beside the camera's, in the frames that have both. */
function bothOf({ phone }: Reading): Pick<FrameRecord, 'both'> {
  if (!phone?.pelvis || !phone.camera) return {};
  const { twist, obliquity, tilt } = phone.pelvis;
  const { camera } = phone;
  return {
    both: {
      phone: { twist: twist?.value ?? null, obliquity: obliquity?.value ?? null, tilt: tilt?.value ?? null },
      camera: { twist: camera.twist, obliquity: camera.obliquity, tilt: camera.tilt },
    },
  };
}

/** Left out if there is no contribution, because most drills do not measure it. */
function pelvisContributionBySide(body: FittedBody | null): Pick<FrameRecord, 'lent'> {
  const of = (side: Side) => body?.leg[side].pelvisContribution ?? null;
  const lent = { left: of('left'), right: of('right') };
  return lent.left === null && lent.right === null ? {} : { lent };
}

const NOTHING: BySide<null> = { left: null, right: null };

/** Channels whose value is not recorded where they were not seen. */
type SeenChannel = 'pelvis-twist' | 'pelvis-obliquity' | 'pelvis-lift' | 'trunk-lean' | 'back-arch';

/** Number of frames in the phases of the set, and the lumbar extension (change from the reference pose) where it was seen. */
export function backReadings({ frames, phases }: Pick<SetRecord, 'frames' | 'phases'>) {
  const within = frames.filter(({ t }) => phases.some(({ start, end }) => t >= start && t < end));
  const seen = within.flatMap(({ valid, lumbarExtension }) => (valid && lumbarExtension ? [lumbarExtension] : []));
  return { frames: within.length, seen };
}

/** Everything that is counted from a reference pose. */
export type Counted = Pick<SetRecord, 'frames' | 'flags' | 'reps'>;

const WHY: Reason = 'not-the-start';

/** The room is looked at a few times a second: a change may have begun this long before the first look that saw it. */
export const BETWEEN_LOOKS: Seconds = 0.3;

/**
 * Removes what does not count after all. Frames keep their numbers but become invalid: those counted from a reference
 * pose that turned out not to be the start position, whose flags and repetitions are dropped too; and those just before
 * the camera was seen to move. Everything else stays unchanged.
 */
export function discardInvalidatedFrames<T extends Counted>(
  record: T,
  referencePoses: readonly ReferencePoseRecord[],
): T {
  return discardRefuted({ ...record, frames: withoutEdgeOfCamera(record.frames) }, referencePoses);
}

/** The second reason marks the frames that were only discarded later, so that doing it twice changes nothing more. */
const ALSO: Reason = 'poor-fit';

function withoutEdgeOfCamera(frames: readonly FrameRecord[]): readonly FrameRecord[] {
  const seen = frames.filter(({ reasons }) => reasons.length === 1 && isCameraReason(reasons[0] as Reason));
  if (seen.length === 0) return frames;
  let next = 0;
  return frames.map((frame) => {
    while (next < seen.length && (seen[next]?.t ?? 0) <= frame.t) next++;
    const change = seen[next];
    const [reason] = change?.reasons ?? [];
    if (!frame.valid || change === undefined || reason === undefined || change.t - frame.t > BETWEEN_LOOKS)
      return frame;
    return { ...frame, valid: false, reasons: [reason, ALSO] };
  });
}

function discardRefuted<T extends Counted>(record: T, referencePoses: readonly ReferencePoseRecord[]): T {
  const spans = referencePoses.flatMap(({ at, refuted }, index) =>
    refuted ? [{ from: at, to: referencePoses[index + 1]?.at ?? Infinity }] : [],
  );
  if (spans.length === 0) return record;
  const isVoid = (time: Seconds): boolean => spans.some(({ from, to }) => time >= from && time < to);
  return {
    ...record,
    frames: record.frames.map((frame) =>
      frame.valid && isVoid(frame.t) ? { ...frame, valid: false, reasons: [...frame.reasons, WHY] } : frame,
    ),
    flags: record.flags.filter(({ start }) => !isVoid(start)),
    reps: record.reps.filter(({ start }) => !isVoid(start)),
  };
}
