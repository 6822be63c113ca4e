import type { Degrees, Seconds, Share, Side } from '../../instrument/geometry/units.ts';
import { isSymptom } from '../planning/symptom-lock.ts';
import { bestOf, isWatched } from '../progress/best-range.ts';
import { isTooSmall } from '../progress/useful-band.ts';
import { type DrillDefinition, isWorking } from '../drill-definition.ts';
import type { FlagRecord, RangeSummary, RepRecord, SetRecord } from '../record/set-record.ts';
import { absence, watchedShare } from '../record/watched.ts';
import { fallsInto, isBorrowing, isPelvisRule } from '../rules/range-rules.ts';
import { painLight } from './after-set.ts';
import type { HipChange } from './compare-sets.ts';
import { holdTimes, LEAST_HOLD } from './hold-time.ts';
import type { GoodWords } from './lesson-words.ts';
import { phaseGains } from './phase-gains.ts';

export type GoodReason = 'further' | 'pull' | 'sink' | 'still' | 'repetitions' | 'held' | 'finished';

export interface WhatWasGood {
  readonly why: GoodReason;
  readonly text: string;
}

type Praise = (
  record: SetRecord,
  drill: DrillDefinition,
  words: GoodWords,
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
  { good }: { readonly good: GoodWords },
  changes: readonly HipChange[] = [],
): WhatWasGood | null {
  if (isSymptom(record.ended) || painLight(record.after?.pain ?? 0) !== 'green' || isSkipped(record)) return null;
  for (const praise of isCertain(record)
    ? [onFurther, onGain('rails', 'pull'), onGain('sink', 'sink'), onStill, onRepetitions, onHeld]
    : []) {
    const found = praise(record, drill, good, changes);
    if (found !== null) return found;
  }
  return record.ended === 'finished' ? { why: 'finished', text: good.finished } : null;
}

/** A phase of work that was over sooner was skipped by hand: the shortest is longer. */
const SKIPPED: Seconds = 3;

/** Whether most of the work was skipped. */
export function isSkipped({ phases }: Pick<SetRecord, 'phases'>): boolean {
  const work = phases.filter(({ kind }) => isWorking(kind));
  return 2 * work.filter(({ start, end }) => end - start < SKIPPED).length > work.length;
}

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

/** Every rule about the pelvis must have been watched nearly all of the time, and none of them flagged. */
const onStill: Praise = ({ summary, flags }, { rules }, { still }) => {
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
