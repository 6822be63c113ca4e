import { describe, expect, it, vi } from 'vitest';
import { findNeutral } from '../../src/body/neutral-search.ts';
import { isTippedOver, looksStretched } from '../../src/body/stretch-check.ts';
import {
  type AnyClipName,
  CLIP_NAMES,
  clipOf,
  FOOT_END,
  landmarksOf,
  LIFT_NAMES,
  planOf,
  trueRotation,
} from './truth-landmarks.ts';

// The real search runs here; a busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const SLEEPERS = CLIP_NAMES.filter((name) => name.startsWith('supine-sleeper') && name !== FOOT_END);
const SEEN = ['as filmed', 'in a mirror'] as const;

function looks(name: AnyClipName, frame: number, seen: (typeof SEEN)[number] = 'as filmed'): boolean {
  const clip = clipOf(name);
  const plan = planOf(clip, seen);
  const still = { ...landmarksOf(clip, frame, seen), width: clip.width, height: clip.height };
  return looksStretched(plan, still, findNeutral(plan, still).fit.azimuth);
}

/** The first frame in which the working hip has turned by so much. */
const frameAt = (name: AnyClipName, degrees: number): number =>
  clipOf(name).frames.findIndex((_, frame) => trueRotation(clipOf(name), frame) >= degrees);

describe('a hold that passes for the start', () => {
  it.each(SLEEPERS)('is no stretch in the start of %s, on either side', (name) => {
    for (const seen of SEEN) expect([0, 10, 20].map((frame) => looks(name, frame, seen))).not.toContain(true);
  });

  it.each(SLEEPERS)('is found out in %s once the knee has fallen in by 20°, on either side', (name) => {
    for (const seen of SEEN) expect(looks(name, frameAt(name, 20), seen)).toBe(true);
  });

  it('is found out on hands and knees with the foot swung out by 25°, and not without', () => {
    const name = 'quadruped-band-ir-clean-high';
    expect([0, 20].map((frame) => looks(name, frame))).toEqual([false, false]);
    expect(looks(name, frameAt(name, 25))).toBe(true);
  });

  it.each(LIFT_NAMES)('is no lifted leg in the start of %s, on either side', (name) => {
    for (const seen of SEEN) expect([0, 10, 20].map((frame) => looks(name, frame, seen))).not.toContain(true);
  });

  // Folded forward as well it is not the start for other reasons.
  it.each(LIFT_NAMES.filter((name) => !name.includes('hinge')))(
    'is found out in %s with the foot held up by 12°, on either side',
    (name) => {
      for (const seen of SEEN) expect(looks(name, frameAt(name, 12), seen)).toBe(true);
    },
  );

  it('is never called a stretch in a drill whose view cannot tell', () => {
    const name = 'ninety-ninety-pails-rails-lean-front';
    expect(planOf(clipOf(name)).startCheck).toBeUndefined();
    expect(looks(name, frameAt(name, 15))).toBe(false);
  });
});

describe('a trunk that leans in a drill that begins upright', () => {
  const name = 'standing-hamstring-clean-28';
  const isTipped = (frame: number, seen: (typeof SEEN)[number], of: AnyClipName = name): boolean => {
    const clip = clipOf(of);
    return isTippedOver(planOf(clip, seen), {
      ...landmarksOf(clip, frame, seen),
      width: clip.width,
      height: clip.height,
    });
  };

  it('is told in the stretch and not in the start, on either side', () => {
    const tipped = clipOf(name).frames.findIndex(({ pelvis }) => pelvis.tilt >= 15);
    for (const seen of SEEN) {
      expect([0, 10, 20].map((frame) => isTipped(frame, seen))).not.toContain(true);
      expect(isTipped(tipped, seen)).toBe(true);
    }
  });

  it('is nothing to somebody who lies', () => {
    expect(isTipped(0, 'as filmed', 'supine-sleeper-clean-far')).toBe(false);
  });
});
