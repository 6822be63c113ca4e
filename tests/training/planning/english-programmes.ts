import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { namedProgrammes, type ProgrammeId } from '../../../src/training/planning/built-in-programmes.ts';
import type { Programme } from '../../../src/training/planning/programme.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { programmes } from '../../../src/i18n/en/programmes.ts';

/** The app's own programmes with their English names. */
export const PROGRAMMES: readonly Programme[] = namedProgrammes(programmes.known);

export function programmeById(wanted: ProgrammeId): Programme {
  const found = PROGRAMMES.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`no programme ${wanted}`);
  return found;
}

const LATER = new Set(['standing-hamstring', 'hip-movement-sequence', 'soft-tissue']);

/** The drills of a version of the app that lacks some of the drills in its programmes. */
export const EARLY_DRILLS: readonly DrillDefinition[] = DRILLS.filter(
  ({ id, variant }) => !LATER.has(variant?.of ?? id),
);
