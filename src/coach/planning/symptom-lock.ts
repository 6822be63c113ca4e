import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import type { EndReason } from '../record/set-record.ts';

export type Symptom = Extract<EndReason, 'pinch' | 'pain' | 'numb'>;

const SYMPTOMS: ReadonlySet<EndReason> = new Set<Symptom>(['pinch', 'pain', 'numb']);

export const isSymptom = (ended: EndReason): ended is Symptom => SYMPTOMS.has(ended);

const SEVEN_DAYS: Milliseconds = 7 * 24 * 3600 * 1000;

/** A set that has ended, as far as the lock is concerned. */
export interface EndedSet {
  /** Milliseconds since 1970. */
  readonly startedAt: Milliseconds;
  readonly ended: EndReason;
}

/** Why a drill is on hold, and when it was stopped for it. */
export interface SymptomLock {
  readonly symptom: Symptom;
  readonly first: Milliseconds;
  readonly second: Milliseconds;
}

/** What all ways of a drill and its side check share: they load one hip in one way, so a symptom in one holds them all. */
export const drillFamily = ({
  id,
  variant,
  sideCheckOf,
}: Pick<DrillDefinition, 'id' | 'variant' | 'sideCheckOf'>): string => sideCheckOf ?? variant?.of ?? id;

/**
 * The latest pair of stops for the same symptom within seven days of each other, or null. It does not pass with time: only
 * `checked` (milliseconds since 1970, 0: never), the moment at which the person confirmed that it was checked, ends it.
 * `sets` are those of one drill in all its ways, in any order.
 */
export const symptomLock = (sets: readonly EndedSet[], checked: Milliseconds): SymptomLock | null => {
  const stops = sets
    .filter(({ ended, startedAt }) => isSymptom(ended) && startedAt > checked)
    .toSorted((one, other) => one.startedAt - other.startedAt);
  const pairs = stops.flatMap(({ ended, startedAt: second }, index) => {
    const before = stops.slice(0, index).findLast((stop) => stop.ended === ended);
    const close = before !== undefined && second - before.startedAt <= SEVEN_DAYS;
    return close && isSymptom(ended) ? [{ symptom: ended, first: before.startedAt, second }] : [];
  });
  return pairs.at(-1) ?? null;
};
