/** In the place of `@mediapipe/pose` (`vite.config.ts`), which pose-detection imports and only its runtime 'mediapipe' uses. */
export const Pose = null;
