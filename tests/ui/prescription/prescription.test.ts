import { expect, test } from 'vitest';
import { turnedFurther } from '../../../src/ui/prescription/th-prescription.ts';
import { makeItem, takenPrescription } from '../../training/prescription/make-prescription.ts';
import { makeOverview } from '../make-overview.ts';
import type { Allowed } from '../../../src/training/safety/allowed.ts';
import { prescribedText } from '../../../src/ui/safety/allowed-note.ts';
import { reportOf } from '../../../src/training/prescription/prescription-report.ts';
import { isEmpty } from '../../../src/ui/prescription/th-prescription-report.ts';

const NOW = Date.parse('2026-11-29T12:00:00.000Z');

const hip = (side: 'left' | 'right', value: number, watched = true) =>
  ({ side, range: { value, sd: 2 }, watched, view: 'good', azimuth: 0 }) as const;

const set = makeOverview({
  id: 'a',
  startedAt: '2026-11-27T08:00:00.000Z',
  drill: 'supine-sleeper',
  hips: [hip('left', 31.2), hip('right', 25.3)],
});

test('says how far a hip went beyond its new limit, and nothing where it did not', () => {
  expect(turnedFurther(makeItem({ side: 'both' }), [set], NOW)).toEqual({ left: 31, right: null });
  expect(turnedFurther(makeItem({ side: 'right' }), [set], NOW)).toBeNull();
  expect(turnedFurther(makeItem({ limit: 40 }), [set], NOW)).toBeNull();
  expect(turnedFurther(makeItem({ limit: null }), [set], NOW)).toBeNull();
});

test('counts only what was seen as the hip’s own, in this drill, before the limit', () => {
  expect(turnedFurther(makeItem(), [{ ...set, hips: [hip('left', 31, false)] }], NOW)).toBeNull();
  expect(turnedFurther(makeItem({ drill: 'knee-to-knee-wall' }), [set], NOW)).toBeNull();
  expect(turnedFurther(makeItem(), [set], Date.parse('2026-11-26T12:00:00.000Z'))).toBeNull();
});

const LIMITED: Allowed = {
  kind: 'limits',
  sides: ['left'],
  hardest: 'strength',
  range: 'open',
  closed: [],
  limits: { left: 25 },
  reasons: [{ about: 'prescribed', side: 'left' }],
};

test('a prescription that limits a set says who, until when and how far, in one sentence', () => {
  const [text, ...others] = prescribedText(LIMITED, takenPrescription);
  expect(text).toMatch(/^Limit from Anna Berg, Praxis am Markt, until .*25°/);
  expect(others).toEqual([]);
});

test('a prescription says nothing of a hip that something else holds, and nothing where none is taken', () => {
  const sore: Allowed = {
    ...LIMITED,
    sides: ['right'],
    limits: {},
    reasons: [
      { about: 'pain', light: 'red', side: 'left' },
      { about: 'prescribed', side: 'left' },
    ],
  };
  expect(prescribedText(sore, takenPrescription)).toEqual([]);
  expect(prescribedText(LIMITED, null)).toEqual([]);
});

test('a report is empty until something is known of a set', () => {
  const report = reportOf(takenPrescription, [], { at: takenPrescription.takenAt, from: 1000, today: 1010 });
  expect(isEmpty(report)).toBe(true);
  const [first, ...weeks] = report.weeks;
  if (first === undefined) throw new Error('no week');
  const told = { ...first, left: { pain: 0, flags: 0 } };
  expect(isEmpty({ ...report, weeks: [told, ...weeks] })).toBe(false);
});
