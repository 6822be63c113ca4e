import { describe, expect, it, vi } from 'vitest';
import {
  fittedSize,
  FramePixels,
  LONGEST_SIDE,
  MeasuredSizes,
  MODEL_LONGEST_SIDE,
  shownSize,
  PlaneReader,
  canResize,
  type ColourCoding,
  greyFrom,
  rgbaFrom,
  type VideoPlanes,
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

const SIZE = { width: 4, height: 2 };

interface Told {
  readonly format?: string | null;
  readonly matrix?: string | null;
  readonly rotation?: number;
  readonly displayWidth?: number;
  readonly displayHeight?: number;
  readonly layouts?: readonly PlaneLayout[];
  readonly fails?: boolean;
}

/** A video frame of 4 × 2 pixels, and how often it was copied. */
function toldFrame({
  format = 'I420',
  matrix = null,
  displayWidth = 4,
  displayHeight = 2,
  layouts,
  fails = false,
  ...turn
}: Told = {}) {
  const copies = { count: 0 };
  const frame = {
    format,
    displayWidth,
    displayHeight,
    visibleRect: { x: 0, y: 0, width: 4, height: 2 },
    colorSpace: { matrix, fullRange: null },
    allocationSize: () => 12,
    copyTo: async (to: Uint8Array) => {
      copies.count++;
      if (fails) throw new Error('not supported');
      to.fill(7);
      return layouts ?? [4, 2, 2].map((stride, i) => ({ offset: [0, 8, 10][i], stride }));
    },
    ...turn,
  };
  return { copies, frame: frame as unknown as VideoFrame };
}

describe('the planes of a video frame', () => {
  it('are brightness and both colours, each in its place', async () => {
    const planes = await new PlaneReader().read(toldFrame().frame, SIZE);
    expect(planes).toMatchObject({ width: 4, height: 2, colourStep: 1, coding: { matrix: 'bt709', fullRange: false } });
    expect([planes?.luma, planes?.blue, planes?.red].map((plane) => plane?.offset)).toEqual([0, 8, 10]);
  });

  it('may hold both colours in turns', async () => {
    const layouts = [
      { offset: 0, stride: 4 },
      { offset: 8, stride: 4 },
    ];
    const planes = await new PlaneReader().read(toldFrame({ format: 'NV12', layouts }).frame, SIZE);
    expect(planes).toMatchObject({ colourStep: 2, blue: { offset: 8 }, red: { offset: 9, stride: 4 } });
  });

  it('are coded as the frame says', async () => {
    expect(await new PlaneReader().read(toldFrame({ matrix: 'smpte170m' }).frame, SIZE)).toMatchObject({
      coding: { matrix: 'bt601' },
    });
  });

  it('are read of a frame that is to be shown smaller', async () => {
    const { frame } = toldFrame({ displayWidth: 2, displayHeight: 1 });
    expect(await new PlaneReader().read(frame, { width: 2, height: 1 })).toMatchObject({ width: 4, height: 2 });
  });

  it('are not read of a frame that is more than twice as large as it is needed', async () => {
    expect(await new PlaneReader().read(toldFrame().frame, { width: 1, height: 1 })).toBeNull();
  });

  it.each<[string, Told]>([
    ['that lies on a graphics processor', { format: null }],
    ['in red, green and blue', { format: 'BGRA' }],
    ['whose coding is not known here', { matrix: 'bt2020-ncl' }],
    ['that has to be turned', { rotation: 90 }],
    ['whose pixels are not square', { displayWidth: 5 }],
  ])('are not read of a frame %s', async (_, told) => {
    const { frame, copies } = toldFrame(told);
    expect(await new PlaneReader().read(frame, SIZE)).toBeNull();
    expect(copies.count).toBe(0);
  });

  it('are not tried again after a copy failed', async () => {
    const reader = new PlaneReader();
    expect(await reader.read(toldFrame({ fails: true }).frame, SIZE)).toBeNull();
    const { frame, copies } = toldFrame();
    expect(await reader.read(frame, SIZE)).toBeNull();
    expect(copies.count).toBe(0);
  });

  it('are none of an image bitmap', async () => {
    expect(await new PlaneReader().read({ width: 4, height: 2 } as ImageBitmap, SIZE)).toBeNull();
  });
});

const HD: ColourCoding = { matrix: 'bt709', fullRange: false };
const JPEG: ColourCoding = { matrix: 'bt601', fullRange: true };

/** One plane after the other, with a few bytes more a row than it has pixels. */
function planesOf(
  width: number,
  height: number,
  at: (x: number, y: number) => readonly [luma: number, blue: number, red: number],
  coding: ColourCoding,
): VideoPlanes {
  const stride = width + 3;
  const colours = { width: (width + 1) >> 1, height: (height + 1) >> 1, stride: width };
  const blue = { offset: stride * height, stride: colours.stride };
  const red = { offset: blue.offset + colours.stride * colours.height, stride: colours.stride };
  const bytes = new Uint8Array(red.offset + colours.stride * colours.height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) bytes[y * stride + x] = at(x, y)[0];
  for (let y = 0; y < colours.height; y++)
    for (let x = 0; x < colours.width; x++) {
      bytes[blue.offset + y * blue.stride + x] = at(2 * x, 2 * y)[1];
      bytes[red.offset + y * red.stride + x] = at(2 * x, 2 * y)[2];
    }
  return { width, height, bytes, luma: { offset: 0, stride }, blue, red, colourStep: 1, coding };
}

/** The same planes with both colours in turns. */
function interleaved(planes: VideoPlanes): VideoPlanes {
  const { bytes, blue, red, width, height } = planes;
  const [columns, rows] = [(width + 1) >> 1, (height + 1) >> 1];
  const both = new Uint8Array(blue.offset + 2 * columns * rows);
  both.set(bytes.subarray(0, blue.offset));
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      both[blue.offset + 2 * (y * columns + x)] = bytes[blue.offset + y * blue.stride + x] ?? 0;
      both[blue.offset + 2 * (y * columns + x) + 1] = bytes[red.offset + y * red.stride + x] ?? 0;
    }
  const layout = { offset: blue.offset, stride: 2 * columns };
  return { ...planes, bytes: both, blue: layout, red: { ...layout, offset: layout.offset + 1 }, colourStep: 2 };
}

