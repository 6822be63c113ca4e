import { expect, test } from 'vitest';
import { reportOf } from '../../../src/training/prescription/prescription-report.ts';
import { isEmpty } from '../../../src/ui/prescription/th-prescription-report.ts';
import { takenPrescription } from '../../training/prescription/make-prescription.ts';

test('a report is empty until something is known of a set', () => {
  const report = reportOf(takenPrescription, [], { at: takenPrescription.takenAt, from: 1000, today: 1010 });
  expect(isEmpty(report)).toBe(true);
  const [first, ...weeks] = report.weeks;
  if (first === undefined) throw new Error('no week');
  const told = { ...first, left: { pain: 0, flags: 0 } };
  expect(isEmpty({ ...report, weeks: [told, ...weeks] })).toBe(false);
});
