import { describe, expect, it, vi } from 'vitest';
import { frameFitter } from '../../../src/instrument/fit/frame-fit.ts';
import type { ReferencePoseFit } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import {
  type ReferencePoseValidator,
  referencePoseValidator,
} from '../../../src/instrument/reference-pose/reference-pose-validator.ts';
import { INTERNAL_ROTATION, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import { type Clip, clipOf, landmarksOf, LIFT_NAMES, planOf, trueRotation } from '../truth-landmarks.ts';

// The real search runs here; a busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const FPS = 12;
const SLEEPER = clipOf('supine-sleeper-clean-far');
const START = 10;
const STRETCHED = 8 * FPS;
const stillAt = (frame: number, clip = SLEEPER) => ({
  ...landmarksOf(clip, frame),
  width: clip.width,
  height: clip.height,
});

function watchOf(fit: ReferencePoseFit, clip = SLEEPER): ReferencePoseValidator {
  const watch = referencePoseValidator(planOf(clip), fit, clip.width, clip.height);
  if (watch === null) throw new Error('the drill has a limit');
  return watch;
}

/** A watch whose neutral was taken in one frame, and the working hip's rotation in another as the frames' own fit has it. */
function watchFrom(frame: number, clip = SLEEPER) {
  const plan = planOf(clip);
  const { fit } = findReferencePose(plan, stillAt(frame, clip));
  const fitter = frameFitter(plan, fit, clip.width);
  const k = LEG_START.left + INTERNAL_ROTATION;
  const rotationIn = (seen: number): number => {
    let { pose } = fit;
    for (let i = 0; i < 6; i++) pose = fitter.fit(landmarksOf(clip, seen), pose, 0.5).pose;
    return (pose[k] ?? 0) - (fit.pose[k] ?? 0);
  };
  return { clip, watch: watchOf(fit, clip), rotationIn };
}

function lie(
  { clip, watch, rotationIn }: ReturnType<typeof watchFrom>,
  frame: number,
  from: number,
  seconds: number,
): void {
  const rotation = rotationIn(frame);
  for (let i = 0; i < seconds * FPS; i++) watch.step(landmarksOf(clip, frame), rotation, from + i / FPS);
}

describe('a neutral that was taken in the stretch', () => {
  it('is found out when the leg has lain still in the real start for as long as a neutral is held', () => {
    const from = watchFrom(STRETCHED);
    lie(from, START, 0, 2);
    expect(from.watch.isOutside).toBe(false);
    lie(from, START, 2, 1.5);
    expect(from.watch.isOutside).toBe(true);
    expect(from.watch.last?.at).toBeGreaterThanOrEqual(2.6);
  });

  it('is no longer in doubt once the leg is back, but where it lay is remembered', () => {
    const from = watchFrom(STRETCHED);
    lie(from, START, 0, 4);
    lie(from, STRETCHED, 4, 1);
    expect(from.watch.isOutside).toBe(false);
    expect(from.watch.last).not.toBeNull();
  });

  it('is doubted of a leg that is seen and lies still now, of no other', () => {
    const from = watchFrom(STRETCHED);
    lie(from, START, 0, 4);
    from.watch.step(landmarksOf(SLEEPER, START), null, 4);
    expect(from.watch.isOutside).toBe(false);
    lie(from, START, 4.1, 1);
    expect(from.watch.isOutside).toBe(true);
    // On its way, and not back yet.
    for (let i = 0; i < FPS; i++) from.watch.step(landmarksOf(SLEEPER, STRETCHED - 2 * FPS + 2 * i), -9, 5.2 + i / FPS);
    expect(from.watch.isOutside).toBe(false);
  });

  it('is upheld by another hold in the stretch, not by one in the start', () => {
    const { watch } = watchFrom(STRETCHED);
    expect(watch.isUpheldBy(stillAt(STRETCHED + 6))).toBe(true);
    expect(watch.isUpheldBy(stillAt(START))).toBe(false);
  });
});

describe('a neutral that was the start', () => {
  it('is not doubted, whether the leg rests or stretches', () => {
    const from = watchFrom(START);
    lie(from, START + 12, 0, 4);
    lie(from, STRETCHED, 4, 4);
    expect([from.watch.isOutside, from.watch.last]).toEqual([false, null]);
    expect(from.watch.isUpheldBy(stillAt(START + 15))).toBe(true);
  });

  it('is not doubted for frames that cannot be used', () => {
    const { watch } = watchFrom(STRETCHED);
    for (let i = 0; i < 5 * FPS; i++) watch.step(landmarksOf(SLEEPER, START), null, i / FPS);
    expect(watch.isOutside).toBe(false);
  });
});

describe('a lift-off, where the floor stops the leg', () => {
  /** The first frame in which the leg is held up by 12°, and one in which it lies while the trunk folds, if it does. */
  const liftedIn = (clip: Clip) => clip.frames.findIndex((_, frame) => trueRotation(clip, frame) >= 12);
  const foldedIn = (clip: Clip) =>
    clip.frames.findIndex(({ pelvis }, frame) => pelvis.tilt > 18 && trueRotation(clip, frame) < 2);

  it.each(LIFT_NAMES)('tells a start that was held up in %s once the leg lies', (name) => {
    const clip = clipOf(name);
    const from = watchFrom(liftedIn(clip), clip);
    lie(from, START, 0, 4);
    expect(from.watch.isOutside).toBe(true);
  });

  it.each(LIFT_NAMES)('doubts no true start in %s, also under a trunk that folds', (name) => {
    const clip = clipOf(name);
    const from = watchFrom(START, clip);
    lie(from, START + 12, 0, 4);
    const folded = foldedIn(clip);
    expect(folded >= 0).toBe(name.includes('hinge'));
    if (folded >= 0) lie(from, folded, 4, 4);
    expect([from.watch.isOutside, from.watch.last]).toEqual([false, null]);
  });
});

describe('a drill that goes outside on purpose', () => {
  it('is not watched', () => {
    const plan = planOf(SLEEPER);
    const { startCheck: _none, ...unchecked } = plan;
    const { fit } = findReferencePose(plan, stillAt(STRETCHED));
    expect(referencePoseValidator(unchecked, fit, SLEEPER.width, SLEEPER.height)).toBeNull();
    expect(planOf(clipOf('quadruped-band-ir-clean-high')).startCheck?.outside).toBeNull();
  });
});
