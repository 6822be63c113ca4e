import type { BodyMesh, SolvedPose, SubjectBody } from '../../contract.ts';
import { skinMesh } from '../../kinematics/skin-mesh.ts';
import type { CameraView } from '../../motion/performance.ts';
import { type BodyMask, isNearFree, maskOf, projectAll } from './body-mask.ts';
import type { BackOutline } from '../cells/cell.ts';

/** The lower back's share of the trunk, 0 crotch … 1 neck: from the sacrum's upper edge to the lowest ribs. */
const LUMBAR = { from: 0.28, until: 0.52, slices: 8 } as const;
/** Of the skin at a height of the trunk, the share that lies farthest back, and how far from the spine. */
const HINDMOST = 0.3;
const BESIDE_SPINE = 0.06;
/** A vertex lies this near to the outline when it is part of it: vertices stand some pixels apart. */
const ON_OUTLINE = 3;
/** Pixels swept by an arch are looked for this far from the lower back: more than ten degrees can move it. */
const REACH = 18;

/** Vertices of the lower back in slices from below upwards, none of them empty. They follow from the rest pose, so once a body. */
export type LumbarSlices = readonly (readonly number[])[];

export function lumbarSlices(skin: BodyMesh): LumbarSlices {
  const slices: number[][] = Array.from({ length: LUMBAR.slices }, () => []);
  for (const [vertex, zone] of (skin.zone ?? []).entries()) {
    const along = (zone - LUMBAR.from) / (LUMBAR.until - LUMBAR.from);
    if (zone < 1) slices[Math.floor(along * LUMBAR.slices)]?.push(vertex);
  }
  const depth = (vertex: number) => skin.positions[vertex * 3 + 2] ?? 0;
  const aside = (vertex: number) => Math.abs(skin.positions[vertex * 3] ?? 0);
  const hindmost = slices.map((vertices) => {
    const depths = vertices.map(depth);
    const [back, front] = [Math.min(...depths), Math.max(...depths)];
    return vertices.filter(
      (vertex) => depth(vertex) <= back + HINDMOST * (front - back) && aside(vertex) <= BESIDE_SPINE,
    );
  });
  return hindmost.filter((vertices) => vertices.length > 0);
}

interface Silhouette {
  readonly mask: BodyMask;
  readonly points: Float32Array;
}

function silhouette(skin: BodyMesh, solved: SolvedPose, view: CameraView, floorLift: number): Silhouette {
  const points = projectAll(view, skinMesh(skin, solved.bones), floorLift);
  return { points, mask: maskOf(points, skin.triangles, view) };
}

type Picture = readonly [number, number];

/** For each slice the mean place of its vertices on the outline; null where none lies there. */
function freePlaces({ points, mask }: Silhouette, slices: LumbarSlices): (Picture | null)[] {
  return slices.map((vertices) => {
    const places = vertices.map((v): Picture => [points[v * 2] ?? Number.NaN, points[v * 2 + 1] ?? Number.NaN]);
    const free = places.filter(([x, y]) => isNearFree(mask, x, y, ON_OUTLINE));
    if (free.length === 0) return null;
    const mean = (axis: 0 | 1) => free.reduce((sum, place) => sum + place[axis], 0) / free.length;
    return [mean(0), mean(1)];
  });
}

/** Pixels that belong to one of two masks only, near to one of the places. */
function sweptNear(a: BodyMask, b: BodyMask, places: readonly Picture[]): number {
  let swept = 0;
  for (let at = 0; at < a.covered.length; at++) {
    if (a.covered[at] === b.covered[at]) continue;
    const [x, y] = [at % a.width, Math.floor(at / a.width)];
    if (places.some(([px, py]) => Math.hypot(x - px, y - py) <= REACH)) swept++;
  }
  return swept;
}

/** Length of outline about the places: the way along them, and the reach beyond both ends. */
function outlineAbout(places: readonly Picture[]): number {
  const way = places.reduce((sum, place, index) => {
    const before = places[index - 1] ?? place;
    return sum + Math.hypot(place[0] - before[0], place[1] - before[1]);
  }, 0);
  return way + 2 * REACH;
}

/**
 * What an arch does to the outline of the lower back, from masks of the bare skin.
 * @param level the pose without the arch
 * @throws {Error} when the body has no skin with zones
 */
export function backOutline(
  body: SubjectBody,
  slices: LumbarSlices,
  [level, arched]: readonly [SolvedPose, SolvedPose],
  view: CameraView,
  floorLift: number,
): BackOutline {
  const skin = skinOf(body);
  const before = silhouette(skin, level, view, floorLift);
  const after = silhouette(skin, arched, view, floorLift);
  const places = freePlaces(before, slices).filter((place) => place !== null);
  if (places.length === 0) return { free: 0, sweptPixels: 0, shiftPixels: 0 };
  const sweptPixels = sweptNear(before.mask, after.mask, places);
  const tenths = (value: number) => Math.round(value * 10) / 10;
  return {
    free: Math.round((100 * places.length) / slices.length) / 100,
    sweptPixels,
    shiftPixels: tenths(sweptPixels / outlineAbout(places)),
  };
}

/** @throws {Error} when there is none, or one that does not tell what lies where */
export function skinOf(body: SubjectBody): BodyMesh {
  const skin = body.meshes.find(({ name }) => name === 'body');
  if (!skin?.zone) throw new Error(`the body "${body.id}" has no skin that tells its zones`);
  return skin;
}
