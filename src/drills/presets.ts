import type { DoseSource, Goal, Preset } from '../coach/drill-definition.ts';

/** Smallest and largest value a person may set, per number of a preset. */
export interface PresetRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Rounds and repetitions are counted; the rest may be any value in the range. */
  readonly whole: boolean;
}

/** The numbers of a preset that are edited one by one; `effort` is a pair and has its own limit. */
export type PresetNumber = Exclude<keyof Preset, 'effort'>;

const seconds = (min: number, max: number, step = 5): PresetRange => ({ min, max, step, whole: false });
const count = (min: number, max: number): PresetRange => ({ min, max, step: 1, whole: true });

/**
 * Limits of the editable numbers. The method warns of ramps under 5 s and of efforts over 80 %. A push or pull that is not
 * held trains little, so each keeps a hold of 5 s: a pull (RAILs) of 10 s is 5 s of building up and 5 s of hold.
 */
export const PRESET_LIMITS: Readonly<Record<PresetNumber, PresetRange>> = {
  passive: seconds(15, 300, 15),
  pailsRamp: seconds(5, 30),
  pailsHold: seconds(5, 30, 1),
  rails: seconds(10, 30, 1),
  sink: seconds(5, 120),
  rest: seconds(0, 180),
  rounds: count(1, 5),
  reps: count(1, 30),
};

export const EFFORT_LIMIT: PresetRange = { min: 0, max: 0.8, step: 0.05, whole: false };

/**
 * Durations (s) and efforts (share of the maximum) for the goal of the day. They follow the ranges published by
 * teachers of functional range conditioning: 2 min passive, ramps of 10–20 s, at most 8 of 10. No trial supports one
 * dose over another.
 * `rails` is the ramp and the hold together; the holds are 5, 9 and 12 s.
 */
export const GOAL_PRESETS: Readonly<Record<Goal, Preset>> = {
  prep: pushing({ pailsRamp: 10, pailsHold: 5, rails: 10, sink: 20, rest: 15, rounds: 1, effort: [0.2, 0.3] }),
  build: pushing({ pailsRamp: 15, pailsHold: 10, rails: 15, sink: 20, rest: 20, rounds: 2, effort: [0.5, 0.6] }),
  strength: pushing({ pailsRamp: 20, pailsHold: 15, rails: 20, sink: 30, rest: 30, rounds: 3, effort: [0.7, 0.8] }),
};

function pushing({ effort, ...times }: Omit<Preset, 'passive' | 'reps'>): Preset {
  return { passive: 120, ...times, reps: 10, effort };
}

/** Presets of a drill: those of each goal, with the numbers that the drill sets itself. */
export const presetsWith = (
  { prep, build, strength }: Readonly<Record<Goal, Partial<Preset>>>,
  usual: Readonly<Record<Goal, Preset>> = GOAL_PRESETS,
): Readonly<Record<Goal, Preset>> => ({
  prep: { ...usual.prep, ...prep },
  build: { ...usual.build, ...build },
  strength: { ...usual.strength, ...strength },
});

/** Who says how long and how often, the same for each goal but those in `own`. */
export const doseFrom = (
  source: DoseSource,
  own: Partial<Record<Goal, DoseSource>> = {},
): Readonly<Record<Goal, DoseSource>> => ({ prep: source, build: source, strength: source, ...own });

/** 15 to 20 pulses in two or three sets. */
export const PULSE_PRESETS = presetsWith({
  prep: { rounds: 2, reps: 15, rest: 30 },
  build: { rounds: 2, reps: 20, rest: 30 },
  strength: { rounds: 3, reps: 20, rest: 45 },
});

const within = (value: number, range: PresetRange): number => {
  const bounded = Math.min(range.max, Math.max(range.min, Number.isFinite(value) ? value : range.min));
  return range.whole ? Math.round(bounded) : bounded;
};

/** The preset with every number inside its limits. NaN and infinity become the smallest allowed value. */
export function clampPreset(preset: Preset): Preset {
  const low = within(preset.effort[0], EFFORT_LIMIT);
  const numbers = Object.entries(PRESET_LIMITS).map(([key, range]) => [
    key,
    within(preset[key as PresetNumber], range),
  ]);
  return {
    ...(Object.fromEntries(numbers) as Record<PresetNumber, number>),
    effort: [low, Math.max(low, within(preset.effort[1], EFFORT_LIMIT))],
  };
}
