import type { Programme } from '../../coach/planning/programme.ts';
import { nextPart, type RunSet } from '../../coach/planning/programme-run.ts';
import type { Services } from '../shell/services.ts';
import { type DrillPart, findProgramme, partsFor } from './programme-plan.ts';

interface PlaceInRun {
  readonly programme: Programme;
  readonly set: RunSet;
  readonly parts: readonly DrillPart[];
  /** What follows it. Null: the programme is done. */
  readonly next: DrillPart | null;
}

/** Null: the set is no part of a programme. @param id of the set */
export function placeInRun(services: Services, id: string): PlaceInRun | null {
  for (const run of Object.values(services.settings.current.programmeRuns)) {
    const set = run.sets.find((one) => one.set === id);
    const programme = set && findProgramme(services, run.programme);
    if (!set || !programme) continue;
    const parts = partsFor(services, programme);
    return { programme, set, parts, next: nextPart(run, parts, set.at) };
  }
  return null;
}
