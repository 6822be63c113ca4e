import type { Mat3, Vec3 } from '../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Seconds, WorkingSide } from '../../src/instrument/geometry/units.ts';

/**
 * What the parts of the truth lab hand to each other. Body axes: x to the person's left, y up, z forward; metres, degrees. The
 * angles of a pose ARE the field's angles: nothing is read back from a picture.
 */

/** One mesh of a built body in its rest pose. Four bones a vertex. */
export interface BodyMesh {
  readonly name: 'body' | 'cloth' | 'suit' | 'hair' | 'eyes' | 'shoes';
  readonly positions: Float32Array;
  readonly uv: Float32Array;
  readonly triangles: Uint32Array;
  readonly weights: Float32Array;
  readonly bones: Uint16Array;
  /** Of skin and offset cloth, per vertex: 0+u trunk (u 0 crotch … 1 neck), 2+u leg (0 hip … 1 ankle), 4+u arm, 9 never covered. */
  readonly zone: Float32Array | null;
  /** Of the skin only, per vertex: 1 where the suit hides it. */
  readonly covered?: Uint8Array | null;
  /** Image file inside the asset package, or null for a plain colour. */
  readonly texture: string | null;
}

/** A point of the skin with its bones: nose, ears, mouth, heels, toes. */
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
  /** From the hip joints back to the skin of the back: how high a supine person's hips lie. */
  readonly dorsal: Metres;
  readonly boneNames: readonly string[];
  /** Rest place of each rig joint, by MakeHuman's name ("upperleg01.L____head"). */
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
  /** A planted foot keeps this share (0…1) of its own orientation in the room. */
  footKeep: number;
  footRotation: Mat3 | null;
}

/** Mutable on purpose: the contact solver works on it. */
export interface SubjectPose {
  base: { rx: Degrees; ry: Degrees; rz: Degrees; x: Metres; y: Metres; z: Metres };
  pelvis: { tilt: Degrees; twist: Degrees; obliquity: Degrees };
  lumbar: { extension: Degrees; side: Degrees; rotation: Degrees };
  neck: { flexion: Degrees; rotation: Degrees; side: Degrees };
  left: LimbPose;
  right: LimbPose;
}

/** Rigid motion of one bone: p -> rotation (p - pivot) + place. */
export interface BoneMotion {
  readonly rotation: Mat3;
  readonly pivot: Vec3;
  readonly place: Vec3;
}

export interface SolvedPose {
  /** One per bone of the body, in its order. */
  readonly bones: readonly BoneMotion[];
  /** 33 BlazePose landmarks in the room, metres. */
  readonly landmarks: readonly Vec3[];
  readonly pelvis: Mat3;
  readonly thorax: Mat3;
}

/** [second, value] with minimum-jerk in between. */
export type Keys = readonly (readonly [Seconds, number])[];

export interface CameraPlace {
  /** 0 from the feet or the front, 90 the WORKING side, 180 the head or behind; mirrored for right-side work. */
  readonly azimuth: Degrees;
  readonly height: Metres;
  readonly distance: Metres;
  readonly fieldOfView: Degrees;
  readonly placement: string;
}

/** What a webcam does to a picture. */
export interface WebcamFlaws {
  readonly blur: number;
  readonly noise: number;
  /** Slow change of exposure, as a share of brightness. */
  readonly drift: number;
  /** Shake of a laptop on a soft surface, pixels (sd). */
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
  /** Who else is in the room. */
  readonly company: 'none' | 'pet' | 'person';
  readonly webcam: WebcamFlaws;
}

/** A performance as data: what moves when, and in which drill. Everything that varies between people comes from the seed. */
export interface Recipe {
  readonly id: string;
  readonly drill: string;
  readonly variant: string;
  readonly side: WorkingSide;
  readonly fps: number;
  /** True: `fps` is kept; else the seed draws a webcam's own rate. */
  readonly keepsRate?: true;
  readonly width: number;
  readonly height: number;
  readonly phases: readonly { readonly kind: string; readonly start: Seconds; readonly end: Seconds }[];
  /** Channel -> keys; channels and their units stand in `motion/channels.ts`. */
  readonly keys: Readonly<Record<string, Keys>>;
  readonly reps: readonly { readonly start: Seconds; readonly turn: Seconds; readonly end: Seconds }[];
  /** Where the laptop stands; null: the drill's recommended place, varied a little by the seed. */
  readonly camera: CameraPlace | null;
  /** Recipes that share this name and the seed show the same person in the same room; absent: the recipe's own id. */
  readonly castAs?: string;
  /** Fixed parts of the look; the rest is drawn from the seed. */
  readonly look: Partial<Look>;
}
