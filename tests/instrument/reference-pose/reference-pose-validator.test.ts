import { describe, expect, it } from 'vitest';
import { FrameFitter } from '../../../src/instrument/fit/frame-fit.ts';
import type { ReferencePoseFit } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import {
  type ReferencePoseValidator,
  referencePoseValidator,
} from '../../../src/instrument/reference-pose/reference-pose-validator.ts';
import { INTERNAL_ROTATION, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import { type Clip, clipOf, landmarksOf, LIFT_NAMES, planOf, trueRotation } from '../../../lab/made/truth-landmarks.ts';

const FPS = 12;
const SLEEPER = clipOf('supine-sleeper-clean-far');
const START = 10;
const STRETCHED = 8 * FPS;
const stillAt = (frame: number, clip = SLEEPER) => ({
  ...landmarksOf(clip, frame),
  width: clip.width,
  height: clip.height,
});

function validatorOf(fit: ReferencePoseFit, clip = SLEEPER): ReferencePoseValidator {
  const validator = referencePoseValidator(planOf(clip), fit, clip);
  if (validator === null) throw new Error('the drill has a limit');
  return validator;
}

/** A validator whose reference pose was taken in one frame, and the frames' own fit of the working hip's rotation. */
function validatorFrom(frame: number, clip = SLEEPER) {
  const plan = planOf(clip);
  const { fit } = findReferencePose(plan, stillAt(frame, clip));
  const fitter = new FrameFitter(plan, fit, clip.width);
  const k = LEG_START.left + INTERNAL_ROTATION;
  const rotationIn = (seen: number): number => {
    let { pose } = fit;
    for (let i = 0; i < 6; i++) pose = fitter.fit(landmarksOf(clip, seen), pose, 0.5).pose;
    return (pose[k] ?? 0) - (fit.pose[k] ?? 0);
  };
  return { clip, validator: validatorOf(fit, clip), rotationIn };
}

function lie(
  { clip, validator, rotationIn }: ReturnType<typeof validatorFrom>,
  frame: number,
  from: number,
  seconds: number,
): void {
  const rotation = rotationIn(frame);
  for (let i = 0; i < seconds * FPS; i++) validator.step(landmarksOf(clip, frame), rotation, from + i / FPS);
}

describe('a reference pose taken in the stretch', () => {
  it('is doubted once the leg has lain still in the real start for the time of a hold', () => {
    const from = validatorFrom(STRETCHED);
    lie(from, START, 0, 2);
    expect(from.validator.isOutside).toBe(false);
    lie(from, START, 2, 1.5);
    expect(from.validator.isOutside).toBe(true);
    expect(from.validator.last?.at).toBeGreaterThanOrEqual(2.6);
  });

  it('is no longer doubted once the leg is back in the stretch of the reference pose, but the position is remembered', () => {
    const from = validatorFrom(STRETCHED);
    lie(from, START, 0, 4);
    lie(from, STRETCHED, 4, 1);
    expect(from.validator.isOutside).toBe(false);
    expect(from.validator.last).not.toBeNull();
  });

  it('is doubted only while the leg is seen and lies still', () => {
    const from = validatorFrom(STRETCHED);
    lie(from, START, 0, 4);
    from.validator.step(landmarksOf(SLEEPER, START), null, 4);
    expect(from.validator.isOutside).toBe(false);
    lie(from, START, 4.1, 1);
    expect(from.validator.isOutside).toBe(true);
    // On the way back to the stretch.
    for (let i = 0; i < FPS; i++)
      from.validator.step(landmarksOf(SLEEPER, STRETCHED - 2 * FPS + 2 * i), -9, 5.2 + i / FPS);
    expect(from.validator.isOutside).toBe(false);
  });

  it('counts as confirmed by a later hold in the stretch, but not by one in the start position', () => {
    const { validator } = validatorFrom(STRETCHED);
    expect(validator.isConfirmedBy(stillAt(STRETCHED + 6))).toBe(true);
    expect(validator.isConfirmedBy(stillAt(START))).toBe(false);
  });
});

describe('a reference pose taken in the start', () => {
  it('is not doubted, whether the leg rests or stretches', () => {
    const from = validatorFrom(START);
    lie(from, START + 12, 0, 4);
    lie(from, STRETCHED, 4, 4);
    expect([from.validator.isOutside, from.validator.last]).toEqual([false, null]);
    expect(from.validator.isConfirmedBy(stillAt(START + 15))).toBe(true);
  });

  it('is not doubted in frames that cannot be used', () => {
    const { validator } = validatorFrom(STRETCHED);
    for (let i = 0; i < 5 * FPS; i++) validator.step(landmarksOf(SLEEPER, START), null, i / FPS);
    expect(validator.isOutside).toBe(false);
  });
});

describe('a lift-off, in which the floor stops the leg', () => {
  /** The first frame with the leg up by 12°, and one with the leg down while the trunk folds (−1: none). */
  const liftedIn = (clip: Clip) => clip.frames.findIndex((_, frame) => trueRotation(clip, frame) >= 12);
  const foldedIn = (clip: Clip) =>
    clip.frames.findIndex(({ pelvis }, frame) => pelvis.tilt > 18 && trueRotation(clip, frame) < 2);

  it.each(LIFT_NAMES)('doubts a reference pose with the leg up in %s once the leg lies', (name) => {
    const clip = clipOf(name);
    const from = validatorFrom(liftedIn(clip), clip);
    lie(from, START, 0, 4);
    expect(from.validator.isOutside).toBe(true);
  });

  it.each(LIFT_NAMES)('does not doubt the real start in %s, even while the trunk folds', (name) => {
    const clip = clipOf(name);
    const from = validatorFrom(START, clip);
    lie(from, START + 12, 0, 4);
    const folded = foldedIn(clip);
    expect(folded >= 0).toBe(name.includes('hinge'));
    if (folded >= 0) lie(from, folded, 4, 4);
    expect([from.validator.isOutside, from.validator.last]).toEqual([false, null]);
  });
});

describe('a drill without a start check', () => {
  it('gets no validator for its reference pose', () => {
    const plan = planOf(SLEEPER);
    const { startCheck: _none, ...unchecked } = plan;
    const { fit } = findReferencePose(plan, stillAt(STRETCHED));
    expect(referencePoseValidator(unchecked, fit, SLEEPER)).toBeNull();
    expect(planOf(clipOf('quadruped-band-ir-clean-high')).startCheck?.neverRestsBelow).toBeNull();
  });
});
