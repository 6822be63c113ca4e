import { describe, expect, it, vi } from 'vitest';
import {
  fittedSize,
  FramePixels,
  LONGEST_SIDE,
  MeasuredSizes,
  MODEL_LONGEST_SIDE,
  shownSize,
} from '../../../workers/pictures/frame-pixels.ts';
import { FakeImageData } from '../fixtures.ts';

vi.stubGlobal('ImageData', FakeImageData);
// Without a context: a frame that would have to be drawn is refused.
vi.stubGlobal(
  'OffscreenCanvas',
  class {
    getContext = () => null;
  },
);

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

describe('the pixels of a frame', () => {
  /** A video frame of one brightness, without colour. */
  const frameOf = (width: number, height: number, brightness: number) => {
    const close = vi.fn<() => void>();
    const frame = {
      format: 'I420',
      displayWidth: width,
      displayHeight: height,
      visibleRect: { x: 0, y: 0, width, height },
      colorSpace: { matrix: 'smpte170m', fullRange: true },
      allocationSize: () => (3 * width * height) / 2,
      copyTo: async (to: Uint8Array) => {
        to.fill(brightness, 0, width * height).fill(128, width * height);
        return [
          { offset: 0, stride: width },
          { offset: width * height, stride: width / 2 },
          { offset: (5 * width * height) / 4, stride: width / 2 },
        ];
      },
      close,
    };
    return { close, frame: frame as unknown as VideoFrame };
  };

  it('are read from its planes: grey to measure in, colour and smaller for the pose model', async () => {
    const { close, frame } = frameOf(1280, 720, 90);
    const { measured, forModel } = await new FramePixels().read(frame);
    expect([measured.width, measured.height, forModel.width, forModel.height]).toEqual([960, 540, 640, 360]);
    expect(new Set(measured.grey)).toEqual(new Set([90]));
    expect([...forModel.data.subarray(0, 8)]).toEqual([90, 90, 90, 255, 90, 90, 90, 255]);
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('are drawn if the frame is more than twice as large as the pose model’s picture, and it is closed even on error', async () => {
    const { close, frame } = frameOf(1920, 1080, 90);
    await expect(new FramePixels().read(frame)).rejects.toThrow('no 2D canvas');
    expect(close).toHaveBeenCalledTimes(1);
  });
});
