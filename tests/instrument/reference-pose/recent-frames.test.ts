import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { ReferencePoseCapture } from '../../../src/instrument/reference-pose/reference-pose-capture.ts';
import { RecentFrames } from '../../../src/instrument/reference-pose/stillness.ts';
import { clipOf, landmarksOf, moved, planOf } from '../../../lab/made/truth-landmarks.ts';
import { checked, feed, FPS } from './capture-run.ts';

const clip = clipOf('supine-sleeper-clean-far');
const lying = landmarksOf(clip, 0);
const seated = landmarksOf(clipOf('ninety-ninety-pails-rails-lean-front'), 0);
const [KNEE, ANKLE] = [25, 27];

/** The landmarks as a function of time. */
type Seen = (time: number) => Landmarks;

/** The pose model misplaces one leg for 40 % of the time, each time differently, as happens on black trousers. */
const misplaced: Seen = (time) =>
  (1.3 * time) % 1 < 0.6 ? lying : moved(lying, [KNEE, ANKLE], 60 + 40 * Math.sin(9 * time), 30);

/** Every posture that the live check reported in that time. */
const postures = (capture: ReferencePoseCapture, from: number, seconds: number, at: Seen) => [
  ...new Set(feed(capture, from, seconds, at).reported.map(({ posture }) => posture)),
];

describe('the median of recent frames', () => {
  const frames = (seconds: number, at: Seen, from = 0): RecentFrames => {
    const recent = new RecentFrames();
    for (let i = 0; i < seconds * FPS; i++) recent.add(at(from + i / FPS), from + i / FPS);
    return recent;
  };

  it('is known after 1.5 s and ignores frames in which a leg is misplaced', () => {
    expect(frames(1.4, misplaced).median(960, 540)).toBeNull();
    const middle = frames(3, misplaced).median(960, 540);
    lying.points.forEach((v, i) => expect(middle?.points[i]).toBeCloseTo(v, 4));
  });

  it('covers the last 3 s only', () => {
    const middle = frames(5, (time) => (time < 2 ? seated : lying)).median(960, 540);
    expect(middle?.points[2 * KNEE]).toBeCloseTo(lying.points[2 * KNEE] ?? NaN, 4);
  });

  it('starts anew when the time jumps back or ahead', () => {
    const recent = frames(3, () => lying, 100);
    recent.add(lying, 2);
    expect(recent.median(960, 540)).toBeNull();
    recent.add(lying, 50);
    expect(recent.median(960, 540)).toBeNull();
  });
});

describe('the live posture check', () => {
  const newCapture = () => new ReferencePoseCapture(planOf(clip));

  it('accepts the start although the pose model keeps misplacing a leg', () => {
    const capture = newCapture();
    postures(capture, 0, 2.6, misplaced);
    expect(postures(capture, 2.6, 3.4, misplaced)).toEqual(['ok']);
    // begin() does not clear the recent frames.
    capture.begin();
    expect(postures(capture, 6, 3.4, misplaced)).toEqual(['ok']);
  });

  it('reports a wrong posture once the person was elsewhere for most of the last 3 s', () => {
    const capture = newCapture();
    postures(capture, 0, 6, () => lying);
    postures(capture, 6, 2.2, () => seated);
    expect(capture.placement.posture).toBe('wrong');
  });

  it('accepts the start within a second after the person takes it', () => {
    const capture = newCapture();
    postures(capture, 0, 6, () => seated);
    expect(capture.placement.posture).toBe('wrong');
    postures(capture, 6, 1.1, () => lying);
    expect(capture.placement.posture).toBe('ok');
  });

  it('forgets the recent frames when the person is lost', () => {
    const capture = newCapture();
    postures(capture, 0, 4, () => lying);
    for (let i = 0; i <= 5; i++) capture.personLost(checked(null), 4 + i / 10);
    postures(capture, 4.6, 1, () => seated);
    expect(capture.placement.posture).toBe('wrong');
  });
});
