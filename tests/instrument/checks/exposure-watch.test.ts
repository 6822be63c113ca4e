import { describe, expect, it } from 'vitest';
import { ExposureWatch } from '../../../src/instrument/checks/light-check.ts';
import { paint, plain, room } from '../../../lab/made/paint.ts';
import { HEIGHT, person, roomSeen, WIDTH } from './moving-room.ts';

const watch = new ExposureWatch();
watch.begin(roomSeen({}, 1), person);
const offset = (by: number) => paint(WIDTH, HEIGHT, (x, y) => Math.min(255, Math.max(0, room(x, y) + by)));

describe('the exposure since the reference pose', () => {
  it.each([0.8, 1, 1.2])('may change to %d by itself', (light) => {
    expect(watch.check(roomSeen({ light }, 2))).toBeNull();
  });

  it('has run away when the place of the person turns black, half as bright, white or three times as bright', () => {
    expect(watch.check(offset(-110))).toBe('too-dark');
    expect(watch.check(roomSeen({ light: 0.4 }, 2))).toBe('too-dark');
    expect(watch.check(offset(130))).toBe('too-bright');
    const dim = new ExposureWatch();
    dim.begin(plain(WIDTH, HEIGHT, 30), person);
    expect(dim.check(plain(WIDTH, HEIGHT, 100))).toBe('too-bright');
  });

  it('is judged where the person is, and not before a reference pose', () => {
    const lamp = paint(WIDTH, HEIGHT, (x, y) => (x < 0.3 * WIDTH ? 255 : room(x, y)));
    expect(watch.check(lamp)).toBeNull();
    expect(new ExposureWatch().check(plain(WIDTH, HEIGHT, 0))).toBeNull();
  });
});
