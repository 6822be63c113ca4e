import { type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { painFromMorning } from '../../training/load/morning.ts';
import { hipsTold } from '../../training/load/tolerance.ts';
import type { DoneSet } from '../../training/planning/parts-done.ts';
import { SYMPTOM_LASTS, symptomLock } from '../../training/planning/symptom-lock.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import { isStop } from '../../training/review/after-set.ts';
import { checkedStops, isChecked, isRecent, painfulSets } from '../../training/safety/person.ts';
import type { SetOverview, Settings } from '../storage-contract.ts';

/** A set that limits a hip. */
export interface KeptLimit {
  readonly id: string;
  /** Milliseconds since 1970; null: until the person confirms that it was checked. */
  readonly until: Milliseconds | null;
}

/** The id that variants of a drill share. */
type FamilyOf = (drill: string) => string;

type Done = DoneSet & { readonly id: string; readonly family: string };

const doneSets = (sets: readonly SetOverview[], familyOf: FamilyOf): readonly Done[] =>
  sets.flatMap(({ startedAt, source, pain = null, ...set }) => {
    const at = Date.parse(startedAt ?? '');
    return Number.isNaN(at) || !isPerformed(source)
      ? []
      : [{ ...set, startedAt: at, pain, family: familyOf(set.drill) }];
  });

/** The two sets that hold a drill of this hip. */
function held(stops: readonly Done[]): readonly Done[] {
  const families = new Set(stops.map(({ family }) => family));
  return [...families].flatMap((family) => {
    const own = stops.filter((stop) => stop.family === family);
    const lock = symptomLock(own);
    return lock === null ? [] : own.filter(({ startedAt }) => startedAt === lock.first || startedAt === lock.second);
  });
}

/** The set after whose morning a hip was clearly worse. */
const worseMorning = (sets: readonly Done[], side: Side, now: Milliseconds): readonly Done[] =>
  painFromMorning(sets, side, now) === 0 ? [] : sets.filter(({ morning }) => morning === 'much');

/**
 * The sets that limit a hip now, by the rules of `src/training/safety`: a stop, pain or a clearly worse morning of the last week, and a
 * repeated symptom that nobody has confirmed as checked.
 */
export function limitsIn(
  sets: readonly SetOverview[],
  { symptomChecked }: Pick<Settings, 'symptomChecked'>,
  familyOf: FamilyOf = (drill) => drill,
  now: Milliseconds = Date.now(),
): readonly KeptLimit[] {
  const done = doneSets(sets, familyOf);
  const checked = checkedStops(symptomChecked, familyOf, now);
  const open = done.filter((set) => isStop(set) && !isChecked(set, checked, now));
  const limits = new Map<string, Milliseconds | null>();
  for (const side of SIDES) {
    const stops = open.filter((set) => hipsTold(set).includes(side));
    const ofWeek = [...stops.filter((set) => isRecent(set, now)), ...painfulSets(done, side, now)];
    for (const { id, startedAt } of [...ofWeek, ...worseMorning(done, side, now)])
      limits.set(id, startedAt + SYMPTOM_LASTS);
  }
  for (const side of SIDES)
    for (const { id } of held(open.filter((set) => hipsTold(set).includes(side)))) limits.set(id, null);
  return [...limits].map(([id, until]) => ({ id, until }));
}
