import { expect, test } from 'vitest';
import { storedGoalName, storedReasonText } from '../../../src/ui/shell/words.ts';

test('a stored word that is a property of every object is not taken for one of the app’s own', () => {
  for (const word of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
    expect(storedReasonText(word)).toBe(word);
    expect(storedGoalName(word)).toBe(word);
  }
});

test('stored words of the app are shown in plain language', () => {
  expect(storedReasonText('too-dark')).toBe('Too dark');
  expect(storedGoalName('prep')).toBe('Warm-up');
});
