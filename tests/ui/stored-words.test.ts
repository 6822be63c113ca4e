import { expect, test } from 'vitest';
import { storedReasonText } from '../../src/ui/shell/reason-text.ts';
import { storedGoalName } from '../../src/ui/shell/words.ts';

test('a word that every object knows is not taken for one of the app’s own', () => {
  for (const word of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
    expect(storedReasonText(word)).toBe(word);
    expect(storedGoalName(word)).toBe(word);
  }
});

test('the app’s own words are put into plain language', () => {
  expect(storedReasonText('too-dark')).toBe('Too dark');
  expect(storedGoalName('prep')).toBe('Prep');
});
