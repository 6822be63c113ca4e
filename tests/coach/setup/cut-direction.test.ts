import { describe, expect, it } from 'vitest';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import type { BodyPart } from '../../../src/instrument/output/reason.ts';
import { cutMove } from '../../../src/coach/setup/gate-words.ts';

const { left, right } = JOINT_LANDMARKS;
type Place = readonly [x: number, y: number];

/** A person lying from head (at `head`) to feet (at `feet`), in shares of a picture of 1280 × 720. */
function lying(head: Place, feet: Place) {
  const points = new Float32Array(66);
  const put = (landmarks: readonly number[], share: number) => {
    for (const l of landmarks)
      points.set(
        [1280 * (head[0] + share * (feet[0] - head[0])), 720 * (head[1] + share * (feet[1] - head[1]))],
        2 * l,
      );
  };
  put([0], 0);
  put([left.shoulder, right.shoulder], 0.15);
  put([left.hip, right.hip], 0.5);
  put([left.knee, right.knee], 0.75);
  put([left.ankle, right.ankle], 1);
  return { points, visibility: new Float32Array(33).fill(1), world: new Float32Array(99), score: 1 };
}

const moveFor = (head: Place, feet: Place, missing: readonly BodyPart[] = ['left foot', 'right foot']) =>
  cutMove(missing, lying(head, feet), 1280, 720);

describe('the move that brings a missing part into the picture', () => {
  it('is a turn towards it if there is room on the other side, left or right', () => {
    expect(moveFor([0.5, 0.5], [1.05, 0.5])).toEqual({ kind: 'turn', towards: 'left foot' });
    expect(moveFor([0.5, 0.5], [-0.05, 0.5])).toEqual({ kind: 'turn', towards: 'left foot' });
  });

  it('is more distance if the picture is full', () => {
    expect(moveFor([0.04, 0.5], [1.05, 0.5])).toEqual({ kind: 'back' });
    expect(moveFor([-0.1, 0.5], [1.1, 0.5], ['shoulders', 'left foot'])).toEqual({ kind: 'back' });
    expect(moveFor([0.5, 0.03], [0.5, 1.2])).toEqual({ kind: 'back' });
  });

  it('is to fold the screen forward for a part below the picture, and back for one above', () => {
    expect(moveFor([0.5, 0.4], [0.5, 1.1])).toEqual({ kind: 'tilt', down: true });
    expect(moveFor([0.5, 0.6], [0.5, -0.1])).toEqual({ kind: 'tilt', down: false });
  });

  it('is to clear the view if the part is inside the picture but hidden', () => {
    expect(moveFor([0.3, 0.5], [0.7, 0.5], ['left foot'])).toEqual({ kind: 'clear' });
  });
});
