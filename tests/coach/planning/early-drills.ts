import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { DRILLS } from '../../../src/drills/index.ts';

const LATER = new Set(['standing-hamstring', 'hip-movement-sequence', 'soft-tissue']);

/** A copy of the app that does not have every drill which a programme names. */
export const EARLY_DRILLS: readonly DrillDefinition[] = DRILLS.filter(
  ({ id, variant }) => !LATER.has(variant?.of ?? id),
);
