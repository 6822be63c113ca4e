import { nextPart } from '../../training/planning/programme-run.ts';
import type { Services } from '../shell/services.ts';
import { findProgramme, partsFor } from './programme-plan.ts';

/** Null: the set is no part of a programme. `next`, what follows it: null where the programme is done. @param id of the set */
export function placeInRun(services: Services, id: string) {
  for (const run of Object.values(services.settings.current.programmeRuns)) {
    const set = run.sets.find((one) => one.set === id);
    const programme = set && findProgramme(services, run.programme);
    if (!set || !programme) continue;
    const parts = partsFor(services, programme);
    return { programme, set, parts, next: nextPart(run, parts, set.at) };
  }
  return null;
}
