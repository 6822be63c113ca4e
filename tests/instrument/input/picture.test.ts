import { describe, expect, it } from 'vitest';
import { greyOf, isSameAspect, sizeChange, greyCrop, pyramid, sample } from '../../../src/instrument/input/picture.ts';
import { paint, paintGrey, plain } from '../../../lab/made/paint.ts';

describe('the grey of a picture in colour', () => {
  it('weights the colours as the eye does', () => {
    const grey = greyOf(Uint8ClampedArray.of(200, 0, 0, 255, 0, 200, 0, 255, 0, 0, 200, 255));
    // 0.299, 0.587 and 0.114 of 200, to the whole.
    expect([...grey]).toEqual([60, 117, 23]);
  });

  it('keeps black, white and what is grey already', () => {
    expect([...greyOf(Uint8ClampedArray.of(0, 0, 0, 255, 255, 255, 255, 255, 90, 90, 90, 0))]).toEqual([0, 255, 90]);
  });
});

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

describe('a grey crop', () => {
  const frame = paint(20, 10, (x, y) => x + 10 * y);
  const lifted = (v: number) => 255 * Math.sqrt(v / 255);

  it('shows the wanted box and remembers its place', () => {
    const crop = greyCrop(frame, { left: 3, top: 2, right: 8, bottom: 6 });
    expect([crop.left, crop.top, crop.width, crop.height]).toEqual([3, 2, 5, 4]);
    expect(crop.data[0]).toBeCloseTo(lifted(23), 3);
    expect(crop.data[1 + 5 * 2]).toBeCloseTo(lifted(44), 3);
  });

  it('stretches dark tones more than light ones', () => {
    const at = (v: number) => greyCrop(plain(1, 1, v), { left: 0, top: 0, right: 1, bottom: 1 }).data[0] ?? NaN;
    expect([at(0), at(255)]).toEqual([0, 255]);
    expect(at(40) - at(20)).toBeGreaterThan(2 * (at(220) - at(200)));
  });

  it('is clipped to the frame and may be empty', () => {
    expect(greyCrop(frame, { left: -5, top: -5, right: 100, bottom: 100 })).toMatchObject({
      left: 0,
      top: 0,
      width: 20,
      height: 10,
    });
    const outside = greyCrop(frame, { left: 30, top: 30, right: 40, bottom: 40 });
    expect([outside.width, outside.height, outside.data.length]).toEqual([0, 0, 0]);
  });

  it('rounds a box outwards to whole pixels', () => {
    expect(greyCrop(frame, { left: 2.7, top: 1.2, right: 5.1, bottom: 3.9 })).toMatchObject({
      left: 2,
      top: 1,
      width: 4,
      height: 3,
    });
  });
});

describe('a sample between pixels', () => {
  const ramp = paintGrey(8, 8, (x, y) => 3 * x + 5 * y);

  it('is interpolated bilinearly from its four neighbours', () => {
    expect(sample(ramp, 2.25, 3.5)).toBeCloseTo(3 * 2.25 + 5 * 3.5, 5);
    expect(sample(ramp, 4, 4)).toBeCloseTo(32, 5);
  });

  it('outside the picture has the value of the nearest edge', () => {
    expect(sample(ramp, -10, 3)).toBeCloseTo(15, 3);
    expect(sample(ramp, 3, 90)).toBeCloseTo(9 + 35, 1);
  });
});

describe('a pyramid', () => {
  it('halves the picture by means of four pixels', () => {
    const half = pyramid(
      paintGrey(4, 4, (x, y) => x + 4 * y),
      2,
    )[1];
    expect([half?.width, half?.height]).toEqual([2, 2]);
    expect([...(half?.data ?? [])]).toEqual([2.5, 4.5, 10.5, 12.5]);
  });
});
