import { expose } from 'comlink';
import type { PeerWorker } from './frame-bench.ts';

interface PoseLandmarker {
  detectForVideo(picture: ImageBitmap, time: number): { close?(): void };
}

interface TasksVision {
  readonly FilesetResolver: { forVisionTasks(base: string, asModule: boolean): Promise<unknown> };
  readonly PoseLandmarker: { createFromOptions(files: unknown, options: unknown): Promise<PoseLandmarker> };
}

let landmarker: PoseLandmarker | null = null;
/** Milliseconds. Its pictures need rising times, also from one clip to the next. */
let time = 0;

/** Google's `@mediapipe/tasks-vision` on the processor. It needs WebGL to read pictures. */
const peer: PeerWorker = {
  async start(base, size) {
    const tasks = (await import(/* @vite-ignore */ `${base}/tasks/vision_bundle.mjs`)) as TasksVision;
    const files = await tasks.FilesetResolver.forVisionTasks(`${base}/tasks/wasm`, true);
    landmarker = await tasks.PoseLandmarker.createFromOptions(files, {
      baseOptions: { modelAssetPath: `${base}/tasks/pose_landmarker_${size}.task`, delegate: 'CPU' },
      runningMode: 'VIDEO',
      numPoses: 1,
    });
  },
  async find(frame) {
    time += 33;
    const start = performance.now();
    landmarker?.detectForVideo(frame, time).close?.();
    const spent = performance.now() - start;
    frame.close();
    return spent;
  },
};

expose(peer);
