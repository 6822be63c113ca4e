import { expose } from 'comlink';
import manifest from '../../../models/manifest.json';
import { activate, release, threadsOf } from '../../../workers/backend/backend.ts';
import { BlazePoseEngine } from '../../../workers/blazepose/blazepose-engine.ts';
import { FramePixels } from '../../../workers/pictures/frame-pixels.ts';
import { ModelSource, weightUrls } from '../../../workers/engine/model-source.ts';
import type { BackendName, EngineName, ModelSize } from '../../../workers/pose.api.ts';
import { ReferenceEngine, tensorCount } from '../../../workers/engine/reference-engine.ts';

export interface ProbeOptions {
  /** How many the backend is to believe in when it decides how many threads to start. */
  readonly processors?: number;
  /** The reference engine when absent. */
  readonly engine?: EngineName;
}

let engine: ReferenceEngine | BlazePoseEngine | null = null;
const pixels = new FramePixels();

/** One model on one backend, without checks and choices. */
const engineProbe = {
  /** Gives the threads. */
  async start(backend: BackendName, size: ModelSize, options: ProbeOptions = {}): Promise<number> {
    const { processors } = options;
    if (processors) Object.defineProperty(navigator, 'hardwareConcurrency', { value: processors });
    await activate(backend);
    engine?.dispose();
    const source = new ModelSource({ files: manifest.files, urls: weightUrls() });
    engine = await (options.engine === 'own' ? BlazePoseEngine : ReferenceEngine).create(size, source);
    return threadsOf(backend);
  },
  release(backend: BackendName): void {
    engine?.dispose();
    engine = null;
    release(backend);
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
