import { median } from '../../instrument/geometry/statistics.ts';
import type { Degrees, Seconds, Side } from '../../instrument/geometry/units.ts';
import { rangeChannel, isPelvisRule, isRangePhase, PELVIS_ROTATION } from '../rules/range-rules.ts';
import type { DrillDefinition, RuleDefinition } from '../drill-definition.ts';
import { recordedChannel } from '../record/frame-record.ts';
import { type RobustSample, robustSeries } from '../progress/robust-series.ts';
import type { FrameRecord, PhaseRecord, SetRecord } from '../record/set-record.ts';

/**
 * A round in which the pelvis had moved before half of the hip's range was used. Told after the set, never during it.
 */
export interface EarlyPelvis {
  readonly side: Side;
  readonly round: number;
  /** Half of the range of this hip in this set. */
  readonly half: Degrees;
  /** How far the pelvis had moved by then. */
  readonly moved: Degrees;
}

/** A smaller movement of the pelvis does not count. */
const LEAST: Degrees = 3;
/** A smaller range is within the measurement error and is not evaluated. */
const SMALLEST_RANGE: Degrees = 10;
/** The position of the pelvis is the median over this much time, because one frame proves nothing. */
const WINDOW: Seconds = 0.5;
const FEWEST = 3;
/** A movement counts from this many standard deviations on. */
const CERTAIN = 2.5;

/** What is needed of a record. */
export type Watched = Pick<SetRecord, 'frames' | 'phases'>;

/**
 * Every round in which the pelvis had left its start when the hip passed half of its range. It must have moved by 3°,
 * by more than its own uncertainty, and by more than half of the channel's false motion, which grows with the movement.
 */
export function earlyPelvis(record: Watched, drill: DrillDefinition): readonly EarlyPelvis[] {
  const rules = drill.rules.filter((rule) => isPelvisRule(rule.id) && PELVIS_ROTATION.has(rule.channel));
  if (rules.length === 0 || drill.measure.range) return [];
  return (['left', 'right'] as const).flatMap((side) => earlyOn(side, record, drill, rules));
}

function earlyOn(
  side: Side,
  { frames, phases }: Watched,
  drill: DrillDefinition,
  rules: readonly RuleDefinition[],
): readonly EarlyPelvis[] {
  const own = phases.filter(
    (phase) =>
      (phase.side === side || phase.side === 'both') && phase.kind !== 'pails' && isRangePhase(drill, phase.kind),
  );
  const series = robustSeries(frames, side, rangeChannel(drill)).filter(({ time }) => isIn(own, time));
  const pelvisAt = (time: Seconds) => movedAt(frames, rules, side, time);
  const half = Math.max(0, ...series.map((sample) => hipOwn(sample, pelvisAt))) / 2;
  if (2 * half < SMALLEST_RANGE) return [];
  const rounds = [...new Set(own.map(({ round }) => round))];
  return rounds.flatMap((round) => {
    const ofRound = own.filter((phase) => phase.round === round);
    const inRound = series.filter(({ time }) => isIn(ofRound, time));
    const at = inRound.findIndex(({ angle }) => angle >= half);
    const passed = inRound[at];
    // Without an earlier sample it is not known how the half was reached.
    if (at < 1 || passed === undefined) return [];
    const { moved, certain } = pelvisAt(passed.time);
    return certain ? [{ side, round, half, moved }] : [];
  });
}

const isIn = (phases: readonly PhaseRecord[], time: Seconds): boolean =>
  phases.some(({ start, end }) => time >= start && time < end);

/** If the contribution of the pelvis was not measured, its movement may be part of the angle. */
const hipOwn = (
  { time, angle, contributionKnown }: RobustSample,
  pelvisAt: (time: Seconds) => { readonly moved: Degrees },
): Degrees => (contributionKnown ? angle : angle - pelvisAt(time).moved);

function movedAt(
  frames: readonly FrameRecord[],
  rules: readonly RuleDefinition[],
  side: Side,
  time: Seconds,
): { readonly moved: Degrees; readonly certain: boolean } {
  const window = framesBefore(frames, time);
  let moved = 0;
  let certain = false;
  for (const rule of rules) {
    const seen = window.flatMap((frame) => recordedChannel(frame, rule.channel, side) ?? []);
    if (seen.length < FEWEST) continue;
    const size = Math.abs(median(seen.map(({ value }) => value)) ?? 0);
    const sd = median(seen.map((estimate) => estimate.sd)) ?? 0;
    const least = Math.max(LEAST, rule.falseMotion / 2, (rule.certainty ?? CERTAIN) * sd);
    moved = Math.max(moved, size);
    certain ||= size >= least;
  }
  return { moved, certain };
}

/** The valid frames of the last half second. Frames are in order of time. */
function framesBefore(frames: readonly FrameRecord[], time: Seconds): readonly FrameRecord[] {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((frames[middle]?.t ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  const window: FrameRecord[] = [];
  for (let index = low - 1; index >= 0; index -= 1) {
    const frame = frames[index];
    if (frame === undefined || time - frame.t > WINDOW) break;
    if (frame.valid) window.push(frame);
  }
  return window;
}
