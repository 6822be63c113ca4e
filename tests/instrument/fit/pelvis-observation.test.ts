import { describe, expect, it } from 'vitest';
import { turnBound } from '../../../src/instrument/fit/pelvis-observation.ts';

const SLEEPER = { twist: 550 };
const HANDS_AND_KNEES = { twist: 700, obliquity: 400 };

describe('hips that are followed in the picture', () => {
  it('hold the pelvis at its start, the less the further they have shifted', () => {
    const sdAt = (metres: number) => turnBound(SLEEPER, { value: metres, sd: 0 })?.twist?.sd ?? Number.NaN;
    expect(turnBound(SLEEPER, { value: 0.02, sd: 0 })?.twist?.value).toBe(0);
    // Root mean square in sleepers: 6.6° where the hips had shifted by 1.5 to 2 cm (42 frames), 0.9° by 2.5 to 5 mm (405).
    expect(sdAt(0.015)).toBeGreaterThan(8);
    expect(sdAt(0.004)).toBeGreaterThan(0.9);
    // Hips that had shifted by less than 2.5 mm: 0.3° (1686 frames).
    expect(sdAt(0)).toBeGreaterThan(0.3);
    expect(sdAt(0)).toBeLessThan(0.9);
  });

  it('hold it less where their own shift is uncertain', () => {
    const sdWith = (sd: number) => turnBound(SLEEPER, { value: 0, sd })?.twist?.sd ?? Number.NaN;
    expect(sdWith(0.01)).toBeGreaterThan(sdWith(0) + 5);
  });

  it('hold its turn about the vertical only where the drill’s position allows one', () => {
    expect(turnBound(SLEEPER, { value: 0, sd: 0 })?.obliquity).toBeNull();
    expect(turnBound(HANDS_AND_KNEES, { value: 0.01, sd: 0 })?.obliquity?.sd).toBeGreaterThan(4);
  });

  it('hold nothing once they are lost, nor in a drill that does not say what a shift means', () => {
    expect(turnBound(SLEEPER, null)).toBeNull();
    expect(turnBound(undefined, { value: 0, sd: 0 })).toBeNull();
  });
});
