import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

/** The part of a clip's truth file (`tests/clips/README.md`) that the coach needs. */
export interface TruthClip {
  readonly drill: string;
  readonly fps: number;
  readonly width: number;
  readonly camera: { readonly distanceMetres: number; readonly horizontalFovDegrees: number };
  readonly phases: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly events: readonly {
    readonly rule: string;
    readonly start: number;
    readonly end: number;
    readonly peak: number;
  }[];
  readonly reps: readonly {
    readonly start: number;
    readonly turn: number;
    readonly end: number;
    readonly amplitude: number;
  }[];
  readonly frames: readonly {
    readonly hip: { readonly left: { readonly internalRotation: number } };
    readonly pelvis: { readonly twist: number; readonly obliquity: number; readonly lift: number };
    readonly landmarks: readonly (readonly [number, number])[];
  }[];
}

const FOLDERS = ['../../clips/', '../../../../shared/clips/'];

/** The truth of a clip; null: neither the repository nor the shared folder beside it has the clip. */
export function loadTruth(name: string): TruthClip | null {
  const paths = FOLDERS.map((folder) => fileURLToPath(new URL(`${folder}${name}.truth.json`, import.meta.url)));
  const path = paths.find((candidate) => existsSync(candidate));
  return path === undefined ? null : (JSON.parse(readFileSync(path, 'utf8')) as TruthClip);
}

/** Readings of a perfect instrument: the truth relative to its own reference pose, 12 a second. */
export function truthReadings(clip: TruthClip): readonly Reading[] {
  const referencePose = clip.phases.find((phase) => phase.kind === 'neutral');
  const still = referencePose?.end ?? 3;
  const zeroFrames = clip.frames.filter((_, index) => index / clip.fps < still);
  const mean = (value: (frame: TruthClip['frames'][number]) => number) =>
    zeroFrames.reduce((sum, frame) => sum + value(frame), 0) / Math.max(1, zeroFrames.length);
  const zero = mean((frame) => frame.hip.left.internalRotation);
  const upright = mean(trunkAngle);
  const place = [mean((frame) => hipInPicture(frame)[0]), mean((frame) => hipInPicture(frame)[1])] as const;
  const metres = metresPerPixel(clip);
  return clip.frames.map((frame, index) => {
    const time = index / clip.fps;
    const { twist, obliquity, lift } = frame.pelvis;
    return makeReading({
      time,
      referencePoseAt: time < still - 0.1 ? 'holding' : still - 0.1,
      internalRotation: frame.hip.left.internalRotation - zero,
      twist,
      obliquity,
      lift,
      hipsShift: metres * Math.hypot(hipInPicture(frame)[0] - place[0], hipInPicture(frame)[1] - place[1]),
      trunkLean: Math.abs(trunkAngle(frame) - upright),
    });
  });
}

/** Metres across the line of sight at the distance of the hips. */
const metresPerPixel = ({ width, camera: { distanceMetres, horizontalFovDegrees } }: TruthClip): number =>
  (2 * distanceMetres * Math.tan((horizontalFovDegrees * Math.PI) / 360)) / width;

/** Where the right hip is in the picture, against the right ankle: the side that rests while the left one works. */
function hipInPicture({ landmarks }: TruthClip['frames'][number]): readonly [x: number, y: number] {
  const [[hipX, hipY], [footX, footY]] = [landmarks[24] ?? [0, 0], landmarks[28] ?? [0, 0]];
  return [hipX - footX, hipY - footY];
}

/** Angle of the line from mid-hip to mid-shoulder in the picture, degrees from vertical. */
function trunkAngle({ landmarks }: TruthClip['frames'][number]): number {
  const at = (index: number) => landmarks[index] ?? [0, 0];
  const middle = (a: number, b: number, axis: 0 | 1) => (at(a)[axis] + at(b)[axis]) / 2;
  const x = middle(11, 12, 0) - middle(23, 24, 0);
  const y = middle(11, 12, 1) - middle(23, 24, 1);
  return (Math.atan2(x, -y) * 180) / Math.PI;
}
