import type { Crop, CropWindow } from '../../src/instrument/networks/network-input.ts';
import type { Picture } from '../../src/instrument/input/picture.ts';
import type { Milliseconds } from '../../src/instrument/geometry/units.ts';

/** Name of the worker in which the pelvis network runs. It has the same script as the pose worker, which starts it. */
export const ASIDE_WORKER = 'networks';

/** An answer, and how long the worker was busy with it. */
export interface Timed<Answer> {
  readonly answer: Answer;
  readonly took: Milliseconds;
}

/** What the worker of the pelvis network does. Calls run one after the other. */
export interface AsideApi {
  /** Loads the network of a drill in the place of the last one. */
  load(drill: string): Promise<void>;
  pelvis(window: CropWindow, referencePose: Crop, picture: Picture): Promise<Timed<Float32Array>>;
}
