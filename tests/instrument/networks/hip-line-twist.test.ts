import { describe, expect, it } from 'vitest';
import { landmarkPoint } from '../../../src/instrument/fit/frame-fit.ts';
import { hipLineTwist } from '../../../src/instrument/networks/hip-line-twist.ts';
import {
  add,
  apply,
  midpoint,
  multiply,
  rotationY,
  subtract,
  transpose,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';
import { JOINT } from '../../../src/instrument/geometry/skeleton.ts';
import { fittedPerson } from '../support/fitted-person.ts';

const { referencePose } = fittedPerson('supine-sleeper-clean-far');
const { body, offsets, camera } = referencePose;

/** Landmarks with the hips where a pelvis turned by so many degrees about its long axis has them, shifted in the room. */
function landmarks(twist: number, shift: Vec3 = [0, 0, 0]): Float32Array {
  const points = new Float32Array(66);
  const centre = midpoint(body.joints[JOINT.leftHip] as Vec3, body.joints[JOINT.rightHip] as Vec3);
  const turn = multiply(multiply(body.pelvis, rotationY(twist)), transpose(body.pelvis));
  for (const [joint, landmark] of [
    [JOINT.leftHip, 23],
    [JOINT.rightHip, 24],
  ] as const) {
    const place = add(centre, apply(turn, subtract(landmarkPoint(body, offsets, joint), centre)));
    const [x, y] = camera.project(add(place, shift));
    points.set([x, y], 2 * landmark);
  }
  return points;
}

describe('the hip line as a witness of the twist', () => {
  const twistOf = hipLineTwist(referencePose, landmarks(0));

  it.each([-12, -5, 0, 5, 12])(
    'shows a twist of %d degrees with its sign, of hips that are located exactly',
    (twist) => {
      // The line is taken as straight over 12 degrees, which costs less than a degree.
      expect(Math.abs((twistOf?.(landmarks(twist)) ?? Number.NaN) - twist)).toBeLessThan(1);
    },
  );

  it('shows next to nothing of a pelvis that only shifts by a centimetre', () => {
    expect(Math.abs(twistOf?.(landmarks(0, [0.01, 0.01, 0])) ?? Number.NaN)).toBeLessThan(0.5);
  });
});
