import type { FrameLandmarks } from '../input/landmarks.ts';

/** Landmark numbers of the left knee, ankle, heel and toe. The right one's number is one higher. */
const LEFT_LEG_LANDMARKS = [25, 27, 29, 31] as const;

/**
 * The same frame with left and right leg exchanged: the fit tries this when the pose model may have mixed up the legs.
 */
export function swapLeftRight(frame: FrameLandmarks): FrameLandmarks {
  const points = Float64Array.from(frame.points);
  const visibility = Float64Array.from(frame.visibility);
  for (const l of LEFT_LEG_LANDMARKS) {
    const r = l + 1;
    visibility[l] = frame.visibility[r] ?? 0;
    visibility[r] = frame.visibility[l] ?? 0;
    for (const c of [0, 1]) {
      points[2 * l + c] = frame.points[2 * r + c] ?? 0;
      points[2 * r + c] = frame.points[2 * l + c] ?? 0;
    }
  }
  return { ...frame, points, visibility };
}
