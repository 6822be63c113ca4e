import { expect, test } from 'vitest';
import { partsHere, partsOf } from '../../../src/training/planning/parts.ts';
import { PROGRAMME_LIMITS } from '../../../src/training/planning/programme.ts';
import type { ProgrammeId } from '../../../src/training/planning/built-in-programmes.ts';
import { programmeById, PROGRAMMES } from '../../training/planning/english-programmes.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { planFor, setLength } from '../../../src/ui/home-and-drill/plan-choice.ts';
import {
  mayAddProgramme,
  newProgramme,
  programmeLength,
  settingsFor,
} from '../../../src/ui/programmes/programme-plan.ts';
import { clockText, clockTime, entryText } from '../../../src/ui/programmes/programme-words.ts';
import { presetKey } from '../../../src/ui/shell/services.ts';
import { DRILLS } from '../../../src/drills/index.ts';

const partsWith = (id: ProgrammeId) => partsHere(partsOf(programmeById(id), DRILLS, {}));

test('uses the goal, sides and repetitions of the programme instead of the person’s last choice', () => {
  const settings = { ...DEFAULT_SETTINGS, goal: 'prep', side: 'left' } as const;
  const [, sleeper] = partsWith('hip-ir-strength');
  if (!sleeper) throw new Error('it has a second part');
  const plan = planFor(sleeper.drill, settingsFor(sleeper, settings));
  expect(plan).toMatchObject({ goal: 'strength', sides: ['left', 'right'] });
  expect(plan.preset).toEqual({ ...supineSleeper.presets.strength, rounds: 2 });
  const pulses = partsWith('squat-run-primer').at(-1);
  if (!pulses) throw new Error('it has a last part');
  const { preset } = planFor(pulses.drill, settingsFor(pulses, settings));
  expect(preset).toEqual({ ...supineIrPulses.presets.prep, rounds: 1, reps: 10 });
});

test('uses an edited preset in a programme, and does not change the stored preset', () => {
  const edited = { ...supineSleeper.presets.strength, passive: 90 };
  const settings = { ...DEFAULT_SETTINGS, presets: { [presetKey('supine-sleeper', 'strength')]: edited } };
  const [, sleeper] = partsWith('hip-ir-strength');
  if (!sleeper) throw new Error('it has a second part');
  expect(planFor(sleeper.drill, settingsFor(sleeper, settings)).preset.passive).toBe(90);
  expect(settings.presets).toEqual({ [presetKey('supine-sleeper', 'strength')]: edited });
});

test('estimates a programme longer than its sets alone, and longer with more parts', () => {
  const parts = partsWith('hip-ir-strength');
  const sets = parts.reduce((sum, part) => {
    const { drill, sides, preset } = planFor(part.drill, settingsFor(part, DEFAULT_SETTINGS));
    return sum + setLength(drill, preset, sides.length);
  }, 0);
  expect(programmeLength(parts, DEFAULT_SETTINGS)).toBeGreaterThan(sets);
  expect(programmeLength(parts.slice(0, 2), DEFAULT_SETTINGS)).toBeLessThan(programmeLength(parts, DEFAULT_SETTINGS));
});

test('every programme of the app fits into an evening, and strength into 40 minutes with some to spare', () => {
  const most: Readonly<Record<ProgrammeId, number>> = {
    'movement-sequence': 5,
    'hip-ir-breakout': 32,
    'hip-ir-strength': 39,
    'squat-run-primer': 8,
    'hamstring-care': 20,
    'care-new-hip': 15,
    'care-pelvis': 15,
    'care-pregnancy': 15,
    'care-bones': 15,
    'care-growing': 15,
    'care-pinch': 15,
    'care-sore': 15,
  };
  for (const programme of PROGRAMMES) {
    const minutes = programmeLength(partsHere(partsOf(programme, DRILLS, {})), DEFAULT_SETTINGS) / 60;
    expect(minutes, programme.id).toBeLessThanOrEqual(most[programme.id as ProgrammeId]);
  }
});

test('the other choice of a programme keeps strength within 40 minutes', () => {
  const programme = programmeById('hip-ir-strength');
  const choices = { 'hip-ir-strength/0.3': 'ninety-ninety-lift-off-hinge' };
  const parts = partsHere(partsOf(programme, DRILLS, choices));
  expect(parts.at(-1)?.drill.id).toBe('ninety-ninety-lift-off-hinge');
  expect(programmeLength(parts, DEFAULT_SETTINGS) / 60).toBeLessThanOrEqual(40);
});

test('creates a programme with a valid id, up to the maximum number', () => {
  const made = newProgramme(1_763_661_600_000);
  expect(made.id).toMatch(/^own-[a-z0-9]+$/);
  const full = Array.from({ length: PROGRAMME_LIMITS.programmes }, (_, index) => ({
    ...made,
    id: `own-${index}`,
  }));
  expect(mayAddProgramme({ ...DEFAULT_SETTINGS, programmes: full })).toBe(false);
  expect(mayAddProgramme(DEFAULT_SETTINGS)).toBe(true);
});

test('parses a written time of day and rejects anything else', () => {
  for (const at of [0, 450, 1439]) expect(clockTime(clockText(at))).toBe(at);
  for (const text of ['', '24:00', '7:30', '12:60', 'noon']) expect(clockTime(text)).toBeNull();
});

test('states a missed day without blame', () => {
  const entry = {
    programme: programmeById('movement-sequence'),
    at: [450, 1140],
    done: 0,
    planned: 2,
    partsDone: 0,
    parts: 1,
    state: 'due',
  } as const;
  expect(entryText(entry, 'past')).toBe('No set');
  expect(entryText(entry, 'today')).toBe('Due, 2 times');
  expect(entryText(entry, 'ahead')).toBe('Planned, 2 times');
  expect(entryText({ ...entry, done: 1, state: 'begun' }, 'past')).toBe('1 of 2 done');
  expect(entryText({ ...entry, done: 2, state: 'done' }, 'today')).toBe('Done, 2 times');
  expect(entryText({ ...entry, state: 'stopped' }, 'today')).toBe('Stopped. The rest can wait.');
});
