import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { Keys, Recipe } from '../contract.ts';
import type { ChannelName } from '../motion/channels.ts';

/** A compensation that a recipe shows: the events of this rule lie inside the span and reach about this size. */
export interface ShownCompensation {
  readonly rule: string;
  readonly start: Seconds;
  readonly end: Seconds;
  /** Degrees; metres for lift and sit bone; degrees a second for too-fast; 0 where there is no size. */
  readonly size: number;
}

/** A recipe that says what it shows. */
export interface LabRecipe extends Recipe {
  /** One line for people. */
  readonly shows: string;
  /** All of them: whatever is not named here does not happen. */
  readonly compensations: readonly ShownCompensation[];
}

type LabKeys = Partial<Record<ChannelName, Keys>>;
type Phase = Recipe['phases'][number];

/** Phases one after the other, from their lengths. */
export function phases(...parts: readonly (readonly [kind: string, length: Seconds])[]): Phase[] {
  let start: Seconds = 0;
  return parts.map(([kind, length]) => {
    const phase = { kind, start, end: start + length };
    start = phase.end;
    return phase;
  });
}

/** Passive, push, pull, sink: 23 seconds with the still neutral before and the way back after. */
export const PAILS_RAILS = phases(['neutral', 3], ['passive', 6], ['pails', 4], ['rails', 5], ['sink', 3], ['rest', 2]);

interface Draft {
  readonly id: string;
  readonly drill: string;
  readonly shows: string;
  readonly phases: readonly Phase[];
  readonly keys: LabKeys;
}

/** 960×540 at 12 frames a second, left side, recommended place, look from the seed, unless said otherwise. */
export const labRecipe = (draft: Draft & Partial<LabRecipe>): LabRecipe => ({
  variant: 'default',
  side: 'left',
  fps: 12,
  width: 960,
  height: 540,
  reps: [],
  camera: null,
  look: {},
  compensations: [],
  ...draft,
});

/** The same performance with something changed. */
export const varied = (
  from: LabRecipe,
  suffix: string,
  shows: string,
  change: { readonly keys: LabKeys } & Partial<Omit<LabRecipe, 'id' | 'keys'>>,
): LabRecipe => ({
  ...from,
  ...change,
  id: from.id.replace(/clean$/, suffix),
  shows,
  keys: { ...from.keys, ...change.keys },
});

/** Goes there, stays and comes back: times from `start`. */
export function bump(
  start: Seconds,
  [rise, stay, fall]: readonly [Seconds, Seconds, Seconds],
  size: number,
): [Seconds, number][] {
  return [
    [start, 0],
    [start + rise, size],
    [start + rise + stay, size],
    [start + rise + stay + fall, 0],
  ];
}

/** Someone nudges the laptop in passing: it slides, turns and tilts within less than a second. */
export const laptopMoved = (from: LabRecipe, at: Seconds): LabRecipe => {
  const step = (size: number): Keys => [
    [at, 0],
    [at + 0.8, size],
  ];
  return varied(from, 'laptop-moved', 'the laptop is nudged aside and stays there', {
    keys: { cameraRight: step(0.28), cameraPan: step(-5), cameraTilt: step(-2) },
    compensations: [{ rule: 'camera-moved', start: at - 0.2, end: at + 1.2, size: 0 }],
  });
};

/** The person slides out of the picture and back. */
export const leavesFrame = (from: LabRecipe, at: Seconds, heading: number, metres: number): LabRecipe =>
  varied(from, 'leaves-frame', 'the person moves out of the picture and comes back', {
    keys: {
      gone: bump(at, [2.4, 1.4, 2.4], metres),
      heading: [[0, heading]],
    },
    compensations: [{ rule: 'out-of-frame', start: at + 0.2, end: at + 6, size: 0 }],
  });
