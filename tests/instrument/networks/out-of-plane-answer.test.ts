import { describe, expect, it } from 'vitest';
import { outOfPlaneAnglesFrom } from '../../../src/instrument/networks/out-of-plane-answer.ts';

describe('what a network tells of slants', () => {
  const scales = [
    { name: 'hips', spread: 2, leastSd: 0.03 },
    { name: 'working thigh', spread: 1, leastSd: 0.03 },
  ] as const;
  const [thigh, shin, hips] = outOfPlaneAnglesFrom(scales, Float32Array.of(-0.6, 0.25, Math.log(0.5), Math.log(0.1)));

  it('comes in the order of the segments, whatever the network’s own', () => {
    expect(hips?.value).toBeCloseTo(-0.6, 6);
    expect(thigh?.value).toBeCloseTo(0.25, 6);
  });

  it('is as wide as it errs on others, and never narrower than its card allows', () => {
    // Half a tenth, twice as wide; a hundredth is too sure.
    expect(hips?.sd).toBeCloseTo(0.1, 6);
    expect(thigh?.sd).toBeCloseTo(0.03, 6);
  });

  it('is nothing of a segment that it does not know', () => {
    expect(shin).toBeNull();
  });
});
