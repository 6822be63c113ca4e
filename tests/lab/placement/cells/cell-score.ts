import type { Share } from '../../../../src/instrument/geometry/units.ts';
import { largest, mean, share } from '../../../../tools/scoring/statistics.mjs';
import type { Cell, HeldPose, StudyChannel } from './cell.ts';
import { REFERENCE } from '../poses/study-poses.ts';

/** How a pelvis channel answers in one cell. Degrees; the lift in metres. */
export interface ChannelScore {
  /** Share of the true change that is read, against the same pose without it; null: no number. */
  readonly response: number | null;
  /** Largest difference between reading and truth while the pose asks nothing of this channel; null: no number. */
  readonly falseMotion: number | null;
}

export interface CellScore {
  /** Mean absolute error of the change of rotation over all poses; null: nothing was read. */
  readonly error: number | null;
  readonly worst: number | null;
  /** Slope of reading over truth through the reference pose; 1 is right. */
  readonly slope: number | null;
  /** Share of the held frames with a valid rotation. */
  readonly coverage: Share;
  readonly channels: Readonly<Record<PelvisChannel, ChannelScore>>;
}

export const PELVIS_CHANNELS = ['twist', 'obliquity', 'lift'] as const satisfies readonly StudyChannel[];
export type PelvisChannel = (typeof PELVIS_CHANNELS)[number];

/** Least true change that a response can be told from. */
const LEAST_CHANGE: Readonly<Record<PelvisChannel, number>> = { twist: 3, obliquity: 3, lift: 0.01 };

const errorsOf = (poses: readonly HeldPose[], channel: StudyChannel): number[] =>
  poses.flatMap(({ truth, reading }) => {
    const value = reading[channel];
    return value === null ? [] : [Math.abs(value - truth[channel])];
  });

/** Over the pure steps of rotation: the pelvis' own poses would bend the line. */
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

/** Figures of one cell, from its poses alone: they can be drawn up anew without rendering. */
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
