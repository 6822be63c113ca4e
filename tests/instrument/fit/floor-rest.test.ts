import { describe, expect, it } from 'vitest';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import { FloorRest } from '../../../src/instrument/fit/set-measurement.ts';
import { INTERNAL_ROTATION, LEG_START, type Pose } from '../../../src/instrument/geometry/skeleton.ts';
import { fittedPerson, inputOf } from '../../../lab/made/fitted-person.ts';

/** Five frames per second, seconds. */
const PITCH = 0.2;
/** Length of the shank, metres. */
const SHANK = 0.42;
/** Decimals to which a median of equal values is exact. */
const SAME = 9;

interface Stretch {
  readonly seconds: number;
  readonly rotation: number;
  /** Displacement of the ankle, metres. */
  readonly slide: number;
}

/** Feeds steady stretches one after the other; returns the drift after the last frame. */
function after(...stretches: readonly Stretch[]): number {
  const rest = new FloorRest(SHANK);
  let [time, drift] = [0, 0];
  for (const { seconds, rotation, slide } of stretches) {
    for (const end = time + seconds; time < end - 1e-9; time += PITCH) drift = rest.step(rotation, slide, time);
  }
  return drift;
}

const LIES = { seconds: 2, rotation: 0, slide: 0.005 };
const FOLDED = { seconds: 2, rotation: -6.5, slide: 0.02 };
const LIFTED = { seconds: 3, rotation: 4, slide: 0.1 };

describe('the drift of a leg that lies at its start', () => {
  it('is the rotation that a folding trunk adds to its landmarks', () => {
    expect(after(LIES)).toBe(0);
    expect(after(LIES, FOLDED)).toBeCloseTo(-6.5, SAME);
  });

  it('is kept for as long as the leg is up', () => {
    expect(after(LIES, FOLDED, LIFTED)).toBeCloseTo(-6.5, SAME);
    expect(after(LIES, FOLDED, { ...LIFTED, seconds: 30 })).toBeCloseTo(-6.5, SAME);
  });

  it('returns to zero when the trunk does', () => {
    expect(after(LIES, FOLDED, LIFTED, FOLDED, { ...LIES, rotation: -0.5 })).toBeCloseTo(-0.5, SAME);
  });

  it('does not follow a leg on its way up or down near the floor', () => {
    const rest = new FloorRest(SHANK);
    for (let i = 0; i <= 10; i++) rest.step(0, 0.005, i * PITCH);
    for (let i = 1; i <= 8; i++) rest.step(2.5 * i, 0.025, 2 + i * PITCH);
    expect(rest.step(20, 0.3, 4)).toBeLessThan(0.5);
  });

  it('is limited to what leaves the rotation that the ankle’s displacement allows, plus 1°', () => {
    const rest = new FloorRest(SHANK);
    // 2 cm of 42 cm are 2.7°.
    expect(7 - rest.step(7, 0.02, 0)).toBeCloseTo(3.73, 2);
    expect(-7 - rest.step(-7, 0.02, 0.2)).toBeCloseTo(-3.73, 2);
    expect(rest.step(14, 0.11, 0.4)).toBe(0);
  });

  it('does not follow a leg that pauses in the air', () => {
    expect(after(LIES, { ...LIFTED, slide: 0.035, seconds: 10 })).toBe(0);
  });
});

it('a frame that comes twice or out of order does not change the drift', () => {
  const rest = new FloorRest(SHANK);
  for (let i = 0; i <= 10; i++) rest.step(-6, 0.01, i * PITCH);
  const known = rest.step(-6, 0.01, 2.2);
  expect(known).toBeCloseTo(-6, SAME);
  expect(rest.step(30, 0.3, 2.2)).toBe(known);
  expect(rest.step(30, 0.3, 1)).toBe(known);
});

it('the drift is zero before the leg has rested', () => {
  expect(new FloorRest(SHANK).step(12, 0.1, 0)).toBe(0);
});

describe('the drift', () => {
  const person = fittedPerson('ninety-ninety-pails-rails-lean-front');
  const turned = (pose: Pose) => {
    pose[LEG_START.left + INTERNAL_ROTATION] = (pose[LEG_START.left + INTERNAL_ROTATION] ?? 0) + 4;
  };
  const legs = (drift?: number) => fittedBody(inputOf(person, turned, drift === undefined ? {} : { drift })).leg;

  it('is subtracted from the working hip’s rotation and from nothing else', () => {
    expect(legs().left.internalRotation?.value).toBeCloseTo(4, SAME);
    expect(legs(-6.5).left.internalRotation?.value).toBeCloseTo(10.5, SAME);
    expect(legs(-6.5).left.internalRotation?.sd).toBe(legs().left.internalRotation?.sd);
    expect(legs(-6.5).left.flexion).toEqual(legs().left.flexion);
    expect(legs(-6.5).right).toEqual(legs().right);
  });
});
