import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import { landmarkPoint } from '../../../src/instrument/fit/frame-fit.ts';
import type { ReferencePoseFit, StillLandmarks } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import {
  cross,
  length,
  type Mat3,
  midpoint,
  subtract,
  unit,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';
import { type MotionVector, motionOf, STILL_VECTOR } from '../../../src/instrument/surface/surface-solve.ts';
import { type TrunkCylinder, trunkCylinder } from '../../../src/instrument/surface/trunk-cylinder.ts';
import { seededNormal, texture } from './noise.ts';
import { paint } from './paint.ts';
import { type ClipName, clipOf, planOf, type Seen, stillOf } from './truth-landmarks.ts';

/** A supine person whose lower trunk is an elliptic cylinder in printed cloth, seen by the camera of a clip. */
export interface TrunkScene {
  readonly plan: MeasurementPlan;
  readonly referencePose: ReferencePoseFit;
  readonly still: StillLandmarks;
  readonly cylinder: TrunkCylinder;
  /** Distance from mid-hip to mid-shoulder, metres. In a lift the trunk rotates about the shoulders. */
  readonly hinge: number;
  readonly width: number;
  readonly height: number;
  /** Part of the picture that shows the trunk from hips to lower ribs, with a margin, pixels. */
  readonly area: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

export interface TrunkLook {
  readonly motion?: MotionVector;
  readonly cloth?: 'printed' | 'plain';
  readonly room?: 'furnished' | 'bare';
  /** Standard deviation of the sensor noise, grey levels. */
  readonly noise?: number;
  readonly seed?: number;
  /** Brightness of the trunk and its surroundings relative to the reference pose. */
  readonly exposure?: number;
  /** True for pixels that something else covers. */
  readonly covered?: (x: number, y: number) => boolean;
}

const RAD = Math.PI / 180;
const FLAT = 120;
/** Margin around the outline for a lift or a rotation, pixels. */
const MARGIN = 16;
/** Range of the trunk that is rendered, metres from the hips towards the head. */
const PAINTED = [-0.1, 0.28] as const;

export const twistBy = (degrees: number): MotionVector => [0, degrees * RAD, 0, 0, 0, 0];
export const liftBy = ({ hinge }: TrunkScene, metres: number): MotionVector => [-metres / hinge, 0, 0, 0, 0, metres];

export function trunkScene(name: ClipName = 'supine-sleeper-clean-far', seen: Seen = 'as filmed'): TrunkScene {
  const clip = clipOf(name);
  const plan = planOf(clip, seen);
  const still = stillOf(clip, seen);
  const referencePose = findReferencePose(plan, still).fit;
  const at = (j: number): Vec3 => landmarkPoint(referencePose.body, referencePose.offsets, j);
  const midHip = midpoint(at(2), at(3));
  const along = subtract(midpoint(at(0), at(1)), midHip);
  // The trunk lies horizontally: the head end towards the shoulders, the front up.
  const head = unit([along[0], 0, along[2]]);
  const left = cross(head, [0, 1, 0]);
  const axes: Mat3 = [left[0], head[0], 0, left[1], head[1], 1, left[2], head[2], 0];
  const size = plan.subjectHeight / 1.72;
  const shape = { halfWidth: 0.17 * size, halfDepth: 0.11 * size };
  const { width, height } = clip;
  const cylinder = trunkCylinder(referencePose.camera, { x: width / 2, y: height / 2 }, midHip, axes, shape);
  const scene = { plan, referencePose, still, cylinder, hinge: length(along), width, height };
  return { ...scene, area: areaOf(scene) };
}

/** Part of the picture in which the rendered trunk can appear, from its outline at rest. */
function areaOf({ cylinder }: Omit<TrunkScene, 'area'>): TrunkScene['area'] {
  const places: (readonly [number, number])[] = [];
  for (const y of PAINTED)
    for (let turn = 0; turn < 360; turn += 15) {
      const point: Vec3 = [0.2 * Math.cos(turn * RAD), y, 0.16 * Math.sin(turn * RAD)];
      const [px, py] = cylinder.project(point, motionOf(STILL_VECTOR));
      places.push([px, py]);
    }
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  return {
    left: Math.floor(Math.min(...xs)) - MARGIN,
    top: Math.floor(Math.min(...ys)) - MARGIN,
    right: Math.ceil(Math.max(...xs)) + MARGIN,
    bottom: Math.ceil(Math.max(...ys)) + MARGIN,
  };
}

/** Renders one frame by ray tracing: the moved trunk in front of a still room. */
export function pictureOf(scene: TrunkScene, look: TrunkLook = {}): Picture {
  const { width, height, area } = scene;
  const { motion = STILL_VECTOR, noise = 0, seed = 1, exposure = 1, room = 'furnished' } = look;
  const normal = seededNormal(seed);
  const behind = roomOf(room, width, height);
  const grey = behind.grey.slice();
  for (let y = area.top; y < area.bottom; y++)
    for (let x = area.left; x < area.right; x++) {
      const i = y * width + x;
      const seen = look.covered?.(x, y) ? 210 : (clothAt(scene, x, y, motion, look) ?? behind.grey[i] ?? 0);
      grey[i] = seen * exposure + (noise > 0 ? noise * normal() : 0);
    }
  return { width, height, grey };
}

const rooms = new Map<string, Picture>();

function roomOf(room: 'furnished' | 'bare', width: number, height: number): Picture {
  const key = `${room} ${width} ${height}`;
  const known = rooms.get(key);
  if (known) return known;
  const picture = paint(width, height, (x, y) => (room === 'bare' ? FLAT : 40 + 80 * texture(x / 12 + 7, y / 12 + 7)));
  rooms.set(key, picture);
  return picture;
}

/** Brightness of the cloth where a ray meets the moved trunk; null if it misses. */
function clothAt(
  { cylinder }: TrunkScene,
  x: number,
  y: number,
  motion: MotionVector,
  { cloth }: TrunkLook,
): number | null {
  const ray = cylinder.rayOf(x, y);
  // The rotation decreases towards the chest, so it depends on the height of the hit: first assume the hips' height,
  // then repeat.
  const first = cylinder.meet(ray, motionOf(motion, 0));
  const hit = first && cylinder.meet(ray, motionOf(motion, first.point[1]));
  if (!hit || hit.point[1] < PAINTED[0] || hit.point[1] > PAINTED[1]) return null;
  if (cloth === 'plain') return FLAT;
  const around = 0.14 * Math.atan2(hit.point[0] / 0.17, hit.point[2] / 0.11);
  const coarse = texture(around / 0.02 + 100, hit.point[1] / 0.02 + 100);
  const fine = texture(around / 0.008 + 300, hit.point[1] / 0.008 + 300);
  return 60 + 120 * (0.6 * coarse + 0.4 * fine);
}
