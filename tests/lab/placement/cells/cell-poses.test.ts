import { describe, expect, it } from 'vitest';
import type { FrameRecord } from '../../../../src/coach/record/set-record.ts';
import type { PerformedFrame } from '../../motion/performance.ts';
import { heldPoses } from './cell-poses.ts';

const truthOf = (internalRotation: number, twist: number): PerformedFrame['truth'] => {
  const leg = { flexion: 0, abduction: 0, internalRotation };
  return {
    hip: { left: leg, right: leg },
    knee: { left: 90, right: 90 },
    pelvis: { twist, obliquity: 0, tilt: 0, lift: 0 },
    lumbar: { extension: 0, sideBend: 0, rotation: 0 },
    chase: 0,
    lean: 0,
    leanLeft: 0,
    sitBone: 0,
    grip: 0,
    dorsiflexion: { left: 0, right: 0 },
    shinDrop: 0,
    footShift: 0,
  };
};

const pictures = [truthOf(3, 0.5), truthOf(10, 0), truthOf(18, -11.5)].map((truth) => ({ truth }) as PerformedFrame);

const clip = {
  fps: 6,
  holds: [
    { id: 'neutral', picture: 0, from: 0, until: 3 },
    { id: 'twist', picture: 2, from: 4, until: 6 },
  ],
};

const frame = (index: number, rotation: number | null, valid = true): FrameRecord => ({
  t: index / 6,
  phase: 'passive',
  valid,
  reasons: [],
  hipInternalRotation: { left: rotation === null ? null : { value: rotation, sd: 2 }, right: null },
  hipFlexion: { left: null, right: null },
  hipAbduction: { left: null, right: null },
  kneeFlexion: { left: null, right: null },
  pelvis: { twist: { value: -10, sd: 2 }, obliquity: null, tilt: null, lift: { value: 0.012, sd: 0.01 } },
  trunkLean: null,
  kneeChase: null,
  lumbarExtension: null,
});

describe('a held pose', () => {
  it('pairs the true change since the reference pose with the mean reading over the counted frames', () => {
    const frames = [frame(3, 90), frame(4, 14), frame(5, 17), frame(6, 90)];
    expect(heldPoses(clip, pictures, { frames })).toEqual([
      {
        id: 'twist',
        truth: { rotation: 15, twist: -12, obliquity: 0, lift: 0 },
        reading: { rotation: 15.5, twist: -10, obliquity: null, lift: 0.012 },
        frames: 2,
        valid: 2,
      },
    ]);
  });

  it('leaves out frames that the app marks as invalid', () => {
    const [pose] = heldPoses(clip, pictures, { frames: [frame(4, 14), frame(5, 60, false)] });
    expect(pose).toMatchObject({ reading: { rotation: 14 }, valid: 1 });
  });

  it('does not count a valid frame without a rotation', () => {
    const [pose] = heldPoses(clip, pictures, { frames: [frame(4, null), frame(5, 15)] });
    expect(pose).toMatchObject({ reading: { rotation: 15 }, valid: 1 });
  });

  it('has true values but no reading if nothing was measured', () => {
    const [pose] = heldPoses(clip, pictures, null);
    expect(pose).toMatchObject({
      truth: { rotation: 15 },
      reading: { rotation: null, twist: null },
      valid: 0,
    });
  });
});
