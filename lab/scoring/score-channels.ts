import { referencePoseEnd, referencePoseMean, sidesOf, type Side, type Truth, type TruthFrame } from './clip-truth.ts';
import { limitsOfAgreement, mean, share } from '../../tools/shared/statistics.ts';
import type { FrameRecord, SetRecord } from '../../src/coach/record/set-record.ts';

/**
 * Pairs each reading with its truth, frame by frame. Hip angles are compared as changes from the reference pose
 * (`neutral` in clips and records): the truth minus its mean over that phase. The pelvis in the truth is such a change
 * already; the knee angle is absolute.
 */

type JointChannelId = 'hip-internal-rotation' | 'hip-flexion' | 'hip-abduction' | 'knee-flexion';

type PelvisChannelId = 'pelvis-twist' | 'pelvis-obliquity' | 'pelvis-lift';

type TrunkChannelId = 'trunk-lean' | 'back-arch';

export type ChannelId = JointChannelId | PelvisChannelId | TrunkChannelId;

interface Channel {
  id: ChannelId;
  name: string;
  unit: '°' | 'm';
  /** Whether the values are changes from the reference pose or absolute. */
  zero: 'neutral' | 'absolute';
  /** True for a joint of the legs, false for the trunk. */
  sided: boolean;
  truth: (frame: TruthFrame, side: Side) => number | undefined;
  reading: (frame: FrameRecord, side: Side) => { value: number; sd: number } | null;
}

export type Point = { t: number; truth: number; reading: number; sd: number };

/** One channel of one leg, or of the trunk, over one clip. */
export interface Series {
  channel: ChannelId;
  side: Side | null;
  /** Frames that were measured and could have a reading. */
  wanted: number;
  /** All frames of the scored time. */
  truth: readonly { t: number; value: number }[];
  /** Frames with a valid reading. */
  points: readonly Point[];
}

export interface ChannelScore {
  /** With a truth and a valid reading. */
  frames: number;
  /** Mean error, reading minus truth. */
  bias: number | null;
  /** Mean absolute error. */
  mae: number | null;
  /** 95 % limits of agreement. */
  limits: { low: number; high: number } | null;
  /** Share of frames whose truth lies inside the 90 % band of the reading. */
  inBand: number | null;
  /** Share of the frames with a valid reading. */
  coverage: number | null;
}

/** The angle that the drill of a record trains. */
export const mainChannel = ({
  range,
}: Pick<SetRecord, 'range'>): 'hip-internal-rotation' | 'hip-flexion' | 'back-arch' => range ?? 'hip-internal-rotation';

/** Half-width of the 90 % band of a normal error, in standard deviations. */
export const BAND_90 = 1.645;

const channel = (
  id: ChannelId,
  name: string,
  rest: Omit<Channel, 'id' | 'name' | 'unit' | 'zero' | 'sided'> & Partial<Channel>,
): Channel => ({ unit: '°', zero: 'neutral', sided: false, ...rest, id, name });

