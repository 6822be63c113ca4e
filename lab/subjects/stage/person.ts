import { DoubleSide, FrontSide, Group, type MeshLambertMaterialParameters, SRGBColorSpace, TextureLoader } from 'three';
import { type Mat3, midpoint, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { type BodyHead, joinBody } from '../body/body-parts.ts';
import type { Chance } from '../chance.ts';
import type { BodyMesh, BoneMotion, SubjectBody } from '../contract.ts';
import type { Outfit } from '../people/garments.ts';
import { cutFrom, patternPlaces, patternTexture, slippedBones, slipShares, standOff, visibleSkin } from './cloth.ts';
import { matt } from './materials.ts';
import { createSkinSurface, type SkinSurface } from './skin-surface.ts';
import type { BodyFiles, FlatBones } from './stage-contract.ts';

/** Colours that are multiplied with the stock hair textures. */
const HAIR_TINTS = [0xffffff, 0xd8c0a0, 0x8a7a70, 0x6a5a50, 0xb0b0b0] as const;
/** Numbers per bone in `FlatBones`. */
const STRIDE = 12;
/** BlazePose's landmark number of the left hip; the right hip has the next number. */
const LEFT_HIP = 23;
const RIGHT_HIP = 24;

async function loadBody(files: BodyFiles): Promise<SubjectBody> {
  const [head, bytes] = await Promise.all([fetch(files.head), fetch(files.bytes)]);
  if (!head.ok || !bytes.ok) throw new Error('a built body could not be read');
  return joinBody((await head.json()) as BodyHead, await bytes.arrayBuffer());
}

async function pictured(files: BodyFiles, mesh: BodyMesh): Promise<MeshLambertMaterialParameters> {
  const address = mesh.texture && files.pictures[mesh.texture];
  if (!address) return {};
  const map = await new TextureLoader().loadAsync(address);
  map.colorSpace = SRGBColorSpace;
  map.anisotropy = 2;
  return { map };
}

const bonesOf = (flat: FlatBones): BoneMotion[] =>
  Array.from({ length: flat.length / STRIDE }, (_, i) => {
    const numbers = flat.slice(i * STRIDE, (i + 1) * STRIDE);
    return {
      rotation: numbers.slice(0, 9) as unknown as Mat3,
      pivot: [0, 0, 0],
      place: numbers.slice(9) as unknown as Vec3,
    };
  });

export interface Person {
  readonly group: Group;
  readonly surfaces: readonly SkinSurface[];
  /**
   * @param pelvis present axes of the pelvis, for the slip of loose cloth
   */
  readonly pose: (flat: FlatBones, pelvis: Mat3, landmarks: readonly Vec3[]) => void;
}

function garmentSurfaces(cloth: BodyMesh, outfit: Outfit): SkinSurface[] {
  const uv = patternPlaces(cloth);
  return outfit.garments.map((garment) => {
    const map = patternTexture(garment);
    const look = matt({ side: DoubleSide, ...(map ? { map } : { color: garment.colour }) });
    return createSkinSurface(cloth, cutFrom(cloth, garment), look, standOff(cloth, garment), uv);
  });
}

async function bareSurfaces(
  files: BodyFiles,
  body: SubjectBody,
  outfit: Outfit,
  chance: Chance,
): Promise<SkinSurface[]> {
  const shown = body.meshes.filter(({ name }) => name !== 'cloth' && (name !== 'suit' || outfit.suit));
  const tint = chance.pick(HAIR_TINTS);
  const surfaces = shown.map(async (mesh) => {
    const look = await pictured(files, mesh);
    const isSkin = mesh.name === 'body';
    const material = matt({
      ...look,
      side: isSkin ? FrontSide : DoubleSide,
      ...(mesh.name === 'hair' ? { alphaTest: 0.35, color: tint } : {}),
    });
    const triangles = isSkin ? visibleSkin(mesh, outfit.garments, outfit.suit) : mesh.triangles;
    return createSkinSurface(mesh, triangles, material, null);
  });
  return Promise.all(surfaces);
}

/**
 * @param referencePose pelvis axes in the reference pose, from which the slip of the cloth is computed
 */
export async function createPerson(
  files: BodyFiles,
  outfit: Outfit,
  referencePose: Mat3,
  chance: Chance,
): Promise<Person> {
  const body = await loadBody(files);
  const cloth = body.meshes.find(({ name }) => name === 'cloth');
  const dressed = cloth && !outfit.suit ? garmentSurfaces(cloth, outfit) : [];
  const bare = await bareSurfaces(files, body, outfit, chance);
  const shares = slipShares(body.boneNames);
  const surfaces = [...bare, ...dressed];
  const group = new Group();
  group.add(...surfaces.map(({ mesh }) => mesh));
  return {
    group,
    surfaces,
    pose(flat, pelvis, landmarks) {
      const bones = bonesOf(flat);
      const middle = midpoint(landmarks[LEFT_HIP] ?? [0, 0, 0], landmarks[RIGHT_HIP] ?? [0, 0, 0]);
      const slipped = slippedBones(bones, shares, outfit.slip, referencePose, pelvis, middle);
      for (const surface of bare) surface.follow(bones);
      for (const surface of dressed) surface.follow(slipped);
    },
  };
}
