import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { type BodySpec, SUITS, skinPath, targetsOf } from '../people/bodies.ts';
import { type AssetPackage, METRES, type ProxyFile, pointAt } from './asset-package.ts';
import { zoneOf } from './cloth-zones.ts';
import { type Face, readFaces, type Surface, surfaceOf } from './faces.ts';
import { dorsalDepth, findSkinPoints } from './skin-points.ts';
import type { BodyMesh, SkinPoint, SubjectBody } from '../contract.ts';

/** Material numbers of the base mesh: the visible skin, and the helper shell that tight clothes are cut from. */
const SKIN = 0;
const SHELL = 1;

/** Metres above the knee. The male suit's trousers are cut to shorts there, so that the knees are visible. */
const SUIT_HEM = { female: Number.NEGATIVE_INFINITY, male: 0.05 };

/** Metres of skin inside the hem that are kept, so that no gap shows. */
const SEEN_AT_HEM = 0.015;

/** Inputs shared by the steps that build one body. */
interface BodyBuild {
  readonly assets: AssetPackage;
  readonly vertices: Float64Array;
  readonly joints: Readonly<Record<string, Vec3>>;
  /** The asset's bone index -> index in `boneNames`. */
  readonly boneOf: ReadonlyMap<number, number>;
  readonly boneNames: readonly string[];
}

interface Skin {
  readonly weights: readonly number[];
  readonly indices: readonly number[];
  readonly perVertex: number;
}

function shapedVertices(assets: AssetPackage, spec: BodySpec): Float64Array {
  const vertices = Float64Array.from(assets.base.vertices);
  for (const [name, share] of targetsOf(spec)) {
    const moves = assets.target(name);
    if (!moves) throw new Error(`the asset package has no target "${name}"`);
    for (let i = 0; i < vertices.length; i++) {
      vertices[i] = (vertices[i] ?? 0) + (moves[i] ?? 0) * 1e-3 * share;
    }
  }
  return vertices;
}

function centre(vertices: Float64Array, indices: readonly number[]): Vec3 {
  const sum = [0, 0, 0];
  for (const index of indices) {
    for (let k = 0; k < 3; k++) sum[k] = (sum[k] ?? 0) + (vertices[index * 3 + k] ?? 0);
  }
  const [x = 0, y = 0, z = 0] = sum.map((s) => (s / indices.length) * METRES);
  return [x, y, z];
}

function openWorkshop(assets: AssetPackage, spec: BodySpec): BodyBuild {
  const vertices = shapedVertices(assets, spec);
  const boneNames: string[] = [];
  const boneOf = new Map<number, number>();
  assets.base.bones.forEach(({ name }, index) => {
    if (name.endsWith('____head')) boneOf.set(index, boneNames.push(name.replace('____head', '')) - 1);
  });
  const joints = Object.fromEntries(
    Object.entries(assets.rigJoints).map(([name, indices]) => [name, centre(vertices, indices)]),
  );
  return { assets, vertices, joints, boneOf, boneNames };
}

/** The bones that move a vertex, four at most; their weights sum to one. */
function bonesAt({ boneOf }: BodyBuild, skin: Skin, vertex: number): { weights: number[]; bones: number[] } {
  const weights = [0, 0, 0, 0];
  const bones = [0, 0, 0, 0];
  for (let k = 0; k < skin.perVertex; k++) {
    weights[k] = skin.weights[vertex * skin.perVertex + k] ?? 0;
    bones[k] = boneOf.get(skin.indices[vertex * skin.perVertex + k] ?? -1) ?? 0;
  }
  const sum = weights.reduce((a, b) => a + b, 0) || 1;
  return { weights: weights.map((w) => w / sum), bones };
}

interface Part {
  readonly name: BodyMesh['name'];
  readonly surface: Surface;
  readonly pointOf: (vertex: number) => Vec3;
  readonly skin: Skin;
  readonly texture: string | null;
}

function meshOf(shop: BodyBuild, { name, surface, pointOf, skin, texture }: Part): BodyMesh {
  const count = surface.source.length;
  const positions = new Float32Array(count * 3);
  const weights = new Float32Array(count * 4);
  const bones = new Uint16Array(count * 4);
  surface.source.forEach((vertex, i) => {
    positions.set(pointOf(vertex), i * 3);
    const skinned = bonesAt(shop, skin, vertex);
    weights.set(skinned.weights, i * 4);
    bones.set(skinned.bones, i * 4);
  });
  const uv = Float32Array.from(surface.uv);
  const triangles = Uint32Array.from(surface.triangles);
  return { name, positions, uv, triangles, weights, bones, zone: null, covered: null, texture };
}

const baseSkin = ({ base }: AssetPackage): Skin => ({
  weights: base.skinWeights,
  indices: base.skinIndices,
  perVertex: base.influencesPerVertex,
});

/**
 * Adds the zone of each vertex, from which garments are cut. Skin and shell both get zones, so that covered skin can be
 * hidden.
 */
function withZones(shop: BodyBuild, mesh: BodyMesh): BodyMesh {
  const zone = new Float32Array(mesh.positions.length / 3);
  for (let i = 0; i < zone.length; i++) {
    let most = i * 4;
    for (let k = i * 4; k < i * 4 + 4; k++) if ((mesh.weights[k] ?? 0) > (mesh.weights[most] ?? 0)) most = k;
    const p: Vec3 = [mesh.positions[i * 3] ?? 0, mesh.positions[i * 3 + 1] ?? 0, mesh.positions[i * 3 + 2] ?? 0];
    zone[i] = zoneOf(shop.boneNames[mesh.bones[most] ?? 0] ?? '', p, shop.joints);
  }
  return { ...mesh, zone };
}

