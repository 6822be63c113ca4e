import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import { type HeldPosition, POSITIONS } from './self-check-record.ts';

/** One valid reading of the leg with the instrument; fields as in `HeldPosition`. */
export interface CaptureSample {
  readonly time: Seconds;
  readonly hip: Degrees;
  readonly statedSd: Degrees;
  readonly pelvis: Degrees | null;
  readonly expected: Degrees | null;
}

export type CaptureStage =
  /** Waits until the leg has moved on and is held still. */
  | 'seek'
  | 'measure'
  /** A position is kept; the person reads the instrument. */
  | 'kept'
  | 'done';

export interface CaptureState {
  readonly stage: CaptureStage;
  readonly now: Seconds;
  readonly since: Seconds;
  readonly held: readonly HeldPosition[];
  /** Valid readings of the last moments; while measuring: those of the hold. */
  readonly samples: readonly CaptureSample[];
}

export type CaptureInput =
  /** `sample` null: no valid reading in this frame. */
  | { readonly kind: 'reading'; readonly time: Seconds; readonly sample: CaptureSample | null }
  /** The person wants the next two seconds measured. */
  | { readonly kind: 'measure' }
  /** The paired phone was read. */
  | { readonly kind: 'next' }
  /** The start was not the drill's start, so every position so far counts from a wrong zero. */
  | { readonly kind: 'start-doubted' }
  /** The last position is to be held again. */
  | { readonly kind: 'again' };

/** What is to be said or sounded. `position` counts from 0. */
export type CaptureEvent =
  | { readonly kind: 'measuring' }
  | { readonly kind: 'moved' }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'kept'; readonly position: number }
  | { readonly kind: 'ask'; readonly position: number }
  | { readonly kind: 'done' };

/** Length of the hold over which the readings are averaged. */
const HOLD: Seconds = 2;
/** The leg must have been still for this long before the hold begins. */
const LOOK_BACK: Seconds = 1.5;
/** Least part of `LOOK_BACK` that valid readings must span. */
const LEAST_SPAN: Seconds = 1.2;
const FEWEST_READINGS = 4;
/** A leg that has moved by less is still in the last position: the app's band is about as wide as this. */
const NEXT_POSITION: Degrees = 4;
/** A leg is not still if the means of the first and the second half of its readings differ by more than this. */
const STILL: Degrees = 1.5;
const STILL_IN_HOLD: Degrees = 2.5;
/** A leg is not held still if the standard deviation of its readings is larger than this. */
const MOST_SCATTER: Degrees = 4;
/** A longer gap without a valid reading ends the hold. */
const GAP: Seconds = 0.8;
/** Time to read the instrument. */
const READ: Seconds = 6;

export const openCapture: CaptureState = {
  stage: 'seek',
  now: 0,
  since: 0,
  held: [],
  samples: [],
};

export interface CaptureStep {
  readonly state: CaptureState;
  readonly events: readonly CaptureEvent[];
}

const only = (state: CaptureState, ...events: CaptureEvent[]): CaptureStep => ({ state, events });

const enter = (state: CaptureState, stage: CaptureStage): CaptureState => ({
  ...state,
  stage,
  since: state.now,
  samples: [],
});

export function stepCapture(state: CaptureState, input: CaptureInput): CaptureStep {
  if (state.stage === 'done') return only(state);
  switch (input.kind) {
    case 'reading':
      return observe(state, input);
    case 'measure':
      return state.stage === 'seek' ? measure(state) : only(state);
    case 'next':
      return state.stage === 'kept' ? askNext(state) : only(state);
    case 'start-doubted':
      return only({ ...openCapture, now: state.now, since: state.now });
    case 'again':
      return again(state);
  }
}

const measure = (state: CaptureState): CaptureStep => only(enter(state, 'measure'), { kind: 'measuring' });

const seekAfter = (state: CaptureState, kind: 'moved' | 'unseen'): CaptureStep => only(enter(state, 'seek'), { kind });

