import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { answerText } from '../../../src/app/phone/card-text.ts';
import { codeRows } from '../../../src/app/qr-code.ts';
import { seededChance } from '../../../tools/shared/seeded-chance.ts';
import { cardWith } from './fake-peer.ts';

/** The laptop's camera picture. */
const [WIDTH, HEIGHT] = [960, 540];

/** A phone's answer with an address that the browser hides, as most phones make it. */
const TEXT = answerText(
  cardWith({ setup: 'active', addresses: [{ host: '1f0e3dad-9990-4d5b-9d1e-0c1f6d7a8b9c.local', port: 61_905 }] }),
);

/** Where a pixel lies in the code, in modules. @param tilt degrees; the phone is also turned away a little */
function place(x: number, y: number, size: number, tilt: number, side: number): readonly [number, number] {
  const [c, s] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)];
  const [dx, dy] = [x - 500 + 0.1 * (y - 280), y - 280];
  return [Math.floor((c * dx + s * dy) / size + side / 2), Math.floor((c * dy - s * dx) / size + side / 2)];
}

/** The phone in front of the camera in a dim room: brightness 18 and 95 of 255 on 40, noise of ± 10. @param size pixels a module */
function picture(size: number, tilt: number, seed: number): Uint8ClampedArray {
  const rows = codeRows(TEXT);
  const chance = seededChance(seed);
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255);
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    let light = 0;
    for (const part of [0.25, 0.75]) {
      const [column, row] = place((at % WIDTH) + part, Math.floor(at / WIDTH) + part, size, tilt, rows.length);
      const dark = rows[row]?.[column];
      light += dark === undefined ? 40 : dark ? 18 : 95;
    }
    data.fill(light / 2 + 20 * (chance() - 0.5), 4 * at, 4 * at + 3);
  }
  return data;
}

describe('the code of the phone in front of the camera', () => {
  // 2.5 pixels a module: a code of 6 cm, an arm's length (40 cm) from a camera that sees 65°.
  it.each([
    [2.5, 0],
    [3, 11],
    [3, 25],
    [5, 40],
  ])('is read at %s pixels a module, tilted by %s°, in a dim room', (size, tilt) => {
    for (let seed = 1; seed <= 3; seed += 1)
      expect(decodeQR({ width: WIDTH, height: HEIGHT, data: picture(size, tilt, seed) })).toBe(TEXT);
  });
});
