import { describe, expect, it } from 'vitest';
import { CameraWatch } from '../../../src/instrument/checks/camera-watch.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { noisy, plain } from '../../../lab/made/paint.ts';
import { clipOf, landmarksOf } from '../../../lab/made/truth-landmarks.ts';
import { HEIGHT, person, roomSeen, type View, WIDTH, withMover } from './moving-room.ts';

/** Frames a second. */
const RATE = 8;
const hold = (views: readonly View[] = [{}, {}, {}, {}]) => views.map((view, i) => roomSeen(view, i + 1));

/** What the watch says frame by frame after the hold. */
function run(watch: CameraWatch, seconds: number, frame: (time: number, index: number) => Picture) {
  return Array.from({ length: Math.round(seconds * RATE) }, (_, i) => ({
    time: i / RATE,
    ...watch.step(frame(i / RATE, i), person, i / RATE),
  }));
}

/** The view as the frames show it: all of the change within `over` seconds, from half a second on. */
const changing = (seconds: number, over: number, view: (share: number) => View) =>
  run(new CameraWatch(hold(), person), seconds, (time, i) =>
    roomSeen(view(over === 0 ? Number(time >= 0.5) : Math.min(1, Math.max(0, (time - 0.5) / over))), i + 10),
  );

const firstUnsure = (seen: ReturnType<typeof run>) =>
  seen.find(({ unsure, change }) => unsure || change)?.time ?? Infinity;
const firstCertain = (seen: ReturnType<typeof run>) => seen.find(({ change }) => change)?.time ?? Infinity;

describe('a camera that zooms by itself', () => {
  it.each([
    [1.02, 0],
    [1.02, 1],
    [1.08, 0],
    [1.08, 3],
    [1.15, 0.5],
    [1.25, 0],
    [1.25, 2],
    [1.5, 0],
    [1.5, 1.5],
    [0.8, 1],
  ])('to %d within %d s is named, and uncertain from the first look that shows it', (zoom, over) => {
    const seen = changing(over + 2.5, over, (share) => ({ zoom: 1 + share * (zoom - 1) }));
    expect(seen.at(-1)?.change).toBe('zoomed');
    // Until then it has zoomed by less than 1.5 %, or a fifth of a second has passed.
    const early = 0.5 + Math.max(0.2, (0.015 * over) / Math.abs(zoom - 1));
    expect(firstUnsure(seen)).toBeLessThanOrEqual(early + 1 / RATE);
    expect(firstCertain(seen)).toBeLessThanOrEqual(firstUnsure(seen) + 1);
  });

  it.each([1.004, 1.007, 0.993])(
    'to %d moves the angles by less than a shift that is allowed, and is not named',
    (zoom) => {
      const seen = changing(3, 1, (share) => ({ zoom: 1 + share * (zoom - 1) }));
      expect(seen.filter(({ unsure, change }) => unsure || change)).toEqual([]);
    },
  );

  it.each([1.014, 0.985])('to %d is named', (zoom) => {
    expect(changing(3, 1, (share) => ({ zoom: 1 + share * (zoom - 1) })).at(-1)?.change).toBe('zoomed');
  });

  it('to 1.007 with a slide too small to count is neither of them', () => {
    const seen = changing(3, 1, (share) => ({ zoom: 1 + 0.007 * share, right: 0.0022 * share }));
    expect(seen.filter(({ unsure, change }) => unsure || change)).toEqual([]);
  });

  it('about a point off the middle is a zoom too', () => {
    const seen = changing(4, 1, (share) => ({ zoom: 1 + 0.2 * share, about: [0.4, 0.6] }));
    expect(seen.at(-1)?.change).toBe('zoomed');
  });
});

