import { describe, expect, it } from 'vitest';
import { trunkShape } from '../../../src/coach/progress/progress-stage.ts';

const LEGS = [574, 397, 329, 410, 620, 341, 444, 437];
const UPRIGHT = [475, 212, 368, 212, 476, 353, 415, 364];
const FOLDED = [478, 227, 366, 227, 476, 353, 415, 364];

const shapeOf = (trunk: readonly number[]) => trunkShape(new Float32Array([...trunk, ...LEGS])) ?? NaN;

describe('how long the trunk looks', () => {
  it('is its length over the width of the shoulders, in a picture of any size', () => {
    expect(shapeOf(UPRIGHT)).toBeCloseTo(1.37, 1);
    expect(shapeOf(UPRIGHT.map((value) => 2 * value + 30))).toBeCloseTo(shapeOf(UPRIGHT), 5);
  });

  it('is shorter by a tenth and more in a fold of 24° towards the lens', () => {
    expect(shapeOf(FOLDED) / shapeOf(UPRIGHT)).toBeLessThan(0.9);
  });

  it('does not change with a lean to the side', () => {
    const [cos, sin] = [Math.cos(0.25), Math.sin(0.25)];
    const leaned = UPRIGHT.map((value, index) =>
      index % 2 === 0 ? cos * value - sin * (UPRIGHT[index + 1] ?? 0) : sin * (UPRIGHT[index - 1] ?? 0) + cos * value,
    );
    expect(shapeOf(leaned)).toBeCloseTo(shapeOf(UPRIGHT), 5);
  });

  it('is not known without joints, or with shoulders in one point', () => {
    expect(trunkShape(null)).toBeNull();
    expect(trunkShape(new Float32Array([400, 200, 400, 200, 476, 353, 415, 364, ...LEGS]))).toBeNull();
  });
});
