import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { WEEK } from './civil-day.ts';
import type { EndReason } from '../../coach/record/set-record.ts';

export type Symptom = Extract<EndReason, 'pinch' | 'pain' | 'numb'>;

const SYMPTOMS: ReadonlySet<EndReason> = new Set<Symptom>(['pinch', 'pain', 'numb']);

export const isSymptom = (ended: EndReason): ended is Symptom => SYMPTOMS.has(ended);

/** How long a symptom, a stop or pain counts. Judgement. */
export const SYMPTOM_LASTS: Milliseconds = WEEK;

export interface EndedSet {
  /** Milliseconds since 1970. */
  readonly startedAt: Milliseconds;
  readonly ended: EndReason;
}

/** Why a drill is on hold, and when the two sets with the symptom began. */
export interface SymptomLock {
  readonly symptom: Symptom;
  readonly first: Milliseconds;
  readonly second: Milliseconds;
}

/** The id that variants and side check of a drill share: they load the hip alike, so a symptom holds them all. */
export const drillFamily = ({
  id,
  variant,
  sideCheckOf,
}: Pick<DrillDefinition, 'id' | 'variant' | 'sideCheckOf'>): string => sideCheckOf ?? variant?.of ?? id;

/**
 * The latest two sets that ended for the same symptom within seven days; null: there are none. The lock does not
 * expire. It ends when the person confirms that the symptom was checked.
 * @param sets of one drill family, in any order, without those that were confirmed as checked
 */
export const symptomLock = (sets: readonly EndedSet[]): SymptomLock | null => {
  const stops = sets.filter(({ ended }) => isSymptom(ended)).toSorted((one, other) => one.startedAt - other.startedAt);
  const pairs = stops.flatMap(({ ended, startedAt: second }, index) => {
    const before = stops.slice(0, index).findLast((stop) => stop.ended === ended);
    const close = before !== undefined && second - before.startedAt <= SYMPTOM_LASTS;
    return close && isSymptom(ended) ? [{ symptom: ended, first: before.startedAt, second }] : [];
  });
  return pairs.at(-1) ?? null;
};
