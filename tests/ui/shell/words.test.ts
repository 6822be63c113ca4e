import { expect, test } from 'vitest';
import { DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import { sideAndGoal, storedGoalName, storedReasonText } from '../../../src/ui/shell/words.ts';

test('a stored word that is a property of every object is not taken for one of the app’s own', () => {
  for (const word of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
    expect(storedReasonText(word)).toBe(word);
    expect(storedGoalName(word)).toBe(word);
  }
});

test('a stored word of the app is shown in plain language', () =>
  expect(storedReasonText('too-dark')).toMatch(/ dark$/));

test('a set has a side and a goal, a hip test only a side', () => {
  const set = { side: 'left', goal: 'prep' } as const;
  expect(sideAndGoal(DRILLS_AND_TESTS, { ...set, drill: 'supine-sleeper' })).toBe('Left, Warm-up');
  expect(sideAndGoal(DRILLS_AND_TESTS, { ...set, drill: 'hip-test-seated' })).toBe('Left');
  expect(sideAndGoal(DRILLS_AND_TESTS, { ...set, drill: 'a later drill' })).toBe('Left, Warm-up');
});
