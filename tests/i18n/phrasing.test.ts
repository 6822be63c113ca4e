import { expect, test } from 'vitest';
import { lowerFirst, midTitle } from '../../src/i18n/phrasing.ts';

test('a sentence that goes into the middle of another begins small, but never with a small "I"', () => {
  expect(lowerFirst('Your pelvis is hidden')).toBe('your pelvis is hidden');
  expect(lowerFirst('I can’t see you well enough')).toBe('I can’t see you well enough');
  expect(lowerFirst('In the best round')).toBe('in the best round');
});

test('an acronym stays large in the middle of a sentence', () => {
  expect([midTitle('Push out'), midTitle('PAILs')]).toEqual(['push out', 'PAILs']);
});