const colourAt = (rgba: Uint8ClampedArray, i: number): number[] => [...rgba.subarray(4 * i, 4 * i + 4)];

describe('the grey picture of video planes', () => {
  it('stretches coded black and white to black and white', () => {
    const planes = planesOf(4, 2, (x) => [[16, 126, 235, 3][x] ?? 0, 128, 128], HD);
    expect([...greyFrom(planes, planes)]).toEqual([0, 128, 255, 0, 0, 128, 255, 0]);
  });

  it('leaves the full range as it is', () => {
    const planes = planesOf(3, 1, (x) => [[0, 90, 255][x] ?? 0, 128, 128], JPEG);
    expect([...greyFrom(planes, planes)]).toEqual([0, 90, 255]);
  });

  it('at half the size is the mean of four', () => {
    const planes = planesOf(4, 2, (x, y) => [10 * x + 100 * y, 128, 128], JPEG);
    expect([...greyFrom(planes, { width: 2, height: 1 })]).toEqual([55, 75]);
  });

  it('at half the size is rounded, not cut', () => {
    const planes = planesOf(4, 2, (x, y) => [x === 3 || y === 1 ? 1 : 0, 128, 128], JPEG);
    expect([...greyFrom(planes, { width: 2, height: 1 })]).toEqual([1, 1]);
  });

  it('at two thirds keeps a slope where it is, within a grey level', () => {
    const planes = planesOf(96, 54, (x, y) => [2 * x + y, 128, 128], JPEG);
    const grey = greyFrom(planes, { width: 64, height: 36 });
    // The middle of pixel 20 in row 10 lies at 30.25 and 15.25, counted from the middle of the first one.
    expect(Math.abs((grey[10 * 64 + 20] ?? 0) - (2 * 30.25 + 15.25))).toBeLessThanOrEqual(1);
  });

  it('has no size that would leave pixels out', () => {
    expect(canResize({ width: 1280, height: 720 }, { width: 640, height: 360 })).toBe(true);
    expect(canResize({ width: 1920, height: 1080 }, { width: 640, height: 360 })).toBe(false);
  });
});

