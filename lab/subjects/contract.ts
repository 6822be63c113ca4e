import type { Mat3, Vec3 } from '../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Seconds, WorkingSide } from '../../src/instrument/geometry/units.ts';

/**
 * Types shared by the parts of the laboratory. Body axes: x to the person's left, y up, z forward; metres, degrees. A
 * pose is given by anatomical joint angles, so its true values are known without measuring a picture.
 */

/** One mesh of a built body in its rest pose, with four bones per vertex. */
export interface BodyMesh {
  readonly name: 'body' | 'cloth' | 'suit' | 'hair' | 'eyes' | 'shoes';
  readonly positions: Float32Array;
  readonly uv: Float32Array;
  readonly triangles: Uint32Array;
  readonly weights: Float32Array;
  readonly bones: Uint16Array;
  /**
   * Per vertex of skin and shell: 0+u trunk (u 0 crotch … 1 neck), 2+u leg (0 hip … 1 ankle), 4+u arm, 9 never covered.
   */
  readonly zone: Float32Array | null;
  /** Per vertex of the skin: 1 where the suit hides it. */
  readonly covered?: Uint8Array | null;
  /** Image file in the asset package; null for a plain colour. */
  readonly texture: string | null;
}

/** A skin vertex that serves as a landmark, with its bones: nose, ears, mouth, heels, toes. */
export interface SkinPoint {
  readonly at: Vec3;
  readonly weights: readonly number[];
  readonly bones: readonly number[];
}

/** A person built from MakeHuman's core assets, in the rest pose. */
export interface SubjectBody {
  readonly id: string;
  readonly sex: 'female' | 'male';
  readonly height: Metres;
  /** Distance from the hip joints back to the skin: the height of the hips of a supine person. */
  readonly dorsal: Metres;
  readonly boneNames: readonly string[];
  /** Position of each rig joint in the rest pose, by MakeHuman's name ("upperleg01.L____head"). */
  readonly joints: Readonly<Record<string, Vec3>>;
  readonly skinPoints: Readonly<Record<string, SkinPoint>>;
  readonly meshes: readonly BodyMesh[];
}

export interface LimbPose {
  hipFlexion: Degrees;
  hipAbduction: Degrees;
  hipInternalRotation: Degrees;
  kneeFlexion: Degrees;
  ankleDorsiflexion: Degrees;
  shoulderFlexion: Degrees;
  shoulderAbduction: Degrees;
  shoulderRotation: Degrees;
  elbowFlexion: Degrees;
  wristExtension: Degrees;
  /** Share (0…1) of its orientation in the room that a planted foot keeps. */
  footKeep: number;
  footRotation: Mat3 | null;
}

/** Joint angles and position of the body. Mutable, because the contact solver changes it in place. */
export interface SubjectPose {
  base: { rx: Degrees; ry: Degrees; rz: Degrees; x: Metres; y: Metres; z: Metres };
  pelvis: { tilt: Degrees; twist: Degrees; obliquity: Degrees };
  lumbar: { extension: Degrees; side: Degrees; rotation: Degrees };
  neck: { flexion: Degrees; rotation: Degrees; side: Degrees };
  left: LimbPose;
  right: LimbPose;
}

/** Rigid motion of one bone: p -> rotation · (p − pivot) + place. */
export interface BoneMotion {
  readonly rotation: Mat3;
  readonly pivot: Vec3;
  readonly place: Vec3;
}

export interface SolvedPose {
  /** One per bone, in the order of the body's bones. */
  readonly bones: readonly BoneMotion[];
  /** 33 BlazePose landmarks in the room, metres. */
  readonly landmarks: readonly Vec3[];
  readonly pelvis: Mat3;
  readonly thorax: Mat3;
}

/** Pairs of second and value, with minimum-jerk interpolation between them. */
export type Keys = readonly (readonly [Seconds, number])[];

export interface CameraPlace {
  /** 0 at the feet or in front, 90 at the WORKING side, 180 at the head or behind; mirrored for the right side. */
  readonly azimuth: Degrees;
  readonly height: Metres;
  readonly distance: Metres;
  readonly fieldOfView: Degrees;
  readonly placement: string;
}

/** Flaws that a webcam adds to a picture. */
export interface WebcamFlaws {
  readonly blur: number;
  readonly noise: number;
  /** Amplitude of slow exposure changes, as a share of brightness. */
  readonly drift: number;
  /** Shake of a laptop on a soft surface: standard deviation, pixels. */
  readonly shake: number;
  readonly crf: number;
}

export interface Look {
  readonly body: string;
  readonly clothes: string;
  readonly room: string;
  readonly light: string;
  readonly mat: boolean;
  readonly clutter: number;
  /** Another person or animal in the room. */
  readonly company: 'none' | 'pet' | 'person';
  readonly webcam: WebcamFlaws;
}

/** A performance as data: the drill and its movement over time. What varies between people comes from the seed. */
export interface Recipe {
  readonly id: string;
  readonly drill: string;
  readonly variant: string;
  /** Another way to perform the variant, such as with a strap (`motion/movement-of.ts`). Absent: the plain one. */
  readonly manner?: string;
  readonly side: WorkingSide;
  readonly fps: number;
  /** True: the clip has exactly `fps`. Absent: the seed draws a webcam's frame rate. */
  readonly keepsRate?: true;
  readonly width: number;
  readonly height: number;
  readonly phases: readonly { readonly kind: string; readonly start: Seconds; readonly end: Seconds }[];
  /** Keys of each channel; `motion/channels.ts` lists channels and units. */
  readonly keys: Readonly<Record<string, Keys>>;
  readonly reps: readonly { readonly start: Seconds; readonly turn: Seconds; readonly end: Seconds }[];
  /** Where the laptop stands. Null: near the drill's recommended place, varied by the seed. */
  readonly camera: CameraPlace | null;
  /** Recipes with the same `castAs` and seed show the same person in the same room. Absent: the recipe's id. */
  readonly castAs?: string;
  /** Parts of the look that the recipe fixes; the seed draws the rest. */
  readonly look: Partial<Look>;
}
