import { describe, expect, it } from 'vitest';
import { CropScaleFilter } from '../../../src/instrument/networks/crop-scale-filter.ts';

/** A trunk of 200 px, a few per cent off in every frame, for two seconds. */
function started(): CropScaleFilter {
  const unit = new CropScaleFilter();
  for (let i = 0; i <= 20; i++) unit.step(200 + (i % 2 === 0 ? 8 : -8), i / 10);
  return unit;
}

describe('the unit of a window that a folding trunk must not change', () => {
  it('is each frame’s own while no neutral measures', () => {
    expect(started().step(150, 2.1)).toBe(150);
  });

  it('stays what it was on the mean of the hold’s last second, however the trunk shrinks', () => {
    const unit = started();
    unit.settle(true);
    // Pixels. The mean of the last second still wavers by a fraction of one frame's 8.
    expect(Math.abs(unit.step(120, 2.1) - 200)).toBeLessThan(2);
    expect(unit.step(90, 60)).toBe(unit.step(120, 61));
  });

  it('follows again once the neutral is given up, and takes the next one’s', () => {
    const unit = started();
    unit.settle(true);
    unit.settle(false);
    for (let i = 0; i < 40; i++) unit.step(140, 3 + i / 10);
    unit.settle(true);
    // Pixels: five times its time later nothing is left of the old one.
    expect(Math.abs(unit.step(70, 8) - 140)).toBeLessThan(0.5);
  });

  it('is this frame’s where a neutral measures that it has not seen', () => {
    const unit = new CropScaleFilter();
    unit.settle(true);
    expect(unit.step(170, 0)).toBe(170);
  });
});
