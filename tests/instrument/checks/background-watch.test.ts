import { describe, expect, it } from 'vitest';
import { BackgroundWatch, type RoomLook } from '../../../src/instrument/checks/background-watch.ts';
import { noisy, paint, plain, room } from '../../../lab/made/paint.ts';
import { HEIGHT, person, planks, roomSeen, type View, WIDTH, withMover } from './moving-room.ts';

const first = [1, 2, 3].map((seed) => roomSeen({}, seed));
const watchOf = () => BackgroundWatch.of(first, person)?.steady(first) ?? null;
const look = (view: View, seed = 9): RoomLook => watchOf()?.look(roomSeen(view, seed), person) ?? { kind: 'unclear' };

describe('the room behind a person', () => {
  it('stands still while the camera does', () => {
    const seen = look({});
    expect(seen).toMatchObject({ kind: 'seen', agreed: false });
    expect(seen.kind === 'seen' && seen.size).toBeLessThan(0.4);
  });

  it.each([
    [0.02, 0],
    [0, -0.02],
    [-0.03, 0.02],
    [0.006, 0],
  ])('that slides by %d and %d of the width is seen to, within half a pixel', (right, down) => {
    const seen = look({ right, down });
    expect(seen).toMatchObject({ kind: 'seen', agreed: true });
    expect(Math.abs((seen.kind === 'seen' ? seen.size : 0) - WIDTH * Math.hypot(right, down))).toBeLessThan(0.5);
  });

  it.each([1.02, 1.04, 0.97])(
    'that is zoomed to %d is seen to, within a thousandth, although its middle stays',
    (zoom) => {
      const seen = look({ zoom });
      expect(seen).toMatchObject({ kind: 'seen', agreed: true });
      expect(Math.abs((seen.kind === 'seen' ? seen.zoom : 0) - zoom)).toBeLessThan(0.001);
    },
  );

  it.each([2, -3])('that is turned by %d degrees is seen to move', (turn) => {
    expect(look({ turn })).toMatchObject({ kind: 'seen', agreed: true });
  });

  it('of bare planks shows a zoom as well', () => {
    const before = [1, 2, 3].map((seed) => roomSeen({}, seed, planks));
    const watch = BackgroundWatch.of(before, person)?.steady(before);
    expect(watch?.look(roomSeen({}, 9, planks), person)).toMatchObject({ kind: 'seen', agreed: false });
    const seen = watch?.look(roomSeen({ zoom: 1.03 }, 8, planks), person);
    expect(seen).toMatchObject({ kind: 'seen', agreed: true });
    expect(seen?.kind === 'seen' && Math.abs(seen.zoom - 1.03)).toBeLessThan(0.006);
  });

  it.each([0.2, 0.35, 0.5])('is not taken for moving when something that covers %d of its width moves', (share) => {
    for (const seed of [1, 2, 3, 4]) {
      const seen = watchOf()?.look(withMover(roomSeen({}, seed + 20), seed, share), person);
      expect(seen?.kind === 'seen' && seen.agreed && seen.size > 1).toBe(false);
    }
  });

  it.each([0.5, 0.7, 1.25])('is not taken for moving when the light changes to %d', (light) => {
    const seen = look({ light });
    expect(seen.kind === 'seen' && seen.agreed && seen.size > 1).toBe(false);
  });

  it('is not seen at all when a hand covers the lens', () => {
    for (const seed of [1, 2])
      expect(watchOf()?.look(noisy(plain(WIDTH, HEIGHT, 5), 2, seed), null).kind).toBe('unclear');
  });

  it('is gone when another room is shown', () => {
    expect(
      watchOf()?.look(
        paint(WIDTH, HEIGHT, (x, y) => room(x + 3000, y + 900)),
        null,
      ).kind,
    ).toBe('gone');
  });

  it('is followed from look to look through a zoom that is too large to be seen at once', () => {
    const watch = watchOf();
    let seen: RoomLook | undefined;
    for (let zoom = 1; zoom < 1.3; zoom += 0.02) seen = watch?.look(roomSeen({ zoom }, Math.round(100 * zoom)), person);
    expect(seen?.kind === 'seen' && Math.abs(seen.zoom - 1.28)).toBeLessThan(0.01);
  });

  it.each<View>([
    { zoom: 1.25 },
    { zoom: 0.8 },
    { zoom: 1.3, about: [0.4, 0.6] },
    { right: 0.05 },
    { right: 0.15 },
    { right: -0.1, down: 0.08 },
  ])('is found again by a search after a jump: %o', (view) => {
    const seen = watchOf()?.search(roomSeen(view, 5), null);
    expect(seen).toMatchObject({ kind: 'seen', agreed: true });
    expect(Math.abs((seen?.kind === 'seen' ? seen.zoom : 0) - (view.zoom ?? 1))).toBeLessThan(0.01);
  });

  it('is not judged in a picture of another size', () => {
    expect(watchOf()?.look(plain(1, 1, 0), null).kind).toBe('unclear');
    expect(watchOf()?.look(plain(0, 0, 0), null).kind).toBe('unclear');
  });
});

describe('a room that cannot be watched', () => {
  it('is one without texture', () => {
    expect(BackgroundWatch.of([plain(WIDTH, HEIGHT, 130)], person)).toBeNull();
  });

  it('is one that shows sensor noise only', () => {
    const [wall, same] = [1, 2].map((seed) => noisy(plain(WIDTH, HEIGHT, 90), 7, seed)) as [
      (typeof first)[0],
      (typeof first)[0],
    ];
    expect(BackgroundWatch.of([wall], null)?.steady([same]) ?? null).toBeNull();
  });

  it('is one that the person covers', () => {
    const near = { ...person, points: person.points.map((_, i) => (i % 4 < 2 ? 0 : i % 2 === 0 ? WIDTH : HEIGHT)) };
    expect(BackgroundWatch.of(first, near)).toBeNull();
  });

  it('is a picture of a few pixels', () => {
    expect(BackgroundWatch.of([plain(1, 1, 0)], null)).toBeNull();
    expect(BackgroundWatch.of([], null)).toBeNull();
  });
});
