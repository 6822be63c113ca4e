import type { Degrees, Estimate, Milliseconds, Side, WorkingSide } from '../../instrument/geometry/units.ts';
import { isHipTestDrill } from '../assessment/hip-test.ts';
import { type CivilDay, DAY } from '../planning/civil-day.ts';
import { hipsTold } from '../load/tolerance.ts';
import { isSymptom } from '../planning/symptom-lock.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import { painLight } from './after-set.ts';
import type { DatedSet } from './compare-sets.ts';
import type { PersonalBest } from './hip-story.ts';
import type { TrendPoint } from './trends.ts';

export interface MomentSet extends DatedSet {
  readonly side: WorkingSide;
  readonly ended: EndReason;
  /** Absent: not told. */
  readonly pain?: number | undefined;
  readonly painSide?: WorkingSide | undefined;
}

/** Something on the way of a hip that is worth a mark and a word. `id`: the set to look at. */
export type Moment =
  | { readonly kind: 'first'; readonly at: Milliseconds; readonly id: string; readonly range: Estimate<Degrees> }
  | { readonly kind: 'test'; readonly at: Milliseconds; readonly id: string }
  | { readonly kind: 'best'; readonly at: Milliseconds; readonly id: string; readonly best: PersonalBest }
  /** No set for more than a week. `at`: the first set after it. */
  | { readonly kind: 'pause'; readonly at: Milliseconds; readonly id: string; readonly days: number }
  /** `pain`: 0 to 10; null: not told. `drill`: where it is not that of the line. */
  | {
      readonly kind: 'pain';
      readonly at: Milliseconds;
      readonly id: string;
      readonly pain: number | null;
      readonly ended: EndReason;
      readonly drill: string | null;
    };

/** Days from one set to the next from which the time between is a week off. Whoever trains once a week has none. */
const PAUSE = 9;
/** Of each kind, so that the marks can be read. */
const MOST = 3;

const hurt = ({ ended, pain }: MomentSet): boolean => isSymptom(ended) || painLight(pain ?? 0) !== 'green';

/** To find the worst set of a day: nothing is above a symptom that ended it. */
const painOf = ({ ended, pain }: MomentSet): number => (isSymptom(ended) ? Infinity : (pain ?? 0));

/**
 * The moments that mattered on the line of a hip, oldest first: its first day, and the last few hip tests, bests beyond the error,
 * pauses and days with pain.
 * @param sets of all drills, in any order
 * @param bests by id of the set (`personalBests`)
 * @param dayOf the day on which a set was done, by its start
 */
export function momentsOf(
  side: Side,
  points: readonly TrendPoint[],
  sets: readonly MomentSet[],
  bests: ReadonlyMap<string, readonly PersonalBest[]>,
  dayOf: (moment: Milliseconds) => CivilDay,
): readonly Moment[] {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return [];
  const within = sets.filter(({ at }) => at >= first.at && at <= last.at).toSorted((one, other) => one.at - other.at);
  const drill = within.find(({ id }) => id === first.id)?.drill;
  const isTestLine = drill !== undefined && isHipTestDrill(drill);
  const tests = within.filter((set) => isHipTestDrill(set.drill) && !isTestLine);
  const pauses = within.flatMap(({ at, id }, index): Moment[] => {
    const days = Math.round((at - (within[index - 1]?.at ?? at)) / DAY);
    return days >= PAUSE ? [{ kind: 'pause', at, id, days }] : [];
  });
  const on = new Map<CivilDay, MomentSet>();
  for (const set of within.filter((one) => hurt(one) && hipsTold(one).includes(side))) {
    const worst = on.get(dayOf(set.at));
    if (!worst || painOf(set) >= painOf(worst)) on.set(dayOf(set.at), set);
  }
  return [
    { kind: 'first' as const, at: first.at, id: first.id, range: first.range },
    ...tests.slice(-MOST).map(({ at, id }) => ({ kind: 'test' as const, at, id })),
    ...points
      .flatMap(({ at, id }) =>
        (bests.get(id) ?? [])
          .filter((one) => one.side === side)
          .map((best) => ({ kind: 'best' as const, at, id, best })),
      )
      .slice(-MOST),
    ...pauses.slice(-MOST),
    ...[...on.values()].slice(-MOST).map(({ at, id, ended, pain = null, drill: of }) => ({
      kind: 'pain' as const,
      at,
      id,
      pain,
      ended,
      drill: of === drill ? null : of,
    })),
  ].toSorted((one, other) => one.at - other.at);
}
