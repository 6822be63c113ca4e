import { expose } from 'comlink';
import { createBodyTracker } from '../src/body/create-body-tracker.ts';
import { EngineLoader } from './engine-loader.ts';
import { FramePixels } from './frame-pixels.ts';
import { handOver } from './hand-over.ts';
import type { PoseApi } from './pose.api.ts';
import { loadLegNetwork } from './leg-models.ts';
import { loadPelvisNetwork } from './pelvis-models.ts';
import { PoseInstrument } from './pose-instrument.ts';
import { createTfjsWorkshop } from './tfjs-workshop.ts';

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
