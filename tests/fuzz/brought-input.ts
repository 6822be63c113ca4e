import fc from 'fast-check';
import { prescribedLimits, type Prescription, withPrescription } from '../../src/training/prescription/prescription.ts';
import { allowed } from '../../src/training/safety/allowed.ts';
import { NOBODY_YET } from '../../src/training/safety/person.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { readFileText } from '../../src/storage/prescription/prescription-files.ts';
import { settingsFrom } from '../../src/storage/validate-settings.ts';
import { anyPrescription } from '../training/prescription/make-prescription.ts';
import { fault, type FuzzKind, kindOf } from './fuzz-run.ts';
import { hostileValue, spoilt } from './spoil.ts';
import { notFinite } from './stored-input.ts';

const NOW = Date.UTC(2026, 10, 20);

/** What is wrong with something that was accepted, in its own words. */
function senseless(prescription: Prescription): string | null {
  for (const path of notFinite(prescription)) return `${path} is not finite`;
  if (JSON.stringify(prescription).length > 60_000) return 'more than anybody writes';
  if (prescription.from.trim() === '') return 'it is from nobody';
  // What it is taken into: limits, plan and settings.
  const taken = { ...prescription, takenAt: new Date(NOW).toISOString() };
  const prescribed = prescribedLimits(taken, DRILLS, NOW + 1);
  for (const drill of DRILLS)
    for (const degrees of Object.values(allowed(drill, { ...NOBODY_YET, prescribed }, NOW).limits))
      if (!(degrees >= 5 && degrees <= 60)) return `a limit of ${degrees}°`;
  const settings = { prescription: null, programmes: [], programmeRuns: {}, week: [] };
  const changed = withPrescription(settings, taken, DRILLS, (days) => ({ title: `${days}`, summary: '' }), 20_000);
  if (changed === null) return 'no room in an empty app';
  const stored = settingsFrom(JSON.parse(JSON.stringify(changed)));
  return JSON.stringify(stored.programmes) === JSON.stringify(changed.programmes) &&
    JSON.stringify(stored.prescription) === JSON.stringify(taken)
    ? null
    : 'what was taken cannot be stored';
}

export const anyBrought = anyPrescription.map((prescription) => ({ format: 'truehip-prescription', prescription }));

export const BROUGHT_INPUT: readonly FuzzKind[] = [
  kindOf('prescriptions', 10, fc.oneof(spoilt(anyBrought), hostileValue), (value) => {
    try {
      const brought = readFileText(JSON.stringify(value) ?? '');
      const problem = brought && senseless(brought);
      return problem === null ? null : fault('senseless', problem);
    } catch (error) {
      const { name, message } = error as Error;
      return name === 'prescription-invalid' && message !== '' ? null : fault('crash', `${name}: ${message}`);
    }
  }),
];
