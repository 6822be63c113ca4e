import { describe, expect, it } from 'vitest';
import { MIN_CORRELATION, correlationIn } from './compare-set.ts';

describe('the likeness of a clip to itself painted anew', () => {
  it('is read from the words of ffmpeg', () => {
    const line = '[Parsed_psnr_4 @ 0x1] PSNR y:34.40 u:43.01 v:42.17 average:35.77 min:35.77 max:35.77';
    expect(correlationIn(line)).toBe(35.77);
  });

  it('has no bound where nothing differs', () => {
    expect(correlationIn('PSNR y:inf u:inf v:inf average:inf min:inf max:inf')).toBeGreaterThan(MIN_CORRELATION);
  });

  it('is unknown where nothing was compared', () => {
    expect(correlationIn('Error while filtering: Invalid argument')).toBeNull();
  });
});
