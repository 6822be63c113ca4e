import type { EngineInfo, LoadOptions, LoadProgress } from '../../../workers/pose.api.ts';
import type { FrameSource } from './frame-source.ts';
import type { PoseClient } from '../worker-client/pose-client.ts';
import { wantedEngine } from '../worker-client/wanted-engine.ts';

export interface OpenTogetherOptions {
  readonly client: Pick<PoseClient, 'load'>;
  readonly model: LoadOptions['model'];
  /** Frames a second that the chosen model should reach. */
  readonly targetRate: number;
  readonly openSource: () => Promise<FrameSource>;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** Loads the model and opens the source at the same time. When one fails, the other is not left open. */
export async function openTogether({
  client,
  model,
  targetRate,
  openSource,
  onProgress,
}: OpenTogetherOptions): Promise<{ readonly engine: EngineInfo; readonly source: FrameSource }> {
  const opening = openSource();
  try {
    const wanted = wantedEngine(globalThis.location?.search ?? '');
    const loading = client.load({ model, backend: 'auto', targetRate, engine: wanted }, onProgress);
    const [engine, source] = await Promise.all([loading, opening]);
    return { engine, source };
  } catch (error) {
    opening.then(
      (source) => source.close(),
      () => undefined,
    );
    throw error;
  }
}
