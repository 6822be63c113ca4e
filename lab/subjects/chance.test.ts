import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';

describe('numbers from a seed', () => {
  const draw = (seed: string, count = 2000) => {
    const chance = chanceOf(seed);
    return Array.from({ length: count }, () => chance.share());
  };

  it('are the same for the same seed and differ for another', () => {
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('fill the range from 0 to 1 evenly', () => {
    const numbers = draw('even');
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    // Four standard errors: the mean of 2000 uniform numbers has an sd of 0.0065.
    expect(Math.abs(numbers.reduce((a, b) => a + b, 0) / numbers.length - 0.5)).toBeLessThan(0.026);
  });

  it('have mean 0 and standard deviation 1 if normal', () => {
    const chance = chanceOf('normal');
    const numbers = Array.from({ length: 4000 }, () => chance.normal());
    const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
    const variance = numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / numbers.length;
    // Four standard errors: 1/√4000 of the mean, √(2/4000) of the variance.
    expect(Math.abs(mean)).toBeLessThan(0.064);
    expect(Math.abs(variance - 1)).toBeLessThan(0.09);
  });

  it('of one part do not depend on how many another part draws', () => {
    const one = chanceOf('seed');
    const other = chanceOf('seed');
    other.share();
    expect(other.part('room').share()).toBe(one.part('room').share());
  });
});
