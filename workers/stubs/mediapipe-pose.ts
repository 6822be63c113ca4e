/**
 * Replaces `@mediapipe/pose`, which pose-detection imports but uses only with its runtime 'mediapipe'. See
 * `vite.config.ts`.
 */
export class Pose {
  constructor() {
    throw new Error("pose-detection's runtime 'mediapipe' is not bundled; use 'tfjs'");
  }
}
