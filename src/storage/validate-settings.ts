import type { Share } from '../instrument/geometry/units.ts';
import type { Goal, Preset } from '../coach/drill-definition.ts';
import { PROGRAMME_LIMITS } from '../coach/planning/programme.ts';
import type { LanguageChoice } from '../i18n/language.ts';
import {
  INVALID,
  boolean,
  inspect,
  integer,
  nullable,
  number,
  object,
  oneOf,
  ownValue,
  table,
  text,
  type Check,
} from './check.ts';
import { moment, strictness } from './record-fields.ts';
import { goodItems, programme, programmeRun, weekEntry } from './programme-checks.ts';
import { type ModelChoice, type Settings, type Shown, type Units, VOICE_RATES } from './storage-contract.ts';

export const DEFAULT_SETTINGS: Settings = {
  subjectHeight: 1.7,
  countIn: 15,
  muted: false,
  voice: true,
  volume: 1,
  voiceRate: 1,
  singleKeys: true,
  language: 'auto',
  voiceName: null,
  units: 'cm',
  strictness: 'standard',
  shown: 'camera',
  goal: 'prep',
  side: 'left',
  cameraId: null,
  model: 'auto',
  presets: {},
  symptomChecked: {},
  programmes: [],
  programmeChoices: {},
  programmeRuns: {},
  week: [],
};

/** An hour for any phase: the coach's own limits are narrower, these only keep nonsense out. */
const phaseLength = number(0, 3600);
const effortShare = number(0, 0.8);
const MOST_PRESETS = 1000;
const MOST_ENTRIES = 100;

/** A faster build-up is what the method warns of: an edited preset that asks for one is dropped. */
const rampLength = number(5, 3600);

const effort: Check<readonly [Share, Share]> = (value, inspection) => {
  if (!Array.isArray(value) || value.length !== 2) return inspection.mismatch('a pair', value);
  const from = inspection.at(0, value[0], effortShare);
  const to = inspection.at(1, value[1], effortShare);
  if (from === INVALID || to === INVALID) return INVALID;
  return from <= to ? [from, to] : inspection.reject('must not go down');
};

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

/** Keeps the good entries of a table: one bad preset must not cost the others. */
const goodEntries =
  <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  (value, inspection) => {
    const plain = table<unknown>((entry) => entry, MOST_PRESETS)(value, inspection);
    if (plain === INVALID) return INVALID;
    const good = Object.entries(plain).flatMap(([key, entry]): [string, T][] => {
      const result = inspect(entry, check);
      return result.ok ? [[key, result.value]] : [];
    });
    return Object.fromEntries(good);
  };

const checks: { readonly [K in keyof Settings]: Check<Settings[K]> } = {
  subjectHeight: number(0.8, 2.5),
  countIn: number(0, 300),
  muted: boolean,
  voice: boolean,
  volume: number(0, 1),
  voiceRate: number(VOICE_RATES.min, VOICE_RATES.max),
  singleKeys: boolean,
  language: oneOf<LanguageChoice>({ auto: true, en: true, de: true }),
  voiceName: nullable(text(1, 1000)),
  units: oneOf<Units>({ cm: true, in: true }),
  strictness,
  shown: oneOf<Shown>({ camera: true, body: true, nothing: true }),
  goal: oneOf<Goal>({ prep: true, build: true, strength: true }),
  side: oneOf<Settings['side']>({ left: true, right: true, both: true, each: true }),
  cameraId: nullable(text(1, 1000)),
  model: oneOf<ModelChoice>({ auto: true, lite: true, full: true, heavy: true }),
  presets: goodEntries(preset),
  symptomChecked: goodEntries(moment),
  programmes: goodItems(programme, PROGRAMME_LIMITS.programmes),
  programmeChoices: goodEntries(text(1, 100)),
  programmeRuns: goodEntries(programmeRun),
  week: goodItems(weekEntry, MOST_ENTRIES),
};

/** `base` with every valid field of `part`; what is wrong or unknown in `part` is left out, field by field. */
export const mergedSettings = (base: Settings, part: unknown): Settings => {
  const merged = <K extends keyof Settings>(key: K): Settings[K] => {
    const result = inspect(ownValue(part, key), checks[key]);
    return result.ok ? result.value : base[key];
  };
  return {
    subjectHeight: merged('subjectHeight'),
    countIn: merged('countIn'),
    muted: merged('muted'),
    voice: merged('voice'),
    volume: merged('volume'),
    voiceRate: merged('voiceRate'),
    singleKeys: merged('singleKeys'),
    language: merged('language'),
    voiceName: merged('voiceName'),
    units: merged('units'),
    strictness: merged('strictness'),
    shown: merged('shown'),
    goal: merged('goal'),
    side: merged('side'),
    cameraId: merged('cameraId'),
    model: merged('model'),
    presets: merged('presets'),
    symptomChecked: merged('symptomChecked'),
    programmes: merged('programmes'),
    programmeChoices: merged('programmeChoices'),
    programmeRuns: merged('programmeRuns'),
    week: merged('week'),
  };
};

/** The fields that a file may bring: those that are there and valid. The camera's name means nothing on another machine. */
export const settingsFrom = (value: unknown): Partial<Settings> => {
  const found = (Object.keys(checks) as (keyof Settings)[]).flatMap((key) => {
    const result = key === 'cameraId' ? null : inspect<unknown>(ownValue(value, key), checks[key]);
    return result?.ok ? [[key, result.value] as const] : [];
  });
  return Object.fromEntries(found) as Partial<Settings>;
};

/** What goes out with an export. */
export const portableSettings = ({ cameraId: _camera, ...rest }: Settings): Omit<Settings, 'cameraId'> => rest;