describe('a camera that is moved', () => {
  it.each<[string, number, (share: number) => View]>([
    ['slides by 2 %', 0, (share) => ({ right: 0.02 * share })],
    ['slides by 5 % within a second', 1, (share) => ({ right: 0.05 * share })],
    ['slides by 15 % at once', 0, (share) => ({ right: -0.15 * share })],
    ['pans by 8 % within three seconds', 3, (share) => ({ right: -0.08 * share })],
    ['slides by 5 % the other way, and down', 0.5, (share) => ({ right: -0.05 * share, down: 0.02 * share })],
    ['tips by 4 %', 0.5, (share) => ({ down: 0.04 * share })],
    ['slides by 4 %, tipped by half a degree with it', 0.5, (share) => ({ right: 0.04 * share, turn: 0.5 * share })],
  ])('%s: the picture has slid', (_what, over, view) => {
    const seen = changing(over + 2, over, view);
    expect(seen.at(-1)?.change).toBe('slid');
    expect(firstUnsure(seen)).toBeLessThanOrEqual(0.5 + over / 2 + 2 / RATE);
  });

  it.each<[string, number, (share: number) => View]>([
    ['by 2 degrees', 0, (share) => ({ turn: 2 * share })],
    ['by 5 degrees within a second', 1, (share) => ({ turn: 5 * share })],
    ['by 3 degrees the other way about its foot', 1, (share) => ({ turn: -3 * share, about: [0.5, 1] })],
    ['by 4 degrees with a slide of 1 %', 0.5, (share) => ({ turn: 4 * share, right: 0.01 * share })],
  ])('tips to one side %s: it stands at a slant', (_what, over, view) => {
    const seen = changing(over + 2, over, view);
    expect(seen.at(-1)?.change).toBe('tilted');
    expect(firstUnsure(seen)).toBeLessThanOrEqual(0.5 + over / 2 + 2 / RATE);
  });

  it('and shows another room is moved once someone is seen in it', () => {
    const other = run(new CameraWatch(hold(), person), 2, (_, i) =>
      roomSeen({}, i, (x, y) => 60 + 120 * ((x * 13 + y * 7) % 97 > 48 ? 1 : 0)),
    );
    expect(other.at(-1)?.change).toBe('moved');
  });

  it('is not certain until three looks in a row have seen it, and a push that is taken back passes', () => {
    const seen = run(new CameraWatch(hold(), person), 3, (time, i) =>
      roomSeen({ right: time >= 1 && time < 1.25 ? 0.02 : 0 }, i + 3),
    );
    expect(seen.filter(({ unsure }) => unsure).map(({ time }) => time)).toEqual([1, 1.125]);
    expect(seen.at(-1)).toMatchObject({ change: null, unsure: false });
  });
});

describe('a camera that stands still', () => {
  it.each([0.2, 0.4])('is sure, whatever moves in front of %d of the room', (share) => {
    const seen = run(new CameraWatch(hold(), person), 4, (_, i) => withMover(roomSeen({}, i + 5), i + 1, share));
    expect(seen.filter(({ unsure, change }) => unsure || change)).toEqual([]);
  });

  it('is sure while the light goes from bright to dim within three seconds', () => {
    const seen = run(new CameraWatch(hold(), person), 3, (time, i) => roomSeen({ light: 1.2 - 0.25 * time }, i + 5));
    expect(seen.filter(({ unsure, change }) => unsure || change)).toEqual([]);
  });

  it('is sure despite a sway as large as in the hold', () => {
    const sway = (i: number): View => ({ right: 0.005 * Math.sin(i), down: 0.005 * Math.cos(1.3 * i) });
    const seen = run(new CameraWatch(hold([0, 1, 2, 3, 4].map(sway)), person), 4, (_, i) => roomSeen(sway(i), i + 5));
    expect(seen.filter(({ change }) => change)).toEqual([]);
  });

  it('is sure where nothing can be watched', () => {
    const wall = (seed: number) => noisy(plain(WIDTH, HEIGHT, 90), 7, seed);
    const seen = run(new CameraWatch([1, 2, 3].map(wall), person), 3, (_, i) => wall(i + 5));
    expect(seen.filter(({ unsure, change }) => unsure || change)).toEqual([]);
    expect(new CameraWatch([], person).step(wall(1), person, 0)).toEqual({
      change: null,
      suspected: null,
      unsure: false,
    });
  });
});

