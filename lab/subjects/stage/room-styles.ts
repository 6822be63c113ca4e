import type { LightName, RoomName } from '../people/variety.ts';
import type { FloorKind } from './floors.ts';

export interface RoomStyle {
  readonly floor: FloorKind;
  /** Hue for floors without a fixed colour. */
  readonly hue: number;
  readonly walls: readonly [number, number];
  readonly skirting: number;
  readonly furniture: readonly [number, ...number[]];
}

export const ROOM_STYLES: Readonly<Record<RoomName, RoomStyle>> = {
  oak: {
    floor: 'oak',
    hue: 30,
    walls: [0xd8d0c2, 0xcfc6b6],
    skirting: 0xf3efe8,
    furniture: [0x6b4a2f, 0x51606b, 0x2f3b2f, 0x7b5b6b, 0x8a6b45],
  },
  carpet: {
    floor: 'carpet',
    hue: 35,
    walls: [0xb9c2c6, 0xaeb9be],
    skirting: 0xffffff,
    furniture: [0x4c5a66, 0xe9e4da, 0x9a7b4f, 0x56654f, 0x333a44],
  },
  studio: {
    floor: 'tiles',
    hue: 205,
    walls: [0x8d9c86, 0x97a48f],
    skirting: 0xdedede,
    furniture: [0xdad3c4, 0x3b2f2a, 0xb5533c, 0x6a6f8a, 0x70563a],
  },
  evening: {
    floor: 'walnut',
    hue: 22,
    walls: [0x8a6f5c, 0x7d6452],
    skirting: 0x5c4838,
    furniture: [0x7e2f2c, 0xb89b6e, 0x2d3440, 0x4a5f55, 0x5a4b63],
  },
  blue: {
    floor: 'carpet',
    hue: 215,
    walls: [0xdfe3ea, 0xd3d9e2],
    skirting: 0xffffff,
    furniture: [0xf0ede6, 0x2f4f6f, 0x8b6f4e, 0xaf9f88, 0x9c5b4a],
  },
  concrete: {
    floor: 'concrete',
    hue: 210,
    walls: [0xc9c4bb, 0x9aa3a8],
    skirting: 0x8f8f8f,
    furniture: [0x2a2d33, 0xd8d4cc, 0xc46a3a, 0x7d8a91, 0x40506a],
  },
};

/** A directional light (window or lamp) that casts shadows, and ambient light. */
export interface LightStyle {
  readonly from: readonly [number, number, number];
  readonly colour: number;
  readonly strength: number;
  readonly sky: number;
  readonly ground: number;
  readonly around: number;
  readonly exposure: number;
}

export const LIGHT_STYLES: Readonly<Record<LightName, LightStyle>> = {
  bright: {
    from: [1.2, 3.6, 1.4],
    colour: 0xffffff,
    strength: 2.6,
    sky: 0xffffff,
    ground: 0xa39a8c,
    around: 2.4,
    exposure: 1.05,
  },
  day: {
    from: [1.6, 3.4, 1.8],
    colour: 0xfff1dd,
    strength: 2.2,
    sky: 0xffffff,
    ground: 0x8a7f70,
    around: 1.6,
    exposure: 1.02,
  },
  soft: {
    from: [-1.4, 3.6, 1.2],
    colour: 0xf4f7ff,
    strength: 1.3,
    sky: 0xffffff,
    ground: 0x9a9488,
    around: 2.3,
    exposure: 0.98,
  },
  side: {
    from: [-3.2, 2.2, 0.4],
    colour: 0xffe9cc,
    strength: 2.6,
    sky: 0xdfe9ff,
    ground: 0x6f685e,
    around: 1.0,
    exposure: 1,
  },
  lamp: {
    from: [1.9, 2.6, -1.7],
    colour: 0xffcf98,
    strength: 2.4,
    sky: 0xffe2c0,
    ground: 0x5a4a3c,
    around: 1.3,
    exposure: 1.02,
  },
  back: {
    from: [0.6, 2.6, -3],
    colour: 0xffffff,
    strength: 2,
    sky: 0xf2f6ff,
    ground: 0x7d776c,
    around: 1.35,
    exposure: 1,
  },
  dim: {
    from: [1.2, 3.4, -1.2],
    colour: 0xffe2bd,
    strength: 1.5,
    sky: 0xffeedd,
    ground: 0x5a5044,
    around: 1.2,
    exposure: 0.85,
  },
  dark: {
    from: [-1.8, 2.4, -1.4],
    colour: 0xffd2a0,
    strength: 1.2,
    sky: 0xe6e0ff,
    ground: 0x4a463f,
    around: 0.9,
    exposure: 0.85,
  },
};
