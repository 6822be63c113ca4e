import { createFramePipeline } from '../../src/instrument/frame-pipeline.ts';
import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import { createEngineFactory } from './engine-factory.ts';
import { EngineLoader } from './engine-loader.ts';
import { PoseInstrument } from './pose-instrument.ts';
import { AsideNetworks } from '../networks/aside-networks.ts';
import { fetchNetworksAhead, loadPelvisNetwork } from '../networks/load-networks.ts';
import { afterTimeout, asideWorker } from '../networks/open-aside-worker.ts';
import { FramePixels } from '../pictures/frame-pixels.ts';

/**
 * The instrument as the app runs it: the pose model here, the pelvis network in a worker beside it.
 * @param open starts a worker of the pose worker's script, named `ASIDE_WORKER`
 */
export function poseAndNetworks(open: () => Worker): PoseInstrument {
  const pixels = new FramePixels();
  let aside: Milliseconds = 0;
  const networks = new AsideNetworks({
    open: () => asideWorker(open()),
    after: afterTimeout,
    loadPelvisNetwork,
    onWork: (took) => {
      aside += took;
    },
  });
  return new PoseInstrument({
    loader: new EngineLoader(createEngineFactory()),
    createPipeline: createFramePipeline,
    loadPhone: async () => (await import('../../src/instrument/phone/phone-watch.ts')).newPhoneWatch(),
    loadPelvisNetwork: networks.loadPelvisNetwork,
    fetchNetworksAhead,
    readPixels: (frame) => pixels.read(frame),
    forgetSizes: () => pixels.forget(),
    onMeasuring: () => networks.start(),
    takeAside: () => {
      const took = aside;
      aside = 0;
      return took;
    },
    now: () => performance.now(),
  });
}
