import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { armsOut } from '../../../src/instrument/checks/raised-arm.ts';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { ArmsOut } from '../../../src/instrument/output/reading.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';

/** Shoulders, elbows, wrists and hips: left, then right. */
const JOINTS = [11, 12, 13, 14, 15, 16, 23, 24] as const;
type Joint = readonly [x: number, y: number, visibility: number];

interface Moment {
  readonly shows: string;
  readonly from: string;
  readonly out: ArmsOut | null;
  readonly joints: readonly Joint[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
/** How it was made stands in the file. */
const { moments } = read('../../golden/arms-out.json') as { readonly moments: readonly Moment[] };

function landmarksOf(joints: readonly Joint[]): Landmarks {
  const points = new Float32Array(66);
  const visibility = new Float32Array(33);
  for (const [index, [x, y, seen]] of joints.entries()) {
    const joint = JOINTS[index] ?? 0;
    points.set([x, y], 2 * joint);
    visibility[joint] = seen;
  }
  return { points, visibility, world: new Float32Array(99), score: 1 };
}

/** From shoulder to wrist, in shares of the trunk. */
type Arm = readonly [across: number, down: number];

/** Straight arms of a person who sits upright in the middle, seen from behind. */
function sitting(left: Arm, right: Arm, seen: readonly [number, number] = [1, 1]) {
  const trunk = 100;
  const along = (share: number): Joint[] =>
    [left, right].map(([across, down], side) => [
      280 + 40 * side + share * trunk * across,
      150 + share * trunk * down,
      seen[side] ?? 1,
    ]);
  const hips = [285, 315].map((x): Joint => [x, 150 + trunk, 1]);
  return landmarksOf([...along(0), ...along(0.5), ...along(1), ...hips]);
}

describe('arms that are stretched out level', () => {
  it.each(moments.map((moment, index) => [index, moment.shows, moment.from, moment] as const))(
    'are told in rendered people (%i: %s, from %s)',
    (...[, , , { joints, out }]) => expect(armsOut(landmarksOf(joints))).toBe(out),
  );

  it('are wide where both point outwards, and ahead where both point to one side', () => {
    expect(armsOut(sitting([-0.9, 0.2], [0.8, 0]))).toBe('wide');
    expect(armsOut(sitting([-0.9, 0], [-0.9, 0.1]))).toBe('ahead');
    // Left and right mixed up: the arms still point away from each other.
    const { points, visibility, ...rest } = sitting([-0.9, 0.2], [0.8, 0]);
    const swapped = { points: points.slice(), visibility, ...rest };
    for (const left of [11, 13, 15, 23])
      for (const part of [0, 1]) {
        swapped.points[2 * left + part] = points[2 * (left + 1) + part] ?? 0;
        swapped.points[2 * (left + 1) + part] = points[2 * left + part] ?? 0;
      }
    expect(armsOut(swapped)).toBe('wide');
  });

  it('are not wide while one hangs or is raised, and a far arm may be guessed only if it points outwards', () => {
    for (const other of [
      [0.1, 0.9],
      [0.1, -0.9],
      [0.6, 0.6],
    ] as const) {
      expect(armsOut(sitting([-0.9, 0], other))).toBeNull();
      expect(armsOut(sitting([-0.9, 0], other, [1, 0.1]))).toBe('ahead');
    }
    expect(armsOut(sitting([-0.9, 0], [0.4, 0.1], [1, 0.1]))).toBe('wide');
    expect(armsOut(sitting([-0.9, 0], [0.8, 0], [0.2, 0.2]))).toBeNull();
  });

  it('are none of a person whose trunk is not upright, nor of landmarks that say nothing', () => {
    const { points, ...rest } = sitting([-0.9, 0], [0.9, 0]);
    const folded = points.slice();
    for (const hip of [23, 24]) folded.set([400, 190], 2 * hip);
    expect(armsOut({ points: folded, ...rest })).toBeNull();
    expect(armsOut(landmarksOf(JOINTS.map(() => [0, 0, 1] as const)))).toBeNull();
    expect(armsOut(landmarksOf(JOINTS.map(() => [Number.NaN, Number.NaN, 1] as const)))).toBeNull();
  });
});

const CLIPS = new URL('../../clips/', import.meta.url);
const SETS = readdirSync(CLIPS).filter((name) => /^quadruped-.*\.truth\.json$/.test(name));

it.each(SETS)('are never seen on hands and knees: %s', (name) => {
  const { frames } = read(`../../clips/${name}`) as {
    readonly frames: readonly { readonly landmarks: readonly (readonly [number, number])[] }[];
  };
  expect(frames.length).toBeGreaterThan(50);
  const seen = frames.map(({ landmarks }) => armsOut(seenAt(landmarks.flat(), 1)));
  expect(seen.filter((out) => out !== null)).toEqual([]);
});
