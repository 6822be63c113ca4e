import {
  BoxGeometry,
  ConeGeometry,
  CylinderGeometry,
  Group,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  SphereGeometry,
} from 'three';
import type { Chance } from '../chance.ts';
import type { RoomName } from '../people/variety.ts';
import { floorTexture } from './floors.ts';
import { matt, thing } from './materials.ts';
import { ROOM_STYLES, type RoomStyle } from './room-styles.ts';

/** Half the side length of the square room, and its height, metres. */
const ROOM = { half: 4.2, high: 3 } as const;

const FRAME = 0xf7f4ee;
const WINDOWS = [0xe8f2ff, 0xf4f8ff, 0xffe3b5] as const;
const PICTURES = [0x8fa3ad, 0xc98f5a, 0x3f6a5a, 0x44546a, 0xd8c7a2] as const;

/** The coordinate frame of a wall: x along it, y up, z into the room. */
function alongWall(wall: number): Group {
  const group = new Group();
  group.rotation.y = (wall * Math.PI) / 2;
  const inside = new Group();
  inside.position.z = -ROOM.half;
  group.add(inside);
  return group;
}

function box(wide: number, high: number, deep: number, colour: number): Mesh {
  const mesh = thing(new BoxGeometry(wide, high, deep), matt({ color: colour }));
  mesh.position.y = high / 2;
  return mesh;
}

function shelf(chance: Chance, style: RoomStyle): Group {
  const group = new Group();
  const wide = chance.between(0.7, 1.2);
  group.add(box(wide, 1.8, 0.35, chance.pick(style.furniture)));
  for (let board = 0; board < 4; board++) {
    for (let x = -wide / 2 + 0.08; x < wide / 2 - 0.08; x += chance.between(0.06, 0.16)) {
      const book = box(0.045, chance.between(0.18, 0.3), 0.1, chance.pick(style.furniture));
      book.position.set(x, 0.25 + board * 0.42, 0.17);
      group.add(book);
    }
  }
  return group;
}

function sofa(chance: Chance, style: RoomStyle): Group {
  const group = new Group();
  const colour = chance.pick(style.furniture);
  const wide = chance.between(1.4, 2);
  const back = box(wide, 0.8, 0.22, colour);
  back.position.z = -0.3;
  group.add(box(wide, 0.42, 0.8, colour), back);
  for (const side of [-1, 1]) {
    const arm = box(0.18, 0.6, 0.8, colour);
    arm.position.x = (side * wide) / 2;
    group.add(arm);
  }
  return group;
}

function plant(chance: Chance): Group {
  const group = new Group();
  const pot = thing(new CylinderGeometry(0.17, 0.13, 0.3, 12), matt({ color: 0x9a5a3c }));
  pot.position.y = 0.15;
  group.add(pot);
  for (let leaf = 0; leaf < 7; leaf++) {
    const long = chance.between(0.5, 0.9);
    const cone = thing(new ConeGeometry(0.07, long, 5), matt({ color: 0x3f6a3f }));
    cone.position.y = 0.3 + long / 2;
    cone.rotation.set(chance.between(-0.5, 0.5), 0, chance.between(-0.5, 0.5));
    group.add(cone);
  }
  return group;
}

function floorLamp(): Group {
  const group = new Group();
  const pole = thing(new CylinderGeometry(0.015, 0.015, 1.5, 6), matt({ color: 0x333333 }));
  pole.position.y = 0.75;
  const shade = new Mesh(new SphereGeometry(0.16, 12, 8), new MeshBasicMaterial({ color: 0xfff0d0 }));
  shade.position.y = 1.55;
  group.add(pole, shade);
  return group;
}

function furniture(chance: Chance, style: RoomStyle): Group {
  const kinds = [
    () => shelf(chance, style),
    () => sofa(chance, style),
    () => plant(chance),
    () => floorLamp(),
    () => {
      const group = new Group();
      const colour = chance.pick(style.furniture);
      group.add(box(chance.between(0.5, 1.8), chance.between(0.4, 1.6), chance.between(0.4, 0.6), colour));
      return group;
    },
  ] as const;
  return chance.pick(kinds)();
}

/** A picture, or a window with a bright pane. */
function pane(chance: Chance): Group {
  const group = new Group();
  const wide = chance.between(0.5, 1.6);
  const high = chance.between(0.6, 1.2);
  const frame = thing(new BoxGeometry(wide + 0.08, high + 0.08, 0.02), matt({ color: FRAME }));
  const inner = new Mesh(
    new PlaneGeometry(wide, high),
    chance.happens(0.4)
      ? new MeshBasicMaterial({ color: chance.pick(WINDOWS) })
      : matt({ color: chance.pick(PICTURES) }),
  );
  inner.position.z = 0.02;
  group.add(frame, inner);
  return group;
}

function wallWith(wall: number, style: RoomStyle, chance: Chance): Group {
  const group = alongWall(wall);
  const [inside] = group.children;
  const plane = thing(
    new PlaneGeometry(ROOM.half * 2, ROOM.high),
    matt({ color: style.walls[wall % 2] ?? style.walls[0] }),
  );
  plane.castShadow = false;
  plane.position.y = ROOM.high / 2;
  const skirting = box(ROOM.half * 2, 0.1, 0.03, style.skirting);
  inside?.add(plane, skirting);
  // The left and right half of a wall each get at most one piece of furniture.
  for (const half of [-1, 1]) {
    if (chance.happens(0.7)) {
      const piece = furniture(chance, style);
      piece.position.set(half * chance.between(0.8, 2.8), 0, chance.between(0.35, 0.55));
      inside?.add(piece);
    }
    if (chance.happens(0.45)) {
      const hung = pane(chance);
      hung.position.set(half * chance.between(0.5, 2.6), chance.between(1.5, 1.8), 0.02);
      inside?.add(hung);
    }
  }
  return group;
}

/** Floor, four walls and furniture along them; the middle of the room is free. */
export function buildRoom(name: RoomName, chance: Chance): Group {
  const style = ROOM_STYLES[name];
  const room = new Group();
  const map = floorTexture(style.floor, style.hue, chance.part('floor'));
  const floor = thing(new PlaneGeometry(10, 10), matt({ map }));
  floor.castShadow = false;
  floor.rotation.x = -Math.PI / 2;
  room.add(floor);
  for (let wall = 0; wall < 4; wall++) room.add(wallWith(wall, style, chance.part(`wall ${wall}`)));
  return room;
}
