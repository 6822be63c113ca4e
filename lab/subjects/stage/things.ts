import { BoxGeometry, CapsuleGeometry, ConeGeometry, CylinderGeometry, Group, type Mesh, SphereGeometry } from 'three';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Chance } from '../chance.ts';
import { matt, thing } from './materials.ts';
import type { View } from './stage-contract.ts';

/** The person's bounding box on the floor, metres. */
export interface Footprint {
  readonly x: readonly [number, number];
  readonly z: readonly [number, number];
}

export function footprintOf(landmarks: readonly Vec3[]): Footprint {
  const range = (axis: 0 | 2): [number, number] => {
    const values = landmarks.map((p) => p[axis]);
    return [Math.min(...values), Math.max(...values)];
  };
  return { x: range(0), z: range(2) };
}

const COLOURS = [0xb8392f, 0x2f6fb0, 0xd98a2b, 0x2f8f6b, 0x22252b, 0xe6e2da, 0x6d4a8c] as const;

const standing = (mesh: Mesh, high: number) => {
  mesh.position.y = high;
  return mesh;
};

function dumbbell(colour: number): Group {
  const group = new Group();
  const bar = standing(thing(new CylinderGeometry(0.015, 0.015, 0.22, 8), matt({ color: 0x777777 })), 0.06);
  bar.rotation.z = Math.PI / 2;
  group.add(bar);
  for (const x of [-0.1, 0.1]) {
    const end = standing(thing(new CylinderGeometry(0.06, 0.06, 0.07, 8), matt({ color: colour })), 0.06);
    end.rotation.z = Math.PI / 2;
    end.position.x = x;
    group.add(end);
  }
  return group;
}

function smallThing(chance: Chance): Group {
  const look = matt({ color: chance.pick(COLOURS) });
  const group = new Group();
  const shapes: readonly [() => Mesh | Group, ...(() => Mesh | Group)[]] = [
    () => standing(thing(new CylinderGeometry(0.037, 0.037, 0.24, 12), look), 0.12),
    () => standing(thing(new SphereGeometry(chance.between(0.09, 0.3), 20, 14), look), 0.15),
    () => standing(thing(new BoxGeometry(0.45, 0.14, 0.4), look), 0.07),
    () => standing(thing(new BoxGeometry(0.23, 0.12, 0.15), look), 0.06),
    () => dumbbell(chance.pick(COLOURS)),
    () => {
      const roller = standing(thing(new CylinderGeometry(0.075, 0.075, 0.6, 16), look), 0.075);
      roller.rotation.z = Math.PI / 2;
      return roller;
    },
    () => standing(thing(new BoxGeometry(0.6, 0.03, 0.4), look), 0.015),
    () => standing(thing(new BoxGeometry(0.3, 0.35, 0.18), look), 0.175),
  ];
  group.add(chance.pick(shapes)());
  return group;
}

/** A cat or a small dog, lying or standing. */
function pet(chance: Chance): Group {
  const group = new Group();
  const coat = matt({ color: chance.pick([0x2b2724, 0xb58a55, 0xd9d2c6, 0x7a6f66]) });
  const size = chance.between(0.8, 1.4);
  const lying = chance.happens(0.5);
  const trunk = thing(new CapsuleGeometry(0.085, 0.26, 6, 12), coat);
  trunk.rotation.x = Math.PI / 2;
  trunk.position.y = lying ? 0.085 : 0.27;
  const head = thing(new SphereGeometry(0.075, 14, 10), coat);
  head.position.set(0, trunk.position.y + 0.11, 0.22);
  group.add(trunk, head);
  for (const side of [-1, 1]) {
    const ear = thing(new ConeGeometry(0.028, 0.06, 6), coat);
    ear.position.set(side * 0.045, head.position.y + 0.08, 0.21);
    group.add(ear);
    for (const z of lying ? [] : [-0.14, 0.14]) {
      const leg = thing(new CylinderGeometry(0.024, 0.02, 0.22, 8), coat);
      leg.position.set(side * 0.055, 0.11, z);
      group.add(leg);
    }
  }
  const tail = thing(new CapsuleGeometry(0.015, 0.24, 4, 6), coat);
  tail.rotation.x = lying ? Math.PI / 2 : -0.7;
  tail.position.set(0.03, trunk.position.y + (lying ? -0.05 : 0.1), -0.3);
  group.add(tail);
  group.scale.setScalar(size);
  return group;
}

/**
 * A free place on the floor that does not hide the person: farther from the camera, or well beside the line of sight.
 * @param away smallest distance from the person, metres
 */
export function freePlace(chance: Chance, person: Footprint, view: View, away: number): readonly [number, number] {
  const middle = [(person.x[0] + person.x[1]) / 2, (person.z[0] + person.z[1]) / 2] as const;
  const sight = Math.atan2(view.eye[0] - middle[0], view.eye[2] - middle[1]);
  for (let attempt = 0; attempt < 200; attempt++) {
    const angle = sight + chance.between(0.75, 2 * Math.PI - 0.75);
    const far = chance.between(0.6, 2.6);
    const x = middle[0] + far * Math.sin(angle);
    const z = middle[1] + far * Math.cos(angle);
    const outX = Math.max(person.x[0] - x, x - person.x[1], 0);
    const outZ = Math.max(person.z[0] - z, z - person.z[1], 0);
    if (Math.hypot(outX, outZ) >= away && Math.abs(x) < 3.4 && Math.abs(z) < 3.4) return [x, z];
  }
  return [middle[0] - 2.8 * Math.sin(sight), middle[1] - 2.8 * Math.cos(sight)];
}

/** Things on the floor, and possibly an animal. */
export function buildThings(count: number, withPet: boolean, person: Footprint, view: View, chance: Chance): Group {
  const all = new Group();
  const put = (group: Group, away: number, own: Chance) => {
    const [x, z] = freePlace(own, person, view, away);
    group.position.set(x, 0, z);
    group.rotation.y = own.between(0, 2 * Math.PI);
    all.add(group);
  };
  for (let i = 0; i < count; i++) {
    const own = chance.part(`thing ${i}`);
    put(smallThing(own), 0.3, own);
  }
  if (withPet) put(pet(chance.part('pet')), 0.45, chance.part('pet place'));
  return all;
}
