import { BoxGeometry, CylinderGeometry, Group, Matrix4, type Mesh, TorusGeometry, Vector3 } from 'three';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Metres } from '../../../src/instrument/geometry/units.ts';
import type { RoomProps } from '../motion/performance.ts';
import { matt, thing } from './materials.ts';

const BAND = 0xc23b3b;
const STRAP = 0x3a5a8c;
const BLOCKS = [0x4d7fb0, 0x8a6fb0, 0xb58a55, 0x3c4a40] as const;
/** BlazePose's landmark numbers. */
const KNEE = { left: 25, right: 26 } as const;
const ANKLE = { left: 27, right: 28 } as const;
const WRISTS = [15, 16] as const;
/**
 * Soft tissue on the inner sides of both knees together; the block is shorter than the distance of the joints by this.
 */
const FLESH: Metres = 0.115;

const vector = (p: Vec3 | undefined) => new Vector3(...(p ?? [0, 0, 0]));

/** Things that do not move: the wall at the feet and the box under a heel. */
export function standingThings(props: RoomProps, wallColour: number): Group {
  const group = new Group();
  if (props.wall !== null) {
    const wall = thing(new BoxGeometry(3.4, 2.6, 0.08), matt({ color: wallColour }));
    wall.position.set(0, 1.3, props.wall + 0.04);
    group.add(wall);
  }
  if (props.box) {
    const [x, top, z] = props.box;
    const box = thing(new BoxGeometry(0.46, top, 0.4), matt({ color: 0x9a6b3c }));
    box.position.set(x, top / 2, z);
    group.add(box);
  }
  return group;
}

function blockBetween(left: Vector3, right: Vector3, colour: number) {
  const across = left.clone().sub(right);
  const wide = Math.max(0.05, across.length() - FLESH);
  const block = thing(new BoxGeometry(wide, 0.15, 0.22), matt({ color: colour }));
  const x = across.normalize();
  const z = new Vector3().crossVectors(x, new Vector3(0, 1, 0)).normalize();
  block.quaternion.setFromRotationMatrix(new Matrix4().makeBasis(x, new Vector3().crossVectors(z, x), z));
  block.position.copy(left).add(right).multiplyScalar(0.5);
  return block;
}

function strandBetween(from: Vector3, to: Vector3, radius: Metres, color: number): Mesh {
  const pull = to.clone().sub(from);
  const strand = thing(new CylinderGeometry(radius, radius, pull.length(), 6), matt({ color }));
  strand.position.copy(from).add(to).multiplyScalar(0.5);
  strand.quaternion.setFromUnitVectors(new Vector3(0, 1, 0), pull.normalize());
  return strand;
}

function loopRound(ankle: Vector3, knee: Vector3, color: number): Mesh {
  const loop = thing(new TorusGeometry(0.05, 0.012, 6, 12), matt({ color }));
  loop.position.copy(ankle);
  loop.lookAt(knee);
  return loop;
}

/**
 * Things that follow the limbs: the block and the band.
 * @param landmarks in the room
 * @param shade 0…1 chooses the block's colour
 */
export function movingThings(props: RoomProps, landmarks: readonly Vec3[], shade: number): Group {
  const group = new Group();
  if (props.block) {
    const colour = BLOCKS[Math.floor(shade * BLOCKS.length)] ?? BLOCKS[0];
    group.add(blockBetween(vector(landmarks[KNEE.left]), vector(landmarks[KNEE.right]), colour));
  }
  if (props.band) {
    const { ankle, anchor } = props.band;
    const at = vector(landmarks[ANKLE[ankle]]);
    group.add(strandBetween(at, vector(anchor), 0.008, BAND), loopRound(at, vector(landmarks[KNEE[ankle]]), BAND));
  }
  if (props.strap) {
    const at = vector(landmarks[ANKLE[props.strap]]);
    group.add(loopRound(at, vector(landmarks[KNEE[props.strap]]), STRAP));
    for (const wrist of WRISTS) group.add(strandBetween(at, vector(landmarks[wrist]), 0.014, STRAP));
  }
  return group;
}
