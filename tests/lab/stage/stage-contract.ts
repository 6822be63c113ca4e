import type { Mat3, Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Pixels, Seconds } from '../../../src/instrument/geometry/units.ts';
import type { RoomProps } from '../motion/performance.ts';
import type { Scene } from '../variety.ts';

/** What Node tells the page. Plain data: it travels as JSON. */

/** Where the camera is and what it looks at; another one only when somebody moves the laptop. */
export interface View {
  readonly eye: Vec3;
  readonly at: Vec3;
  readonly verticalFieldOfView: Degrees;
}

/** Addresses of a built body and its pictures. */
export interface BodyFiles {
  readonly head: string;
  readonly bytes: string;
  /** `BodyMesh.texture` -> address. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** Twelve numbers a bone: rotation row by row, then the shift; p -> rotation p + shift. */
export type FlatBones = readonly number[];

export interface StageSetup {
  readonly width: Pixels;
  readonly height: Pixels;
  readonly view: View;
  /** Added to every y of the person. */
  readonly floor: Metres;
  readonly scene: Scene;
  readonly body: BodyFiles;
  /** Somebody who stands about; their feet are on the floor at the origin. */
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
  /** Builds room, person and things and paints what stands still. */
  readonly set: (setup: StageSetup) => Promise<void>;
  /** @returns a JPEG, base64 */
  readonly paint: (frame: StageFrame) => string;
}

declare global {
  interface Window {
    subjectStage?: Stage;
  }
}
