import { describe, expect, it } from 'vitest';
import {
  HOLD_TIME,
  type StillnessPlan,
  stillnessWindow,
  type StillnessWindow,
} from '../../../src/instrument/reference-pose/stillness.ts';
import { seededNormal } from '../../../lab/made/noise.ts';
import { clipOf, landmarksOf, moved } from '../../../lab/made/truth-landmarks.ts';
import { begun, feed as feedCapture, FPS } from './capture-run.ts';

const WIDTH = 960;
const PLAIN: StillnessPlan = { width: WIDTH, planted: [] };
const KNEE = 25;
const ANKLE = 27;
const clip = clipOf('supine-sleeper-clean-far');
const lying = landmarksOf(clip, 0);

/** Feeds 12 frames a second from `from` on; `at` gives the landmarks at a time. */
function feed(
  window: StillnessWindow,
  from: number,
  seconds: number,
  at: (time: number) => typeof lying = () => lying,
): number {
  const frames = Math.round(seconds * FPS);
  for (let i = 0; i < frames; i++) window.add(at(from + i / FPS), from + i / FPS);
  return from + frames / FPS;
}

/** How much of a hold is complete after some seconds from the start. */
function progressAfter(seconds: number, at: (time: number) => typeof lying, plan: StillnessPlan = PLAIN): number {
  const window = stillnessWindow(plan);
  feed(window, 0, seconds, at);
  return window.progress;
}

describe('the still stretch', () => {
  it('is complete after 2.6 s of stillness, and no sooner', () => {
    const window = stillnessWindow(PLAIN);
    feed(window, 0, HOLD_TIME);
    expect(window.progress).toBeLessThan(1);
    expect(window.progress).toBeGreaterThan(0.9);
    feed(window, HOLD_TIME, 2 / FPS);
    expect(window.progress).toBe(1);
    expect(window.moving).toBe(false);
  });

  it('needs at least seven frames, however slowly they come', () => {
    const slow = stillnessWindow(PLAIN);
    for (let i = 0; i <= 8; i++) slow.add(lying, i * 0.5);
    expect(slow.progress).toBeCloseTo(6 / 7, 2);
    const enough = stillnessWindow(PLAIN);
    for (let i = 0; i <= 10; i++) enough.add(lying, i * 0.27);
    expect(enough.progress).toBe(1);
  });

  it('drops its oldest frames once it is long enough', () => {
    const window = stillnessWindow(PLAIN);
    feed(window, 0, 10);
    expect(window.earliest).toBeGreaterThan(6.9);
    expect(window.progress).toBe(1);
  });

  it('gives the median of its frames, which an outlier does not change', () => {
    const window = stillnessWindow(PLAIN);
    feed(window, 0, 3, (time) => (Math.abs(time - 1) < 0.01 ? moved(lying, [KNEE], 90, 0) : lying));
    const still = window.still(WIDTH, 540);
    expect([still.width, still.height]).toEqual([WIDTH, 540]);
    lying.points.forEach((v, i) => expect(still.points[i]).toBeCloseTo(v, 4));
    expect(still.visibility[KNEE]).toBeCloseTo(0.95, 5);
  });

  it('lets a foot in the air sway a little but not swing', () => {
    const swaying = (size: number) => (time: number) =>
      moved(lying, [ANKLE], size * Math.sin(2 * Math.PI * 0.35 * time), 0);
    const progressOf = (size: number, unsupportedJoints: readonly number[]): number =>
      progressAfter(4, swaying(size), { ...PLAIN, unsupportedJoints });
    // In pixels of 960, at 2.5 m: half a centimetre of a foot is 1.5, a pulse of 14° about 25.
    expect(progressOf(5, [ANKLE])).toBe(1);
    expect(progressOf(5, [])).toBeLessThan(1);
    expect(progressOf(25, [ANKLE])).toBeLessThan(1);
  });

  it('tolerates ordinary landmark jitter', () => {
    const normal = seededNormal(3);
    const jittery = () => ({ ...lying, points: lying.points.map((v) => v + 1.5 * normal()) });
    expect(progressAfter(3, jittery)).toBe(1);
  });

  it('tolerates a half-hidden knee that jitters by 5 pixels, but not one that also sinks by 15', () => {
    const completed = (sinking: number): number =>
      [1, 2, 3, 4, 5, 6].filter((seed) => {
        const normal = seededNormal(seed);
        return progressAfter(4, (time) => moved(lying, [KNEE], 5 * normal(), (sinking * time) / 3)) >= 1;
      }).length;
    expect(completed(0)).toBeGreaterThanOrEqual(5);
    expect(completed(15)).toBe(0);
  });

  it('tolerates a hidden knee that flickers between two places, but not one that sinks or swings', () => {
    const chance = seededNormal(5);
    let there = false;
    const seen = (sunk: number) => {
      if (chance() > 0.8) there = !there;
      return moved(lying, [KNEE], sunk + (there ? 17 : 0) + chance(), chance());
    };
    const window = stillnessWindow(PLAIN);
    const held = feed(window, 0, 4, () => seen(0));
    expect(window.progress).toBe(1);
    feed(window, held, 2.5, (t) => seen(20 * (t - held)));
    expect(window.progress).toBeLessThan(1);
    const swinging = (t: number) => moved(lying, [KNEE], 9 * Math.sin(2 * Math.PI * t), 0);
    expect(progressAfter(5, swinging)).toBeLessThan(1);
  });

  it('copies the landmarks it is given', () => {
    const window = stillnessWindow(PLAIN);
    const shared = { ...lying, points: lying.points.slice(), visibility: lying.visibility.slice() };
    feed(window, 0, 3, () => shared);
    shared.points.fill(0);
    expect(window.still(WIDTH, 540).points[2 * KNEE]).toBeCloseTo(lying.points[2 * KNEE] ?? NaN, 4);
  });
});

