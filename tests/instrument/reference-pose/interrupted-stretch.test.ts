import { describe, expect, it } from 'vitest';
import { HOLD_TIME, type StillnessPlan, stillnessWindow } from '../../../src/instrument/reference-pose/stillness.ts';
import { seededNormal } from '../../../lab/made/noise.ts';
import { clipOf, landmarksOf, moved } from '../../../lab/made/truth-landmarks.ts';
import { begun, feed, FPS } from './capture-run.ts';

const WIDTH = 960;
const KNEE = 25;
const ANKLE = 27;
const lying = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
const plan: StillnessPlan = { width: WIDTH, planted: [], resting: [] };

/** The landmarks as a function of time. */
type Seen = (time: number) => typeof lying;

/** Time at which the hold is complete, at 12 frames a second; null: not within `seconds`. */
function heldAfter(seconds: number, at: Seen, stillnessPlan: StillnessPlan = plan): number | null {
  const window = stillnessWindow(stillnessPlan);
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
    expect(heldAfter(12, misplaced(0.35), { width: WIDTH, planted: [] })).toBeNull();
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
    expect(heldAfter(20, pulsing, { ...plan, unsupportedJoints: [ANKLE] })).toBeNull();
  });

  it('contains the frames at the place and none of the others', () => {
    const window = stillnessWindow(plan);
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
    const window = stillnessWindow(plan);
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
      const window = stillnessWindow(plan);
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
    expect(heldAfter(10, at, { ...plan, resting: [26] })).toBeLessThan(7);
  });
});

it('a reference pose from an interrupted stretch has pictures of the held place only', () => {
  const kept = feed(begun(), 0, 8, misplaced(0.35)).held?.pictures.map(({ grey }) => grey[0] ?? NaN) ?? [];
  expect(kept.length).toBeGreaterThanOrEqual(10);
  expect(kept.filter((i) => i % FPS >= 0.65 * FPS)).toEqual([]);
});
