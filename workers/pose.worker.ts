import { expose } from 'comlink';
import { createBodyTracker } from '../src/instrument/create-body-tracker.ts';
import { EngineLoader } from './engine/engine-loader.ts';
import { FramePixels } from './pictures/frame-pixels.ts';
import { handOver } from './engine/transfer-reading.ts';
import type { PoseApi } from './pose.api.ts';
import { loadLegNetwork } from './networks/leg-models.ts';
import { loadPelvisNetwork } from './networks/pelvis-models.ts';
import { PoseInstrument } from './engine/pose-instrument.ts';
import { createTfjsWorkshop } from './engine/engine-factory.ts';

const pixels = new FramePixels();
const instrument = new PoseInstrument({
  loader: new EngineLoader(createTfjsWorkshop()),
  createTracker: createBodyTracker,
  loadPelvisNetwork,
  loadLegNetwork,
  readPixels: (frame) => pixels.read(frame),
  now: () => performance.now(),
});

const api: PoseApi = {
  load: (options, onProgress, onEngineChange) => instrument.load(options, onProgress, onEngineChange),
  begin: (plan) => instrument.begin(plan),
  beginReferencePose: () => instrument.beginReferencePose(),
  analyse: async (frame, time) => handOver(await instrument.analyse(frame, time)),
};

expose(api);
