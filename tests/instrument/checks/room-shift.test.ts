import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { roomShift } from '../../../src/instrument/checks/room-shift.ts';
import type { BackgroundWatch } from '../../../src/instrument/checks/background-watch.ts';

/** Pictures that are known by the shift that is seen in them. */
const seen = (shift: number): Picture => ({ width: shift, height: 1, rgba: new Uint8ClampedArray(4) });
const room: BackgroundWatch = { spots: 9, shift: (picture) => picture.width, steady: () => room };
const still = [seen(0.2), seen(0.1), seen(0.3), seen(0)];
const swaying = [seen(3), seen(2), seen(4), seen(0)];

const verdicts = (hold: readonly Picture[], shifts: readonly number[]) => {
  const moved = roomShift(room, 960, hold);
  return shifts.map((shift, index) => moved(seen(shift), index));
};

describe('a laptop that was moved', () => {
  it('is told when the room stays shifted, and not by one look', () => {
    expect(verdicts(still, [3, 3, 3, 0])).toEqual([false, false, true, true]);
    expect(verdicts(still, [3, 3, 1, 3, 3])).toEqual([false, false, false, false, false]);
  });

  it('is not told by a sway that was there while the person held still', () => {
    expect(verdicts(swaying, [4, 5, 4, 5])).toEqual([false, false, false, false]);
    expect(verdicts(swaying, [8, 9, 8])).toEqual([false, false, true]);
  });

  it('is not told by a room that is nothing but noise', () => {
    const noise: BackgroundWatch = { ...room, shift: () => Infinity, steady: () => null };
    const moved = roomShift(noise, 960, still);
    expect([1, 2, 3, 4].map((time) => moved(seen(0), time))).toEqual([false, false, false, false]);
  });

  it('is not asked about where nothing of the room can be followed', () => {
    expect(roomShift(null, 960, still)(seen(50), 0)).toBe(false);
  });
});
