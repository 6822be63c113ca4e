import { describe, expect, it, vi } from 'vitest';
import { frameFitter } from '../../src/body/frame-fit.ts';
import type { NeutralFit } from '../../src/body/neutral-fit.ts';
import { findNeutral } from '../../src/body/neutral-search.ts';
import { type OutsideWatch, outsideWatch } from '../../src/body/outside-watch.ts';
import { INTERNAL_ROTATION, LEG_START } from '../../src/body/skeleton.ts';
import { clipOf, landmarksOf, planOf } from './truth-landmarks.ts';

// The real search runs here; a busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const FPS = 12;
const clip = clipOf('supine-sleeper-clean-far');
const plan = planOf(clip);
const START = 10;
const STRETCHED = 8 * FPS;
const stillAt = (frame: number) => ({ ...landmarksOf(clip, frame), width: clip.width, height: clip.height });

function watchOf(fit: NeutralFit): OutsideWatch {
  const watch = outsideWatch(plan, fit, clip.width, clip.height);
  if (watch === null) throw new Error('the drill has a limit');
  return watch;
}

/** A watch whose neutral was taken in one frame, and the working hip's rotation in another as the frames' own fit has it. */
function watchFrom(frame: number) {
  const { fit } = findNeutral(plan, stillAt(frame));
  const fitter = frameFitter(plan, fit, clip.width);
  const k = LEG_START.left + INTERNAL_ROTATION;
  const rotationIn = (seen: number): number => {
    let { pose } = fit;
    for (let i = 0; i < 6; i++) pose = fitter.fit(landmarksOf(clip, seen), pose, 0.5).pose;
    return (pose[k] ?? 0) - (fit.pose[k] ?? 0);
  };
  return { watch: watchOf(fit), rotationIn };
}

function lie(
  { watch, rotationIn }: ReturnType<typeof watchFrom>,
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
    for (let i = 0; i < 5 * FPS; i++) watch.step(landmarksOf(clip, START), null, i / FPS);
    expect(watch.isOutside).toBe(false);
  });
});

describe('a drill that goes outside on purpose', () => {
  it('is not watched', () => {
    const { startCheck: _none, ...unchecked } = plan;
    const { fit } = findNeutral(plan, stillAt(STRETCHED));
    expect(outsideWatch(unchecked, fit, clip.width, clip.height)).toBeNull();
    expect(planOf(clipOf('quadruped-band-ir-clean-high')).startCheck?.outside).toBeNull();
  });
});
