import { describe, expect, it } from 'vitest';
import type { StillLandmarks } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { isTrunkTipped, looksStretched } from '../../../src/instrument/reference-pose/held-pose-checks.ts';
import {
  type AnyClipName,
  CLIP_NAMES,
  clipOf,
  FOOT_END,
  landmarksOf,
  LIFT_NAMES,
  planOf,
  trueRotation,
} from '../../../lab/made/truth-landmarks.ts';

const SLEEPERS = CLIP_NAMES.filter((name) => name.startsWith('supine-sleeper') && name !== FOOT_END);
const SEEN = ['as filmed', 'in a mirror'] as const;

type Seen = (typeof SEEN)[number];

const stillOf = (name: AnyClipName, frame: number, seen: Seen = 'as filmed'): StillLandmarks => {
  const { width, height } = clipOf(name);
  return { ...landmarksOf(clipOf(name), frame, seen), width, height };
};

/** The result of a check on one frame, with the lens found by the search. */
const resultOf =
  (check: typeof looksStretched) =>
  (name: AnyClipName, frame: number, seen: Seen = 'as filmed'): boolean => {
    const plan = planOf(clipOf(name), seen);
    const still = stillOf(name, frame, seen);
    return check(plan, still, findReferencePose(plan, still).fit.azimuth);
  };
const looks = resultOf(looksStretched);

/** The first frame in which the working hip has rotated by so many degrees. */
const frameAt = (name: AnyClipName, degrees: number): number =>
  clipOf(name).frames.findIndex((_, frame) => trueRotation(clipOf(name), frame) >= degrees);

describe('a hold that fits the start posture', () => {
  it.each(SLEEPERS)('is not taken for a stretch in the start of %s, on either side', (name) => {
    for (const seen of SEEN) expect([0, 10, 20].map((frame) => looks(name, frame, seen))).not.toContain(true);
  });

  it.each(SLEEPERS)('is recognised as a stretch in %s once the knee has fallen in by 20°, on either side', (name) => {
    for (const seen of SEEN) expect(looks(name, frameAt(name, 20), seen)).toBe(true);
  });

  it('is recognised as a stretch on hands and knees only with the foot swung out', () => {
    const name = 'quadruped-band-ir-clean-high';
    expect([0, 20].map((frame) => looks(name, frame))).toEqual([false, false]);
    expect(looks(name, frameAt(name, 25))).toBe(true);
  });

  it('is a stretch under a folding trunk only while the leg is up', () => {
    const name = 'ninety-ninety-lift-off-hinge-round-17';
    const folded = clipOf(name).frames.flatMap(({ pelvis }, frame) =>
      pelvis.tilt > 15 && frame % 5 === 0 ? [frame] : [],
    );
    const up = folded.filter((frame) => trueRotation(clipOf(name), frame) > 10);
    const lying = folded.filter((frame) => trueRotation(clipOf(name), frame) < 1);
    expect([up.length, lying.length].every((count) => count > 2)).toBe(true);
    expect(up.map((frame) => looks(name, frame))).not.toContain(false);
    expect(lying.map((frame) => looks(name, frame))).not.toContain(true);
  });

  it.each(LIFT_NAMES)('is not taken for a lifted leg in the start of %s, on either side', (name) => {
    for (const seen of SEEN) expect([0, 10, 20].map((frame) => looks(name, frame, seen))).not.toContain(true);
  });

  it.each(LIFT_NAMES)(
    'is recognised as lifted in %s with the foot up by 12°, also under a folding trunk, on either side',
    (name) => {
      for (const seen of SEEN) expect(looks(name, frameAt(name, 12), seen)).toBe(true);
    },
  );

  it('is never called a stretch in a drill without a start check', () => {
    const name = 'ninety-ninety-pails-rails-lean-front';
    expect(planOf(clipOf(name)).startCheck).toBeUndefined();
    expect(looks(name, frameAt(name, 15))).toBe(false);
  });
});

describe('the lean of the trunk in a drill that starts upright', () => {
  const name = 'standing-hamstring-clean-28';
  const isTipped = (frame: number, seen: (typeof SEEN)[number], of: AnyClipName = name): boolean => {
    const clip = clipOf(of);
    return isTrunkTipped(planOf(clip, seen), {
      ...landmarksOf(clip, frame, seen),
      width: clip.width,
      height: clip.height,
    });
  };

  it('is recognised in the stretch and not in the start, on either side', () => {
    const tipped = clipOf(name).frames.findIndex(({ pelvis }) => pelvis.tilt >= 15);
    for (const seen of SEEN) {
      expect([0, 10, 20].map((frame) => isTipped(frame, seen))).not.toContain(true);
      expect(isTipped(tipped, seen)).toBe(true);
    }
  });

  it('is not checked in a drill on the back', () => {
    expect(isTipped(0, 'as filmed', 'supine-sleeper-clean-far')).toBe(false);
  });
});
