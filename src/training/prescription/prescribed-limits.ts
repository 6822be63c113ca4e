import { type Milliseconds, type Side, SIDES, sidesOf } from '../../instrument/geometry/units.ts';
import { isoMoment } from '../assessment/iso-moment.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { familyIn, type PrescribedLimit } from '../safety/person.ts';
import { endOf, type PrescribedItem, type TakenPrescription } from './prescription.ts';

/**
 * Whether it holds now. Before it was taken, as after its weeks, it does not; a clock that is set back by a day ends nothing.
 */
export function holdsNow(taken: TakenPrescription | null, now: Milliseconds): taken is TakenPrescription {
  const from = taken === null ? null : isoMoment(taken.takenAt);
  return taken !== null && from !== null && now < endOf(taken, from);
}

/** The hips on which a drill is prescribed now, `each` one after the other; null: it is not. */
export function prescribedSide(
  taken: TakenPrescription | null,
  drill: string,
  now: Milliseconds,
): Side | 'each' | null {
  const items = holdsNow(taken, now) ? taken.items.filter((item) => item.drill === drill) : [];
  const [first, other] = SIDES.filter((side) => items.some((item) => sidesOf(item.side).includes(side)));
  return first !== undefined && other !== undefined ? 'each' : (first ?? null);
}

type Limits = Omit<PrescribedLimit, 'sides' | 'family' | 'besides'>;

const limitsOf = (items: readonly PrescribedItem[]): Limits => {
  const degrees = items.flatMap(({ limit }) => limit ?? []);
  return {
    hardest: 'strength',
    range: items.every(({ endRange }) => endRange) ? 'open' : 'easy',
    ...(degrees.length === 0 ? {} : { degrees: Math.min(...degrees) }),
  };
};

/**
 * What it limits. A drill that it names has the limits of its own items; for every other drill the strictest of this hip hold, because
 * nobody has said that it may go further there.
 */
export function prescribedLimits(
  taken: TakenPrescription | null,
  drills: readonly DrillDefinition[],
  now: Milliseconds,
): readonly PrescribedLimit[] {
  if (!holdsNow(taken, now)) return [];
  return SIDES.flatMap((side) => limitsOfHip(taken.items, side, drills));
}

/** Strength may begin at once in a family where one of its items says so. */
const liftedBy = (items: readonly PrescribedItem[]): Pick<Limits, 'liftsStrength'> =>
  items.some(({ strength }) => strength) ? { liftsStrength: true } : {};

function limitsOfHip(
  items: readonly PrescribedItem[],
  side: Side,
  drills: readonly DrillDefinition[],
): readonly PrescribedLimit[] {
  const mine = items.filter((item) => sidesOf(item.side).includes(side));
  if (mine.length === 0) return [];
  const familyOf = ({ drill }: PrescribedItem) => familyIn(drills, drill);
  const families = [...new Set(mine.map(familyOf))];
  return [
    ...families.map((family) => {
      const own = mine.filter((item) => familyOf(item) === family);
      return { sides: [side], family, ...limitsOf(own), ...liftedBy(own) };
    }),
    { sides: [side], family: null, besides: families, ...limitsOf(mine) },
  ];
}
