import fc from 'fast-check';
import { prescribedLimits, withPrescription } from '../../src/training/prescription/prescription.ts';
import { allowed } from '../../src/training/safety/allowed.ts';
import { NOBODY_YET } from '../../src/training/safety/person.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { codeText } from '../../src/storage/prescription/code-text.ts';
import { type Brought, readCode, readFileText } from '../../src/storage/prescription/prescription-files.ts';
import { settingsFrom } from '../../src/storage/validate-settings.ts';
import { anyPrescription, anyReport } from '../training/prescription/make-prescription.ts';
import { fault, type Fault, type FuzzKind, kindOf } from './fuzz-run.ts';
import { hostileValue, spoilt } from './spoil.ts';
import { notFinite } from './stored-input.ts';

const NOW = Date.UTC(2026, 10, 20);

/** What is wrong with something that was accepted, in its own words. */
function senseless(brought: Brought): string | null {
  for (const path of notFinite(brought)) return `${path} is not finite`;
  if (JSON.stringify(brought).length > 60_000) return 'more than anybody writes';
  if (brought.kind === 'report') return null;
  const { prescription } = brought;
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

const judged = async (read: () => Brought | null | Promise<Brought | null>): Promise<Fault | null> => {
  try {
    const brought = await read();
    const problem = brought && senseless(brought);
    return problem === null ? null : fault('senseless', problem);
  } catch (error) {
    const { name, message } = error as Error;
    return name === 'prescription-invalid' && message !== '' ? null : fault('crash', `${name}: ${message}`);
  }
};

export const anyBrought = fc.oneof(
  anyPrescription.map((prescription) => ({ format: 'truehip-prescription', prescription })),
  anyReport.map((report) => ({ format: 'truehip-prescription-report', report })),
);

const files = kindOf('prescriptions', 10, fc.oneof(spoilt(anyBrought), hostileValue), (value) =>
  judged(() => readFileText(JSON.stringify(value) ?? '')),
);

const listed = fc.tuple(
  fc.constant(1),
  fc.string(),
  fc.string(),
  fc.string(),
  fc.constant('2026-11-20T10:00:00.000Z'),
  fc.nat(30),
  fc.array(
    fc.tuple(
      fc.constantFrom(...DRILLS.map(({ id }) => id)),
      fc.constantFrom('left', 'both'),
      fc.nat(8),
      fc.nat(8),
      fc.option(fc.nat(70)),
      fc.nat(2),
      fc.string(),
    ),
  ),
  fc.string(),
);

const codes = kindOf(
  'codes',
  10,
  fc.record({
    value: fc.oneof(spoilt(listed), hostileValue),
    prefix: fc.constantFrom('TRUEHIP-RX1:', 'TRUEHIP-RR1:'),
    cut: fc.option(fc.nat(200)),
    wild: fc.option(fc.string({ unit: 'binary', maxLength: 5 })),
  }),
  ({ value, prefix, cut, wild }) =>
    judged(async () => {
      const text = await codeText(prefix, JSON.parse(JSON.stringify(value) ?? 'null'));
      const short = cut === null ? text : text.slice(0, cut);
      return readCode(wild === null ? short : short + wild);
    }),
);

export const BROUGHT_INPUT: readonly FuzzKind[] = [files, codes];
