import { describe, expect, it } from 'vitest';
import { KeypointSourceSelector } from '../../../src/instrument/networks/keypoint-source-selector.ts';

const NEAR = 0.1;
const FAR = 0.6;

/** Lives through frames of a twelfth of a second; what it says of the last. */
function after(belief: KeypointSourceSelector, from: number, seconds: number, apart: number): boolean {
  let believed = false;
  for (let i = 1; i <= 12 * seconds; i++) believed = belief.step(apart, from + i / 12);
  return believed;
}

describe('belief in what the network sees of the legs', () => {
  it('comes with the first frame in which the pose model sees about the same', () => {
    expect(new KeypointSourceSelector().step(NEAR, 0)).toBe(true);
    expect(new KeypointSourceSelector().step(FAR, 0)).toBe(false);
  });

  it('outlasts one odd frame, not a second of them', () => {
    const belief = new KeypointSourceSelector();
    after(belief, 0, 2, NEAR);
    expect(belief.step(FAR, 2.1)).toBe(true);
    expect(after(belief, 2.1, 1, FAR)).toBe(false);
    expect(after(belief, 4, 2, NEAR)).toBe(true);
    // Nor is the first frame after somebody was away.
    expect(belief.step(FAR, 60)).toBe(true);
  });

  it('outlasts seconds of them where the pose model is known to lose these legs, not a posture that it never sees so', () => {
    const belief = new KeypointSourceSelector(3.5);
    after(belief, 0, 2, NEAR);
    expect(after(belief, 2, 3, FAR)).toBe(true);
    expect(belief.step(NEAR, 5.1)).toBe(true);
    expect(after(belief, 5.1, 3.4, FAR)).toBe(true);
    expect(after(belief, 8.5, 0.4, FAR)).toBe(false);
    expect(new KeypointSourceSelector(3.5).step(FAR, 0)).toBe(false);
  });

  it('does not come while a neutral measures that was taken without it', () => {
    const belief = new KeypointSourceSelector();
    belief.settle(false);
    expect(after(belief, 1, 5, NEAR)).toBe(false);
    belief.settle(null);
    expect(after(belief, 6, 1, NEAR)).toBe(true);
  });

  it('comes back while a neutral measures that was taken with it', () => {
    const belief = new KeypointSourceSelector();
    after(belief, 0, 1, NEAR);
    belief.settle(true);
    expect(after(belief, 1, 2, FAR)).toBe(false);
    expect(after(belief, 3, 3, NEAR)).toBe(true);
  });
});
