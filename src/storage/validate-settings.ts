import type { Share } from '../instrument/geometry/units.ts';
import { HIP_MINUTES, type HipGoal, type HipMinutes, type HipPlan } from '../training/assessment/hip-programme.ts';
import { type HipStep, RED_FLAGS, type RedFlag } from '../training/safety/red-flags.ts';
import type { Goal, Preset } from '../coach/drill-definition.ts';
import type { EndFeel, SafetyAnswers, ToldPain } from '../training/safety/answers.ts';
import {
  PROGRAMME_LIMITS,
  type DrillReference,
  OWN_PREFIX,
  type Programme,
  type ProgrammeBlock,
  type ProgrammeItem,
} from '../training/planning/programme.ts';
import {
  GOAL_LIMITS,
  type OwnGoal,
  type RangeGoal,
  type SquatAnswer,
  type SquatGoal,
} from '../training/planning/goals.ts';
import type { LanguageChoice } from '../i18n/language.ts';
import {
  always,
  INVALID,
  boolean,
  inspect,
  integer,
  nullable,
  number,
  object,
  oneOf,
  pair,
  ownValue,
  table,
  text,
  type Check,
  list,
  mended,
  that,
  optional,
  validated,
} from './check.ts';
import { takenPrescription } from './prescription/validate-prescription.ts';
import { moment, name, side, strictness, workingSide } from './record-fields.ts';
import {
  type ModelChoice,
  type Settings,
  type Shown,
  type ThemeChoice,
  type Units,
  VOICE_RATES,
} from './storage-contract.ts';
import type { Weekday } from '../training/planning/civil-day.ts';
import { MOST_RUN_SETS, type ProgrammeRun, type RunSet } from '../training/planning/programme-run.ts';
import type { WeekEntry } from '../training/planning/week.ts';

const LIMITS = PROGRAMME_LIMITS;
const MOST_PARTS = LIMITS.blocks * LIMITS.times * LIMITS.items;
const LAST_MINUTE = 24 * 60 - 1;
const MOST_TIMES_A_DAY = 6;

const anything: Check<unknown> = (value) => value;

/** The valid items of a list, in order. A damaged item is left out. */
const goodItems = <T>(check: Check<T>, most: number): Check<readonly T[]> =>
  mended(list(anything, most), (items) => items.flatMap((item) => validated(item, check) ?? []));

const someOf = <T>(check: Check<T>, most: number): Check<readonly T[]> =>
  that(list(check, most), ({ length }) => (length > 0 ? null : 'must not be empty'));

const different = <T>(check: Check<readonly T[]>): Check<readonly T[]> =>
  that(check, (items) => (new Set(items).size === items.length ? null : 'must not name one twice'));

const goal = oneOf<Goal>({ prep: true, build: true, strength: true });
const sideOrEach = oneOf<ProgrammeItem['side']>({ left: true, right: true, both: true, each: true });

const item = object<ProgrammeItem>({
  drills: someOf(object<DrillReference>({ drill: name, variant: nullable(name) }), LIMITS.choices),
  goal: nullable(goal),
  side: sideOrEach,
  rounds: nullable(integer(1, LIMITS.rounds)),
  reps: nullable(integer(1, LIMITS.reps)),
  rest: number(0, LIMITS.rest),
});

const block = object<ProgrammeBlock>({
  times: integer(1, LIMITS.times),
  items: someOf(item, LIMITS.items),
});

/** Id of a programme of the person's own, valid in an address, a key and a calendar file. */
const ownId = that(text(1, 80), (id) =>
  id.startsWith(OWN_PREFIX) && /^[a-z0-9-]+$/.test(id) ? null : `must begin with ${OWN_PREFIX}`,
);

const programme = object<Programme>({
  id: ownId,
  title: that(text(1, LIMITS.title), (title) => (title.trim() === '' ? 'must not be blank' : null)),
  summary: text(0, LIMITS.summary),
  blocks: someOf(block, LIMITS.blocks),
});

const position = integer(0, MOST_PARTS);

