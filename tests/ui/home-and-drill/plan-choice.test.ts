import { expect, test } from 'vitest';
import { DRILLS } from '../../../src/drills/index.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { quadrupedBandIrSide } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir-side.ts';
import {
  chosenPreset,
  exercises,
  planFor,
  setLength,
  sideCheckFor,
  sidesOf,
  usedNumbers,
  usesEffort,
  usualDrill,
  usualWays,
  waysOf,
} from '../../../src/ui/home-and-drill/plan-choice.ts';
import { presetKey } from '../../../src/ui/shell/services.ts';
import type { Settings } from '../../../src/storage/storage-contract.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';

const settings: Settings = { ...DEFAULT_SETTINGS, goal: 'build', side: 'each' };

test('the choice "each" trains one leg after the other', () => {
  expect(sidesOf(supineSleeper, 'each')).toEqual(['left', 'right']);
  expect(sidesOf(supineSleeper, 'right')).toEqual(['right']);
  const plan = planFor(supineSleeper, { ...settings, countIn: 15, strictness: 'gentle' });
  expect(plan).toMatchObject({ sides: ['left', 'right'], goal: 'build', countIn: 15, strictness: 'gentle' });
});

test('a bilateral drill leaves no choice of side', () => {
  expect(sidesOf(kneeToKneeWall, 'right')).toEqual(['both']);
  expect(planFor(kneeToKneeWall, settings).sides).toEqual(['both']);
});

test('a drill with variants is offered once, by its usual variant', () => {
  expect(waysOf(DRILLS, kneeToKneeFloor)).toEqual([kneeToKneeWall, kneeToKneeFloor]);
  expect(waysOf(DRILLS, supineSleeper)).toEqual([supineSleeper]);
  expect(usualWays(DRILLS)).toContain(kneeToKneeWall);
  expect(usualWays(DRILLS)).not.toContain(kneeToKneeFloor);
  expect(usualWays(DRILLS)).toContain(supineSleeper);
});

test('a side check belongs to its drill and is no exercise of its own', () => {
  expect(sideCheckFor(DRILLS, quadrupedBandIr)).toBe(quadrupedBandIrSide);
  expect(sideCheckFor(DRILLS, quadrupedBandIrSide)).toBeNull();
  expect(sideCheckFor(DRILLS, kneeToKneeWall)).toBeNull();
  expect(usualWays(DRILLS)).not.toContain(quadrupedBandIrSide);
  expect(exercises(DRILLS)).not.toContain(quadrupedBandIrSide);
  expect(waysOf(DRILLS, quadrupedBandIr)).toEqual([quadrupedBandIr]);
});

test('the drill to start with is the last one done, not counting side checks and timers', () => {
  const usual = (...drills: string[]) =>
    usualDrill(
      DRILLS,
      drills.map((drill) => ({ drill, source: drill === 'hip-movement-sequence' ? 'demo' : 'camera' })),
      'supine-sleeper',
    );
  expect(usual('quadruped-band-ir-side', 'soft-tissue-ball', 'quadruped-band-ir', 'knee-to-knee-wall')).toBe(
    'quadruped-band-ir',
  );
  expect(usual('quadruped-band-ir-side', 'a-drill-of-another-version')).toBe('supine-sleeper');
  // Its demo was watched.
  expect(usual('hip-movement-sequence', 'knee-to-knee-wall')).toBe('knee-to-knee-wall');
});

test('an edited preset holds for its drill and goal only', () => {
  const edited = { ...supineSleeper.presets.build, passive: 45 };
  const changed = { ...settings, presets: { [presetKey('supine-sleeper', 'build')]: edited } };
  expect(chosenPreset(supineSleeper, 'build', changed).passive).toBe(45);
  expect(chosenPreset(supineSleeper, 'prep', changed)).toEqual(supineSleeper.presets.prep);
  expect(chosenPreset(quadrupedBandIr, 'build', changed)).toEqual(quadrupedBandIr.presets.build);
});

test('the length of a set counts its phases, rounds, rests and sides', () => {
  const { build } = supineSleeper.presets;
  const round = build.passive + build.pailsRamp + build.pailsHold + build.rails + build.sink;
  expect(setLength(supineSleeper, build, 2)).toBe(2 * (2 * round + build.rest));
});

test('the length of repetitions follows the metronome or the time that is set', () => {
  const pulses = supineIrPulses.presets.build;
  expect(setLength(supineIrPulses, pulses, 1)).toBeCloseTo(2 * 20 * (60 / 50) + pulses.rest, 9);
  expect(setLength(kneeToKneeWall, kneeToKneeWall.presets.build, 1)).toBe(75);
  expect(usedNumbers(kneeToKneeWall)).toEqual(['passive', 'rounds', 'rest']);
  expect(usedNumbers(supineIrPulses)).toEqual(['reps', 'rounds', 'rest']);
});

test('only the numbers that a drill uses can be edited', () => {
  expect(usedNumbers(quadrupedBandIr)).toEqual(['reps', 'rounds', 'rest']);
  expect(usesEffort(quadrupedBandIr)).toBe(false);
  for (const drill of DRILLS) expect(usedNumbers(drill)).toContain('rounds');
});
