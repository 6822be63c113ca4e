import { checkPerson } from '../../../src/instrument/checks/person-check.ts';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import type { FramingCheck, ReferencePoseState } from '../../../src/instrument/output/reading.ts';
import {
  ReferencePoseCapture,
  type HeldReferencePose,
} from '../../../src/instrument/reference-pose/reference-pose-capture.ts';
import { type AnyClipName, clipOf, planOf } from '../../../lab/made/truth-landmarks.ts';

export const FPS = 12;
/** Pixels of every clip. */
const [WIDTH, HEIGHT] = [960, 540];

/** The capture only stores pictures; here their first byte identifies them. */
export const picture = (mark = 0): Picture => ({ width: WIDTH, height: HEIGHT, grey: Uint8ClampedArray.of(mark) });
export const checked = (landmarks: Landmarks | null) => checkPerson(landmarks, WIDTH, HEIGHT);

/** A capture of a clip's drill that has begun. */
export function begun(name: AnyClipName = 'supine-sleeper-clean-far'): ReferencePoseCapture {
  const capture = new ReferencePoseCapture(planOf(clipOf(name)));
  capture.begin();
  return capture;
}

export interface Fed {
  readonly held: HeldReferencePose | null;
  readonly time: number;
  /** Frame by frame. */
  readonly reported: readonly { readonly state: ReferencePoseState; readonly posture: FramingCheck['posture'] }[];
}

/** Feeds frames until one completes the reference pose or the time is over. */
export function feed(
  capture: ReferencePoseCapture,
  from: number,
  seconds: number,
  at: (time: number) => Landmarks,
): Fed {
  const reported: Fed['reported'][number][] = [];
  for (let i = 0; i < Math.round(seconds * FPS); i++) {
    const time = from + i / FPS;
    const landmarks = at(time);
    const held = capture.step(picture(i), landmarks, checked(landmarks), time);
    reported.push({ state: capture.state, posture: capture.placement.posture });
    if (held) return { held, time, reported };
  }
  return { held: null, time: from + Math.round(seconds * FPS) / FPS, reported };
}
