import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper.ts';

const standIn = (id: string, variant?: DrillDefinition['variant']): DrillDefinition => ({
  ...supineSleeper,
  id,
  title: id,
  ...(variant ? { variant } : {}),
});

/** Ids that are promised: whether they are there already or not, a test may ask for either. */
const PROMISED: readonly DrillDefinition[] = [
  standIn('standing-hamstring'),
  standIn('hip-movement-sequence'),
  standIn('soft-tissue-ball', { of: 'soft-tissue', id: 'ball', name: 'Ball' }),
  standIn('soft-tissue-roller', { of: 'soft-tissue', id: 'roller', name: 'Roller' }),
];

const promised = new Set(PROMISED.map(({ id }) => id));

/** A copy of the app without the drills that came later. */
export const EARLY_DRILLS: readonly DrillDefinition[] = DRILLS.filter(
  ({ id, variant }) => !promised.has(id) && variant?.of !== 'soft-tissue',
);

/** A copy of the app with every drill that a programme names. */
export const ALL_DRILLS: readonly DrillDefinition[] = [...EARLY_DRILLS, ...PROMISED];
