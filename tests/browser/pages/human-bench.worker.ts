import { expose } from 'comlink';
import type { PeerWorker } from './frame-bench.ts';

interface Human {
  load(): Promise<void>;
  detect(picture: ImageBitmap): Promise<{ readonly body: readonly unknown[] }>;
}

let human: Human | null = null;

/** `@vladmandic/human` with its body model alone, on its own copy of TensorFlow.js. */
const peer: PeerWorker = {
  async start(base, size) {
    // Its copy of TensorFlow.js would start threads from a blob, which the policy refuses, and wait for them. One thread, as the others.
    Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');
    const { Human: Package } = (await import(/* @vite-ignore */ `${base}/human/human.esm.js`)) as {
      Human: new (settings: unknown) => Human;
    };
    const off = { enabled: false };
    human = new Package({
      backend: 'wasm',
      wasmPath: `${base}/human/`,
      modelBasePath: `${base}/weights/`,
      // Frames may not be skipped: the app measures each one too.
      cacheSensitivity: 0,
      filter: off,
      face: off,
      hand: off,
      object: off,
      gesture: off,
      segmentation: off,
      body: {
        enabled: true,
        modelPath: `blazepose-${size}.json`,
        detector: { modelPath: 'blazepose-detector.json' },
        skipFrames: 0,
        skipTime: 0,
      },
    });
    await human.load();
  },
  async find(frame) {
    const start = performance.now();
    await human?.detect(frame);
    const time = performance.now() - start;
    frame.close();
    return time;
  },
};

expose(peer);
