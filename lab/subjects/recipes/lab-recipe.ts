import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { Keys, Recipe } from '../contract.ts';
import type { ChannelName } from '../motion/channels.ts';

/** A compensation in a recipe: the rule's events lie within the span and reach about this size. */
export interface ShownCompensation {
  readonly rule: string;
  readonly start: Seconds;
  readonly end: Seconds;
  /** Degrees; metres for lift and sit bone; degrees per second for too-fast; 0 for rules without a size. */
  readonly size: number;
}

/** A recipe with a description of what it shows. */
export interface LabRecipe extends Recipe {
  /** Description in one line. */
  readonly shows: string;
  /** All compensations of the recipe; no other one occurs. */
  readonly compensations: readonly ShownCompensation[];
}

type LabKeys = Partial<Record<ChannelName, Keys>>;

type Phase = Recipe['phases'][number];

/** Consecutive phases from their lengths. */
export function phases(...parts: readonly (readonly [kind: string, length: Seconds])[]): Phase[] {
  let start: Seconds = 0;
  return parts.map(([kind, length]) => {
    const phase = { kind, start, end: start + length };
    start = phase.end;
    return phase;
  });
}

/** Phases of PAILs/RAILs: reference pose, passive, push, pull, sink, rest; 23 seconds. */
export const PAILS_RAILS = phases(['neutral', 3], ['passive', 6], ['pails', 4], ['rails', 5], ['sink', 3], ['rest', 2]);

/** Phases of a set that is ended by a sign of the arms at once. */
export const SIGN_PHASES = phases(['neutral', 3], ['hold', 6.8]);

/** Keys of who sits back on the heels, and 0.2 s later takes both arms where they are the sign. */
export const signKeys = (arms: 'armsWide' | 'armsAhead'): LabKeys => ({
  sitBack: [
    [3.3, 0],
    [4.5, 1],
  ],
  [arms]: [
    [4.7, 0],
    [5.8, 1],
  ],
});

interface Draft {
  readonly id: string;
  readonly drill: string;
  readonly shows: string;
  readonly phases: readonly Phase[];
  readonly keys: LabKeys;
}

/**
 * Completes a recipe with defaults: 960 × 540, 12 frames per second, left side, recommended place, look from the seed.
 */
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

/** A changed copy of a recipe. */
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

/** Keys that rise to `size` from `start`, stay and return. */
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

/** The recipe with a nudged laptop: it slides, turns and tilts within less than a second. */
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

/** The recipe with a person who slides out of the picture and back. */
export const leavesFrame = (from: LabRecipe, at: Seconds, heading: number, metres: number): LabRecipe =>
  varied(from, 'leaves-frame', 'the person moves out of the picture and comes back', {
    keys: {
      gone: bump(at, [2.4, 1.4, 2.4], metres),
      heading: [[0, heading]],
    },
    compensations: [{ rule: 'out-of-frame', start: at + 0.2, end: at + 6, size: 0 }],
  });
