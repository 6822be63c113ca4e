import { expect, test } from 'vitest';
import { partsHere, partsOf } from '../../../src/coach/planning/parts.ts';
import { PROGRAMME_LIMITS } from '../../../src/coach/planning/programme.ts';
import type { ProgrammeId } from '../../../src/coach/planning/built-in-programmes.ts';
import { programmeById } from '../../coach/planning/english-programmes.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { planFor, setLength } from '../../../src/ui/home-and-drill/plan-choice.ts';
import {
  mayAddProgramme,
  newProgramme,
  programmeLength,
  settingsFor,
  transitionsFor,
} from '../../../src/ui/programmes/programme-plan.ts';
import { clockText, clockTime, entryText, equipmentText } from '../../../src/ui/programmes/programme-words.ts';
import { presetKey } from '../../../src/ui/shell/services.ts';
import { DRILLS } from '../../../src/drills/index.ts';

const partsWith = (id: ProgrammeId) => partsHere(partsOf(programmeById(id), DRILLS, {}));

test('uses the goal, sides and repetitions of the programme instead of the person’s last choice', () => {
  const settings = { ...DEFAULT_SETTINGS, goal: 'prep', side: 'left' } as const;
  const [sleeper] = partsWith('hip-ir-strength');
  if (!sleeper) throw new Error('it has a first part');
  const plan = planFor(sleeper.drill, settingsFor(sleeper, settings));
  expect(plan).toMatchObject({ goal: 'strength', sides: ['left', 'right'] });
  expect(plan.preset).toEqual(supineSleeper.presets.strength);
  const pulses = partsWith('squat-run-primer').at(-1);
  if (!pulses) throw new Error('it has a last part');
  const { preset } = planFor(pulses.drill, settingsFor(pulses, settings));
  expect(preset).toEqual({ ...supineIrPulses.presets.prep, rounds: 1, reps: 10 });
});

test('uses an edited preset in a programme, and does not change the stored preset', () => {
  const edited = { ...supineSleeper.presets.strength, passive: 90 };
  const settings = { ...DEFAULT_SETTINGS, presets: { [presetKey('supine-sleeper', 'strength')]: edited } };
  const [sleeper] = partsWith('hip-ir-strength');
  if (!sleeper) throw new Error('it has a first part');
  expect(planFor(sleeper.drill, settingsFor(sleeper, settings)).preset.passive).toBe(90);
  expect(settings.presets).toEqual({ [presetKey('supine-sleeper', 'strength')]: edited });
});

test('estimates a programme longer than its sets alone, and longer with more parts', () => {
  const parts = partsWith('hip-ir-strength');
  const sets = parts.reduce((sum, { drill }) => sum + setLength(drill, drill.presets.strength, 2), 0);
  expect(programmeLength(parts, DEFAULT_SETTINGS)).toBeGreaterThan(sets);
  expect(programmeLength(parts.slice(0, 2), DEFAULT_SETTINGS)).toBeLessThan(programmeLength(parts, DEFAULT_SETTINGS));
});

test('gives every available part a transition', () => {
  const parts = partsOf(programmeById('hip-ir-breakout'), DRILLS, {});
  expect([...transitionsFor(parts).keys()]).toEqual(parts.map(({ at }) => at));
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

test('lists the equipment in a sentence', () => {
  expect(equipmentText([])).toBe('Nothing but the laptop.');
  expect(equipmentText(['mat'])).toBe('Mat.');
  expect(equipmentText(['mat', 'ball', 'block'])).toBe('Mat, ball and block.');
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