describe('movement', () => {
  it('makes the time of stillness start anew when it ends', () => {
    const window = stillnessWindow(PLAIN);
    const bent = moved(lying, [KNEE], 0, 30);
    const then = feed(window, 0, 2);
    feed(window, then, 1, () => bent);
    expect(window.earliest).toBeGreaterThanOrEqual(then - 0.35);
    expect(window.progress).toBeLessThan(0.6);
    feed(window, then + 1, 2.2, () => bent);
    expect(window.progress).toBe(1);
    expect(window.still(WIDTH, 540).points[2 * KNEE + 1]).toBeCloseTo((lying.points[2 * KNEE + 1] ?? NaN) + 30, 3);
  });

  it('is reported within a second and for as long as it lasts', () => {
    const window = stillnessWindow(PLAIN);
    feed(window, 0, 2);
    const reported: boolean[] = [];
    for (let i = 0; i < 3 * FPS; i++) {
      window.add(moved(lying, [KNEE], 4 * i, 0), 2 + i / FPS);
      reported.push(window.moving);
    }
    expect(reported.slice(FPS).every(Boolean)).toBe(true);
    expect(window.progress).toBeLessThan(0.2);
  });

  it('is recognised even when slow: 10 pixels in 3 s', () => {
    expect(progressAfter(3, (time) => moved(lying, [KNEE], (10 * time) / 3, 0))).toBeLessThan(1);
  });

  it('of landmarks outside the fit does not matter', () => {
    expect(progressAfter(3, (time) => moved(lying, [0, 15, 16, 31], 200 * Math.sin(7 * time), 0))).toBe(1);
  });

  it('is measured against the picture’s width', () => {
    const doubled = (scale: number) => {
      const seen = (time: number) => {
        const now = moved(lying, [KNEE], (7 * time) / 3, 0);
        return { ...now, points: now.points.map((v) => v * scale) };
      };
      return progressAfter(3, seen, { ...PLAIN, width: WIDTH * scale });
    };
    expect(doubled(2)).toBe(doubled(1));
  });
});

describe('a planted joint', () => {
  const jitter = (time: number) => moved(lying, [ANKLE], 7 * Math.sin(50 * time), 7 * Math.cos(63 * time));
  const swing = (time: number) => moved(lying, [ANKLE], 40 * Math.sin(2 * time), 0);

  it('may jitter by 7 of 960 pixels, as a half-hidden foot does', () => {
    expect(progressAfter(3, jitter, { width: WIDTH, planted: [ANKLE] })).toBe(1);
  });

  it('may not swing', () => {
    expect(progressAfter(3, swing, { width: WIDTH, planted: [ANKLE] })).toBeLessThan(0.9);
  });

  it('gives its tolerance to no other joint', () => {
    expect(progressAfter(3, jitter, { width: WIDTH, planted: [KNEE] })).toBeLessThan(0.9);
  });
});

describe('a gap between frames', () => {
  it('of more than 0.7 s starts a new stretch', () => {
    const window = stillnessWindow(PLAIN);
    const then = feed(window, 0, 2.5);
    window.add(lying, then + 0.75);
    expect(window.progress).toBe(0);
    expect(window.earliest).toBeCloseTo(then + 0.75, 6);
  });

  it('of 0.5 s does not', () => {
    const window = stillnessWindow(PLAIN);
    const then = feed(window, 0, 2.5);
    window.add(lying, then + 0.5);
    expect(window.progress).toBe(1);
  });

  it('that goes backwards, or a repeated time, starts a new stretch as well', () => {
    for (const back of [1, 2 - 1 / FPS]) {
      const window = stillnessWindow(PLAIN);
      feed(window, 0, 2);
      window.add(lying, back);
      expect(window.progress).toBe(0);
      expect(window.earliest).toBe(back);
    }
  });

  it('made by clear() empties the stretch', () => {
    const window = stillnessWindow(PLAIN);
    feed(window, 0, 3);
    window.clear();
    expect([window.progress, window.moving, window.earliest]).toEqual([0, false, 0]);
    expect(window.still(WIDTH, 540).points).toHaveLength(0);
  });
});

