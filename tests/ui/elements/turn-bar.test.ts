import { expect, test } from 'vitest';
import { pelvisContributionWords, turnBar } from '../../../src/ui/elements/turn-bar.ts';

test('the live bar puts what the pelvis lends after the hip’s own turn, on a scale of fifty degrees', () => {
  expect(turnBar(20, 5, 25)).toEqual({ own: 40, pelvisContribution: 10, best: 50 });
});

test('a pelvis that is hardly moving, turns the other way or is not watched lends nothing', () => {
  for (const pelvisContribution of [1.9, -8, null])
    expect([
      turnBar(20, pelvisContribution, null).pelvisContribution,
      pelvisContributionWords(pelvisContribution),
    ]).toEqual([0, '']);
  expect(pelvisContributionWords(6)).toBe('; Borrowed 6°');
});

test('the bar ends at its end, and a turn the other way fills nothing', () => {
  expect(turnBar(60, 10, 70)).toEqual({ own: 100, pelvisContribution: 0, best: 100 });
  expect(turnBar(-12, 4, null)).toEqual({ own: 0, pelvisContribution: 8, best: null });
});
