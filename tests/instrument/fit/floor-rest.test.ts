import { describe, expect, it } from 'vitest';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import { FloorRest } from '../../../src/instrument/fit/floor-rest.ts';
import { INTERNAL_ROTATION, LEG_START, type Pose } from '../../../src/instrument/geometry/skeleton.ts';
import { fittedPerson, inputOf } from '../fitted-person.ts';

/** Five frames a second, as the 90/90 seat is read. */
const PITCH = 0.2;
/** Metres. */
const SHANK = 0.42;
/** Of a median of like values. */
const SAME = 9;

interface Stretch {
  readonly seconds: number;
  readonly rotation: number;
  /** Metres. */
  readonly slide: number;
}

/** Feeds steady stretches one after the other; the drift after the last frame. */
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

describe('a leg that lies where it lay at the start', () => {
  it('has not turned, whatever a trunk that folds over it makes of its landmarks', () => {
    expect(after(LIES)).toBe(0);
    expect(after(LIES, FOLDED)).toBeCloseTo(-6.5, SAME);
  });

  it('tells what is to be taken off for as long as it is up', () => {
    expect(after(LIES, FOLDED, LIFTED)).toBeCloseTo(-6.5, SAME);
    expect(after(LIES, FOLDED, { ...LIFTED, seconds: 30 })).toBeCloseTo(-6.5, SAME);
  });

  it('is back at its zero once the trunk is', () => {
    expect(after(LIES, FOLDED, LIFTED, FOLDED, { ...LIES, rotation: -0.5 })).toBeCloseTo(-0.5, SAME);
  });

  it('is no zero while it is on its way up or down, however near the floor', () => {
    const rest = new FloorRest(SHANK);
    for (let i = 0; i <= 10; i++) rest.step(0, 0.005, i * PITCH);
    for (let i = 1; i <= 8; i++) rest.step(2.5 * i, 0.025, 2 + i * PITCH);
    expect(rest.step(20, 0.3, 4)).toBeLessThan(0.5);
  });

  it('cannot be read to have turned further than its ankle’s way about the knee, and a degree', () => {
    const rest = new FloorRest(SHANK);
    // 2 cm of 42 are 2.7°.
    expect(7 - rest.step(7, 0.02, 0)).toBeCloseTo(3.73, 2);
    expect(-7 - rest.step(-7, 0.02, 0.2)).toBeCloseTo(-3.73, 2);
    expect(rest.step(14, 0.11, 0.4)).toBe(0);
  });

  it('is none where it only pauses in the air', () => {
    expect(after(LIES, { ...LIFTED, slide: 0.035, seconds: 10 })).toBe(0);
  });
});

it('frames that come twice or out of order teach nothing', () => {
  const rest = new FloorRest(SHANK);
  for (let i = 0; i <= 10; i++) rest.step(-6, 0.01, i * PITCH);
  const known = rest.step(-6, 0.01, 2.2);
  expect(known).toBeCloseTo(-6, SAME);
  expect(rest.step(30, 0.3, 2.2)).toBe(known);
  expect(rest.step(30, 0.3, 1)).toBe(known);
});

it('before anything has lain still nothing is taken off', () => {
  expect(new FloorRest(SHANK).step(12, 0.1, 0)).toBe(0);
});

describe('what a lying leg is read to have turned', () => {
  const person = fittedPerson('ninety-ninety-pails-rails-lean-front');
  const turned = (pose: Pose) => {
    pose[LEG_START.left + INTERNAL_ROTATION] = (pose[LEG_START.left + INTERNAL_ROTATION] ?? 0) + 4;
  };
  const legs = (drift?: number) => fittedBody(inputOf(person, turned, drift === undefined ? {} : { drift })).leg;

  it('is taken off the working hip’s rotation, and nothing else', () => {
    expect(legs().left.internalRotation?.value).toBeCloseTo(4, SAME);
    expect(legs(-6.5).left.internalRotation?.value).toBeCloseTo(10.5, SAME);
    expect(legs(-6.5).left.internalRotation?.sd).toBe(legs().left.internalRotation?.sd);
    expect(legs(-6.5).left.flexion).toEqual(legs().left.flexion);
    expect(legs(-6.5).right).toEqual(legs().right);
  });
});
