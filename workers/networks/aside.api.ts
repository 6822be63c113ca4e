import type { Crop } from '../../src/instrument/networks/crop-pixels.ts';
import type { CropWindow } from '../../src/instrument/networks/crop-window.ts';
import type { LegAnswer } from '../../src/instrument/networks/leg-model.ts';
import type { Picture } from '../../src/instrument/input/picture.ts';
import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import type { NetworkName } from '../../src/instrument/output/reading.ts';

/** Name of the worker in which the small networks run. It has the same script as the pose worker, which starts it. */
export const ASIDE_WORKER = 'networks';

/** An answer, and how long the worker was busy with it. */
export interface Timed<Answer> {
  readonly answer: Answer;
  readonly took: Milliseconds;
}

/** What the worker of the small networks does. Calls run one after the other. `picture` null: that of the last call. */
export interface AsideApi {
  /** Loads a network in the place of the last one of its kind. */
  load(name: NetworkName, drill: string): Promise<void>;
  legs(window: CropWindow, picture: Picture | null): Promise<Timed<LegAnswer>>;
  pelvis(window: CropWindow, referencePose: Crop, picture: Picture | null): Promise<Timed<Float32Array>>;
}