/** The suit that hides skin, and how far down it reaches. */
interface Cover {
  readonly suit: ProxyFile;
  readonly hem: number;
}

function bodyMesh(shop: BodyBuild, faces: readonly Face[], texture: string | null, cover: Cover | null) {
  const { assets, vertices } = shop;
  const surface = surfaceOf(faces, assets.base.uvs[0] ?? []);
  const pointOf = (vertex: number) => pointAt(vertices, vertex);
  const name = cover ? 'body' : 'cloth';
  const mesh = withZones(shop, meshOf(shop, { name, surface, pointOf, skin: baseSkin(assets), texture }));
  if (!cover) return mesh;
  // The asset hides all skin under the uncut garment. Below the shortened hem the leg must stay visible.
  const hidden = cover.suit.metadata.deleteVerts ?? [];
  const isCovered = (v: number) => Boolean(hidden[v]) && pointOf(v)[1] > cover.hem + SEEN_AT_HEM;
  return { ...mesh, covered: Uint8Array.from(surface.source, (v) => (isCovered(v) ? 1 : 0)) };
}

/** Position of a proxy's vertex on the shaped body, metres. */
function proxyPoint(vertices: Float64Array, proxy: ProxyFile, vertex: number): Vec3 {
  const corners = proxy.ref_vIdxs[vertex] ?? [];
  const weights = proxy.weights[vertex] ?? [];
  const at = (k: number) => {
    const onBody = corners.reduce((sum, c, j) => sum + (weights[j] ?? 0) * (vertices[c * 3 + k] ?? 0), 0);
    return (onBody + (proxy.offsets[vertex]?.[k] ?? 0)) * METRES;
  };
  return [at(0), at(1), at(2)];
}

interface ProxyPart {
  readonly name: BodyMesh['name'];
  readonly path: string;
  readonly material?: string;
  readonly above?: number;
}

function proxyMesh(shop: BodyBuild, part: ProxyPart): BodyMesh {
  const { assets, vertices } = shop;
  const proxy = assets.proxy(part.path);
  const pointOf = (vertex: number) => proxyPoint(vertices, proxy, vertex);
  const hem = part.above ?? Number.NEGATIVE_INFINITY;
  const faces = readFaces(proxy.faces).filter((f) => f.vertices.every((v) => pointOf(v)[1] > hem));
  const chosen = proxy.materials.find((m) => m.DbgName === part.material) ?? proxy.materials[0];
  return meshOf(shop, {
    name: part.name,
    surface: surfaceOf(faces, proxy.uvs[0] ?? []),
    pointOf,
    skin: { weights: proxy.skinWeights, indices: proxy.skinIndices, perVertex: proxy.influencesPerVertex },
    texture: chosen?.mapDiffuse ? assets.proxyPicture(part.path, chosen.mapDiffuse) : null,
  });
}

function skinPointsOf(shop: BodyBuild, points: ReadonlyMap<number, Vec3>): Record<string, SkinPoint> {
  const skin = baseSkin(shop.assets);
  return Object.fromEntries(
    Object.entries(findSkinPoints(points, shop.joints)).map(([name, vertex]) => [
      name,
      { at: points.get(vertex) ?? [0, 0, 0], ...bonesAt(shop, skin, vertex) },
    ]),
  );
}

/**
 * A person in the rest pose, mixed from MakeHuman's core assets.
 * @throws Error when the asset package lacks a part (another version)
 */
export function buildBody(id: string, spec: BodySpec, assets: AssetPackage): SubjectBody {
  const shop = openWorkshop(assets, spec);
  const faces = readFaces(assets.base.faces);
  const skinFaces = faces.filter((f) => f.material === SKIN);
  const shellFaces = faces.filter((f) => f.material === SHELL);
  const visible = new Set(skinFaces.flatMap((f) => f.vertices));
  const points = new Map([...visible].map((v) => [v, pointAt(shop.vertices, v)]));
  const heights = [...points.values()].map((p) => p[1]);
  const suit = `clothes/${SUITS[spec.sex]}/${SUITS[spec.sex]}`;
  const hem = (shop.joints['lowerleg01.L____head']?.[1] ?? 0) + SUIT_HEM[spec.sex];
  return {
    id,
    sex: spec.sex,
    height: Math.max(...heights) - Math.min(...heights),
    dorsal: dorsalDepth(points.values(), shop.joints),
    boneNames: shop.boneNames,
    joints: shop.joints,
    skinPoints: skinPointsOf(shop, points),
    meshes: [
      bodyMesh(shop, skinFaces, skinPath(spec), { suit: assets.proxy(suit), hem }),
      bodyMesh(shop, shellFaces, null, null),
      proxyMesh(shop, { name: 'suit', path: suit, above: hem }),
      proxyMesh(shop, { name: 'hair', path: `hair/${spec.hair}/${spec.hair}` }),
      proxyMesh(shop, { name: 'eyes', path: 'eyes/Low-Poly/Low-Poly', material: spec.eyes }),
    ],
  };
}
