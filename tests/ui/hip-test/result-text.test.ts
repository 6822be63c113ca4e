import { afterEach, expect, test } from 'vitest';
import { german } from '../../../src/i18n/de/german.ts';
import { speak } from '../../../src/i18n/speaking.ts';
import { arcPaths, directionOf } from '../../../src/ui/charts/hip-arcs.ts';
import { drawnHips, resultSentences } from '../../../src/ui/hip-test/result-text.ts';
import { hipTest } from '../../training/assessment/make-hip-test.ts';

afterEach(() => speak(null));

test('a hip test says first which hip turns further, beyond the measuring error', () => {
  const both = hipTest([38, 20, 44, 38], [25, 15, 45, 40]);
  expect(resultSentences(both)).toEqual([
    'Your left hip turns in 13° further: left 38°, right 25°.',
    'Both hips turn out about equally far: left 44°, right 45°.',
  ]);
  speak(german);
  expect(resultSentences(both)[0]).toBe('Deine linke Hüfte dreht 13° weiter nach innen: links 38°, rechts 25°.');
});

test('where only one hip was read, nothing is compared', () => {
  expect(resultSentences(hipTest([31, 24, 41, null], null))).toEqual([
    'Your left hip turns in by 31°.',
    'Your left hip turns out by 41°.',
  ]);
  expect(resultSentences(hipTest([null, null, null, null], null))).toEqual([]);
});

test('a way that was read by itself in both hips is compared by that', () => {
  const both = hipTest([null, 20, 44, 38], [40, 33, 45, 40]);
  expect(resultSentences(both)[0]).toBe('Your right hip turns in 13° further: left 20°, right 33°.');
});

test('both hips are drawn beside each other, and the foot of each swings outwards as its hip turns in', () => {
  const hips = drawnHips(hipTest([39, 31, 45, 40], [41, 34, 45, null]));
  expect(hips.map(({ side, figures }) => [side, ...figures.map(({ rotation }) => rotation)])).toEqual([
    ['left', 'internal', 'external'],
    ['right', 'external', 'internal'],
  ]);
  expect(hips[1]?.figures[0]).toMatchObject({ own: 'not read' });
  expect([directionOf('left', 'internal'), directionOf('right', 'internal')]).toEqual([-1, 1]);
});

test('of what was not read nothing is drawn, and without help there is no lighter part', () => {
  expect(arcPaths({ active: null, passive: null, band: 0 }, 1)).toEqual({ own: null, helped: null, error: null });
  expect(arcPaths({ active: 30, passive: null, band: 3 }, 1).helped).toBeNull();
  const { own, helped, error } = arcPaths({ active: 30, passive: 40, band: 3 }, 1);
  // 90 · sin 30° to the right of the knee.
  expect(own).toContain('145.0 91.9');
  expect(helped).toContain('145.0 91.9');
  expect(error).not.toBeNull();
});