const programmeRun = object<ProgrammeRun>({
  programme: name,
  startedAt: moment,
  sets: list(object<RunSet>({ at: position, set: name, finished: boolean }), MOST_RUN_SETS),
  skipped: list(position, MOST_PARTS),
});

const weekday = integer(0, 6) as Check<Weekday>;

/** Days since 1970 at most: the year 2243. */
const LAST_DAY = 100_000;
/** Each is named once. */
const MOST_FLAGS = 40;

const weekEntryBasis = object<Omit<WeekEntry, 'since'>>({
  programme: name,
  days: different(list(weekday, 7)),
  at: different(someOf(integer(0, LAST_MINUTE), MOST_TIMES_A_DAY)),
});

/** Plans of old versions, and of files with a wrong day, have no day from which they hold. */
const weekEntry: Check<WeekEntry> = (value, inspection) => {
  const entry = weekEntryBasis(value, inspection);
  const since = validated(ownValue(value, 'since'), integer(0, LAST_DAY));
  return entry === INVALID || since === null ? entry : { ...entry, since };
};

/** Milliseconds since 1970. */
const instant = integer(0, LAST_DAY * 24 * 3600 * 1000);
const goalId = that(text(1, 80), (id) => (/^[A-Za-z0-9-]+$/.test(id) ? null : 'must be letters, digits and hyphens'));

const rangeGoal = object<RangeGoal>({
  kind: oneOf<'range'>({ range: true }),
  id: goalId,
  side,
  drill: name,
  degrees: integer(GOAL_LIMITS.least, GOAL_LIMITS.most),
  since: instant,
});

const squatGoal = object<SquatGoal>({
  kind: oneOf<'squat'>({ squat: true }),
  id: goalId,
  side,
  since: instant,
  answers: list(object<SquatAnswer>({ at: instant, pinched: boolean }), GOAL_LIMITS.answers),
});

const ownGoal: Check<OwnGoal> = (value, inspection) =>
  ownValue(value, 'kind') === 'squat' ? squatGoal(value, inspection) : rangeGoal(value, inspection);

const minutes: Check<HipMinutes> = (value, inspection) =>
  HIP_MINUTES.find((one) => one === value) ?? inspection.mismatch('10, 20 or 35', value);

const hipPlan = object<HipPlan>({
  goal: oneOf<HipGoal>({ range: true, control: true, ease: true }),
  pain: integer(0, 10),
  hurts: optional(workingSide),
  minutes,
  step: oneOf<HipStep>({ gentle: true, build: true, strength: true }),
  test: name,
  at: moment,
});

const redFlags = goodItems(oneOf<RedFlag>(RED_FLAGS), MOST_FLAGS);

const toldFeel = object<NonNullable<SafetyAnswers['endFeel']['left']>>({
  feel: oneOf<EndFeel>({ hard: true, pinching: true, springy: true, tight: true }),
  at: moment,
});

const safetyAnswers = object<SafetyAnswers>({
  askedAt: nullable(moment),
  again: optional(always),
  flags: redFlags,
  seen: redFlags,
  endFeel: object<SafetyAnswers['endFeel']>({ left: optional(toldFeel), right: optional(toldFeel) }),
  pain: optional(object<ToldPain>({ left: integer(0, 10), right: integer(0, 10), at: moment })),
});

/** Seconds, at most an hour. `PRESET_LIMITS` is narrower; this only rejects nonsense. */
const phaseLength = number(0, 3600);
const effortShare = number(0, 0.8);
const MOST_PRESETS = 1000;
const MOST_ENTRIES = 100;

/** Seconds. The method warns of shorter ramps, so an edited preset with one is dropped. */
const rampLength = number(5, 3600);

const effort = that(pair<Share>(effortShare), ([from, to]) => (from <= to ? null : 'must not go down'));

const preset = object<Preset>({
  passive: phaseLength,
  pailsRamp: rampLength,
  pailsHold: phaseLength,
  rails: phaseLength,
  sink: phaseLength,
  rest: phaseLength,
  rounds: integer(1, 50),
  reps: integer(0, 500),
  effort,
});

