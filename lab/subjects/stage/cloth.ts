import { Float32BufferAttribute, type Texture } from 'three';
import {
  add,
  apply,
  fromRotationVector,
  type Mat3,
  multiply,
  subtract,
  transpose,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';
import type { Share } from '../../../src/instrument/geometry/units.ts';
import type { BodyMesh, BoneMotion } from '../contract.ts';
import type { ClothPattern, Garment } from '../people/garments.ts';
import { cssColour, painted } from './materials.ts';

/** Skin is hidden only this far inside a garment (zone units), because some of it is visible at an opening. */
const SEEN_AT_OPENINGS = 0.06;

const LEG = 2;
const ARM = 4;

function isInside(garment: Garment, zone: number, margin: number): boolean {
  const [low, high] = garment.trunk;
  if (zone < 1) return zone >= low + margin && zone < high - margin;
  if (zone >= LEG && zone < LEG + 1) return zone < LEG + garment.legs - margin;
  return zone >= ARM && zone < ARM + garment.arms - margin;
}

const zoneAt = (mesh: BodyMesh, vertex: number): number => mesh.zone?.[vertex] ?? Number.POSITIVE_INFINITY;

function trianglesWhere(mesh: BodyMesh, keep: (a: number, b: number, c: number) => boolean): Uint32Array {
  const kept: number[] = [];
  for (let i = 0; i < mesh.triangles.length; i += 3) {
    const [a = 0, b = 0, c = 0] = mesh.triangles.subarray(i, i + 3);
    if (keep(a, b, c)) kept.push(a, b, c);
  }
  return Uint32Array.from(kept);
}

/** Triangles of the shell that belong to a garment. */
export const cutFrom = (cloth: BodyMesh, garment: Garment): Uint32Array =>
  trianglesWhere(cloth, (...corners) => corners.every((v) => isInside(garment, zoneAt(cloth, v), 0)));

/** Triangles of the skin that no clothes cover; covered skin could show through the cloth. */
export function visibleSkin(skin: BodyMesh, garments: readonly Garment[], suit: boolean): Uint32Array {
  const isHidden = (vertex: number) =>
    suit
      ? skin.covered?.[vertex] === 1
      : garments.some((garment) => isInside(garment, zoneAt(skin, vertex), SEEN_AT_OPENINGS));
  return trianglesWhere(skin, (...corners) => !corners.every(isHidden));
}

/** Folds: distance of the cloth from the skin at a point, as a share of its looseness. */
function foldAt(x: number, y: number, z: number): Share {
  const wave = Math.sin(31 * x + 11 * y) * Math.sin(23 * z - 17 * y) + 0.6 * Math.sin(47 * y + 19 * x - 13 * z);
  return 0.85 + 0.22 * wave;
}

/** Distance of each vertex from the skin, metres. */
export function standOff(cloth: BodyMesh, garment: Garment): Float32Array {
  const out = new Float32Array(cloth.positions.length / 3);
  for (let i = 0; i < out.length; i++) {
    const [x = 0, y = 0, z = 0] = cloth.positions.subarray(i * 3, i * 3 + 3);
    const zone = zoneAt(cloth, i);
    // Wider towards the hem; between the legs at the crotch there is no room.
    const along = zone >= LEG && zone < LEG + 1 ? Math.min(1.3, 0.45 + 2 * (zone - LEG)) : 1;
    out[i] = garment.looseness * along * foldAt(x, y, z);
  }
  return out;
}

/** Texture coordinates from the rest pose, about 4 repeats per metre; the helper shell has none. */
export function patternPlaces(cloth: BodyMesh): Float32BufferAttribute {
  const uv: number[] = [];
  for (let i = 0; i < cloth.positions.length; i += 3) {
    const [x = 0, y = 0, z = 0] = cloth.positions.subarray(i, i + 3);
    uv.push(4 * (0.8 * x + 0.6 * z), 4 * y);
  }
  return new Float32BufferAttribute(uv, 2);
}

/** Colour of the pattern: lighter on dark cloth, darker on light cloth. */
const contrast = (colour: number) =>
  ((colour >> 16) & 255) + ((colour >> 8) & 255) + (colour & 255) > 330 ? '#20242c' : '#e8e4da';

type Brush = CanvasRenderingContext2D;

const PATTERNS: Readonly<Record<Exclude<ClothPattern, 'plain'>, (brush: Brush, size: number) => void>> = {
  heather(brush, size) {
    brush.globalAlpha = 0.25;
    for (let i = 0; i < 3000; i++) {
      // A low-discrepancy sequence spreads the dots evenly without random numbers.
      brush.fillRect((i * 0.7548776662 * size) % size, (i * 0.569840291 * size) % size, 2, 1);
    }
  },
  stripes(brush, size) {
    for (let y = 0; y < 4; y++) brush.fillRect(0, (y * size) / 4, size, size / 12);
  },
  checks(brush, size) {
    brush.globalAlpha = 0.6;
    for (let i = 0; i < 4; i++) {
      brush.fillRect(0, (i * size) / 4, size, size / 12);
      brush.fillRect((i * size) / 4, 0, size / 12, size);
    }
  },
  dots(brush, size) {
    for (let i = 0; i < 16; i++) {
      brush.beginPath();
      const shift = Math.floor(i / 4) % 2 ? size / 8 : 0;
      brush.arc(((i % 4) + 0.5) * (size / 4) - shift, (Math.floor(i / 4) + 0.5) * (size / 4), size / 18, 0, 7);
      brush.fill();
    }
  },
};

/** The texture of a pattern; null for plain cloth. */
export function patternTexture({ colour, pattern }: Garment): Texture | null {
  if (pattern === 'plain') return null;
  return painted(256, 1, (brush, size) => {
    brush.fillStyle = cssColour(colour);
    brush.fillRect(0, 0, size, size);
    brush.fillStyle = contrast(colour);
    PATTERNS[pattern](brush, size);
  });
}

const RAD = Math.PI / 180;

/** Rotation of the pelvis about its long axis since the reference pose, degrees. */
function turnSince(referencePose: Mat3, now: Mat3): number {
  const turn = multiply(transpose(referencePose), now);
  return Math.atan2(turn[2] - turn[6], turn[0] + turn[8]) / RAD;
}

/** Share of the slip for the cloth over these bones. Cloth over other bones does not slip. */
const SLIPPING: readonly (readonly [RegExp, Share])[] = [
  [/^(root|pelvis|spine05)/, 1],
  [/^(spine04|upperleg01)/, 0.5],
];

export const slipShares = (boneNames: readonly string[]): readonly Share[] =>
  boneNames.map((name) => SLIPPING.find(([bones]) => bones.test(name))?.[1] ?? 0);

/**
 * Bones for the cloth: near the pelvis they are rotated back by the slip's share of the rotation since the reference
 * pose.
 * @param middle mid-hip, in the frame of the bones
 */
export function slippedBones(
  bones: readonly BoneMotion[],
  shares: readonly Share[],
  slip: Share,
  referencePose: Mat3,
  pelvis: Mat3,
  middle: Vec3,
): readonly BoneMotion[] {
  const turn = turnSince(referencePose, pelvis);
  if (slip === 0 || turn === 0) return bones;
  const axis: Vec3 = [pelvis[1], pelvis[4], pelvis[7]];
  return bones.map((bone, i) => {
    const back = -turn * slip * (shares[i] ?? 0);
    if (back === 0) return bone;
    const rotation = fromRotationVector(axis[0] * back, axis[1] * back, axis[2] * back);
    return {
      rotation: multiply(rotation, bone.rotation),
      pivot: bone.pivot,
      place: add(apply(rotation, subtract(bone.place, middle)), middle),
    };
  });
}
