import { describe, expect, it } from 'vitest';
import { isSameAspect, sizeChange } from '../../../src/instrument/input/picture.ts';

const size = (width: number, height: number) => ({ width, height });

describe('a picture of another size', () => {
  it('is no change if it is the same', () => {
    expect(sizeChange(size(960, 540), size(960, 540))).toBeNull();
  });

  it('is turned if width and height are exchanged', () => {
    expect(sizeChange(size(960, 540), size(540, 960))).toBe('turned');
    expect(sizeChange(size(540, 960), size(960, 540))).toBe('turned');
  });

  it('is resized if it has another aspect ratio', () => {
    expect(sizeChange(size(960, 540), size(960, 720))).toBe('resized');
    expect(sizeChange(size(960, 960), size(960, 540))).toBe('resized');
  });

  it('has the same aspect ratio if whole pixels make the difference', () => {
    expect(isSameAspect(size(1280, 720), size(854, 480))).toBe(true);
    expect(isSameAspect(size(1280, 720), size(640, 480))).toBe(false);
    expect(isSameAspect(size(1280, 720), size(720, 1280))).toBe(false);
  });
});
