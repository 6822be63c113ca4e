import type { FrameRecord, SetRecord } from '../../../../src/coach/record/set-record.ts';
import { mean } from '../../../../tools/scoring/statistics.mjs';
import type { PerformedFrame } from '../../motion/performance.ts';
import type { ChannelReadings, ChannelValues, HeldPose, StudyChannel } from './cell.ts';
import type { StudyClip } from '../poses/study-poses.ts';

/** Pairs the app's readings with the true values for each pose of left-side work. */

const READ: Readonly<Record<StudyChannel, (frame: FrameRecord) => number | null>> = {
  rotation: ({ hipInternalRotation }) => hipInternalRotation.left?.value ?? null,
  twist: ({ pelvis }) => pelvis.twist?.value ?? null,
  obliquity: ({ pelvis }) => pelvis.obliquity?.value ?? null,
  lift: ({ pelvis }) => pelvis.lift?.value ?? null,
};

/** Rounds to hundredths of a degree, or tenths of a millimetre. */
function rounded(channel: StudyChannel, value: number): number {
  const scale = channel === 'lift' ? 10_000 : 100;
  return Math.round(value * scale) / scale;
}

const perChannel = <T>(of: (channel: StudyChannel) => T): Record<StudyChannel, T> => ({
  rotation: of('rotation'),
  twist: of('twist'),
  obliquity: of('obliquity'),
  lift: of('lift'),
});

function truthOf({ truth }: PerformedFrame, referencePose: PerformedFrame): ChannelValues {
  const values = ({ hip, pelvis }: PerformedFrame['truth']): ChannelValues => ({
    rotation: hip.left.internalRotation,
    twist: pelvis.twist,
    obliquity: pelvis.obliquity,
    lift: pelvis.lift,
  });
  const [now, before] = [values(truth), values(referencePose.truth)];
  return perChannel((channel) => rounded(channel, now[channel] - before[channel]));
}

function readingOf(frames: readonly FrameRecord[]): ChannelReadings {
  return perChannel((channel) => {
    const value = mean(frames.flatMap((frame) => READ[channel](frame) ?? []));
    return value === null ? null : rounded(channel, value);
  });
}

/**
 * @param record the app's record of the study's clip; null when nothing was measured
 * @param pictures the performance; its frame i is picture i of the clip
 */
export function heldPoses(
  { holds, fps }: Pick<StudyClip, 'holds' | 'fps'>,
  pictures: readonly PerformedFrame[],
  record: Pick<SetRecord, 'frames'> | null,
): HeldPose[] {
  const [referencePose] = pictures;
  if (!referencePose) return [];
  return holds.slice(1).flatMap(({ id, picture, from, until }) => {
    const posed = pictures[picture];
    if (!posed) return [];
    const during = (record?.frames ?? []).filter(({ t }) => {
      const index = Math.round(t * fps);
      return index >= from && index < until;
    });
    const valid = during.filter((frame) => frame.valid);
    return [
      {
        id,
        truth: truthOf(posed, referencePose),
        reading: readingOf(valid),
        frames: until - from,
        valid: valid.filter((frame) => READ.rotation(frame) !== null).length,
      },
    ];
  });
}