describe('the picture in colour of video planes', () => {
  it.each([
    [HD, [63, 102, 240], [255, 0, 0]],
    [HD, [173, 42, 26], [0, 255, 0]],
    [HD, [32, 240, 118], [0, 0, 255]],
    [JPEG, [76, 85, 255], [254, 0, 0]],
    [JPEG, [150, 44, 21], [0, 255, 1]],
    [JPEG, [29, 255, 107], [0, 0, 254]],
  ] as const)('turns %o %o into %o, within two levels', (coding, [y, u, v], expected) => {
    const planes = planesOf(2, 2, () => [y, u, v], coding);
    const [red = -9, green = -9, blue = -9, alpha] = colourAt(rgbaFrom(planes, planes), 3);
    for (const [k, value] of [red, green, blue].entries())
      expect(Math.abs(value - (expected[k] ?? NaN))).toBeLessThanOrEqual(2);
    expect(alpha).toBe(255);
  });

  it.each([
    [HD, [235, 255, 255], [255, 255]],
    [HD, [16, 0, 0], [0, 0]],
    [JPEG, [255, 255, 0], [76, 255]],
    [JPEG, [0, 0, 255], [179, 0]],
  ] as const)('limits %o %o to what a byte holds: red and blue %o, within two levels', (coding, [y, u, v], [r, b]) => {
    const planes = planesOf(2, 2, () => [y, u, v], coding);
    const [red = -9, , blue = -9] = colourAt(rgbaFrom(planes, planes), 0);
    expect(Math.abs(red - r)).toBeLessThanOrEqual(2);
    expect(Math.abs(blue - b)).toBeLessThanOrEqual(2);
  });

  it('is grey where both colour differences are in the middle', () => {
    const planes = planesOf(4, 4, (x) => [[0, 60, 200, 255][x] ?? 0, 128, 128], JPEG);
    const rgba = rgbaFrom(planes, planes);
    expect([0, 1, 2, 3].map((i) => colourAt(rgba, i).slice(0, 3))).toEqual([
      [0, 0, 0],
      [60, 60, 60],
      [200, 200, 200],
      [255, 255, 255],
    ]);
  });

  it('is the same whether the colours lie apart or in turns, in an odd size too', () => {
    const planes = planesOf(7, 5, (x, y) => [20 * x + 9 * y, 60 + 20 * x, 200 - 15 * y], HD);
    const size = { width: 5, height: 4 };
    expect(rgbaFrom(interleaved(planes), size)).toEqual(rgbaFrom(planes, size));
    expect(rgbaFrom(interleaved(planes), planes)).toEqual(rgbaFrom(planes, planes));
  });

  it('is the same in two neighbours at once, where the width is even, and one by one', () => {
    const at = (x: number, y: number) => [13 * x + 29 * y, 30 * x + 11 * y, 250 - 17 * x - 5 * y] as const;
    for (const coding of [HD, JPEG]) {
      const [even, odd] = [planesOf(8, 6, at, coding), planesOf(9, 6, at, coding)];
      const [pairs, single] = [rgbaFrom(even, even), rgbaFrom(odd, odd)];
      for (let y = 0; y < 6; y++)
        for (let x = 0; x < 8; x++) expect(colourAt(pairs, 8 * y + x)).toEqual(colourAt(single, 9 * y + x));
      expect(rgbaFrom(interleaved(even), even)).toEqual(pairs);
    }
  });

  it('is written into the last picture’s memory if that has the right length', () => {
    const planes = planesOf(4, 2, (x) => [50 * x, 128, 128], JPEG);
    const [fitting, other] = [new Uint8ClampedArray(32).fill(9), new Uint8ClampedArray(16)];
    expect(rgbaFrom(planes, planes, fitting)).toBe(fitting);
    expect(rgbaFrom(planes, planes, other)).toEqual(fitting);
    expect(other).toEqual(new Uint8ClampedArray(16));
  });

  it('takes each pixel’s colour from its own block', () => {
    const planes = planesOf(4, 2, (x) => [128, x < 2 ? 40 : 220, 128], JPEG);
    const blues = [0, 1, 2, 3].map((i) => rgbaFrom(planes, planes)[4 * i + 2]);
    expect(blues).toEqual([0, 0, 255, 255]);
  });
});
