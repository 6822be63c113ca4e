import { describe, expect, it } from 'vitest';
import { regionAbout, toPicture, wholePicture, worthLookingAt } from '../../../workers/blazepose/detection.ts';

const SIZE = { width: 640, height: 360 };

describe('the region around a person', () => {
  it('is upright for a standing person, with a margin of a quarter on every side', () => {
    const region = regionAbout({ x: 300, y: 200 }, { x: 300, y: 100 });
    expect(region).toEqual({ x: 300, y: 200, size: 250, rotation: 0 });
  });

  it('rotates with the person, so that the head is up inside it', () => {
    const head = { x: 400, y: 200 };
    const region = regionAbout({ x: 300, y: 200 }, head);
    expect(region.rotation).toBeCloseTo(Math.PI / 2, 10);
    // The circle point: above the middle, a quarter of the margin below the upper edge.
    const above = toPicture(region, 0.5, 0.5 - 100 / 250);
    expect(above.x).toBeCloseTo(head.x, 10);
    expect(above.y).toBeCloseTo(head.y, 10);
  });

  it('has its left side at the bottom of the picture when the head points right', () => {
    const region = regionAbout({ x: 300, y: 200 }, { x: 400, y: 200 });
    const left = toPicture(region, 0, 0.5);
    expect(left.x).toBeCloseTo(300, 10);
    expect(left.y).toBeCloseTo(200 - 125, 10);
  });

  it('is a square around the whole picture', () => {
    const whole = wholePicture(SIZE);
    expect(toPicture(whole, 0, 0)).toEqual({ x: 0, y: -140 });
    expect(toPicture(whole, 1, 1)).toEqual({ x: 640, y: 500 });
  });
});

describe('following a person', () => {
  const about = (change: object) => ({ x: 300, y: 200, size: 250, rotation: 1, ...change });

  it('goes on inside the picture and in a region that reaches beyond its edge', () => {
    expect(worthLookingAt(about({}), SIZE)).toBe(true);
    expect(worthLookingAt(about({ x: 5, size: 900 }), SIZE)).toBe(true);
  });

  it('ends when the middle of the region has left the picture', () => {
    expect(worthLookingAt(about({ x: -1 }), SIZE)).toBe(false);
    expect(worthLookingAt(about({ y: 361 }), SIZE)).toBe(false);
  });

  it('ends when the region collapses, grows too large or is not a number', () => {
    expect(worthLookingAt(about({ size: 3 }), SIZE)).toBe(false);
    expect(worthLookingAt(about({ size: 5000 }), SIZE)).toBe(false);
    expect(worthLookingAt(about({ size: Number.NaN }), SIZE)).toBe(false);
    expect(worthLookingAt(about({ x: Number.NaN }), SIZE)).toBe(false);
  });
});
