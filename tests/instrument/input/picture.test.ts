import { describe, expect, it } from 'vitest';
import { greyOf } from '../../../src/instrument/input/picture.ts';

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
