import { expose } from 'comlink';
import { poseAndNetworks, transferReading } from './engine/pose-and-networks.ts';
import { activate } from './backend/backend.ts';
import { ASIDE_WORKER } from './networks/aside.api.ts';
import { createAsideApi } from './networks/aside-server.ts';
import { loadPelvisNetwork } from './networks/load-networks.ts';
import type { PoseApi } from './pose.api.ts';

function createPoseApi(): PoseApi {
  const instrument = poseAndNetworks(() => new Worker(self.location.href, { type: 'module', name: ASIDE_WORKER }));
  return {
    prepare: (options) => instrument.prepare(options),
    load: (options, onProgress, onEngineChange) => instrument.load(options, onProgress, onEngineChange),
    begin: (plan) => instrument.begin(plan),
    beginReferencePose: () => instrument.beginReferencePose(),
    phone: (samples) => instrument.phone(samples),
    analyse: async (frame, time) => transferReading(await instrument.analyse(frame, time)),
  };
}

// The same script twice, so that the second worker loads nothing new.
if (self.name === ASIDE_WORKER)
  expose(
    createAsideApi({
      activate: () => activate('wasm'),
      loadPelvisNetwork,
      now: () => performance.now(),
    }),
  );
else expose(createPoseApi());
