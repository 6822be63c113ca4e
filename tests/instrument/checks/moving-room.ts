import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { seededNormal } from '../../../lab/made/noise.ts';
import { noisy, paint, room } from '../../../lab/made/paint.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';

export const WIDTH = 320;
export const HEIGHT = 180;

/** How the picture of a room differs from the first one: the camera zooms about a point, slides and turns. */
export interface View {
  readonly zoom?: number;
  /** Centre of the zoom and the turn, shares of the picture. */
  readonly about?: readonly [number, number];
  /** Shares of the picture's width. */
  readonly right?: number;
  readonly down?: number;
  /** Degrees, clockwise. */
  readonly turn?: number;
  /** Factor on the brightness of the whole picture. */
  readonly light?: number;
}

/** A furnished room seen through the view; every seed has its own sensor noise. */
export function roomSeen(view: View, seed: number, look: (x: number, y: number) => number = room): Picture {
  const { zoom = 1, about = [0.5, 0.5], right = 0, down = 0, turn = 0, light = 1 } = view;
  const [cx, cy] = [about[0] * WIDTH, about[1] * HEIGHT];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180) / zoom, Math.sin((turn * Math.PI) / 180) / zoom];
  const picture = paint(WIDTH, HEIGHT, (x, y) => {
    const [px, py] = [x - cx - right * WIDTH, y - cy - down * WIDTH];
    return light * look(cos * px + sin * py + cx, cos * py - sin * px + cy);
  });
  return noisy(picture, 2, seed);
}

/** A dim floor of planks: edges in nearly one direction, and next to nothing else. */
export function planks(x: number, y: number): number {
  const plank = Math.floor((y + 0.06 * x * (1 + y / 200)) / 24);
  return 18 + 9 * ((plank * 7919) % 5);
}

/** A person who takes the middle of the picture. */
export const person: Landmarks = seenAt(
  Array.from({ length: 66 }, (_, i) => (i % 2 === 0 ? WIDTH : HEIGHT) * (i % 4 < 2 ? 0.4 : 0.6)),
);

/** The picture with a person-sized textured thing painted into the box, elsewhere with each seed. */
export function withMover(picture: Picture, seed: number, share: number): Picture {
  const normal = seededNormal(seed);
  const [width, height] = [share * WIDTH, share * HEIGHT];
  const left = Math.round((WIDTH - width) * Math.min(1, Math.abs(normal()) / 3));
  const top = Math.round((HEIGHT - height) * Math.min(1, Math.abs(normal()) / 3));
  const grey = picture.grey.slice();
  for (let y = top; y < top + height; y++)
    for (let x = left; x < left + width; x++) grey[y * WIDTH + x] = room(x + 91 * seed, y + 57 * seed);
  return { ...picture, grey };
}