/** The valid entries of a table. A damaged entry is left out. */
const goodEntries = <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  mended(table(anything, MOST_PRESETS), (entries) =>
    Object.fromEntries(
      Object.entries(entries).flatMap(([key, entry]): [string, T][] => {
        const result = validated(entry, check);
        return result === null ? [] : [[key, result]];
      }),
    ),
  );

/** Each setting: its default, and its check. */
const SETTINGS: { readonly [K in keyof Settings]: readonly [fallback: Settings[K], check: Check<Settings[K]>] } = {
  subjectHeight: [1.7, number(0.8, 2.5)],
  countIn: [15, number(0, 300)],
  muted: [false, boolean],
  voice: [true, boolean],
  volume: [1, number(0, 1)],
  voiceRate: [1, number(VOICE_RATES.min, VOICE_RATES.max)],
  singleKeys: [true, boolean],
  language: ['auto', oneOf<LanguageChoice>({ auto: true, en: true, de: true })],
  theme: ['auto', oneOf<ThemeChoice>({ auto: true, light: true, dark: true })],
  voiceName: [null, nullable(text(1, 1000))],
  remoteVoices: [false, boolean],
  units: ['cm', oneOf<Units>({ cm: true, in: true })],
  strictness: ['standard', strictness],
  blindSpotsTold: [[], goodItems(name, MOST_ENTRIES)],
  shown: ['camera', oneOf<Shown>({ camera: true, body: true, nothing: true })],
  errorFigures: [false, boolean],
  goal: ['prep', goal],
  side: ['left', sideOrEach],
  cameraId: [null, nullable(text(1, 1000))],
  reportName: ['', text(0, 80)],
  model: ['auto', oneOf<ModelChoice>({ auto: true, lite: true, full: true, heavy: true })],
  presets: [{}, goodEntries(preset)],
  symptomChecked: [{}, goodEntries(moment)],
  safety: [{}, goodEntries(safetyAnswers)],
  programmes: [[], goodItems(programme, PROGRAMME_LIMITS.programmes)],
  programmeChoices: [{}, goodEntries(text(1, 100))],
  programmeRuns: [{}, goodEntries(programmeRun)],
  week: [[], goodItems(weekEntry, MOST_ENTRIES)],
  hipPlan: [null, nullable(hipPlan)],
  prescription: [null, nullable(takenPrescription)],
  hipGoals: [[], goodItems(ownGoal, GOAL_LIMITS.goals)],
  remindBefore: [15, nullable(integer(0, 24 * 60))],
  notify: [false, boolean],
};

export const DEFAULT_SETTINGS = Object.fromEntries(
  Object.entries(SETTINGS).map(([key, [fallback]]) => [key, fallback]),
) as unknown as Settings;

/**
 * Settings that stay on this device: the id of the camera, which differs on another one, the person's name, what the person
 * agreed to here, and the safety questions, which are asked on each device.
 */
const NOT_PORTABLE = [
  'cameraId',
  'reportName',
  'remoteVoices',
  'notify',
  'safety',
] as const satisfies readonly (keyof Settings)[];

type Portable = Omit<Settings, (typeof NOT_PORTABLE)[number]>;

const isPortable = (key: string): boolean => !NOT_PORTABLE.some((own) => own === key);

const keys = Object.keys(SETTINGS) as (keyof Settings)[];

/** The valid fields of `value` among these. Wrong and unknown fields are ignored. */
const validFields = (value: unknown, among: readonly (keyof Settings)[]): Partial<Settings> => {
  const found = among.flatMap((key) => {
    const result = inspect<unknown>(ownValue(value, key), SETTINGS[key][1]);
    return result.ok ? [[key, result.value] as const] : [];
  });
  return Object.fromEntries(found);
};

export const mergedSettings = (base: Settings, part: unknown): Settings => ({ ...base, ...validFields(part, keys) });

/** The valid settings of an imported file, without those that stay on a device. */
export function settingsFrom(value: unknown): Partial<Settings> {
  const { prescription, ...found } = validFields(value, keys.filter(isPortable));
  // A file brings limits, and takes none away.
  return prescription ? { ...found, prescription } : found;
}

export const portableSettings = (settings: Settings): Portable =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => isPortable(key))) as unknown as Portable;
