import { describe, expect, it } from 'vitest';
import { type Quaternion, quaternionOf } from '../../../src/app/phone/motion-source.ts';

/** A direction of the phone in the room. */
function turned([w, x, y, z]: Quaternion, [a, b, c]: readonly [number, number, number]): readonly number[] {
  const [tx, ty, tz] = [2 * (y * c - z * b), 2 * (z * a - x * c), 2 * (x * b - y * a)];
  return [a + w * tx + y * tz - z * ty, b + w * ty + z * tx - x * tz, c + w * tz + x * ty - y * tx].map(
    (value) => Math.round(value * 1e6) / 1e6 + 0,
  );
}

const up = (q: Quaternion): readonly number[] => turned(q, [0, 0, 1]);

describe('the orientation of a phone from its three angles', () => {
  it('is none for a phone that lies flat, its screen up', () => {
    expect(up(quaternionOf(0, 0, 0))).toEqual([0, 0, 1]);
  });

  it('raises the top edge by beta, the left edge by gamma, and turns to the left by alpha', () => {
    expect(turned(quaternionOf(0, 90, 0), [0, 1, 0])).toEqual([0, 0, 1]);
    expect(turned(quaternionOf(0, 0, 90), [1, 0, 0])).toEqual([0, 0, -1]);
    expect(turned(quaternionOf(90, 0, 0), [1, 0, 0])).toEqual([0, 1, 0]);
  });

  it('has length 1 everywhere, and turns about z first, then x, then y', () => {
    const about = (axis: 1 | 2 | 3, angle: number): Quaternion => {
      const q: [number, number, number, number] = [Math.cos((angle * Math.PI) / 360), 0, 0, 0];
      q[axis] = Math.sin((angle * Math.PI) / 360);
      return q;
    };
    for (const [alpha, beta, gamma] of [
      [10, 20, 30],
      [350, -170, 80],
      [123, 90, -89],
    ] as const) {
      const q = quaternionOf(alpha, beta, gamma);
      expect(Math.hypot(...q)).toBeCloseTo(1, 12);
      const step = turned(about(2, gamma), [1, 2, 3]) as readonly [number, number, number];
      const second = turned(about(1, beta), step) as readonly [number, number, number];
      const third = turned(about(3, alpha), second);
      for (const [index, value] of turned(q, [1, 2, 3]).entries()) expect(value).toBeCloseTo(third[index] ?? 0, 4);
    }
  });
});
