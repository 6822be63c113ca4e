import type { Degrees, Seconds, Share, Side } from '../../instrument/geometry/units.ts';
import { isSymptom } from '../planning/symptom-lock.ts';
import { bestOf, isWatched } from '../../coach/progress/real-change.ts';
import { isTooSmall } from '../../coach/progress/clean-range.ts';
import { type DrillDefinition, type Goal, isWorking, type Preset } from '../../coach/drill-definition.ts';
import type { FlagRecord, PhaseRecord, RangeSummary, RepRecord, SetRecord } from '../../coach/record/set-record.ts';
import { absence, watchedShare } from '../../coach/record/watched.ts';
import { fallsInto, isBorrowing, isPelvisRule } from '../../coach/rules/range-rules.ts';
import { plannedLength, repsGoal } from '../../coach/timeline/planned-length.ts';
import { painLight } from './after-set.ts';
import type { HipChange } from './compare-sets.ts';
import { holdTimes, LEAST_HOLD, phaseGains } from './hold-time.ts';
import type { GoodWords, LessonLines, LessonWords } from './lessons.ts';

export type GoodReason = 'further' | 'pull' | 'sink' | 'still' | 'repetitions' | 'held' | 'finished';

export interface WhatWasGood {
  readonly why: GoodReason;
  readonly text: string;
}

type Praise = (
  record: SetRecord,
  drill: DrillDefinition,
  words: GoodWords & Pick<LessonLines, 'held'>,
  changes: readonly HipChange[],
) => WhatWasGood | null;

/**
 * What was good in a set. Null: nothing that the data support. A set that ended for a symptom, or that hurt, is not praised:
 * the advice on it comes first. Range and stillness are praised only where the pelvis was watched; of a set that nobody
 * watched it can only be said that it was done.
 * @param changes since the set before
 */
export function whatWasGood(
  record: SetRecord,
  drill: DrillDefinition,
  { good, lines }: Pick<LessonWords, 'good' | 'lines'>,
  changes: readonly HipChange[] = [],
): WhatWasGood | null {
  if (isSymptom(record.ended) || painLight(record.after?.pain ?? 0) !== 'green') return null;
  const parts = partsDone(record, drill);
  if (isMostlySkipped(parts)) return null;
  for (const praise of isCertain(record)
    ? [onFurther, onGain('rails', 'pull'), onGain('sink', 'sink'), onStill, onRepetitions, onHeld]
    : []) {
    const found = praise(record, drill, { ...good, held: lines.held }, changes);
    if (found !== null) return found;
  }
  const isWhole = record.ended === 'finished' && parts.every(({ certain }) => certain >= WHOLE);
  return isWhole ? { why: 'finished', text: good.finished } : null;
}

/** A part that lasted less than `SKIPPED` of its planned time counts as skipped; from `WHOLE` on it counts as complete. */
const SKIPPED: Share = 0.5;
const WHOLE: Share = 0.8;

type Parts = Pick<SetRecord, 'phases' | 'preset' | 'goal' | 'source' | 'reps' | 'ended'>;

/**
 * How much of each part of the work was done, as a share of what was planned. The part in which a set ended before its time
 * was not skipped and is left out, and a video keeps to no plan.
 */
function partsDone(record: Parts, drill: DrillDefinition): readonly PartDone[] {
  const { phases, ended, goal, source } = record;
  if (source.kind !== 'camera' && source.kind !== 'none') return [];
  const preset = record.preset ?? (Object.hasOwn(drill.presets, goal) ? drill.presets[goal as Goal] : null);
  if (preset === null) return [];
  const work = (ended === 'finished' ? phases : phases.slice(0, -1)).filter(({ kind }) => isWorking(kind));
  return work.map((phase) => partDone(phase, record, drill, preset));
}

interface PartDone {
  /** By the clock, or by the repetitions where these were more. */
  readonly share: Share;
  /** Only what is known of it: where repetitions are counted, they decide. */
  readonly certain: Share;
}

function partDone(phase: PhaseRecord, { reps, source }: Parts, drill: DrillDefinition, preset: Preset): PartDone {
  const { kind, round, start, end, counted } = phase;
  const planned = plannedLength(drill, preset, kind, round);
  const byTime = planned === null || planned <= 0 ? 1 : (end - start) / planned;
  const isCounted = kind === 'reps' && !drill.phases.some((one) => one.kind === kind && one.timed);
  if (!isCounted) return { share: byTime, certain: byTime };
  const seen = reps.filter((rep) => rep.end > start && rep.end <= end + LAST_REP).length;
  const byCount = (counted ?? seen) / repsGoal({ drill, preset });
  const share = Math.max(byTime, byCount);
  return { share, certain: source.kind === 'camera' && !drill.reps?.rough ? byCount : share };
}

/** The last repetition ends its phase, and its own end may be found a moment later. */
const LAST_REP: Seconds = 1;

/** Whether most of the work was skipped. */
const isMostlySkipped = (parts: readonly PartDone[]): boolean =>
  2 * parts.filter(({ share }) => share < SKIPPED).length > parts.length;

