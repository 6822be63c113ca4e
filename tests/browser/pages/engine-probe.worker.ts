import { expose } from 'comlink';
import manifest from '../../../models/manifest.json';
import { activate, release, threadsOf } from '../../../workers/backend/backend.ts';
import { BlazePoseEngine } from '../../../workers/blazepose/blazepose-engine.ts';
import { FramePixels } from '../../../workers/pictures/frame-pixels.ts';
import { ModelSource, weightUrls } from '../../../workers/engine/model-source.ts';
import type { BackendName, EngineName, ModelSize } from '../../../workers/pose.api.ts';
import { ReferenceEngine, tensorCount } from '../../../workers/engine/reference-engine.ts';

export interface ProbeOptions {
  /** Number of processors that the backend sees when it chooses its number of threads. */
  readonly processors?: number;
  /** Absent: the reference engine. */
  readonly engine?: EngineName;
}

let engine: ReferenceEngine | BlazePoseEngine | null = null;
const pixels = new FramePixels();

/** One model on one backend, without checks and automatic choices. */
const engineProbe = {
  /** Returns the number of threads. */
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
  /** Detects the person without an earlier frame. Points are rounded to 0.01 pixels. */
  async estimate(bitmap: ImageBitmap) {
    if (!engine) throw new Error('call start first');
    const { width, height } = bitmap;
    engine.reset();
    const found = await engine.estimate((await pixels.read(bitmap)).forModel);
    const points = Array.from(found?.points ?? [], (value) => Math.round(value * 100) / 100);
    return { width, height, points, score: found?.score ?? 0 };
  },
};

export type EngineProbe = typeof engineProbe;
expose(engineProbe);
