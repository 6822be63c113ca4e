import { seededRandom } from './noise.ts';

/** Pixels in a picture of 960 × 540. */
type Place = readonly [number, number];

/** A person standing upright, seen from the front: no drill begins so. */
export function standingPerson(): Float32Array {
  const points = new Float32Array(66);
  const set = (l: number, [x, y]: Place) => points.set([x, y], 2 * l);
  for (let l = 0; l < 11; l++) set(l, [480 + 14 * Math.cos(l), 70 + 10 * Math.sin(l)]);
  const joints: Readonly<Record<number, Place>> = {
    11: [36, 120],
    13: [52, 190],
    15: [56, 250],
    17: [58, 264],
    19: [58, 268],
    21: [54, 264],
    23: [22, 262],
    25: [24, 372],
    27: [26, 480],
    29: [26, 492],
    31: [34, 498],
  };
  for (const [left, [out, y]] of Object.entries(joints)) {
    set(Number(left), [480 + out, y]);
    set(Number(left) + 1, [480 - out, y]);
  }
  return points;
}

/** Landmarks thrown into the picture, as a model invents them over furniture. */
export function landmarkCloud(seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: 66 }, (_, i) => (i % 2 === 0 ? 960 : 540) * (0.1 + 0.8 * random()));
}
