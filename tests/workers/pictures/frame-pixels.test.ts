import { describe, expect, it } from 'vitest';
import {
  fittedSize,
  LONGEST_SIDE,
  MeasuredSizes,
  MODEL_LONGEST_SIDE,
  shownSize,
} from '../../../workers/pictures/frame-pixels.ts';

describe('the size at which a frame is measured', () => {
  it('is its own if it is small enough', () => {
    expect(fittedSize({ width: 640, height: 480 }, LONGEST_SIDE)).toEqual({ width: 640, height: 480 });
  });

  it('keeps the aspect ratio when it is scaled down, wide or tall', () => {
    expect(fittedSize({ width: 1280, height: 720 }, LONGEST_SIDE)).toEqual({ width: 960, height: 540 });
    expect(fittedSize({ width: 1080, height: 1920 }, LONGEST_SIDE)).toEqual({ width: 540, height: 960 });
    expect(fittedSize({ width: 960, height: 540 }, MODEL_LONGEST_SIDE)).toEqual({ width: 640, height: 360 });
  });

  it('is in whole pixels, at least one', () => {
    expect(fittedSize({ width: 1919, height: 1079 }, LONGEST_SIDE)).toEqual({ width: 960, height: 540 });
    expect(fittedSize({ width: 4000, height: 1 }, LONGEST_SIDE)).toEqual({ width: 960, height: 1 });
  });

  it('is that of the displayed picture: a video frame after its rotation', () => {
    const portrait = { displayWidth: 1080, displayHeight: 1920, codedWidth: 1920, codedHeight: 1088 };
    expect(shownSize(portrait as unknown as VideoFrame)).toEqual({ width: 1080, height: 1920 });
    expect(shownSize({ width: 320, height: 200 } as ImageBitmap)).toEqual({ width: 320, height: 200 });
  });
});

describe('a camera that changes its resolution', () => {
  it('is measured in the size that it began with, smaller or larger', () => {
    const sizes = new MeasuredSizes();
    expect(sizes.sizeFor({ width: 1280, height: 720 })).toEqual({ width: 960, height: 540 });
    expect(sizes.sizeFor({ width: 640, height: 360 })).toEqual({ width: 960, height: 540 });
    expect(sizes.sizeFor({ width: 854, height: 480 })).toEqual({ width: 960, height: 540 });
    const small = new MeasuredSizes();
    small.sizeFor({ width: 320, height: 240 });
    expect(small.sizeFor({ width: 1280, height: 960 })).toEqual({ width: 320, height: 240 });
  });

  it('is measured in a size of its own if its aspect ratio changes, and in the first when it comes back', () => {
    const sizes = new MeasuredSizes();
    sizes.sizeFor({ width: 640, height: 360 });
    expect(sizes.sizeFor({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 });
    expect(sizes.sizeFor({ width: 360, height: 640 })).toEqual({ width: 360, height: 640 });
    expect(sizes.sizeFor({ width: 1280, height: 720 })).toEqual({ width: 640, height: 360 });
  });
});
