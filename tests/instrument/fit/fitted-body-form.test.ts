import { describe, expect, it } from 'vitest';
import { formReading } from '../../../src/instrument/fit/fitted-body.ts';
import { bodyOf, boneLengths, LEG_START, type Pose, POSE_SIZE } from '../../../src/instrument/geometry/skeleton.ts';
import { rotationX } from '../../../src/instrument/geometry/rotation.ts';

const LYING = { pelvis: rotationX(-90), thorax: rotationX(-90) };
const BONES = boneLengths(1.75);

/** A person on the back, hips and knees at right angles plus these changes. */
function lying(hip = 0, knee = 0) {
  const pose: Pose = new Float64Array(POSE_SIZE);
  for (const k of [LEG_START.left, LEG_START.right]) pose.set([90 + hip, 0, 0, 90 + knee], k);
  return bodyOf(pose, LYING, BONES);
}

const sd = new Float64Array(POSE_SIZE).fill(2);
const base = { plan: {}, widening: 1, footShift: null } as const;
const lyingInput = (body = lying()) => ({ ...base, referencePose: { body: lying() }, fit: { body, sd } });

describe('the optional channels', () => {
  it('contain only what the plan names', () => {
    expect(formReading(lyingInput())).toBeUndefined();
    expect(formReading({ ...lyingInput(), plan: { optionalChannels: [] } })).toBeUndefined();
    const asked = formReading({ ...lyingInput(), plan: { optionalChannels: ['foot-shift'] } });
    expect(asked).toEqual({ footShift: null });
  });
});

describe('the shin drop', () => {
  const dropOf = (hip: number, knee: number) =>
    formReading({ ...lyingInput(lying(hip, knee)), plan: { optionalChannels: ['shin-drop'] } })?.shinDrop?.value;

  it('rises when the knees bend further and when the thighs tip away from the trunk', () => {
    expect(dropOf(0, 15)).toBeCloseTo(15, 6);
    expect(dropOf(-12, 0)).toBeCloseTo(12, 6);
    expect(dropOf(-5, 8)).toBeCloseTo(13, 6);
  });

  it('stays zero when thighs and knees move together, and is negative when the knees straighten', () => {
    expect(dropOf(10, 10)).toBeCloseTo(0, 6);
    expect(dropOf(0, -9)).toBeCloseTo(-9, 6);
  });
});
