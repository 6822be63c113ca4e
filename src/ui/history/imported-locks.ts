import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { drillFamily, type SymptomLock } from '../../coach/planning/symptom-lock.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { lockOf } from '../safety/person-now.ts';

/** A drill on hold, and the confirmation in an imported file that would lift the hold. */
export interface ImportedLock {
  /** Id of the drill's family. */
  readonly family: string;
  readonly title: string;
  readonly lock: SymptomLock;
  /** ISO 8601: when, says the file, the symptom was checked. */
  readonly checked: string;
}

type Confirmed = Settings['symptomChecked'];

const newestOf = (ids: readonly string[], confirmed: Confirmed): string | null =>
  ids.flatMap((id) => confirmed[id] ?? []).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;

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
  const past = Object.fromEntries(Object.entries(symptomChecked).filter(([, at]) => Date.parse(at) <= now));
  return [...new Set(drills.map(drillFamily))].flatMap((family): ImportedLock[] => {
    const members = drills.filter((one) => drillFamily(one) === family);
    const drill = members.find(({ id }) => id === family) ?? members[0];
    const checked = newestOf([family, ...members.map(({ id }) => id)], past);
    if (drill === undefined || checked === null) return [];
    const lockWith = (confirmed: Confirmed): SymptomLock | null => {
      const answered = { safety: {}, hipPlan: null, prescription: null, symptomChecked: confirmed };
      return lockOf(drill, drills, sets, answered, now);
    };
    const lock = lockWith(mine);
    const isLifted = lock !== null && lockWith({ ...mine, [family]: checked }) === null;
    return isLifted ? [{ family, title: drill.title, lock, checked }] : [];
  });
}
