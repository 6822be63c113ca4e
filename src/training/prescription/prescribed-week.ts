import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { type CivilDay, WEEKDAYS, type Weekday } from '../planning/civil-day.ts';
import { OWN_PREFIX, type Programme, PROGRAMME_LIMITS, type ProgrammeItem } from '../planning/programme.ts';
import type { ProgrammeRun } from '../planning/programme-run.ts';
import { type ClockTime, plannedFrom, type WeekEntry } from '../planning/week.ts';
import type { PrescribedItem, Prescription, TakenPrescription } from './prescription.ts';

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
