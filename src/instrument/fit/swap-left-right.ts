import type { FrameLandmarks } from '../input/landmarks.ts';

/** Left knee, ankle, heel and toe; the right ones follow each. */
const LEG_LANDMARKS = [25, 27, 29, 31] as const;

/** The same frame if the pose model has taken the left leg for the right one; slants are not the pose model's and stay. */
export function withLegsExchanged(frame: FrameLandmarks): FrameLandmarks {
  const points = Float64Array.from(frame.points);
  const visibility = Float64Array.from(frame.visibility);
  for (const l of LEG_LANDMARKS) {
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
