import { describe, expect, it } from 'vitest';
import { referencePoseKeeper } from '../../../src/instrument/reference-pose/reference-pose-capture.ts';
import { checkPerson } from '../../../src/instrument/checks/person-check.ts';
import { HOLD, type StillnessPlan, stillnessWindow } from '../../../src/instrument/reference-pose/stillness.ts';
import { seededNormal } from '../noise.ts';
import { clipOf, landmarksOf, moved, planOf } from '../truth-landmarks.ts';

const FPS = 12;
const WIDTH = 960;
const KNEE = 25;
const ANKLE = 27;
const lying = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
const plan: StillnessPlan = { width: WIDTH, planted: [], resting: [] };

/** Where the landmarks are seen at a time. */
type Seen = (time: number) => typeof lying;

/** When the hold is complete at twelve frames a second; null where it is not in that time. */
function heldAfter(seconds: number, at: Seen, asked: StillnessPlan = plan): number | null {
  const window = stillnessWindow(asked);
  for (let i = 0; i < seconds * FPS; i++) {
    window.add(at(i / FPS), i / FPS);
    if (window.progress >= 1) return i / FPS;
  }
  return null;
}

/** Every second the pose model sees the leg elsewhere for that share of it. */
const astray =
  (share: number): Seen =>
  (time) =>
    time % 1 < 1 - share ? lying : moved(lying, [KNEE, ANKLE], 60 + 40 * Math.sin(9 * time), 30);

describe('a stretch with breaks', () => {
  it('counts after four seconds and more, when what is seen at one place adds up to a hold', () => {
    expect(heldAfter(8, astray(0))).toBeLessThan(HOLD + 0.2);
    expect(heldAfter(8, astray(0.35))).toBeGreaterThanOrEqual(4);
    expect(heldAfter(8, astray(0.35))).toBeLessThan(6);
  });

  it('counts only where a leg that rests is named, or none', () => {
    expect(heldAfter(12, astray(0.35), { width: WIDTH, planted: [] })).toBeNull();
  });

  it('is none where less than half is at one place', () => {
    expect(heldAfter(20, astray(0.6))).toBeNull();
  });

  it('is none of a leg that swings, sinks, or pulses', () => {
    const swinging = (size: number, hertz: number): Seen => {
      return (t) => moved(lying, [KNEE], size * Math.sin(2 * Math.PI * hertz * t), 0);
    };
    for (const hertz of [0.2, 0.5, 1, 2]) expect(heldAfter(20, swinging(12, hertz)), `${hertz} Hz`).toBeNull();
    expect(heldAfter(10, (t) => moved(lying, [KNEE], 4 * t, 0))).toBeNull();
    // Pixels of 960: a pulse of 14° at 2.5 m is some 25; a foot in the air may not pulse either.
    const pulsing: Seen = (t) => moved(lying, [ANKLE], 25 * Math.sin(5 * t) ** 2, 0);
    expect(heldAfter(20, pulsing)).toBeNull();
    expect(heldAfter(20, pulsing, { ...plan, unsupportedJoints: [ANKLE] })).toBeNull();
  });

  it('holds the place, and neither what was seen elsewhere nor the way there', () => {
    const window = stillnessWindow(plan);
    const at = astray(0.35);
    for (let i = 0; i < 5.5 * FPS; i++) window.add(at(i / FPS), i / FPS);
    expect(window.progress).toBe(1);
    const still = window.still(WIDTH, 540);
    lying.points.forEach((v, i) => expect(still.points[i]).toBeCloseTo(v, 4));
    expect(window.holds(5)).toBe(true);
    expect(window.holds(4 + 9 / FPS)).toBe(false);
    expect(window.moving).toBe(false);
  });

  it('is not complete in a frame in which the leg has just gone', () => {
    const window = stillnessWindow(plan);
    const at = astray(0.35);
    for (let i = 0; i < 5.5 * FPS; i++) window.add(at(i / FPS), i / FPS);
    window.add(moved(lying, [KNEE], 60, 0), 5.5);
    expect(window.progress).toBeLessThan(1);
    expect(window.progress).toBeGreaterThan(0.9);
    window.add(lying, 5.5 + 1 / FPS);
    expect(window.progress).toBe(1);
  });

  it('begins anew after a gap, and when it is cleared', () => {
    const at = astray(0.35);
    for (const interrupt of ['gap', 'clear'] as const) {
      const window = stillnessWindow(plan);
      for (let i = 0; i < 5.5 * FPS; i++) window.add(at(i / FPS), i / FPS);
      if (interrupt === 'clear') window.clear();
      window.add(lying, interrupt === 'gap' ? 7 : 5.5);
      expect(window.progress, interrupt).toBe(0);
    }
  });

  it('bears a knee of the leg that rests to wander like a planted foot', () => {
    const normal = seededNormal(4);
    const at: Seen = (t) => moved(astray(0.35)(t), [26], 0, 8 * Math.sign(Math.sin(4 * t)) + normal());
    expect(heldAfter(10, at)).toBeNull();
    expect(heldAfter(10, at, { ...plan, resting: [26] })).toBeLessThan(7);
  });
});

describe('a neutral from a stretch with breaks', () => {
  const clip = clipOf('supine-sleeper-clean-far');
  /** What the keeper keeps of it when frames come at twelve a second: their numbers. */
  function picturesOf(at: Seen): readonly number[] | null {
    const keeper = referencePoseKeeper(planOf(clip));
    keeper.ask();
    for (let i = 0; i < 8 * FPS; i++) {
      const landmarks = at(i / FPS);
      const picture = { width: clip.width, height: clip.height, rgba: Uint8ClampedArray.of(i) };
      const check = checkPerson(landmarks, clip.width, clip.height);
      const held = keeper.step(picture, landmarks, check, i / FPS);
      if (held) return held.pictures.map(({ rgba }) => rgba[0] ?? NaN);
    }
    return null;
  }

  it('brings the pictures of what was held, not of what was seen elsewhere', () => {
    const kept = picturesOf(astray(0.35)) ?? [];
    expect(kept.length).toBeGreaterThanOrEqual(10);
    expect(kept.filter((i) => i % FPS >= 0.65 * FPS)).toEqual([]);
  });
});
