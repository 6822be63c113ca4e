import { expose } from 'comlink';
import { createFramePipeline } from '../src/instrument/frame-pipeline.ts';
import { activate } from './backend/backend.ts';
import { createEngineFactory } from './engine/engine-factory.ts';
import { EngineLoader } from './engine/engine-loader.ts';
import { PoseInstrument } from './engine/pose-instrument.ts';
import { transferReading } from './engine/transfer-reading.ts';
import { AsideNetworks } from './networks/aside-networks.ts';
import { ASIDE_WORKER } from './networks/aside.api.ts';
import { createAsideApi } from './networks/aside-server.ts';
import { loadLegNetwork, loadPelvisNetwork } from './networks/load-networks.ts';
import { afterTimeout, asideWorker } from './networks/open-aside-worker.ts';
import { FramePixels } from './pictures/frame-pixels.ts';
import type { PoseApi } from './pose.api.ts';

const now = () => performance.now();

function createPoseApi(): PoseApi {
  const pixels = new FramePixels();
  const networks = new AsideNetworks({
    open: () => asideWorker(new Worker(self.location.href, { type: 'module', name: ASIDE_WORKER })),
    after: afterTimeout,
    loadLegNetwork,
    loadPelvisNetwork,
  });
  const instrument = new PoseInstrument({
    loader: new EngineLoader(createEngineFactory()),
    createPipeline: createFramePipeline,
    loadPelvisNetwork: networks.loadPelvisNetwork,
    loadLegNetwork: networks.loadLegNetwork,
    readPixels: (frame) => pixels.read(frame),
    forgetSizes: () => pixels.forget(),
    onMeasuring: () => networks.start(),
    now,
  });
  return {
    load: (options, onProgress, onEngineChange) => instrument.load(options, onProgress, onEngineChange),
    begin: (plan) => instrument.begin(plan),
    beginReferencePose: () => instrument.beginReferencePose(),
    analyse: async (frame, time) => transferReading(await instrument.analyse(frame, time)),
  };
}

// The same script twice, so that the second worker loads nothing new.
if (self.name === ASIDE_WORKER)
  expose(createAsideApi({ activate: () => activate('wasm'), loadLegNetwork, loadPelvisNetwork, now }));
else expose(createPoseApi());
