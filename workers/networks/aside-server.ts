import type { RunningPelvisNetwork } from '../../src/instrument/frame-pipeline.ts';
import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import type { Picture } from '../../src/instrument/input/picture.ts';
import { legInputOf } from '../../src/instrument/networks/leg-keypoints.ts';
import type { RunningLegNetwork } from '../../src/instrument/networks/leg-stage.ts';
import { pelvisInputOf } from '../../src/instrument/networks/pelvis-pair.ts';
import { codedError } from '../coded-error.ts';
import { SerialQueue } from '../engine/serial-queue.ts';
import type { AsideApi, Timed } from './aside.api.ts';
import type { Disposable, NetworkLoaders } from './drill-networks.ts';

export interface AsideParts extends Required<NetworkLoaders> {
  /** Starts the backend; called once, before the first network. */
  readonly activate: () => Promise<void>;
  readonly now: () => Milliseconds;
}

/** The side of the networks' worker. */
export function createAsideApi({ activate, loadLegNetwork, loadPelvisNetwork, now }: AsideParts): AsideApi {
  const queue = new SerialQueue();
  let started: Promise<void> | null = null;
  let legs: (RunningLegNetwork & Disposable) | null = null;
  let pelvis: (RunningPelvisNetwork & Disposable) | null = null;
  let last: Picture | null = null;
  const shown = (picture: Picture | null): Picture => {
    last = picture ?? last;
    return needed(last);
  };
  const timed = async <Answer>(job: () => Promise<Answer>): Promise<Timed<Answer>> => {
    const start = now();
    return { answer: await job(), took: now() - start };
  };
  const loadLegs = async (drill: string): Promise<void> => {
    legs?.dispose();
    legs = await loadLegNetwork(drill);
  };
  const loadPelvis = async (drill: string): Promise<void> => {
    pelvis?.dispose();
    pelvis = await loadPelvisNetwork(drill);
  };
  const askLegs: AsideApi['legs'] = (window, picture) =>
    timed(() => {
      const network = needed(legs);
      return network.run(legInputOf(network.model, { window, picture: shown(picture) }));
    });
  return {
    load: (name, drill) =>
      queue.run(async () => {
        await (started ??= activate());
        await (name === 'legs' ? loadLegs : loadPelvis)(drill);
      }),
    legs: (window, picture) => queue.run(() => askLegs(window, picture)),
    pelvis: (window, referencePose, picture) =>
      queue.run(() =>
        timed(() => needed(pelvis).run(pelvisInputOf({ window, referencePose, picture: shown(picture) }))),
      ),
  };
}

function needed<Thing>(thing: Thing | null): Thing {
  if (thing === null) throw codedError('unexpected', 'nothing was loaded or shown');
  return thing;
}
