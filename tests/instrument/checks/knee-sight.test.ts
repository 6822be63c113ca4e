import { describe, expect, it } from 'vitest';
import { kneeClearance, KneeSight } from '../../../src/instrument/checks/knee-sight.ts';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Share } from '../../../src/instrument/geometry/units.ts';

/**
 * A person on the back, metres: x to the person's left, y up, z to the feet. Both knees are up, the right leg is nearer
 * to a lens on the right.
 */
const KNEES_UP: readonly Vec3[] = [
  [0.2, 0.1, -0.5],
  [-0.2, 0.1, -0.5],
  [0.1, 0.1, 0],
  [-0.1, 0.1, 0],
  [0.2, 0.45, 0.3],
  [-0.2, 0.45, 0.3],
  [0.25, 0.05, 0.5],
  [-0.25, 0.05, 0.5],
];
const body = { joints: KNEES_UP };
const withLeftKnee = (place: Vec3) => ({ joints: KNEES_UP.map((joint, j) => (j === 4 ? place : joint)) });
const HIGH: Vec3 = [-1.9, 1.6, -0.4];
const LOW: Vec3 = [-2.2, 0.45, 0.3];
/** The near leg passes just beside the line of sight. */
const BESIDE: Vec3 = [-1.9, 0.8, 0.1];
const NEAR_MISS: Vec3 = [-1.9, 0.66, 0.1];

const landmarks = (visibility: Share) => ({ visibility: new Float32Array(33).fill(visibility) });

/** What is said of the left knee after a second of such frames. */
const after = (visibility: Share, lens: Vec3, least = 0.8) => {
  const sight = new KneeSight(least);
  for (let k = 0; k < 12; k++) sight.step(landmarks(visibility), k / 12);
  return sight.problem('left', body, lens);
};

describe('the way from the lens to a knee', () => {
  it('passes over the near leg from a high lens near the head, and through it from a low lens beside it', () => {
    expect(kneeClearance('left', body, HIGH)).toBeGreaterThan(0.15);
    expect(kneeClearance('left', body, LOW)).toBeLessThan(0.02);
    const near = kneeClearance('left', body, NEAR_MISS);
    expect(near).toBeGreaterThan(0.033);
    expect(near).toBeLessThan(0.055);
  });

  it('passes nothing on the way to the near knee', () => {
    expect(kneeClearance('right', body, LOW)).toBeGreaterThan(0.3);
  });

  it('gets narrower as the knee falls in behind the near leg', () => {
    const clear = (place: Vec3) => kneeClearance('left', withLeftKnee(place), HIGH);
    expect(clear([0, 0.4, 0.3])).toBeLessThan(clear([0.2, 0.45, 0.3]));
  });
});

describe('a knee', () => {
  it.each([
    ['in the open, if the pose model is fairly sure', HIGH, { seen: [0.85, 0.7], 'joints-hidden': [0.4] }],
    ['where half of it stands out, if it rather sees it than not', BESIDE, { seen: [0.55], 'joints-hidden': [0.45] }],
    ['hardly beside the near leg, if it is sure', NEAR_MISS, { seen: [0.85], 'knee-hidden': [0.45] }],
    ['behind the near leg, if it is very sure', LOW, { seen: [0.95], 'knee-hidden': [0.7, 0.87] }],
  ] as const)('is seen %s', (_, lens, visibilities) => {
    for (const [is, all] of Object.entries(visibilities))
      for (const one of all) expect(after(one, lens) ?? 'seen', `${one}`).toBe(is);
  });

  it('is not judged by a single frame', () => {
    const sight = new KneeSight(0.8);
    for (let frame = 0; frame < 24; frame++) sight.step(landmarks(0.95), frame / 12);
    sight.step(landmarks(0.45), 2);
    expect(sight.problem('left', body, NEAR_MISS)).toBeNull();
    for (let frame = 1; frame < 24; frame++) sight.step(landmarks(0.45), 2 + frame / 12);
    expect(sight.problem('left', body, NEAR_MISS)).toBe('knee-hidden');
  });

  it('is still seen by the measurement that follows the hold', () => {
    const hold = new KneeSight(0.8);
    for (let frame = 0; frame < 24; frame++) hold.step(landmarks(0.95), frame / 12);
    const next = new KneeSight(0.8, hold.memory);
    next.step(landmarks(0.45), 2);
    expect(next.problem('left', body, NEAR_MISS)).toBeNull();
  });

  it('is always seen in a drill without a limit, and before any frame', () => {
    expect(after(0.1, LOW, 0)).toBeNull();
    expect(new KneeSight(0.8).problem('left', body, LOW)).toBeNull();
  });
});
