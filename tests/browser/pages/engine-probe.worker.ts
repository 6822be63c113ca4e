import { expose } from 'comlink';
import manifest from '../../../models/manifest.json';
import { activate, threadsOf } from '../../../workers/backend.ts';
import { FramePixels } from '../../../workers/frame-pixels.ts';
import { ModelSource } from '../../../workers/model-source.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';
import { PoseEngine, tensorCount } from '../../../workers/pose-engine.ts';
import { weightUrls } from '../../../workers/weight-urls.ts';

let engine: PoseEngine | null = null;
const pixels = new FramePixels();

/** One model on one backend, without checks and choices. */
const engineProbe = {
  /** `processors`: how many the backend is to believe in when it decides how many threads to start. Gives the threads. */
  async start(backend: BackendName, size: ModelSize, processors?: number): Promise<number> {
    if (processors) Object.defineProperty(navigator, 'hardwareConcurrency', { value: processors });
    await activate(backend);
    engine?.dispose();
    engine = await PoseEngine.create(size, new ModelSource({ files: manifest.files, urls: weightUrls() }));
    return threadsOf(backend);
  },
  tensors: () => tensorCount(),
  /** Found from scratch; plain arrays, rounded to hundredths of a pixel. */
  async estimate(bitmap: ImageBitmap) {
    if (!engine) throw new Error('call start first');
    const { width, height } = bitmap;
    engine.reset();
    const found = await engine.estimate(pixels.read(bitmap).forModel);
    const points = Array.from(found?.points ?? [], (value) => Math.round(value * 100) / 100);
    return { width, height, points, score: found?.score ?? 0 };
  },
};

export type EngineProbe = typeof engineProbe;
expose(engineProbe);