function askNext(state: CaptureState): CaptureStep {
  const position = state.held.length;
  if (position >= POSITIONS) return only(enter(state, 'done'), { kind: 'done' });
  return only(enter(state, 'seek'), { kind: 'ask', position });
}

function again(state: CaptureState): CaptureStep {
  if (state.stage !== 'kept') return only(state);
  const held = state.held.slice(0, -1);
  return only(enter({ ...state, held }, 'seek'), { kind: 'ask', position: held.length });
}

function observe(before: CaptureState, { time, sample }: Extract<CaptureInput, { kind: 'reading' }>): CaptureStep {
  if (time <= before.now && before.now > 0) return only(before);
  const state: CaptureState = {
    ...before,
    now: time,
    since: before.now === 0 ? time : before.since,
    samples: sample ? [...before.samples, sample] : before.samples,
  };
  switch (state.stage) {
    case 'seek':
      return seek(state);
    case 'measure':
      return hold(state);
    case 'kept':
      return time - state.since >= READ ? askNext(state) : only({ ...state, samples: [] });
    case 'done':
      return only(state);
  }
}

function seek(state: CaptureState): CaptureStep {
  const samples = state.samples.filter(({ time }) => state.now - time <= LOOK_BACK);
  const recent = { ...state, samples };
  const now = mean(samples.map(total));
  const last = state.held.at(-1);
  // The start position is not measured, because a person may rest there between two positions. A leg beyond it, turned outward, is in
  // no drill: the start was taken within the movement then, and will be asked for again.
  const away = now >= NEXT_POSITION && (!last || Math.abs(now - total(last)) >= NEXT_POSITION);
  const spans = (samples.at(-1)?.time ?? 0) - (samples[0]?.time ?? 0) >= LEAST_SPAN;
  return away && spans && samples.length >= FEWEST_READINGS && isStill(samples, STILL) ? measure(recent) : only(recent);
}

function hold(state: CaptureState): CaptureStep {
  const { samples, now, since } = state;
  if (now - (samples.at(-1)?.time ?? since) > GAP) return seekAfter(state, 'unseen');
  if (now - since < HOLD) return only(state);
  if (samples.length < FEWEST_READINGS) return seekAfter(state, 'unseen');
  if (!isStill(samples, STILL_IN_HOLD)) return seekAfter(state, 'moved');
  const held = [...state.held, positionOf(samples)];
  return only(enter({ ...state, held }, 'kept'), { kind: 'kept', position: held.length - 1 });
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((all, value) => all + value, 0) / values.length;

const deviation = (values: readonly number[]): number => {
  const centre = mean(values);
  return values.length < 2
    ? 0
    : Math.sqrt(mean(values.map((one) => (one - centre) ** 2)) * (values.length / (values.length - 1)));
};

const total = ({ hip, pelvis }: Pick<CaptureSample, 'hip' | 'pelvis'>): Degrees => hip + (pelvis ?? 0);

function isStill(samples: readonly CaptureSample[], drift: Degrees): boolean {
  const values = samples.map(total);
  const half = Math.floor(values.length / 2);
  return Math.abs(mean(values.slice(half)) - mean(values.slice(0, half))) <= drift && deviation(values) <= MOST_SCATTER;
}

/** The mean of the readings that have the value; null: fewer than half have it. */
function meanWhereKnown(values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  return known.length * 2 >= values.length && known.length > 0 ? mean(known) : null;
}

const positionOf = (samples: readonly CaptureSample[]): HeldPosition => ({
  typed: null,
  hip: mean(samples.map(({ hip }) => hip)),
  pelvis: meanWhereKnown(samples.map(({ pelvis }) => pelvis)),
  expected: meanWhereKnown(samples.map(({ expected }) => expected)),
  sd: deviation(samples.map(({ hip }) => hip)),
  statedSd: mean(samples.map(({ statedSd }) => statedSd)),
  seconds: (samples.at(-1)?.time ?? 0) - (samples[0]?.time ?? 0),
  readings: samples.length,
});
