import type { BodyMesh, SolvedPose, SubjectBody } from '../../contract.ts';
import { skinMesh } from '../../kinematics/skin-mesh.ts';
import type { CameraView } from '../../motion/performance.ts';
import { type BodyMask, isNearFree, maskOf, projectAll } from './body-mask.ts';
import type { BackOutline } from '../cells/cell.ts';

/** The lower back as a part of the trunk (0 crotch … 1 neck): from the upper edge of the sacrum to the lowest ribs. */
const LUMBAR = { from: 0.28, until: 0.52, slices: 8 } as const;
/**
 * Share of the skin at one height that counts as back (the rearmost vertices), and its largest distance from the spine.
 */
const HINDMOST = 0.3;
const BESIDE_SPINE = 0.06;
/** Pixels from the background within which a vertex counts as part of the outline; vertices are some pixels apart. */
const ON_OUTLINE = 3;
/** Pixels around the lower back that are searched for swept area; more than an arch of ten degrees moves it. */
const REACH = 18;

/** Vertices of the lower back in non-empty slices, from below upwards. Computed once per body from the rest pose. */
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

/** Mean position of each slice's vertices on the outline; null if there are none. */
function freePlaces({ points, mask }: Silhouette, slices: LumbarSlices): (Picture | null)[] {
  return slices.map((vertices) => {
    const places = vertices.map((v): Picture => [points[v * 2] ?? Number.NaN, points[v * 2 + 1] ?? Number.NaN]);
    const free = places.filter(([x, y]) => isNearFree(mask, x, y, ON_OUTLINE));
    if (free.length === 0) return null;
    const mean = (axis: 0 | 1) => free.reduce((sum, place) => sum + place[axis], 0) / free.length;
    return [mean(0), mean(1)];
  });
}

/** Number of pixels that belong to only one of the two masks and lie near one of the places. */
function sweptNear(a: BodyMask, b: BodyMask, places: readonly Picture[]): number {
  let swept = 0;
  for (let at = 0; at < a.covered.length; at++) {
    if (a.covered[at] === b.covered[at]) continue;
    const [x, y] = [at % a.width, Math.floor(at / a.width)];
    if (places.some(([px, py]) => Math.hypot(x - px, y - py) <= REACH)) swept++;
  }
  return swept;
}

/** Length of the outline along the places, plus `REACH` at both ends. */
function outlineAbout(places: readonly Picture[]): number {
  const way = places.reduce((sum, place, index) => {
    const before = places[index - 1] ?? place;
    return sum + Math.hypot(place[0] - before[0], place[1] - before[1]);
  }, 0);
  return way + 2 * REACH;
}

/**
 * The visible outline of the lower back and its motion in an arch, from masks of the bare skin.
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

/** The skin of a body. @throws {Error} when there is none, or one without zones */
export function skinOf(body: SubjectBody): BodyMesh {
  const skin = body.meshes.find(({ name }) => name === 'body');
  if (!skin?.zone) throw new Error(`the body "${body.id}" has no skin that tells its zones`);
  return skin;
}
