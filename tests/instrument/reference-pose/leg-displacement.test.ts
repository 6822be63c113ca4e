import { describe, expect, it, vi } from 'vitest';
import type { StillLandmarks } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { legDisplacement } from '../../../src/instrument/reference-pose/held-pose-checks.ts';
import { clipOf, type ClipName, landmarksOf } from '../../../lab/made/truth-landmarks.ts';
import { begun, feed } from './capture-run.ts';

// Runs the real search, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const clip = clipOf('supine-sleeper-clean-far');
const STRETCHED = 20 * 12;

const stillOf = (name: ClipName, frame: number): StillLandmarks => {
  const { width, height } = clipOf(name);
  return { ...landmarksOf(clipOf(name), frame), width, height };
};

/** The picture after the laptop was pushed (pixels), rolled (radians) and moved nearer (factor). */
const pushed = (still: StillLandmarks, dx: number, turn: number, factor: number): StillLandmarks => ({
  ...still,
  points: Array.from({ length: 66 }, (_, i) => {
    const x = still.points[i - (i % 2)] ?? 0;
    const y = still.points[i - (i % 2) + 1] ?? 0;
    const [c, s] = [factor * Math.cos(turn), factor * Math.sin(turn)];
    return i % 2 === 0 ? c * x - s * y + dx : s * x + c * y;
  }),
});

describe('the displacement of the legs between two pictures', () => {
  it('is nearly 0 if only the laptop was pushed, rolled or moved nearer', () => {
    const then = stillOf(clip.name as ClipName, 10);
    expect(legDisplacement(then, pushed(then, 40, 0.1, 1.2))).toBeLessThan(1e-6);
    expect(legDisplacement(then, stillOf(clip.name as ClipName, 20))).toBeLessThan(0.05);
  });

  it('is above 0.2 if one leg has fallen in by 20° or more, in every view of the sleeper', () => {
    for (const name of ['supine-sleeper-clean-far', 'supine-sleeper-lift-far', 'supine-sleeper-clean'] as const)
      expect(legDisplacement(stillOf(name, 10), stillOf(name, STRETCHED))).toBeGreaterThan(0.2);
  });

  it('is above 0.3 if a foot has swung out on hands and knees', () => {
    const { frames } = clipOf('quadruped-band-ir-clean-high');
    const angles = frames.map(({ hip }) => hip.left.internalRotation);
    const furthest = angles.indexOf(Math.max(...angles));
    expect(
      legDisplacement(stillOf('quadruped-band-ir-clean-high', 0), stillOf('quadruped-band-ir-clean-high', furthest)),
    ).toBeGreaterThan(0.3);
  });

  it('is infinite if the trunk has no length', () => {
    const none = { ...stillOf(clip.name as ClipName, 0), points: new Float32Array(66) };
    expect(legDisplacement(none, none)).toBe(Infinity);
  });
});

describe('a later reference pose', () => {
  /** Seconds until it is held by a person who lies as in this frame, after one in the start. */
  const secondsIn = (frame: number): number => {
    const capture = begun();
    feed(capture, 0, 30, () => landmarksOf(clip, 10));
    capture.begin();
    return feed(capture, 60, 30, () => landmarksOf(clip, frame)).time - 60;
  };

  it('is accepted at once in the position of the first', () => {
    expect(secondsIn(15)).toBeLessThan(3);
  });

  it('is accepted from a leg in its stretch only after 15 s', () => {
    expect(secondsIn(STRETCHED)).toBeGreaterThan(15);
    expect(secondsIn(STRETCHED)).toBeLessThan(20);
  });
});
