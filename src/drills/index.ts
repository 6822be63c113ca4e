import type { DrillDefinition } from '../coach/drill-definition.ts';
import { ninetyNinetyPailsRails } from './ninety-ninety-pails-rails.ts';
import { quadrupedBandIr } from './quadruped-band-ir.ts';
import { supineSleeper } from './supine-sleeper.ts';

/** Every drill of the app, in the order in which it is offered. A new drill is one new file and one line here. */
export const DRILLS: readonly DrillDefinition[] = [supineSleeper, ninetyNinetyPailsRails, quadrupedBandIr];

export const drillById = (id: string): DrillDefinition | null =>
  DRILLS.find((drill) => drill.id === id) ?? null;
