import { isSymptom } from './symptom-lock.ts';
import type { DatedSet } from './civil-day.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { EndReason, MorningAnswer, SetLoad, SetRecord } from '../../coach/record/set-record.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { KnownDrill, Part } from './parts.ts';
import type { DrillReference } from './programme.ts';

/** What the plan of the week needs of a past set. */
export type PastSet = DatedSet & Pick<SetRecord, 'drill' | 'side' | 'goal' | 'ended'>;

/** A set that was done, with the pain that was told after it; null: not told. */
export interface DoneSet extends PastSet {
  readonly pain: number | null;
  /** The hip that a symptom or pain was in. Absent: not told. */
  readonly painSide?: WorkingSide | undefined;
  /** Effort that was told after it, 0 to 10. Absent: not told. */
  readonly effort?: number | undefined;
  /** How the hips were on the next morning. Absent: not told. */
  readonly morning?: MorningAnswer | undefined;
  /** The numbers with which it was done. Absent: not stored. */
  readonly load?: SetLoad | undefined;
}

/** A set that came to its end, or to the end of its video. */
export const FINISHED: ReadonlySet<EndReason> = new Set(['finished', 'source-ended']);

/** The ids of all drills that satisfy an item: each drill that it offers, in any variant if it names none. */
const answersOf = ({ item }: Part<KnownDrill>, drills: readonly DrillDefinition[]): ReadonlySet<string> => {
  const fits = ({ id, variant }: DrillDefinition, wanted: DrillReference): boolean =>
    wanted.variant === null
      ? id === wanted.drill || variant?.of === wanted.drill
      : variant?.of === wanted.drill && variant.id === wanted.variant;
  return new Set(drills.filter((drill) => item.drills.some((wanted) => fits(drill, wanted))).map(({ id }) => id));
};

const worksOn = (side: WorkingSide, wanted: WorkingSide): boolean => side === wanted || side === 'both';

/** How often this part was done. If the legs are worked separately, the leg with fewer sets counts. */
const timesDone = (part: Part<KnownDrill>, sets: readonly PastSet[]): number => {
  const { side } = part.item;
  const count = (wanted: WorkingSide) => sets.filter((set) => worksOn(set.side, wanted)).length;
  if (part.drill?.bilateral) return sets.length;
  return side === 'left' || side === 'right' ? count(side) : Math.min(count('left'), count('right'));
};

/**
 * How much of a programme the sets of one day amount to. Their order does not matter.
 * @returns `rest`: parts of the next repetition of the programme that are done already. `stopped`: a symptom ended one of its sets
 */
export const partsDone = (
  parts: readonly Part<KnownDrill>[],
  drills: readonly DrillDefinition[],
  ofDay: readonly PastSet[],
) => {
  // Parts that ask for the same drills and side.
  const kinds = new Map<string, { part: Part<KnownDrill>; answers: ReadonlySet<string>; needed: number }>();
  for (const part of parts) {
    const answers = answersOf(part, drills);
    const key = [part.item.side, ...answers].join(' ');
    kinds.set(key, { part, answers, needed: (kinds.get(key)?.needed ?? 0) + 1 });
  }
  const counts = [...kinds.values()].map(({ part, answers, needed }) => {
    const sets = ofDay.filter(({ drill, ended }) => FINISHED.has(ended) && answers.has(drill));
    return { needed, done: timesDone(part, sets) };
  });
  const times = Math.min(...counts.map(({ needed, done }) => Math.floor(done / needed)));
  const rest = counts.reduce((sum, { needed, done }) => sum + Math.min(needed, done - times * needed), 0);
  const stopped = ofDay.some(
    ({ drill, ended }) => isSymptom(ended) && [...kinds.values()].some(({ answers }) => answers.has(drill)),
  );
  return { times, rest, stopped };
};
