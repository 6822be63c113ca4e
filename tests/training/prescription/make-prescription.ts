import fc from 'fast-check';
import {
  type PrescribedItem,
  type Prescription,
  PRESCRIPTION_LIMITS as LIMITS,
  type TakenPrescription,
} from '../../../src/training/prescription/prescription.ts';
import { DRILLS } from '../../../src/drills/index.ts';

export const makeItem = (changes: Partial<PrescribedItem> = {}): PrescribedItem => ({
  drill: 'supine-sleeper',
  side: 'left',
  sets: 2,
  days: 3,
  limit: 25,
  endRange: true,
  words: 'Slowly, and breathe.',
  ...changes,
});

export const makePrescription = (changes: Partial<Prescription> = {}): Prescription => ({
  version: 1,
  id: 'rx-1',
  from: 'Anna Berg, Praxis am Markt',
  for: 'T. M.',
  at: '2026-11-20T09:00:00.000Z',
  weeks: 4,
  items: [makeItem(), makeItem({ drill: 'knee-to-knee-wall', side: 'both', days: 5, limit: null, endRange: false })],
  cautions: 'Stop with any pinch in front.',
  ...changes,
});

export const takenPrescription: TakenPrescription = { ...makePrescription(), takenAt: '2026-11-21T10:00:00.000Z' };

/** Without signs that the check refuses. */
const line = (longest: number) => fc.string({ unit: 'grapheme-ascii', maxLength: longest });
const named = (longest: number) => line(longest).map((text) => text.trim() || 'A');
const range = ({ min, max }: { readonly min: number; readonly max: number }) => fc.integer({ min, max });
const at = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const side = fc.constantFrom('left' as const, 'right' as const, 'both' as const);
const drill = fc.constantFrom(...DRILLS.map(({ id }) => id));

export const anyPrescription: fc.Arbitrary<Prescription> = fc.record({
  version: fc.constant(1 as const),
  id: fc.uuid(),
  from: named(LIMITS.from),
  for: line(LIMITS.for),
  at,
  weeks: range(LIMITS.weeks),
  items: fc.array(
    fc.record({
      drill,
      side,
      sets: range(LIMITS.sets),
      days: range(LIMITS.days),
      limit: fc.option(range(LIMITS.degrees)),
      endRange: fc.boolean(),
      strength: fc.constantFrom(true as const, undefined),
      words: line(LIMITS.words),
    }),
    { minLength: 1, maxLength: LIMITS.items },
  ),
  cautions: line(LIMITS.cautions),
});
