import type { Mat3, Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Pixels, Seconds } from '../../../src/instrument/geometry/units.ts';
import type { RoomProps } from '../motion/performance.ts';
import type { Scene } from '../people/variety.ts';

/** Messages from Node to the stage page. Plain data, sent as JSON. */

/** Position and target of the camera. It changes only when the laptop is moved. */
export interface View {
  readonly eye: Vec3;
  readonly at: Vec3;
  readonly verticalFieldOfView: Degrees;
}

/** URLs of a built body and its textures. */
export interface BodyFiles {
  readonly head: string;
  readonly bytes: string;
  /** URL for each `BodyMesh.texture`. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** Twelve numbers per bone: rotation row by row, then translation; p -> rotation · p + translation. */
export type FlatBones = readonly number[];

export interface StageSetup {
  readonly width: Pixels;
  readonly height: Pixels;
  readonly view: View;
  /** Added to every height of the person. */
  readonly floor: Metres;
  readonly scene: Scene;
  readonly body: BodyFiles;
  /** A bystander, standing at the origin with the feet on the floor. */
  readonly bystander: { readonly files: BodyFiles; readonly bones: FlatBones } | null;
  readonly props: RoomProps;
  readonly referencePose: { readonly pelvis: Mat3; readonly landmarks: readonly Vec3[] };
  /** Quality of the JPEG, 0…1. */
  readonly quality: number;
}

export interface StageFrame {
  readonly time: Seconds;
  readonly bones: FlatBones;
  readonly landmarks: readonly Vec3[];
  readonly pelvis: Mat3;
  readonly view: View;
}

export interface Stage {
  /** Builds room, person and things and renders what does not move. */
  readonly set: (setup: StageSetup) => Promise<void>;
  /** @returns a JPEG in base64 */
  readonly paint: (frame: StageFrame) => string;
}

declare global {
  interface Window {
    subjectStage?: Stage;
  }
}
