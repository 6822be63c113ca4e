import { describe, expect, it, vi } from 'vitest';
import type { StillLandmarks } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { referencePoseKeeper } from '../../../src/instrument/reference-pose/reference-pose-capture.ts';
import { checkPerson } from '../../../src/instrument/checks/person-check.ts';
import { legsMoved } from '../../../src/instrument/reference-pose/same-start.ts';
import { clipOf, type ClipName, landmarksOf, planOf } from '../truth-landmarks.ts';

// The real search runs here; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const clip = clipOf('supine-sleeper-clean-far');
const STRETCHED = 20 * 12;

const stillOf = (name: ClipName, frame: number): StillLandmarks => {
  const { width, height } = clipOf(name);
  return { ...landmarksOf(clipOf(name), frame), width, height };
};

/** The picture after the laptop was pushed (pixels), turned (radians) and set nearer (factor). */
const pushed = (still: StillLandmarks, dx: number, turn: number, factor: number): StillLandmarks => ({
  ...still,
  points: Array.from({ length: 66 }, (_, i) => {
    const x = still.points[i - (i % 2)] ?? 0;
    const y = still.points[i - (i % 2) + 1] ?? 0;
    const [c, s] = [factor * Math.cos(turn), factor * Math.sin(turn)];
    return i % 2 === 0 ? c * x - s * y + dx : s * x + c * y;
  }),
});

describe('the legs of two neutrals', () => {
  it('lie as before when only the laptop was pushed, turned or set nearer', () => {
    const then = stillOf(clip.name as ClipName, 10);
    expect(legsMoved(then, pushed(then, 40, 0.1, 1.2))).toBeLessThan(1e-6);
    expect(legsMoved(then, stillOf(clip.name as ClipName, 20))).toBeLessThan(0.05);
  });

  it('lie elsewhere when one has fallen in by 20° and more, in every view of the sleeper', () => {
    for (const name of ['supine-sleeper-clean-far', 'supine-sleeper-lift-far', 'supine-sleeper-clean'] as const)
      expect(legsMoved(stillOf(name, 10), stillOf(name, STRETCHED))).toBeGreaterThan(0.2);
  });

  it('lie elsewhere when a foot has swung out on hands and knees', () => {
    const { frames } = clipOf('quadruped-band-ir-clean-high');
    const angles = frames.map(({ hip }) => hip.left.internalRotation);
    const furthest = angles.indexOf(Math.max(...angles));
    expect(
      legsMoved(stillOf('quadruped-band-ir-clean-high', 0), stillOf('quadruped-band-ir-clean-high', furthest)),
    ).toBeGreaterThan(0.3);
  });

  it('say nothing without a trunk', () => {
    const none = { ...stillOf(clip.name as ClipName, 0), points: new Float32Array(66) };
    expect(legsMoved(none, none)).toBe(Infinity);
  });
});

/** Seconds from asking to the neutral for somebody who lies still as in one frame; null within half a minute. */
function heldAfter(keeper: ReturnType<typeof referencePoseKeeper>, frame: number, from: number): number | null {
  keeper.ask();
  const landmarks = landmarksOf(clip, frame);
  const check = checkPerson(landmarks, clip.width, clip.height);
  const picture = { width: clip.width, height: clip.height, rgba: new Uint8ClampedArray(4) };
  for (let i = 0; i < 30 * 12; i++) if (keeper.step(picture, landmarks, check, from + i / 12)) return i / 12;
  return null;
}

describe('a later neutral', () => {
  it('is taken at once in the posture of the first', () => {
    const keeper = referencePoseKeeper(planOf(clip));
    heldAfter(keeper, 10, 0);
    expect(heldAfter(keeper, 15, 60)).toBeLessThan(3);
  });

  it('is not taken from a leg that is still in its stretch, until that was asked for a quarter of a minute', () => {
    const keeper = referencePoseKeeper(planOf(clip));
    heldAfter(keeper, 10, 0);
    const held = heldAfter(keeper, STRETCHED, 60);
    expect(held).toBeGreaterThan(15);
    expect(held).toBeLessThan(20);
  });
});
