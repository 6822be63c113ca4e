import { expose } from 'comlink';
import { createFramePipeline } from '../src/instrument/frame-pipeline.ts';
import { EngineLoader } from './engine/engine-loader.ts';
import { FramePixels } from './pictures/frame-pixels.ts';
import { transferReading } from './engine/transfer-reading.ts';
import type { PoseApi } from './pose.api.ts';
import { loadLegNetwork, loadPelvisNetwork } from './networks/load-networks.ts';
import { PoseInstrument } from './engine/pose-instrument.ts';
import { createEngineFactory } from './engine/engine-factory.ts';

const pixels = new FramePixels();
const instrument = new PoseInstrument({
  loader: new EngineLoader(createEngineFactory()),
  createPipeline: createFramePipeline,
  loadPelvisNetwork,
  loadLegNetwork,
  readPixels: (frame) => pixels.read(frame),
  forgetSizes: () => pixels.forget(),
  now: () => performance.now(),
});

const api: PoseApi = {
  load: (options, onProgress, onEngineChange) => instrument.load(options, onProgress, onEngineChange),
  begin: (plan) => instrument.begin(plan),
  beginReferencePose: () => instrument.beginReferencePose(),
  analyse: async (frame, time) => transferReading(await instrument.analyse(frame, time)),
};

expose(api);
