import type { Share } from '../../../../src/instrument/geometry/units.ts';
import { largest, mean, share } from '../../../../tools/scoring/statistics.mjs';
import type { Cell, HeldPose, StudyChannel } from './cell.ts';
import { REFERENCE } from '../poses/study-poses.ts';

/** How well a pelvis channel is read in one cell. Degrees; the lift in metres. */
export interface ChannelScore {
  /** Reading as a share of the true change, relative to the same pose without this change; null: no reading. */
  readonly response: number | null;
  /** Largest error in poses that do not move this channel; null: no reading. */
  readonly falseMotion: number | null;
}

export interface CellScore {
  /** Mean absolute error of the change of rotation over all poses; null: no reading. */
  readonly error: number | null;
  readonly worst: number | null;
  /** Slope of the line of reading against truth through zero; 1 is correct. */
  readonly slope: number | null;
  /** Share of the counted frames with a valid rotation. */
  readonly coverage: Share;
  readonly channels: Readonly<Record<PelvisChannel, ChannelScore>>;
}

export const PELVIS_CHANNELS = ['twist', 'obliquity', 'lift'] as const satisfies readonly StudyChannel[];
export type PelvisChannel = (typeof PELVIS_CHANNELS)[number];

/** Smallest true change from which a response is computed: degrees; the lift in metres. */
const LEAST_CHANGE: Readonly<Record<PelvisChannel, number>> = { twist: 3, obliquity: 3, lift: 0.01 };

const errorsOf = (poses: readonly HeldPose[], channel: StudyChannel): number[] =>
  poses.flatMap(({ truth, reading }) => {
    const value = reading[channel];
    return value === null ? [] : [Math.abs(value - truth[channel])];
  });

/** Slope over the poses of pure rotation; poses with pelvic motion would distort it. */
function slopeOf(poses: readonly HeldPose[]): number | null {
  const steps = poses.filter(({ id, reading }) => id.startsWith('rotation') && reading.rotation !== null);
  if (steps.length < 2) return null;
  const products = steps.map(({ truth, reading }) => truth.rotation * (reading.rotation ?? 0));
  const squares = steps.map(({ truth }) => truth.rotation ** 2);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(products) / Math.max(1e-9, sum(squares));
}

function channelScore(poses: readonly HeldPose[], channel: PelvisChannel): ChannelScore {
  const own = poses.find(({ id }) => id === channel);
  const base = poses.find(({ id }) => id === REFERENCE);
  const others = errorsOf(
    poses.filter(({ id }) => id !== channel),
    channel,
  );
  const falseMotion = largest(others);
  const read = own?.reading[channel] ?? null;
  const readBefore = base?.reading[channel] ?? null;
  const change = (own?.truth[channel] ?? 0) - (base?.truth[channel] ?? 0);
  if (read === null || readBefore === null || Math.abs(change) < LEAST_CHANGE[channel]) {
    return { response: null, falseMotion };
  }
  return { response: (read - readBefore) / change, falseMotion };
}

/** The figures of one cell. They depend on its poses only, so they can be recomputed without rendering. */
export function scoreCell({ poses }: Pick<Cell, 'poses'>): CellScore {
  const errors = errorsOf(poses, 'rotation');
  const frames = poses.reduce((sum, pose) => sum + pose.frames, 0);
  const valid = poses.reduce((sum, pose) => sum + pose.valid, 0);
  return {
    error: mean(errors),
    worst: largest(errors),
    slope: slopeOf(poses),
    coverage: share(valid, frames) ?? 0,
    channels: {
      twist: channelScore(poses, 'twist'),
      obliquity: channelScore(poses, 'obliquity'),
      lift: channelScore(poses, 'lift'),
    },
  };
}
