import { JOINT_LANDMARKS, type Landmarks } from '../landmarks.ts';
import type { Share } from '../units.ts';
import { CROP_SIZE } from './crop-pixels.ts';
import { type CropWindow, intoCrop } from './crop-window.ts';

/** Below this a forearm is one that the model only guesses, behind the body. */
const VISIBLE: Share = 0.5;
/** The middle of the crop, about the pelvis itself: a share of its side left out all round. */
const BORDER: Share = 0.27;
const STEPS = 8;

type Seen = Pick<Landmarks, 'points' | 'visibility'>;

/** How much of a forearm with its hand lies over the middle of the crop. */
function shareInside(seen: Seen, window: CropWindow, side: 'left' | 'right'): Share {
  const { elbow, index } = JOINT_LANDMARKS[side];
  const at = (l: number) => intoCrop(window, seen.points[2 * l] ?? 0, seen.points[2 * l + 1] ?? 0);
  const [from, to] = [at(elbow), at(index)];
  let inside = 0;
  for (let step = 0; step <= STEPS; step++) {
    const along = step / STEPS;
    const [x, y] = [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])];
    const [least, most] = [BORDER * CROP_SIZE, (1 - BORDER) * CROP_SIZE];
    if (x > least && x < most && y > least && y < most) inside++;
  }
  return inside / (STEPS + 1);
}

/**
 * True when a forearm or a hand that was elsewhere at the neutral lies before the pelvis: what it hides, the network can only
 * guess. One that lies there all the time belongs to the neutral crop as well.
 */
export function isCovered(now: Seen, neutral: Seen, window: CropWindow): boolean {
  return (['left', 'right'] as const).some((side) => {
    if ((now.visibility[JOINT_LANDMARKS[side].wrist] ?? 0) < VISIBLE) return false;
    return shareInside(now, window, side) > shareInside(neutral, window, side) + 0.15;
  });
}
