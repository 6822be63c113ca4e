import { describe, expect, it } from 'vitest';
import { angleBetween, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { upIn } from '../../../src/instrument/phone/phone-buffer.ts';
import { GuidedMove, type MoveEnd } from '../../../src/instrument/phone/pelvis-of-phone.ts';
import { chanceOf } from '../../../lab/subjects/chance.ts';
import { bump, mountingOf, type PelvisNow, phoneOn, STILL, startOf } from '../../../lab/subjects/phone/made-phone.ts';

/** What comes of a move in four seconds, 30 samples a second. @returns the axis and the true left axis in the phone's axes */
function moved(seed: string, pelvis: (time: number) => PelvisNow) {
  const chance = chanceOf(seed);
  const start = startOf(-90, 0, chance.between(0, 360));
  const mounting = mountingOf(-90, 25, chance);
  const move = new GuidedMove(upIn(phoneOn(start, STILL, mounting)));
  const ends: MoveEnd[] = [];
  for (let i = 0; i < 120; i++)
    ends.push(move.step({ time: i / 30, orientation: phoneOn(start, pelvis(i / 30), mounting) }));
  const left: Vec3 = [mounting[0], mounting[1], mounting[2]];
  return { end: ends.find((end) => end !== null) ?? null, left };
}

const tucked = (time: number, size: number): PelvisNow => ({ ...STILL, tilt: -size * bump(time, 0.5, 3.5) });

describe('the guided move', () => {
  it('finds the left axis of the pelvis, however the phone lies', () => {
    for (let i = 0; i < 50; i++) {
      const { end, left } = moved(`${i}`, (time) => tucked(time, 5 + (i % 10)));
      if (end === null || typeof end === 'string') throw new Error(`move ${i}: ${end}`);
      expect(angleBetween(end.left, left)).toBeLessThan(end.sd + 22);
      // Level with the room, so that only the heading of the axis counts.
      expect(end.sd).toBeLessThan(6);
    }
  });

  it('is turned round by an arch instead of a tuck', () => {
    const { end, left } = moved('arch', (time) => ({ ...STILL, tilt: 8 * bump(time, 0.5, 3.5) }));
    if (end === null || typeof end === 'string') throw new Error(`${end}`);
    expect(angleBetween(end.left, left)).toBeGreaterThan(150);
  });

  it.each([
    ['too small', (time: number) => tucked(time, 3), null],
    ['too large for a pelvis', (time: number) => tucked(time, 60), 'too-much'],
    [
      'there and back on different ways',
      (time: number) => ({ ...STILL, tilt: -9 * bump(time, 0, 2), twist: 9 * bump(time, 0.9, 3) }),
      'crooked',
    ],
    ['never over', (time: number) => ({ ...STILL, tilt: time > 1 ? -9 : 0 }), null],
  ] as const)('does not count if it is %s', (_, pelvis, expected) => {
    expect(moved('bad', pelvis).end).toBe(expected);
  });
});
