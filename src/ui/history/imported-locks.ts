import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { drillFamily, type SymptomLock } from '../../training/planning/symptom-lock.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { lockOf } from '../safety/person-now.ts';

/** A drill on hold, and the confirmations in an imported file that would lift the hold. */
export interface ImportedLock {
  /** Id of the drill's family. */
  readonly family: string;
  readonly title: string;
  readonly lock: SymptomLock;
  /** ISO 8601: when, says the file, the symptom was checked. */
  readonly checked: string;
  readonly confirmed: Confirmed;
}

type Confirmed = Settings['symptomChecked'];

const newestOf = (confirmed: Confirmed): string | null =>
  Object.values(confirmed).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;

/**
 * The holds that the confirmations of an imported file would lift. A confirmation in the future counts for nothing.
 * @param mine the confirmations that hold now
 */
export function importedLocks(
  drills: readonly DrillDefinition[],
  sets: readonly SetOverview[],
  mine: Confirmed,
  { symptomChecked = {} }: Partial<Settings>,
  now: Milliseconds,
): readonly ImportedLock[] {
  const past = Object.entries(symptomChecked).filter(([, at]) => Date.parse(at) <= now);
  return [...new Set(drills.map(drillFamily))].flatMap((family): ImportedLock[] => {
    const members = drills.filter((one) => drillFamily(one) === family);
    const drill = members.find(({ id }) => id === family) ?? members[0];
    const ids = new Set([family, ...members.map(({ id }) => id)]);
    // Of the drill as in old files, or of its single stops.
    const isNew = ([key, at]: readonly [string, string]) => Date.parse(at) > Date.parse(mine[key] ?? '1970-01-01');
    const confirmed = Object.fromEntries(past.filter((one) => ids.has(one[0].split('@')[0] ?? '') && isNew(one)));
    const checked = newestOf(confirmed);
    if (drill === undefined || checked === null) return [];
    const lockWith = (all: Confirmed): SymptomLock | null => {
      const answered = { safety: {}, hipPlan: null, prescription: null, symptomChecked: all };
      return lockOf(drill, drills, sets, answered, now);
    };
    const lock = lockWith(mine);
    const isLifted = lock !== null && lockWith({ ...mine, ...confirmed }) === null;
    return isLifted ? [{ family, title: drill.title, lock, checked, confirmed }] : [];
  });
}