export const CHANNELS: readonly Channel[] = [
  channel('hip-internal-rotation', 'hip internal rotation', {
    sided: true,
    truth: ({ hip }, side) => hip[side].internalRotation,
    reading: ({ hipInternalRotation }, side) => hipInternalRotation[side],
  }),
  channel('hip-flexion', 'hip flexion', {
    sided: true,
    truth: ({ hip }, side) => hip[side].flexion,
    reading: ({ hipFlexion }, side) => hipFlexion[side],
  }),
  channel('hip-abduction', 'hip abduction', {
    sided: true,
    truth: ({ hip }, side) => hip[side].abduction,
    reading: ({ hipAbduction }, side) => hipAbduction[side],
  }),
  channel('knee-flexion', 'knee flexion', {
    sided: true,
    zero: 'absolute',
    truth: ({ knee }, side) => knee[side],
    reading: ({ kneeFlexion }, side) => kneeFlexion[side],
  }),
  channel('pelvis-twist', 'pelvis twist', {
    truth: ({ pelvis }) => pelvis.twist,
    reading: ({ pelvis }) => pelvis.twist,
  }),
  channel('pelvis-obliquity', 'pelvis obliquity', {
    truth: ({ pelvis }) => pelvis.obliquity,
    reading: ({ pelvis }) => pelvis.obliquity,
  }),
  channel('pelvis-lift', 'pelvis lift', {
    unit: 'm',
    truth: ({ pelvis }) => pelvis.lift,
    reading: ({ pelvis }) => pelvis.lift,
  }),
  channel('trunk-lean', 'trunk lean', {
    truth: ({ trunkLean }) => trunkLean,
    reading: ({ trunkLean }) => trunkLean,
  }),
  channel('back-arch', 'arch of the lower back', {
    truth: ({ lumbar }) => lumbar?.extension,
    reading: ({ lumbarExtension }) => lumbarExtension,
  }),
];

export function channelOf(id: ChannelId): Channel {
  const found = CHANNELS.find((one) => one.id === id);
  if (!found) throw new Error(`no channel "${id}"`);
  return found;
}

/** @returns of every channel in the truth, from the end of the reference pose */
export function channelSeries(record: SetRecord, truth: Truth): Series[] {
  const seen = framesByIndex(record, truth.fps);
  const every = record.source.every ?? 1;
  return CHANNELS.flatMap((one) =>
    (one.sided ? sidesOf(truth.side) : [null]).flatMap((side) => {
      const series = pairWithTruth(one, side, truth, { seen, every });
      return series.wanted > 0 ? [series] : [];
    }),
  );
}

/** @param record `every`: only each such frame was measured */
function pairWithTruth(
  { id, sided, zero, truth: trueValue, reading }: Channel,
  side: Side | null,
  truth: Truth,
  { seen, every }: { seen: ReadonlyMap<number, FrameRecord>; every: number },
): Series {
  const leg = side ?? sidesOf(truth.side)[0] ?? 'left';
  const origin = sided && zero === 'neutral' ? referencePoseMean(truth, (frame) => trueValue(frame, leg) ?? 0) : 0;
  const start = referencePoseEnd(truth);
  const known: { t: number; value: number }[] = [];
  const points: Point[] = [];
  let wanted = 0;
  for (const [index, frame] of truth.frames.entries()) {
    const t = index / truth.fps;
    const absolute = trueValue(frame, leg);
    if (t < start || absolute === undefined) continue;
    const value = absolute - origin;
    known.push({ t, value });
    if (index % every === 0) wanted += 1;
    const record = seen.get(index);
    const estimate = record?.valid ? reading(record, leg) : null;
    if (estimate) points.push({ t, truth: value, reading: estimate.value, sd: estimate.sd });
  }
  return { channel: id, side, wanted, truth: known, points };
}

/** The frames of the record by the index of the nearest truth frame. If two have the same index, the later one is used. */
function framesByIndex(record: SetRecord, fps: number) {
  const byIndex = new Map<number, FrameRecord>();
  for (const frame of record.frames) byIndex.set(Math.round(frame.t * fps), frame);
  return byIndex;
}

/** Scores one or more series of the same channel: both legs of a clip, or all clips of a drill and view. */
export function channelScore(series: readonly Series[]): ChannelScore {
  const points = series.flatMap((one) => one.points);
  const errors = points.map(({ reading, truth }) => reading - truth);
  const inBand = points.filter(({ reading, truth, sd }) => Math.abs(reading - truth) <= BAND_90 * sd);
  const wanted = series.reduce((sum, one) => sum + one.wanted, 0);
  return {
    frames: points.length,
    bias: mean(errors),
    mae: mean(errors.map(Math.abs)),
    limits: limitsOfAgreement(errors),
    inBand: share(inBand.length, points.length),
    coverage: share(points.length, wanted),
  };
}
