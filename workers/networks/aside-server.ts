import type { RunningPelvisNetwork } from '../../src/instrument/frame-pipeline.ts';
import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import { pelvisInputOf } from '../../src/instrument/networks/network-pelvis.ts';
import { codedError } from '../coded-error.ts';
import { SerialQueue } from '../engine/serial-queue.ts';
import type { AsideApi } from './aside.api.ts';
import type { Disposable, NetworkLoaders } from './drill-networks.ts';

export interface AsideParts extends NetworkLoaders {
  /** Starts the backend; called once, before the first network. */
  readonly activate: () => Promise<void>;
  readonly now: () => Milliseconds;
}

/** The side of the network's worker. */
export function createAsideApi({ activate, loadPelvisNetwork, now }: AsideParts): AsideApi {
  const queue = new SerialQueue();
  let started: Promise<void> | null = null;
  let pelvis: (RunningPelvisNetwork & Disposable) | null = null;
  return {
    load: (drill) =>
      queue.run(async () => {
        await (started ??= activate());
        pelvis?.dispose();
        pelvis = await loadPelvisNetwork(drill);
      }),
    pelvis: (look) =>
      queue.run(async () => {
        if (!pelvis) throw codedError('unexpected', 'no network was loaded');
        const start = now();
        const answer = await pelvis.run(pelvisInputOf(look));
        return { answer, took: now() - start };
      }),
  };
}
