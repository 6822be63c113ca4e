import type { DrillDefinition } from '../coach/drill-definition.ts';
import { hipMovementSequence } from './standing/hip-movement-sequence.ts';
import { hipTestSeated } from './hip-test/hip-test-seated.ts';
import { kneeToKneeFloor } from './knee-to-knee/knee-to-knee-floor.ts';
import { kneeToKneeWall } from './knee-to-knee/knee-to-knee-wall.ts';
import { ninetyNinetyContractRelax } from './ninety-ninety/ninety-ninety-contract-relax.ts';
import { ninetyNinetyLiftOff } from './ninety-ninety/ninety-ninety-lift-off.ts';
import { ninetyNinetyLiftOffHinge } from './ninety-ninety/ninety-ninety-lift-off-hinge.ts';
import { ninetyNinetyPailsRails } from './ninety-ninety/ninety-ninety-pails-rails.ts';
import { ninetyNinetyStretch } from './ninety-ninety/ninety-ninety-stretch.ts';
import { quadrupedBandIr } from './quadruped-band-ir/quadruped-band-ir.ts';
import { quadrupedBandIrSide } from './quadruped-band-ir/quadruped-band-ir-side.ts';
import { softTissueBall } from './soft-tissue/soft-tissue-ball.ts';
import { softTissueRoller } from './soft-tissue/soft-tissue-roller.ts';
import { standingHamstring } from './standing/standing-hamstring.ts';
import { supineIrPulsesFeetFlat } from './supine-ir-pulses/supine-ir-pulses-feet-flat.ts';
import { supineIrPulses } from './supine-ir-pulses/supine-ir-pulses.ts';
import { supineSleeper } from './supine-sleeper/supine-sleeper.ts';
import { supineSleeperSide } from './supine-sleeper/supine-sleeper-side.ts';

/** Every drill, in the order in which the app offers them. Its type demands the texts of each in every other language. */
const CATALOGUE = [
  supineSleeper,
  supineIrPulses,
  supineIrPulsesFeetFlat,
  kneeToKneeWall,
  kneeToKneeFloor,
  ninetyNinetyPailsRails,
  ninetyNinetyStretch,
  ninetyNinetyContractRelax,
  ninetyNinetyLiftOff,
  ninetyNinetyLiftOffHinge,
  quadrupedBandIr,
  standingHamstring,
  hipMovementSequence,
  softTissueBall,
  softTissueRoller,
  // Side checks: offered on the pages of their drills only.
  supineSleeperSide,
  quadrupedBandIrSide,
] as const satisfies readonly DrillDefinition[];

/** The hip tests, one for each position. They are no drills of a plan, so no list offers them. */
const TESTS = [hipTestSeated] as const satisfies readonly DrillDefinition[];

/** Everything that has texts in every language. */
export type WordedDrill = (typeof CATALOGUE)[number] | (typeof TESTS)[number];

export const DRILLS: readonly DrillDefinition[] = CATALOGUE;

export const HIP_TESTS: readonly DrillDefinition[] = TESTS;

export const DRILLS_AND_TESTS: readonly DrillDefinition[] = [...DRILLS, ...HIP_TESTS];

export const WATCHED_DRILLS = DRILLS.filter(({ camera }) => camera !== 'none');

export const drillById = (id: string): DrillDefinition | null =>
  DRILLS_AND_TESTS.find((drill) => drill.id === id) ?? null;

/**
 * Finds a drill by its own id, or by the shared id of its variants or side check.
 * @param variant which variant or side check; null: the drill itself, or its first variant
 */
export const findDrill = (id: string, variant: string | null): DrillDefinition | null =>
  DRILLS.find((drill) => drill.sideCheckOf === id && drill.id === `${id}-${variant}`) ??
  drillById(id) ??
  DRILLS_AND_TESTS.find((drill) => drill.variant?.of === id && (variant === null || drill.variant.id === variant)) ??
  null;