const RESTING: StillnessPlan = { ...PLAIN, resting: [] };

/** The landmarks as a function of time. */
type Seen = (time: number) => typeof lying;

/** Time at which the hold is complete, at 12 frames a second; null: not within `seconds`. */
function heldAfter(seconds: number, at: Seen, plan = RESTING): number | null {
  const window = stillnessWindow(plan);
  for (let i = 0; i < seconds * FPS; i++) {
    window.add(at(i / FPS), i / FPS);
    if (window.progress >= 1) return i / FPS;
  }
  return null;
}

/** In every second, the pose model places the leg wrongly for this share of the time. */
const misplaced =
  (share: number): Seen =>
  (time) =>
    time % 1 < 1 - share ? lying : moved(lying, [KNEE, ANKLE], 60 + 40 * Math.sin(9 * time), 30);

describe('an interrupted still stretch', () => {
  it('is complete after 4 s at the earliest, once the time at one place adds up to a hold', () => {
    expect(heldAfter(8, misplaced(0))).toBeLessThan(HOLD_TIME + 0.2);
    expect(heldAfter(8, misplaced(0.35))).toBeGreaterThanOrEqual(4);
    expect(heldAfter(8, misplaced(0.35))).toBeLessThan(6);
  });

  it('does not count if the plan has no list of resting landmarks', () => {
    expect(heldAfter(12, misplaced(0.35), PLAIN)).toBeNull();
  });

  it('does not count if less than half of the frames are at one place', () => {
    expect(heldAfter(20, misplaced(0.6))).toBeNull();
  });

  it('does not count for a leg that swings, sinks or pulses', () => {
    const swinging = (size: number, hertz: number): Seen => {
      return (t) => moved(lying, [KNEE], size * Math.sin(2 * Math.PI * hertz * t), 0);
    };
    for (const hertz of [0.2, 0.5, 1, 2]) expect(heldAfter(20, swinging(12, hertz)), `${hertz} Hz`).toBeNull();
    expect(heldAfter(10, (t) => moved(lying, [KNEE], 4 * t, 0))).toBeNull();
    // A pulse of 14° at 2.5 m is about 25 of 960 pixels; a foot in the air may not pulse either.
    const pulsing: Seen = (t) => moved(lying, [ANKLE], 25 * Math.sin(5 * t) ** 2, 0);
    expect(heldAfter(20, pulsing)).toBeNull();
    expect(heldAfter(20, pulsing, { ...RESTING, unsupportedJoints: [ANKLE] })).toBeNull();
  });

  it('contains the frames at the place and none of the others', () => {
    const window = stillnessWindow(RESTING);
    const at = misplaced(0.35);
    for (let i = 0; i < 5.5 * FPS; i++) window.add(at(i / FPS), i / FPS);
    expect(window.progress).toBe(1);
    const still = window.still(WIDTH, 540);
    lying.points.forEach((v, i) => expect(still.points[i]).toBeCloseTo(v, 4));
    expect(window.holds(5)).toBe(true);
    expect(window.holds(4 + 9 / FPS)).toBe(false);
    expect(window.moving).toBe(false);
  });

  it('is not complete in a frame in which the leg has just left the place', () => {
    const window = stillnessWindow(RESTING);
    const at = misplaced(0.35);
    for (let i = 0; i < 5.5 * FPS; i++) window.add(at(i / FPS), i / FPS);
    window.add(moved(lying, [KNEE], 60, 0), 5.5);
    expect(window.progress).toBeLessThan(1);
    expect(window.progress).toBeGreaterThan(0.9);
    window.add(lying, 5.5 + 1 / FPS);
    expect(window.progress).toBe(1);
  });

  it('starts anew after a gap and after clear()', () => {
    const at = misplaced(0.35);
    for (const interrupt of ['gap', 'clear'] as const) {
      const window = stillnessWindow(RESTING);
      for (let i = 0; i < 5.5 * FPS; i++) window.add(at(i / FPS), i / FPS);
      if (interrupt === 'clear') window.clear();
      window.add(lying, interrupt === 'gap' ? 7 : 5.5);
      expect(window.progress, interrupt).toBe(0);
    }
  });

  it('lets the knee of a resting leg scatter as much as a planted foot', () => {
    const normal = seededNormal(4);
    const at: Seen = (t) => moved(misplaced(0.35)(t), [26], 0, 8 * Math.sign(Math.sin(4 * t)) + normal());
    expect(heldAfter(10, at)).toBeNull();
    expect(heldAfter(10, at, { ...PLAIN, resting: [26] })).toBeLessThan(7);
  });
});

it('a reference pose from an interrupted stretch has pictures of the held place only', () => {
  const kept = feedCapture(begun(), 0, 8, misplaced(0.35)).held?.pictures.map(({ grey }) => grey[0] ?? NaN) ?? [];
  expect(kept.length).toBeGreaterThanOrEqual(10);
  expect(kept.filter((i) => i % FPS >= 0.65 * FPS)).toEqual([]);
});
