/** Stands in for `@mediapipe/pose`, which pose-detection needs only for its runtime 'mediapipe'. */
export class Pose {
  constructor() {
    throw new Error("pose-detection's runtime 'mediapipe' is not bundled; use 'tfjs'");
  }
}
