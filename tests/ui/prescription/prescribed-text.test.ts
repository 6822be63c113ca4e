import { expect, test } from 'vitest';
import type { Allowed } from '../../../src/training/safety/allowed.ts';
import { prescribedText } from '../../../src/ui/safety/allowed-note.ts';
import { takenPrescription } from '../../training/prescription/make-prescription.ts';

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
