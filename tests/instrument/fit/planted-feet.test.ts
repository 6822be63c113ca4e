import { describe, expect, it } from 'vitest';
import { landmarkPoint } from '../../../src/instrument/fit/frame-fit.ts';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { nearerAnkle, slideOf } from '../../../src/instrument/fit/set-measurement.ts';
import { FITTED_LANDMARKS, JOINT } from '../../../src/instrument/geometry/skeleton.ts';
import { fittedPerson } from '../../../lab/made/fitted-person.ts';

// Filmed from the person’s right.
const { referencePose } = fittedPerson('supine-sleeper-clean-far');

/** The landmarks of the reference pose, with the right ankle moved in the picture. */
function moved(right: number, down: number): Landmarks {
  const points = new Float32Array(66);
  for (const joint of [JOINT.leftAnkle, JOINT.rightAnkle]) {
    const [x, y] = referencePose.camera.project(landmarkPoint(referencePose.body, referencePose.offsets, joint));
    const by = joint === JOINT.rightAnkle ? [right, down] : [0, 0];
    points.set([x + (by[0] ?? 0), y + (by[1] ?? 0)], 2 * (FITTED_LANDMARKS[joint] ?? 0));
  }
  return { points, visibility: new Float32Array(33).fill(1), world: new Float32Array(99), score: 1 };
}

describe('a planted foot', () => {
  it('is measured on the lens’s side, where no knee hides it', () => {
    expect(nearerAnkle(referencePose)).toBe(JOINT.rightAnkle);
  });

  it('has slid by the displacement of its ankle, in whichever direction', () => {
    expect(slideOf(referencePose, moved(0, 0), JOINT.rightAnkle).value).toBeCloseTo(0, 3);
    const along = slideOf(referencePose, moved(20, 0), JOINT.rightAnkle).value;
    const up = slideOf(referencePose, moved(0, -20), JOINT.rightAnkle).value;
    expect(along).toBeGreaterThan(0.03);
    expect(up).toBeCloseTo(along, 3);
    expect(slideOf(referencePose, moved(20, 0), JOINT.leftAnkle).value).toBeCloseTo(0, 3);
  });
});
