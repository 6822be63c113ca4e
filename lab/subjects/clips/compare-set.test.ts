import { describe, expect, it } from 'vitest';
import { MIN_PSNR, psnrIn } from './compare-set.ts';

describe('the PSNR of a clip against the same moments rendered again', () => {
  it('is read from the output of ffmpeg', () => {
    const line = '[Parsed_psnr_4 @ 0x1] PSNR y:34.40 u:43.01 v:42.17 average:35.77 min:35.77 max:35.77';
    expect(psnrIn(line)).toBe(35.77);
  });

  it('is infinite if the pictures are equal', () => {
    expect(psnrIn('PSNR y:inf u:inf v:inf average:inf min:inf max:inf')).toBeGreaterThan(MIN_PSNR);
  });

  it('is null if nothing was compared', () => {
    expect(psnrIn('Error while filtering: Invalid argument')).toBeNull();
  });
});
