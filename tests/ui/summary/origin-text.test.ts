import { expect, test } from 'vitest';
import { originText } from '../../../src/ui/summary/summary-text.ts';

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

test('states the camera place of each side separately', () => {
  expect(originText({ neutral: left, neutrals: [left, right] })).toBe(
    'Left: view good, lens about 1.4 m high and 2.3 m away, looking 33° down. Right: view fair, lens about 1.4 m high and 1.8 m away, looking 33° down.',
  );
});

test('lists a reference pose that was captured again on the same side', () => {
  expect(originText({ neutral: left, neutrals: [left, { ...left, view: 'fair' }] })).toContain('Left again: view fair');
});

test('omits the side for a single reference pose, and says so if there was none', () => {
  const text = 'View good, lens about 1.4 m high and 2.3 m away, looking 33° down.';
  expect(originText({ neutral: left, neutrals: [left] })).toBe(text);
  expect(originText({ neutral: left, neutrals: [] })).toBe(text);
  expect(originText({ neutral: null, neutrals: [] })).toBe('No start position was held.');
});
