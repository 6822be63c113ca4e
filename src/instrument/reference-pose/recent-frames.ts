import type { Landmarks } from '../input/landmarks.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';
import { FEWEST_FRAMES, type HeldFrame, heldFrame, mediansOf, spanOf } from './still-frames.ts';
import { isWithin, type Pixels, type Seconds } from '../geometry/units.ts';

const LOOKS_BACK: Seconds = 3;
/** A shorter look back is no more than the present moment. */
const LEAST_SPAN: Seconds = 1.5;

/**
 * Where a person has mostly been seen of late, at rest or not. Under dark trousers the pose model takes one leg for the other
 * several times a second, and now and then blends them: a moment then shows a posture that nobody was in.
 */
export class RecentFrames {
  #frames: HeldFrame[] = [];

  add(landmarks: Landmarks, time: Seconds): void {
    const kept = this.#frames.filter((frame) => frame.time < time && isWithin(time - frame.time, LOOKS_BACK));
    this.#frames = [...kept, heldFrame(landmarks, time)];
  }

  clear(): void {
    this.#frames = [];
  }

  /** Medians of the last three seconds; null: too little was seen. */
  middle(width: Pixels, height: Pixels): StillLandmarks | null {
    const enough = this.#frames.length >= FEWEST_FRAMES && spanOf(this.#frames) >= LEAST_SPAN;
    return enough ? mediansOf(this.#frames, width, height) : null;
  }
}