describe('a room with too few edges to be watched', () => {
  const wall = (seed: number) => noisy(plain(WIDTH, HEIGHT, 90), 7, seed);
  /** What the watch says while the body in the picture is this many times as large, looked at eight times a second. */
  const bodyOf = (zoomAt: (time: number) => number, seconds: number) => {
    const clip = clipOf('knee-to-knee-wall-clean-32');
    const still = landmarksOf(clip, 0);
    const watch = new CameraWatch([1, 2, 3].map(wall), still);
    return Array.from({ length: seconds * RATE }, (_, i) => {
      const zoom = zoomAt(i / RATE);
      return {
        time: i / RATE,
        ...watch.step(wall(i + 5), { ...still, points: still.points.map((v) => v * zoom) }, i / RATE),
      };
    });
  };

  it('names a zoom that the whole body shows at ten looks in a row', () => {
    const seen = bodyOf((time) => (time < 1 ? 1 : 1.2), 4);
    expect(seen.find(({ unsure }) => unsure)).toMatchObject({ time: 1, suspected: 'zoomed', change: null });
    expect(seen.find(({ change }) => change)).toMatchObject({ change: 'zoomed' });
    // Seconds: ten looks; at eight pictures a second the watch looks at every other one.
    expect(seen.find(({ change }) => change)?.time).toBeLessThanOrEqual(3.5);
  });

  it('forgets a body that looks larger for a moment', () => {
    const seen = bodyOf((time) => (time >= 1 && time < 1.6 ? 1.2 : 1), 4);
    expect(seen.filter(({ change }) => change)).toEqual([]);
    expect(seen.at(-1)?.unsure).toBe(false);
  });

  it('forgets a body that looked larger for one look while the room cannot be seen', () => {
    const dark = plain(WIDTH, HEIGHT, 2);
    const still = landmarksOf(clipOf('knee-to-knee-wall-clean-32'), 0);
    const watch = new CameraWatch(hold(), still);
    const look = (k: number, zoom: number) =>
      watch.step(dark, { ...still, points: still.points.map((v) => v * zoom) }, k / 4);
    for (let k = 0; k < 60; k += 3) {
      expect(look(k, 1.2)).toMatchObject({ unsure: true, change: null });
      expect(look(k + 1, 1)).toMatchObject({ unsure: false, change: null });
      look(k + 2, 1);
    }
  });

  it('does not add up what the body and what the room show', () => {
    const still = landmarksOf(clipOf('knee-to-knee-wall-clean-32'), 0);
    const watch = new CameraWatch(hold(), still);
    const larger = { ...still, points: still.points.map((v) => v * 1.2) };
    const dark = plain(WIDTH, HEIGHT, 2);
    for (const k of [0, 1]) watch.step(dark, larger, k / 4);
    expect(watch.step(roomSeen({ right: 0.02 }, 9), still, 0.5)).toMatchObject({ unsure: true, change: null });
  });
});

describe('how far the room has moved at a place', () => {
  const away = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]) => Math.hypot(x - u, y - v);

  it('is nothing while the camera stands, and unknown before a plain wall', () => {
    const still = new CameraWatch(hold(), person);
    run(still, 0.5, (_, i) => roomSeen({}, i + 10));
    expect(away(still.shiftAt([250, 40]) ?? [9, 9], [0, 0])).toBeLessThan(0.3);
    const bare = new CameraWatch([plain(WIDTH, HEIGHT, 120)], person);
    bare.step(plain(WIDTH, HEIGHT, 120), person, 0.5);
    expect(bare.shiftAt([250, 40])).toBeNull();
  });

  it.each([[0.002], [-0.004]])('is told to half a pixel for a laptop that sways by %d of the width', (right) => {
    const watch = new CameraWatch(hold(), person);
    run(watch, 0.5, (_, i) => roomSeen({ right, down: -right / 2 }, i + 10));
    expect(away(watch.shiftAt([250, 40]) ?? [9, 9], [right * WIDTH, (-right / 2) * WIDTH])).toBeLessThan(0.5);
  });

  it('grows with the distance from the middle when the laptop turns about the line of sight', () => {
    const watch = new CameraWatch(hold(), person);
    run(watch, 0.5, (_, i) => roomSeen({ turn: 0.4 }, i + 10));
    const turned = (0.4 * Math.PI) / 180;
    expect(away(watch.shiftAt([WIDTH / 2 + 100, HEIGHT / 2]) ?? [9, 9], [0, 100 * turned])).toBeLessThan(0.4);
    expect(away(watch.shiftAt([WIDTH / 2, HEIGHT / 2]) ?? [9, 9], [0, 0])).toBeLessThan(0.4);
  });
});
