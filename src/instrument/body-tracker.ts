import type { DrillModels } from './input/drill-models.ts';
import type { Landmarks } from './input/landmarks.ts';
import type { MeasurementPlan } from './input/measurement-plan.ts';
import type { NetworkInput } from './networks/network-input.ts';
import type { PersonMask } from './outline/person-mask.ts';
import type { Picture } from './input/picture.ts';
import type { Reading } from './output/reading.ts';
import type { Seconds } from './geometry/units.ts';

/** What one frame brings to the instrument. `landmarks` null: the model found nobody. */
export interface TrackerInput {
  readonly time: Seconds;
  readonly picture: Picture;
  readonly landmarks: Landmarks | null;
  /** What the pelvis model said of `pelvisInput`; null: not asked, or no answer. Absent: there is none. */
  readonly pelvisAnswer?: Float32Array | null;
  /** The person's outline, where `wantsMask` asked for it and the model has it. Absent: nobody asked. */
  readonly mask?: PersonMask | null;
}

/** A reading without its timings, and what the two costly stages took on the clock the caller hands in. */
export interface TrackerOutput {
  readonly reading: Omit<Reading, 'timings'>;
  readonly surfaceMilliseconds: number;
  readonly fitMilliseconds: number;
}

/**
 * The measuring instrument behind the pose model: gates, neutral, skeleton fit, pelvis surface. Pure: `clock` is handed in
 * (only for the timings) and time is the frames' own.
 */
export interface BodyTracker {
  beginReferencePose(): void;
  /** What the pelvis model is to be shown of a frame before its `step`; null: nothing to ask. */
  pelvisInput?(picture: Picture, landmarks: Landmarks | null): NetworkInput | null;
  /** Whether the frame of this time should bring the person's outline to its `step`. Absent: never. */
  wantsMask?(time: Seconds): boolean;
  /** Whether the neutral that measures was taken by legs that the drill's own network saw; null: there is none. Absent: never. */
  readonly referenceUsesLegNetwork?: boolean | null;
  step(input: TrackerInput): TrackerOutput;
}

export type CreateBodyTracker = (plan: MeasurementPlan, clock: () => number, models?: DrillModels) => BodyTracker;
