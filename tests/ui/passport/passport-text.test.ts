import { describe, expect, test } from 'vitest';
import {
  changeLines,
  missingLines,
  normLines,
  noteLines,
  ownErrorLines,
  passportRows,
  pelvisLines,
  sourceLines,
  stepLine,
} from '../../../src/ui/passport/passport-text.ts';
import { hip, hipTest, reached, passportOf } from '../../training/assessment/make-hip-test.ts';

const UNEVEN = hipTest([38, 22, 45, 40], [40, 34, 45, null], { position: 'seated' });

describe('the table', () => {
  const rows = passportRows(passportOf(UNEVEN));
  const row = (name: string) => rows.find((one) => one.name === name);

  test('gives each range with its band, and the difference beyond error only', () => {
    expect(row('Turning in, by itself')).toEqual({
      name: 'Turning in, by itself',
      left: '22° ± 3°',
      right: '34° ± 3°',
      difference: 'right 12° more',
      differs: true,
    });
    expect(row('Turning in, with help')).toMatchObject({ difference: 'about the same', differs: false });
  });

  test('names a gap only beyond error, and has a dash for what is not known', () => {
    expect(row('Turning in: unused range')).toMatchObject({ left: '16° ± 5°', right: '6° ± 5°' });
    expect(row('Turning out: unused range')).toMatchObject({ left: 'within error', right: '–' });
    expect(row('In and out together, by itself')).toMatchObject({ right: '–', difference: '–' });
  });
});

test('what was not read is one line each, or one line for a whole hip', () => {
  expect(missingLines(passportOf(UNEVEN))).toEqual(['Right hip: turning out by itself']);
  expect(missingLines(passportOf(hipTest([38, 22, 45, 40], null)))).toEqual(['Right hip: everything']);
});

test('the pelvis is told by hip and way, or as still', () => {
  const moved = {
    ...hip([38, 22, 45, 40]),
    internal: { passive: reached(38, 2, { end: 'pelvis', fromPelvis: 7 }), active: null },
  };
  expect(pelvisLines(passportOf(hipTest(null, null, { hips: { left: moved, right: null } })))).toEqual([
    'Left hip, turning in with help: in 3 of 3 tries, from 37° on. It added 7° or more.',
  ]);
  expect(pelvisLines(passportOf(UNEVEN))).toEqual(['No movement of the pelvis was seen. A small one can be missed.']);
});

test('a shift and a reversed gap are explained', () => {
  expect(noteLines(passportOf(hipTest([25, 20, 50, 45], [35, 30, 40, 35])))).toHaveLength(1);
  expect(noteLines(passportOf(hipTest([20, 32, 45, 40], null)))[0]).toMatch(/^By itself a hip went further/);
  expect(noteLines(passportOf(UNEVEN))).toEqual([]);
});

describe('since the last test', () => {
  const earlier = hipTest([38, 12, 45, 40], [40, 34, 45, 40], {
    position: 'seated',
    testedAt: '2026-10-02T10:00:00.000Z',
  });

  test('only what changed beyond error is named, the rest is counted', () => {
    expect(changeLines(passportOf(earlier, UNEVEN))?.lines).toEqual([
      'Left hip, turning in by itself: 10° more.',
      '6 ranges are about the same.',
    ]);
  });

  test('nothing is said from another place, and nothing without an earlier test', () => {
    expect(changeLines(passportOf({ ...earlier, placement: 'side' }, UNEVEN))?.lines).toEqual([
      'Your earlier tests were from another place, so they are not compared.',
    ]);
    expect(changeLines(passportOf(UNEVEN))).toBeNull();
  });

  test('the own error is told once there are tests of two days', () => {
    expect(ownErrorLines(passportOf(UNEVEN))).toEqual([]);
    expect(ownErrorLines(passportOf(earlier, UNEVEN))[0]).toMatch(
      /^By your own tests on different days, one test is off by 2.7°/,
    );
  });
});

test('an average stands beside the arc of a position that has one, and its source is named', () => {
  const seated = passportOf(UNEVEN);
  expect(normLines(seated)[0]).toMatch(
    /16 men and 18 women of about 36 years had 81.7° in and out together with help \(standard deviation 11.6°\)/,
  );
  expect(sourceLines(seated, [])[0]).toMatch(/^Passive hip rotation range of motion.* 2003, from its abstract$/);
  const supine = passportOf({ ...UNEVEN, position: 'supine' });
  expect(normLines(supine)[0]).toBe('No published average fits this position.');
  expect(sourceLines(supine, [])).toEqual([]);
});

test('a step is explained only where the programme proposed takes it', () => {
  expect(stepLine({ step: 'strength', why: 'easy' }, 'build', 'strength')).toMatch(/one step harder/);
  // Pain in the answers made it gentle, and it was strength already.
  expect(stepLine({ step: 'strength', why: 'easy' }, 'build', 'gentle')).toBeNull();
  expect(stepLine({ step: 'strength', why: 'easy' }, 'strength', 'strength')).toBeNull();
  expect(stepLine({ step: 'gentle', why: 'sore' }, 'gentle', 'gentle')).toBeNull();
  expect(stepLine({ step: 'gentle', why: 'stopped' }, 'gentle', 'gentle')).toMatch(/gentle now/);
  expect(stepLine({ step: 'build', why: null }, 'build', 'build')).toBeNull();
  // Six weeks without a change are told, and move nothing.
  expect(stepLine({ step: 'build', why: 'no-change' }, 'build', 'build')).toMatch(/six weeks, and nothing changed/);
});
