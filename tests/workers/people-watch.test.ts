import { beforeEach, describe, expect, it } from 'vitest';
import type { PictureBox } from '../../src/body/body-box.ts';
import { PeopleWatch, partsOf } from '../../workers/people-watch.ts';
import type { PoseEstimator } from '../../workers/turned-search.ts';
import { standingPerson } from '../body/made-people.ts';
import { ALL_LANDMARKS, moved, seenAt } from '../body/truth-landmarks.ts';
import { emptyImage } from './fixtures.ts';

const PICTURE = emptyImage(960, 540);
const PERSON = seenAt(standingPerson());

describe('the parts that are looked at', () => {
  it('are squares that cover the picture from end to end', () => {
    expect(partsOf({ width: 640, height: 360 })).toEqual([
      { left: 0, right: 360, top: 0, bottom: 360 },
      { left: 280, right: 640, top: 0, bottom: 360 },
    ]);
    expect(partsOf({ width: 360, height: 640 }).map(({ top, bottom }) => [top, bottom])).toEqual([
      [0, 360],
      [280, 640],
    ]);
    expect(partsOf({ width: 900, height: 360 })).toHaveLength(3);
  });

  it('are one where the picture is nearly square', () => {
    expect(partsOf({ width: 380, height: 360 })).toEqual([{ left: 0, right: 380, top: 0, bottom: 360 }]);
  });
});

describe('looking for other people', () => {
  let looked: PictureBox[];
  let watch: PeopleWatch;
  let worth: ((x: number, y: number) => boolean) | null;
  const estimator: PoseEstimator = {
    estimate: async () => null,
    peopleIn: async (_, part, isWorth) => {
      looked.push(part);
      worth = isWorth;
      return [];
    },
    reset: () => undefined,
  };
  const at = (time: number) =>
    watch.step(estimator, { time, picture: PICTURE, person: PERSON, laptopMoves: false });
  const watchFor = async (seconds: number, from = 0) => {
    for (let frame = 0; frame < 10 * seconds; frame++) await at(from + frame / 10);
  };

  beforeEach(() => {
    looked = [];
    worth = null;
    watch = new PeopleWatch();
  });

  it('happens more often at first and then once a second, each part in its turn', async () => {
    await watchFor(2);
    expect(looked.map(({ left }) => left)).toEqual([0, 420, 0, 420, 0]);
    await watchFor(10, 2);
    expect(looked.length).toBeLessThanOrEqual(15);
    expect(looked.length).toBeGreaterThanOrEqual(14);
  });

  it('begins anew with a new measurement', async () => {
    await watchFor(2);
    watch.forget();
    expect(await at(0.1)).toEqual({ people: 1, still: 0 });
    expect(looked.at(-1)?.left).toBe(0);
  });

  it('spends nothing on the body that is measured', async () => {
    await at(0);
    expect(worth?.(480, 260)).toBe(false);
    expect(worth?.(800, 260)).toBe(true);
  });

  it('tells nothing where the model knows one person only', async () => {
    const { peopleIn: _, ...plain } = estimator;
    const frame = { time: 0, picture: PICTURE, person: PERSON, laptopMoves: false };
    expect(await watch.step(plain, frame)).toBeNull();
  });

  it('knows of several from the moment they are counted, and no more once they are missed', async () => {
    const visitor = moved(PERSON, ALL_LANDMARKS, 300, 0);
    let there = true;
    const two: PoseEstimator = { ...estimator, peopleIn: async () => (there ? [visitor] : []) };
    const step = async (look: number) => {
      const picture = emptyImage(960, 540);
      // Only where the visitor stands does anything change.
      for (let y = 60; y < 500; y++)
        for (let x = 700; x < 860; x++) picture.data[4 * (y * 960 + x) + 1] = 60 * (look % 4);
      await watch.step(two, { time: look, picture, person: PERSON, laptopMoves: false });
    };
    await step(0);
    expect(watch.several).toBe(false);
    for (let look = 1; look < 6; look++) await step(look);
    expect(watch.several).toBe(true);
    there = false;
    for (let look = 6; look < 10; look++) await step(look);
    expect(watch.several).toBe(false);
  });
});
