import type { DrillDefinition } from '../../coach/drill-definition.ts';
import {
  type Degrees,
  type Milliseconds,
  type Side,
  SIDES,
  sidesOf,
  type WorkingSide,
} from '../../instrument/geometry/units.ts';
import { type CivilDay, isoMoment, WEEK, type Weekday, WEEKDAYS } from '../planning/civil-day.ts';
import type { ProgrammeRun } from '../planning/programme-run.ts';
import { OWN_PREFIX, type Programme, PROGRAMME_LIMITS, type ProgrammeItem } from '../planning/programme.ts';
import { type ClockTime, plannedFrom, type WeekEntry } from '../planning/week.ts';
import { familyIn, type PrescribedLimit } from '../safety/person.ts';

/** The version of the form; another one is refused. */
export const PRESCRIPTION_VERSION = 1;

export interface PrescribedItem {
  /** Id of the drill definition. This version of the app may not have it. */
  readonly drill: string;
  /** `both`: each hip. */
  readonly side: WorkingSide;
  /** Sets of each side on a day, and days a week. */
  readonly sets: number;
  readonly days: number;
  /** Internal rotation from the start at which the hip stops; null: no such limit. */
  readonly limit: Degrees | null;
  /** False: no push, pull or hold at the end of the range. */
  readonly endRange: boolean;
  /** True: Strength need not be earned first (`load/strength-earned.ts`). Absent: it must, as in forms of older versions. */
  readonly strength?: true | undefined;
  /** The physiotherapist's own words; may be empty. */
  readonly words: string;
}

/** What a physiotherapist sets for a person. It comes in a file or a QR code, without an account and without a proof of who made it. */
export interface Prescription {
  readonly version: typeof PRESCRIPTION_VERSION;
  readonly id: string;
  /** Who it says it is from. */
  readonly from: string;
  /** The person's name or initials; may be empty. */
  readonly for: string;
  /** When it was made, ISO 8601. */
  readonly at: string;
  readonly weeks: number;
  readonly items: readonly PrescribedItem[];
  /** May be empty. */
  readonly cautions: string;
}

/** A prescription that the person has said yes to. */
export interface TakenPrescription extends Prescription {
  /** When, ISO 8601. The weeks count from here. */
  readonly takenAt: string;
}

/** The largest sizes, in characters, and the ranges of numbers. */
export const PRESCRIPTION_LIMITS = {
  id: 60,
  from: 60,
  for: 20,
  words: 200,
  cautions: 400,
  items: 12,
  sets: { min: 1, max: 5 },
  days: { min: 1, max: 7 },
  weeks: { min: 1, max: 26 },
  degrees: { min: 5, max: 60 },
} as const;

/** When it ends by itself, milliseconds since 1970. @param takenAt the same as a number */
const endOf = ({ weeks }: Pick<Prescription, 'weeks'>, takenAt: Milliseconds): Milliseconds => takenAt + weeks * WEEK;

/** The last whole day of its weeks. @param from the day on which it was taken */
export const lastDayFrom = ({ weeks }: Pick<Prescription, 'weeks'>, from: CivilDay): CivilDay => from + 7 * weeks - 1;

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

/** Prefix of the ids of its programmes; the number of days a week follows. */
const PREFIX = `${OWN_PREFIX}rx-`;

export const isPrescribed = (programme: string): boolean => programme.startsWith(PREFIX);

const EVENING: ClockTime = 18 * 60;
const REST_BETWEEN = 30;

/** So many days of the week, as far apart as they go. */
const SPREAD: readonly (readonly Weekday[])[] = [
  [],
  [0],
  [0, 3],
  [0, 2, 4],
  [0, 1, 3, 4],
  [0, 1, 2, 3, 4],
  [0, 1, 2, 3, 4, 5],
  WEEKDAYS,
];

/** The settings that taking or ending a prescription changes. */
export interface PrescribedSettings {
  readonly prescription: TakenPrescription | null;
  readonly programmes: readonly Programme[];
  readonly programmeRuns: Readonly<Record<string, ProgrammeRun>>;
  readonly week: readonly WeekEntry[];
}

/** Title and summary of the programme for so many days a week. */
export type ProgrammeTexts = (days: number) => Pick<Programme, 'title' | 'summary'>;

const itemOf = (
  { drill, side, sets }: PrescribedItem,
  drills: readonly DrillDefinition[],
): readonly ProgrammeItem[] => {
  const known = drills.find(({ id }) => id === drill);
  if (known === undefined) return [];
  const { variant } = known;
  const reference = variant ? { drill: variant.of, variant: variant.id } : { drill, variant: null };
  const sideOf = side === 'both' ? 'each' : side;
  return [{ drills: [reference], goal: null, side: sideOf, rounds: sets, reps: null, rest: REST_BETWEEN }];
};

/** The programmes of a prescription: one for each number of days a week. Drills that this version does not have are left out. */
function prescribedProgrammes(
  { items }: Pick<Prescription, 'items'>,
  drills: readonly DrillDefinition[],
  texts: ProgrammeTexts,
): readonly { readonly programme: Programme; readonly days: readonly Weekday[] }[] {
  return SPREAD.flatMap((days, count) => {
    const planned = items.filter((item) => item.days === count).flatMap((item) => itemOf(item, drills));
    if (planned.length === 0) return [];
    return [{ programme: { id: `${PREFIX}${count}`, ...texts(count), blocks: [{ times: 1, items: planned }] }, days }];
  });
}

export function withoutPrescription(current: PrescribedSettings): PrescribedSettings {
  return {
    prescription: null,
    programmes: current.programmes.filter(({ id }) => !isPrescribed(id)),
    programmeRuns: Object.fromEntries(Object.entries(current.programmeRuns).filter(([id]) => !isPrescribed(id))),
    week: current.week.filter(({ programme }) => !isPrescribed(programme)),
  };
}

/** The settings with it: it replaces an earlier one, and its drills stand in the week. Null: there is no room for its programmes. */
export function withPrescription(
  current: PrescribedSettings,
  taken: TakenPrescription,
  drills: readonly DrillDefinition[],
  texts: ProgrammeTexts,
  today: CivilDay,
): PrescribedSettings | null {
  const before = withoutPrescription(current);
  const mine = prescribedProgrammes(taken, drills, texts);
  if (before.programmes.length + mine.length > PROGRAMME_LIMITS.programmes) return null;
  const week = mine.map(({ programme, days }) => ({ programme: programme.id, days, at: [EVENING] }));
  return {
    prescription: taken,
    programmes: [...before.programmes, ...mine.map(({ programme }) => programme)],
    programmeRuns: before.programmeRuns,
    week: [...before.week, ...plannedFrom(week, today)],
  };
}