/** Whether a part of the work was skipped by hand. */
export const hasSkippedPart = (record: Parts, drill: DrillDefinition): boolean =>
  partsDone(record, drill).some(({ share }) => share < SKIPPED);

/** Whether the set was measured well enough to praise more than that it was done. */
const isCertain = (record: SetRecord): boolean =>
  record.source.kind !== 'none' && record.neutral !== null && absence(watchedShare(record.summary)) !== 'hardly';

/** In hip flexion the pelvis moves with the leg, so it need not be watched. */
const isHips = (range: RangeSummary | null): range is RangeSummary =>
  range !== null && (range.of === 'hip-flexion' || isWatched(range));

const onFurther: Praise = ({ summary }, _drill, { further }, changes) => {
  const more = changes.filter(
    ({ side, change }) => change.kind === 'more' && isHips(bestOf(summary.sets.filter((range) => range.side === side))),
  );
  const [most] = more.toSorted((a, b) => b.change.by - a.change.by);
  if (most === undefined) return null;
  return { why: 'further', text: further(namedSide(summary.sets, most.side), Math.round(most.change.by)) };
};

/** The side, if the set was of both hips. */
const namedSide = (ranges: readonly RangeSummary[], side: Side): Side | null =>
  ranges.some((range) => range.side !== side) ? side : null;

/** The largest real gain of a kind in degrees; null: none. */
function largestGain({ summary }: SetRecord, of: 'rails' | 'sink'): Degrees | null {
  const gains = phaseGains(summary).flatMap(({ kind, side, round, change }) => {
    const phases = summary.phases.filter((one) => one.kind === kind && one.side === side && one.round === round);
    return kind === of && change.kind === 'more' && isHips(bestOf(phases)) ? [change.by] : [];
  });
  return gains.length === 0 ? null : Math.round(Math.max(...gains));
}

const onGain =
  (of: 'rails' | 'sink', why: 'pull' | 'sink'): Praise =>
  (record, _drill, words) => {
    const gain = largestGain(record, of);
    return gain === null ? null : { why, text: words[why](gain) };
  };

/**
 * Whether the hip was seen to move beyond the measuring error and, where repetitions are counted reliably, in at least one of them.
 */
export function hasMoved(
  { summary: { sets, repsAll } }: Pick<SetRecord, 'summary'>,
  { reps }: DrillDefinition,
): boolean {
  if (reps !== null && !reps.rough && repsAll === 0) return false;
  return sets.some((range) => range.clean !== null && !isTooSmall({ ...range, borrowed: null }));
}

/** Every rule about the pelvis was watched nearly all of the time, none was flagged, and the hip moved. A press need not show a movement. */
const onStill: Praise = (record, drill, { still }) => {
  const { summary, flags } = record;
  const { rules, reps } = drill;
  if (!reps?.pressed && !hasMoved(record, drill)) return null;
  const pelvis = rules.filter(({ id }) => isPelvisRule(id));
  const unseen = summary.muted.some(({ rule }) => isPelvisRule(rule));
  const whole =
    absence(watchedShare(summary)) === 'whole' &&
    summary.sets.every(({ pelvisWatched }) => absence(pelvisWatched) === 'whole');
  const moved = flags.some(({ rule }) => isBorrowing(rule));
  return pelvis.length === 0 || unseen || moved || !whole || summary.sets.length === 0
    ? null
    : { why: 'still', text: still };
};

/** From this share of good repetitions on, and from this many. */
const MOST_GOOD: Share = 0.8;
const ENOUGH_REPS = 3;

/** What is needed of a set to count its clean repetitions. */
export interface CountedReps {
  readonly reps: readonly Pick<RepRecord, 'good' | 'start' | 'end'>[];
  readonly flags: readonly Pick<FlagRecord, 'rule' | 'onset' | 'end'>[];
}

/** Repetitions that are good and in which nothing else helped: no flag that borrows range falls into them. */
export function cleanReps({ reps, flags }: CountedReps): number {
  const borrowing = flags.filter(({ rule }) => isBorrowing(rule));
  return reps.filter((rep) => rep.good && !borrowing.some((flag) => fallsInto(flag, rep))).length;
}

const onRepetitions: Praise = (record, { reps }, { repetitions }) => {
  const [clean, all] = [cleanReps(record), record.summary.repsAll];
  return !reps?.rough && all >= ENOUGH_REPS && clean >= MOST_GOOD * all
    ? { why: 'repetitions', text: repetitions(clean, all) }
    : null;
};

/** A hold is good if at least this share of its time was near the furthest range. */
const HELD_WELL: Share = 0.7;

const onHeld: Praise = (record, drill, { held }) => {
  // Where the hip hardly turned, its start position would count as its end.
  if (!record.summary.sets.every(isHips) || record.summary.sets.some(isTooSmall)) return null;
  const holds = holdTimes(record, drill);
  const length = holds.reduce((sum, hold) => sum + hold.length, 0);
  const inZone = holds.reduce((sum, hold) => sum + hold.inZone, 0);
  return length >= LEAST_HOLD && inZone >= HELD_WELL * length
    ? { why: 'held', text: held(Math.round(inZone), Math.round(length)) }
    : null;
};
