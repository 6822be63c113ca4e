import { goalsOf, type DrillGoals } from './goals.ts';
import { allCounts, ruleCells, type Counts, type DrillCells } from './rule-cells.ts';
import { CHANNELS, channelScore, type ChannelId, type ChannelScore } from './score-channels.ts';
import { mean } from '../../tools/shared/statistics.ts';
import { poolEvents, type EventPool } from './score-events.ts';
import type { FailedClip, ScoredClip } from './score.ts';
import type { DrillOutline } from '../accuracy/drill-catalogue.ts';

/** Pools the scores of many clips by drill and view (the camera placement in words), and the flags of all clips. */

export interface ChannelPool {
  channel: ChannelId;
  /** Over the frames of all clips. */
  score: ChannelScore;
}

export interface Group {
  drill: string;
  placement: string;
  /** Including those that could not be run. */
  clips: readonly { clip: string; fingerprint: string }[];
  /** Clips that could not be run. */
  failed: number;
  /** False: all clips are side checks, which read the trunk; the legs' angles are printed, not compared. */
  readsLegs: boolean;
  /** The trained angle first, then every other channel with a reading. */
  channels: readonly ChannelPool[];
  events: EventPool;
  /** Mean absolute errors, degrees. */
  ranges: Record<'clean' | 'gross' | 'borrowed', number | null>;
  /** Mean absolute errors: amplitude in degrees, hold in seconds. */
  reps: { true: number; found: number; extra: number; amplitude: number | null; hold: number | null };
}

export interface Pooled {
  groups: readonly Group[];
  events: EventPool;
  /** Each drill of the catalogue with its rules. */
  drills: readonly DrillPool[];
  /** For each drill with a clip. */
  goals: readonly DrillGoals[];
  /** Counts over all drills, for rules that the placement shows. */
  all: Counts;
}

export type DrillPool = DrillCells & { files: readonly { clip: string; fingerprint: string }[] };

/**
 * @param catalogue every drill that the app
 * measures
 */
export function poolScores(
  rows: readonly (ScoredClip | FailedClip)[],
  catalogue: readonly DrillOutline[] = [],
): Pooled {
  const keys = [...new Set(rows.map(groupKey))];
  const scores = rows.flatMap((row) => ('score' in row ? [row.score] : []));
  const drills = ruleCells(catalogue, scores).map((cells) => ({
    ...cells,
    files: filesOf(rows, cells.drill),
  }));
  return {
    groups: keys.map((key) =>
      poolGroup(
        rows.filter((row) => groupKey(row) === key),
        catalogue,
      ),
    ),
    events: poolEvents(scores),
    drills,
    goals: goalsOf(rows, drills),
    all: allCounts(catalogue, scores),
  };
}

const filesOf = (rows: readonly (ScoredClip | FailedClip)[], drill: string) =>
  rows.flatMap((row) =>
    'score' in row && row.score.drillId === drill ? [{ clip: row.clip, fingerprint: row.fingerprint }] : [],
  );

/** Name of the group of a drill and view. */
export const groupKey = ({ drill, placement }: { drill: string; placement: string }) => `${drill}, ${placement}`;

/** @param rows all of one drill and one placement */
function poolGroup(rows: readonly (ScoredClip | FailedClip)[], catalogue: readonly DrillOutline[]): Group {
  const scored = rows.flatMap((row) => ('score' in row ? [row] : []));
  const isSideCheck = ({ score }: ScoredClip) =>
    catalogue.some(({ id, trunkOnly }) => id === score.drillId && trunkOnly);
  const main = scored[0]?.score.main ?? 'hip-internal-rotation';
  const ranges = scored.flatMap(({ score }) => score.ranges);
  const errorsOf = (range: 'clean' | 'gross' | 'borrowed') => meanSize(ranges.flatMap((one) => one[range].error ?? []));
  const reps = scored.map(({ score }) => score.reps);
  const sum = (count: 'true' | 'found' | 'extra') => reps.reduce((total, one) => total + one[count], 0);
  return {
    drill: rows[0]?.drill ?? '',
    placement: rows[0]?.placement ?? '',
    clips: rows.map(({ clip, fingerprint }) => ({ clip, fingerprint })),
    failed: rows.length - scored.length,
    readsLegs: scored.length === 0 || !scored.every(isSideCheck),
    channels: mainFirst(CHANNELS, main)
      .map(({ id }) => poolChannel(id, scored))
      .filter(({ channel, score }) => score.frames > 0 || channel === main),
    events: poolEvents(scored.map(({ score }) => score)),
    ranges: { clean: errorsOf('clean'), gross: errorsOf('gross'), borrowed: errorsOf('borrowed') },
    reps: {
      true: sum('true'),
      found: sum('found'),
      extra: sum('extra'),
      amplitude: meanSize(reps.flatMap((one) => one.amplitude)),
      hold: meanSize(reps.flatMap((one) => one.hold)),
    },
  };
}

const mainFirst = (channels: typeof CHANNELS, main: ChannelId) => [
  ...channels.filter(({ id }) => id === main),
  ...channels.filter(({ id }) => id !== main),
];

const poolChannel = (channel: ChannelId, clips: readonly ScoredClip[]): ChannelPool => ({
  channel,
  score: channelScore(clips.flatMap((clip) => clip.series.filter((one) => one.channel === channel))),
});

const meanSize = (errors: readonly number[]) => mean(errors.map(Math.abs));
