import type { PelvisLook } from '../../src/instrument/networks/network-pelvis.ts';
import type { Milliseconds } from '../../src/instrument/geometry/units.ts';

/** Name of the worker in which the pelvis network runs. It has the same script as the pose worker, which starts it. */
export const ASIDE_WORKER = 'networks';

/** What the worker of the pelvis network does. Calls run one after the other. */
export interface AsideApi {
  /** Loads the network of a drill in the place of the last one. */
  load(drill: string): Promise<void>;
  /** @returns the answer, and how long the worker was busy with it */
  pelvis(look: PelvisLook): Promise<{ readonly answer: Float32Array; readonly took: Milliseconds }>;
}
