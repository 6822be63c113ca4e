import type { LoadProgress, ModelSize } from '../../../workers/pose.api.ts';
import { createPoseWorker, PoseClient } from './pose-client.ts';
import { wantedEngine } from './wanted-engine.ts';

/** A clip waits for nobody: the model is the one asked for, however slow. */
const TARGET_RATE = 1;

/** Kept from clip to clip: loading takes longer than many a clip. */
let loaded: { readonly model: ModelSize; readonly client: PoseClient } | null = null;

/** The client that measures recorded clips with a model; the same one as long as the model stays. */
export async function clipClient(model: ModelSize, onProgress: (progress: LoadProgress) => void): Promise<PoseClient> {
  if (loaded?.model === model) return loaded.client;
  loaded?.client.close();
  loaded = null;
  const client = new PoseClient({ createWorker: createPoseWorker });
  const engine = wantedEngine(location.search);
  await client.load({ model, backend: 'auto', targetRate: TARGET_RATE, engine }, onProgress);
  loaded = { model, client };
  return client;
}
