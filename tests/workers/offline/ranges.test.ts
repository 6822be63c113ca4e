import { describe, expect, it } from 'vitest';
import { partOf, wantedRange } from '../../../workers/offline/app-files.ts';

const isolation = { 'Cross-Origin-Embedder-Policy': 'require-corp' };

describe('a part of a file', () => {
  it.each([
    ['bytes=0-', [0, 9]],
    ['bytes=2-4', [2, 4]],
    ['bytes=8-99', [8, 9]],
    ['bytes=-3', [7, 9]],
    ['bytes=0-1,4-5', null],
    [null, null],
  ])('%s of ten bytes is %j', (header, expected) => {
    expect(wantedRange(header, 10)).toEqual(expected);
  });
  it('keeps the server’s headers, states its range, and is refused beyond the end', async () => {
    const whole = () => new Response('0123456789', { headers: isolation });
    const part = await partOf(whole(), 'bytes=2-4');
    expect([part.status, await part.text(), part.headers.get('Content-Range')]).toEqual([206, '234', 'bytes 2-4/10']);
    expect(part.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
    expect((await partOf(whole(), 'bytes=10-')).status).toBe(416);
  });
});
