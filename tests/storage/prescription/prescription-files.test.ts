import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  prescriptionFile,
  readFileText,
  readPrescriptionFile,
} from '../../../src/storage/prescription/prescription-files.ts';
import { anyPrescription, makeItem, makePrescription } from '../../training/prescription/make-prescription.ts';

describe('a prescription', () => {
  test('comes back from a file as it was', () => {
    fc.assert(
      fc.property(anyPrescription, (value) => {
        expect(readFileText(prescriptionFile(value).content)).toEqual(value);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['of another version', { version: 2 }],
    ['without a drill', { items: [] }],
    ['with a name that hides its direction', { from: 'Anna\u202e' }],
    ['from nobody', { from: ' ' }],
    ['with a limit beyond a hip', { items: [{ ...makeItem(), limit: 400 }] }],
    ['with a Strength that is neither yes nor absent', { items: [{ ...makeItem(), strength: 'soon' }] }],
    ['with words that are too long', { cautions: 'x'.repeat(401) }],
    ['for a hundred weeks', { weeks: 100 }],
  ])('%s is refused with what is wrong', (_, change) => {
    const text = JSON.stringify({ format: 'truehip-prescription', prescription: { ...makePrescription(), ...change } });
    expect(() => readFileText(text)).toThrow(expect.objectContaining({ name: 'prescription-invalid' }));
  });

  test('has no field that it does not know', () => {
    const text = JSON.stringify({
      format: 'truehip-prescription',
      prescription: { ...makePrescription(), takenAt: '2026-11-21T10:00:00.000Z', evil: '<img>' },
    });
    expect(readFileText(text)).toEqual(makePrescription());
  });
});

test('a file of another kind is left to who knows it', async () => {
  for (const text of ['', '{', '[]', '{"format":"truehip-sets"}', '{"format":"truehip-prescription-report"}'])
    expect(readFileText(text)).toBeNull();
  expect(await readPrescriptionFile(new Blob(['x'.repeat(300_000)]))).toBeNull();
});
