import { expect, it } from 'vitest';
import { animatedWebp } from '../../../tools/browser/animated-webp.ts';

/** A still WebP with a picture chunk of these bytes. */
const still = (...bytes: number[]) =>
  Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBPVP8 '),
    Buffer.from([bytes.length, 0, 0, 0, ...bytes]),
    Buffer.alloc(bytes.length % 2),
  ]);

it('an animated WebP states its size, repeats for ever and shows each part for its time at its place', () => {
  const file = animatedWebp({ width: 800, height: 450 }, [
    { webp: still(1, 2, 3, 4), x: 0, y: 0, width: 800, height: 450, shown: 1400 },
    { webp: still(5, 6, 7), x: 20, y: 40, width: 101, height: 50, shown: 300 },
  ]);
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  expect(file.toString('latin1', 8, 16)).toBe('WEBPVP8X');
  expect([file.readUIntLE(24, 3), file.readUIntLE(27, 3)]).toEqual([799, 449]);
  expect(file.toString('latin1', 30, 34)).toBe('ANIM');
  expect(file.readUInt16LE(42)).toBe(0);
  const second = file.lastIndexOf('ANMF') + 8;
  const fields = Array.from({ length: 5 }, (_, i) => file.readUIntLE(second + 3 * i, 3));
  expect(fields).toEqual([10, 20, 100, 49, 300]);
  // The padding of an odd chunk is in the frame.
  expect([...file.subarray(second + 16)]).toEqual([...Buffer.from('VP8 '), 3, 0, 0, 0, 5, 6, 7, 0]);
});
