import { describe, expect, it } from 'vitest';
import { KeypointSourceSelector } from '../../../src/instrument/networks/keypoint-source-selector.ts';

const NEAR = 0.1;
const FAR = 0.6;

interface Stretch {
  readonly from: number;
  readonly seconds: number;
  readonly distance: number;
  readonly reference?: boolean | null;
}

/** Steps through frames a twelfth of a second apart; returns the choice in the last one. */
function after(selector: KeypointSourceSelector, { from, seconds, distance, reference = null }: Stretch): boolean {
  let usesNetwork = false;
  for (let i = 1; i <= 12 * seconds; i++) usesNetwork = selector.step(distance, from + i / 12, reference);
  return usesNetwork;
}

describe('the source of the leg keypoints', () => {
  it('is the network from the first frame in which BlazePose agrees with it', () => {
    expect(new KeypointSourceSelector().step(NEAR, 0, null)).toBe(true);
    expect(new KeypointSourceSelector().step(FAR, 0, null)).toBe(false);
  });

  it('stays the network through one frame of disagreement, not through a second of it', () => {
    const selector = new KeypointSourceSelector();
    after(selector, { from: 0, seconds: 2, distance: NEAR });
    expect(selector.step(FAR, 2.1, null)).toBe(true);
    expect(after(selector, { from: 2.1, seconds: 1, distance: FAR })).toBe(false);
    expect(after(selector, { from: 4, seconds: 2, distance: NEAR })).toBe(true);
  });

  it('stays the network in the first frame after a long gap', () => {
    const selector = new KeypointSourceSelector();
    after(selector, { from: 0, seconds: 2, distance: NEAR });
    expect(selector.step(FAR, 60, null)).toBe(true);
  });

  it('stays the network for as long as its patience lasts after the last frame that agrees', () => {
    const selector = new KeypointSourceSelector(3.5);
    after(selector, { from: 0, seconds: 2, distance: NEAR });
    expect(after(selector, { from: 2, seconds: 3, distance: FAR })).toBe(true);
    expect(selector.step(NEAR, 5.1, null)).toBe(true);
    expect(after(selector, { from: 5.1, seconds: 3.4, distance: FAR })).toBe(true);
    expect(after(selector, { from: 8.5, seconds: 0.4, distance: FAR })).toBe(false);
  });

  it('is never the network, however patient, in a posture in which no frame agrees', () => {
    expect(new KeypointSourceSelector(3.5).step(FAR, 0, null)).toBe(false);
  });

  it('is BlazePose while the reference pose was taken from BlazePose', () => {
    const selector = new KeypointSourceSelector();
    expect(after(selector, { from: 1, seconds: 5, distance: NEAR, reference: false })).toBe(false);
    expect(after(selector, { from: 6, seconds: 1, distance: NEAR })).toBe(true);
  });

  it('becomes the network again while the reference pose was taken from the network', () => {
    const selector = new KeypointSourceSelector();
    after(selector, { from: 0, seconds: 1, distance: NEAR });
    expect(after(selector, { from: 1, seconds: 2, distance: FAR, reference: true })).toBe(false);
    expect(after(selector, { from: 3, seconds: 3, distance: NEAR, reference: true })).toBe(true);
  });
});
