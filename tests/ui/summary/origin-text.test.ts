import { expect, test } from 'vitest';
import { originText } from '../../../src/ui/summary/origin-text.ts';

const left = {
  at: 3,
  side: 'left',
  view: 'good',
  azimuth: 255,
  lookingDown: 33,
  distance: 2.3,
  lensHeight: 1.4,
} as const;
const right = { ...left, side: 'right', at: 90, view: 'fair', distance: 1.8 } as const;

test('a second side that was seen worse is not shown with the view of the first', () => {
  expect(originText({ neutral: left, neutrals: [left, right] })).toBe(
    'Left: view good, lens about 1.4 m high and 2.3 m away, looking 33° down. Right: view fair, lens about 1.4 m high and 1.8 m away, looking 33° down.',
  );
});

test('a start that was held again after a bump is told as well', () => {
  expect(originText({ neutral: left, neutrals: [left, { ...left, view: 'fair' }] })).toContain('Left again: view fair');
});

test('one start needs no side, and none is said to be none', () => {
  const text = 'View good, lens about 1.4 m high and 2.3 m away, looking 33° down.';
  expect(originText({ neutral: left, neutrals: [left] })).toBe(text);
  expect(originText({ neutral: left, neutrals: [] })).toBe(text);
  expect(originText({ neutral: null, neutrals: [] })).toBe('No neutral was held.');
});
