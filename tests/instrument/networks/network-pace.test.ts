import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { NetworkGuard, NetworkPace } from '../../../src/instrument/networks/network-pace.ts';
import { seededChance } from '../../../tools/shared/seeded-chance.ts';
import { clipOf, landmarksOf } from '../../../lab/made/truth-landmarks.ts';

const person = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
const KNEE = 25;
const [kneeX, kneeY] = [person.points[2 * KNEE] ?? 0, person.points[2 * KNEE + 1] ?? 0];

/** A grey picture with a bright knee, 60 px wide. @param shift of the knee, px */
function pictureOf({ shift = 0, width = 960 } = {}): Picture {
  const height = 540;
  const grey = new Uint8ClampedArray(width * height).fill(110);
  const left = Math.round(kneeX) - 30 + shift;
  for (let y = Math.round(kneeY) - 30; y < kneeY + 30; y++) grey.fill(220, y * width + left, y * width + left + 60);
  return { width, height, grey };
}

/** The same with a sensor's noise, another in each frame. @param largest greys */
function noisy(largest: number, frame: number): Picture {
  const picture = pictureOf();
  const chance = seededChance(frame + 1);
  return { ...picture, grey: picture.grey.map((v) => v + largest * (2 * chance() - 1)) };
}

/** Which of these frames are looked at. @param rate frames a second */
function dueIn(pictures: readonly Picture[], rate: number, pace = new NetworkPace()): readonly boolean[] {
  return pictures.map((picture, i) => {
    const due = pace.isDue(picture, i / rate);
    if (due) pace.looked(picture, person, i / rate);
    return due;
  });
}

const many = (count: number, at: (i: number) => Picture): Picture[] => Array.from({ length: count }, (_, i) => at(i));
const countOf = (due: readonly boolean[]): number => due.filter(Boolean).length;

describe('the pace of the pelvis network', () => {
  it('is five looks a second while nothing moves, at any rate of frames', () => {
    const still = pictureOf();
    for (const rate of [10, 20, 30])
      expect(
        countOf(
          dueIn(
            many(4 * rate, () => still),
            rate,
          ),
        ),
      ).toBe(20);
    expect(
      countOf(
        dueIn(
          many(12, () => still),
          5,
        ),
      ),
    ).toBe(12);
  });

  it('is every frame while the knee moves, from the first frame in which it does', () => {
    const pictures = many(20, (i) => pictureOf({ shift: i < 10 ? 0 : 10 * (i - 9) }));
    expect(dueIn(pictures, 20).slice(10)).toEqual(Array.from({ length: 10 }, () => true));
  });

  it('is not hurried by the noise of a usual sensor, and takes every frame of a very noisy one', () => {
    const usual = many(40, (i) => noisy(3, i));
    expect(countOf(dueIn(usual, 20))).toBe(10);
    const rough = many(20, (i) => noisy(60, i));
    expect(countOf(dueIn(rough, 20))).toBe(20);
  });

  it('looks at once at a picture of another size, and after a frame without a person', () => {
    const pace = new NetworkPace();
    const still = pictureOf();
    pace.isDue(still, 0);
    pace.looked(still, person, 0);
    expect(pace.isDue(still, 0.03)).toBe(false);
    expect(pace.isDue(pictureOf({ width: 640 }), 0.06)).toBe(true);
    pace.looked(still, null, 0.06);
    expect(pace.isDue(still, 0.09)).toBe(true);
  });
});

it('a network stays in use where a good answer comes between its failures', async () => {
  const good = Float32Array.of(1, 2);
  const answers = [null, Float32Array.of(Number.NaN), good, Float32Array.of(1, Infinity), good];
  const guard = new NetworkGuard(async (at: number) => answers[at] ?? Promise.reject(new Error('lost')));
  for (const [at, answer] of answers.entries()) expect(await guard.ask(at)).toBe(answer === good ? good : null);
  expect(guard.isOut).toBe(false);
});
