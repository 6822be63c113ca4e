import { describe, expect, it } from 'vitest';
import { formReading } from '../../src/body/form-reading.ts';
import { shoulderTurn } from '../../src/body/shoulder-turn.ts';
import { bodyOf, LEG_START, POSE_SIZE, type Pose } from '../../src/body/skeleton.ts';
import { boneLengths } from '../../src/body/skeleton.ts';
import { rotationX } from '../../src/body/rotation.ts';

const LYING = { pelvis: rotationX(-90), thorax: rotationX(-90) };
const BONES = boneLengths(1.75);

/** On the back, both hips and knees at right angles, then changed. */
function lying(hip = 0, knee = 0) {
  const pose: Pose = new Float64Array(POSE_SIZE);
  for (const k of [LEG_START.left, LEG_START.right]) pose.set([90 + hip, 0, 0, 90 + knee], k);
  return bodyOf(pose, LYING, BONES);
}

const sd = new Float64Array(POSE_SIZE).fill(2);
const base = { plan: {}, widening: 1, shoulderTurn: null, rotation: null, footShift: null } as const;
const lyingInput = (body = lying()) => ({ ...base, neutral: { body: lying() }, fit: { body, sd } });
const points = (width: number) => {
  const all = new Float64Array(66);
  all.set([500 + width / 2, 200, 500 - width / 2, 200], 22);
  return { points: all };
};

describe('the form of a frame', () => {
  it('holds only what the drill asks for', () => {
    expect(formReading(lyingInput())).toBeUndefined();
    expect(formReading({ ...lyingInput(), plan: { form: [] } })).toBeUndefined();
    const asked = formReading({ ...lyingInput(), plan: { form: ['foot-shift'] } });
    expect(asked).toEqual({ footShift: null });
  });
});

describe('shins that should stay level', () => {
  const dropOf = (hip: number, knee: number) =>
    formReading({ ...lyingInput(lying(hip, knee)), plan: { form: ['shin-drop'] } })?.shinDrop?.value;

  it('sink when the knees bend further, and when the thighs tip away from the trunk', () => {
    expect(dropOf(0, 15)).toBeCloseTo(15, 6);
    expect(dropOf(-12, 0)).toBeCloseTo(12, 6);
    expect(dropOf(-5, 8)).toBeCloseTo(13, 6);
  });

  it('do not sink when thighs and knees move together, and rise when the knees straighten', () => {
    expect(dropOf(10, 10)).toBeCloseTo(0, 6);
    expect(dropOf(0, -9)).toBeCloseTo(-9, 6);
  });
});

describe('a chest that turns', () => {
  it('is read from shoulders that look narrower, either way and never below nothing', () => {
    expect(shoulderTurn(points(200), points(200 * Math.cos(Math.PI / 6)))?.value).toBeCloseTo(30, 6);
    expect(shoulderTurn(points(200), points(210))?.value).toBe(0);
    expect(shoulderTurn(points(0), points(200))).toBeNull();
  });

  it('is known less well the less it turns: near the start the width hardly changes', () => {
    const sdAt = (width: number) => shoulderTurn(points(200), points(width))?.sd ?? NaN;
    expect(sdAt(200)).toBeGreaterThan(3.5);
    expect(sdAt(173)).toBeLessThan(1.5);
  });

  const turnOf = (pelvisModel: string | undefined, turn: number, rotation: number | null) =>
    formReading({
      ...lyingInput(),
      plan: { form: ['trunk-turn'], ...(pelvisModel === undefined ? {} : { pelvisModel }) },
      shoulderTurn: { value: turn, sd: 2 },
      rotation: rotation === null ? null : { value: rotation, sd: 2 },
    })?.trunkTurn;

  it('counts in a stretch only beyond what the hip has turned, for there the pelvis leads', () => {
    expect(turnOf('seat', 30, 22)?.value).toBeCloseTo(8, 9);
    expect(turnOf('seat', 30, 5)?.value).toBeCloseTo(25, 9);
    expect(turnOf('seat', 10, 20)?.value).toBe(0);
    // A hip that has turned outwards gives nothing to subtract.
    expect(turnOf('seat', 20, -6)?.value).toBeCloseTo(20, 9);
    expect(turnOf('seat', 30, null)).toBeNull();
  });

  it('counts whole where the leg moves by itself', () => {
    expect(turnOf(undefined, 25, 16)?.value).toBeCloseTo(25, 9);
    expect(turnOf(undefined, 25, null)?.value).toBeCloseTo(25, 9);
  });
});
