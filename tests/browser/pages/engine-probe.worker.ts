import { memory } from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import manifest from '../../../models/manifest.json';
import { activate, release, threadsOf } from '../../../workers/backend/backend.ts';
import { BlazePoseEngine } from '../../../workers/blazepose/blazepose-engine.ts';
import { FramePixels } from '../../../workers/pictures/frame-pixels.ts';
import { ModelSource, weightUrls } from '../../../workers/engine/model-source.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';

export interface ProbeOptions {
  /** Number of processors that the backend sees when it chooses its number of threads. */
  readonly processors?: number;
}

let engine: BlazePoseEngine | null = null;
const pixels = new FramePixels();

/** One model on one backend, without checks and automatic choices. */
const engineProbe = {
  /** Returns the number of threads. */
  async start(backend: BackendName, size: ModelSize, options: ProbeOptions = {}): Promise<number> {
    const { processors } = options;
    if (processors) Object.defineProperty(navigator, 'hardwareConcurrency', { value: processors });
    await activate(backend);
    engine?.dispose();
    const source = new ModelSource({ files: manifest.files, partBytes: manifest.partBytes, urls: weightUrls() });
    engine = await BlazePoseEngine.create(size, source);
    return threadsOf(backend);
  },
  release(backend: BackendName): void {
    engine?.dispose();
    engine = null;
    release(backend);
  },
  /** Number of live tensors; must not grow from frame to frame. */
  tensors: () => memory().numTensors,
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
