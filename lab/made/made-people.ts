import { seededRandom } from './noise.ts';

/** x and y in a picture of 960 × 540, pixels. */
type Place = readonly [number, number];

/** Landmarks of a person standing upright, seen from the front. No drill starts in this pose. */
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

/** Random landmarks, as a pose model may find in furniture. */
export function landmarkCloud(seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: 66 }, (_, i) => (i % 2 === 0 ? 960 : 540) * (0.1 + 0.8 * random()));
}
