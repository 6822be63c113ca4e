import type { DrillMovement } from './drill-movement.ts';
import { hipMovementSequence } from './drills/hip-movement-sequence.ts';
import { hipTestProne, hipTestSeated, hipTestSeatedStrap, hipTestSupine } from './drills/hip-test.ts';
import { kneeToKneeFloor, kneeToKneeWall } from './drills/knee-to-knee.ts';
import { ninetyNinetyLiftOff, ninetyNinetyStretch } from './drills/ninety-ninety.ts';
import { quadrupedBandIr } from './drills/quadruped-band-ir.ts';
import { standingHamstring } from './drills/standing-hamstring.ts';
import { supineIrPulses, supineIrPulsesFeetFlat } from './drills/supine-ir-pulses.ts';
import { supineSleeper } from './drills/supine-sleeper.ts';

/** Movements by `drill/variant/manner` or `drill/variant`, or by `drill` for all variants that are not listed. */
const MOVEMENTS: Readonly<Record<string, DrillMovement>> = {
  'supine-sleeper': supineSleeper,
  'supine-sleeper-side': supineSleeper,
  'supine-ir-pulses': supineIrPulses,
  'supine-ir-pulses/feet-flat': supineIrPulsesFeetFlat,
  'knee-to-knee': kneeToKneeWall,
  'knee-to-knee/floor': kneeToKneeFloor,
  'quadruped-band-ir': quadrupedBandIr,
  'quadruped-band-ir-side': quadrupedBandIr,
  'ninety-ninety-stretch': ninetyNinetyStretch,
  'ninety-ninety-contract-relax': ninetyNinetyStretch,
  'ninety-ninety-pails-rails': ninetyNinetyStretch,
  'ninety-ninety-lift-off': ninetyNinetyLiftOff,
  'ninety-ninety-lift-off-hinge': ninetyNinetyLiftOff,
  'standing-hamstring': standingHamstring,
  'hip-movement-sequence': hipMovementSequence,
  'hip-test/seated': hipTestSeated,
  'hip-test/seated/strap': hipTestSeatedStrap,
  'hip-test/supine': hipTestSupine,
  'hip-test/prone': hipTestProne,
};

/** @throws {Error} when no movement is known for the drill. */
export function movementOf(drill: string, variant: string, manner?: string): DrillMovement {
  const movement =
    manner === undefined
      ? (MOVEMENTS[`${drill}/${variant}`] ?? MOVEMENTS[drill])
      : MOVEMENTS[`${drill}/${variant}/${manner}`];
  if (!movement) throw new Error(`The lab knows no movement for the drill "${drill}".`);
  return movement;
}
