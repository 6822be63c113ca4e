import { describe, expect, it, vi } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import {
  type ReferencePoseKeeper,
  referencePoseKeeper,
} from '../../../src/instrument/reference-pose/reference-pose-capture.ts';
import { checkPerson } from '../../../src/instrument/checks/person-check.ts';
import { RecentFrames } from '../../../src/instrument/reference-pose/recent-frames.ts';
import { clipOf, landmarksOf, moved, planOf } from '../truth-landmarks.ts';

// The real search runs here; a busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const FPS = 12;
const clip = clipOf('supine-sleeper-clean-far');
const lying = landmarksOf(clip, 0);
const seated = landmarksOf(clipOf('ninety-ninety-pails-rails-lean-front'), 0);
const [KNEE, ANKLE] = [25, 27];
const picture = { width: clip.width, height: clip.height, rgba: new Uint8ClampedArray(4) };

/** Where the landmarks are seen at a time. */
type Seen = (time: number) => Landmarks;

/** Four tenths of the time the model sees one leg somewhere else, each time elsewhere, as under black trousers. */
const exchanging: Seen = (time) =>
  (1.3 * time) % 1 < 0.6 ? lying : moved(lying, [KNEE, ANKLE], 60 + 40 * Math.sin(9 * time), 30);

/** Every posture that was told meanwhile. */
function postures(keeper: ReferencePoseKeeper, from: number, seconds: number, at: Seen): readonly string[] {
  const told = new Set<string>();
  for (let i = 0; i < seconds * FPS; i++) {
    const time = from + i / FPS;
    const landmarks = at(time);
    keeper.step(picture, landmarks, checkPerson(landmarks, clip.width, clip.height), time);
    told.add(keeper.glance.posture);
  }
  return [...told];
}

describe('the place where somebody was mostly seen', () => {
  const frames = (seconds: number, at: Seen, from = 0): RecentFrames => {
    const recent = new RecentFrames();
    for (let i = 0; i < seconds * FPS; i++) recent.add(at(from + i / FPS), from + i / FPS);
    return recent;
  };

  it('is known after a second and a half, and is not where they were now and then', () => {
    expect(frames(1.4, exchanging).middle(960, 540)).toBeNull();
    const middle = frames(3, exchanging).middle(960, 540);
    lying.points.forEach((v, i) => expect(middle?.points[i]).toBeCloseTo(v, 4));
  });

  it('is that of the last three seconds: what came before is forgotten', () => {
    const middle = frames(5, (time) => (time < 2 ? seated : lying)).middle(960, 540);
    expect(middle?.points[2 * KNEE]).toBeCloseTo(lying.points[2 * KNEE] ?? NaN, 4);
  });

  it('begins anew where the time jumps back or ahead', () => {
    const recent = frames(3, () => lying, 100);
    recent.add(lying, 2);
    expect(recent.middle(960, 540)).toBeNull();
    recent.add(lying, 50);
    expect(recent.middle(960, 540)).toBeNull();
  });
});

describe('the glance for the placement screen', () => {
  const keeperOf = () => referencePoseKeeper(planOf(clip));

  it('believes the place where somebody is mostly seen, however the model exchanges the legs in between', () => {
    const keeper = keeperOf();
    postures(keeper, 0, 2.6, exchanging);
    expect(postures(keeper, 2.6, 3.4, exchanging)).toEqual(['ok']);
    // A hold that is asked for anew does not begin without knowing the person.
    keeper.ask();
    expect(postures(keeper, 6, 3.4, exchanging)).toEqual(['ok']);
  });

  it('calls a start left once somebody has been elsewhere for longer than not', () => {
    const keeper = keeperOf();
    postures(keeper, 0, 6, () => lying);
    postures(keeper, 6, 2.2, () => seated);
    expect(keeper.glance.posture).toBe('wrong');
  });

  it('takes a start within a second that somebody comes to', () => {
    const keeper = keeperOf();
    postures(keeper, 0, 6, () => seated);
    expect(keeper.glance.posture).toBe('wrong');
    postures(keeper, 6, 1.1, () => lying);
    expect(keeper.glance.posture).toBe('ok');
  });

  it('forgets where somebody was who has gone', () => {
    const keeper = keeperOf();
    postures(keeper, 0, 4, () => lying);
    keeper.miss(checkPerson(null, clip.width, clip.height));
    postures(keeper, 4, 1, () => seated);
    expect(keeper.glance.posture).toBe('wrong');
  });
});
