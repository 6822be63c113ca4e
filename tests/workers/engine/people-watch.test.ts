import { beforeEach, describe, expect, it } from 'vitest';
import type { PictureBox } from '../../../src/instrument/checks/person-check.ts';
import { PeopleWatch, partsOf } from '../../../workers/engine/people-watch.ts';
import type { PoseEstimator } from '../../../workers/engine/orientation-search.ts';
import { standingPerson } from '../../../lab/made/made-people.ts';
import { ALL_LANDMARKS, moved, seenAt } from '../../../lab/made/truth-landmarks.ts';
import { emptyImage } from '../fixtures.ts';

const PICTURE = emptyImage(960, 540);
const PERSON = seenAt(standingPerson());

describe('the parts of the picture that are searched', () => {
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

  it('are a single one if the picture is nearly square', () => {
    expect(partsOf({ width: 380, height: 360 })).toEqual([{ left: 0, right: 380, top: 0, bottom: 360 }]);
  });
});

describe('the search for other people', () => {
  let looked: PictureBox[];
  let watch: PeopleWatch;
  let worth: ((x: number, y: number) => boolean) | null;
  /** Milliseconds of a search, on its own clock. */
  let lasting: number;
  let clock: number;
  const estimator: PoseEstimator = {
    estimate: async () => null,
    peopleIn: async (_, part, isWorth) => {
      looked.push(part);
      clock += lasting;
      worth = isWorth;
      return [];
    },
    reset: () => undefined,
  };
  const FRAME = { picture: PICTURE, person: PERSON, laptopMoves: false, holding: false };
  const at = (time: number, holding = false) => watch.step(estimator, { ...FRAME, time, holding });
  const watchFor = async (seconds: number, from = 0) => {
    for (let frame = 0; frame < 10 * seconds; frame++) await at(from + frame / 10);
  };

  beforeEach(() => {
    looked = [];
    worth = null;
    lasting = 70;
    clock = 0;
    watch = new PeopleWatch(() => clock);
  });

  it('runs more often at first and then once a second, one part after the other', async () => {
    await watchFor(2);
    expect(looked.map(({ left }) => left)).toEqual([0, 420, 0, 420, 0]);
    await watchFor(10, 2);
    expect(looked.length).toBeLessThanOrEqual(15);
    expect(looked.length).toBeGreaterThanOrEqual(14);
  });

  it('starts anew with a new measurement', async () => {
    await watchFor(2);
    watch.forget();
    expect(await at(0.1)).toEqual({ people: 1, still: 0 });
    expect(looked.at(-1)?.left).toBe(0);
  });

  it('does not examine the measured person', async () => {
    await at(0);
    expect(worth?.(480, 260)).toBe(false);
    expect(worth?.(800, 260)).toBe(true);
  });

  it('gives null if the model finds one person only', async () => {
    const { peopleIn: _, ...plain } = estimator;
    expect(await watch.step(plain, { ...FRAME, time: 0 })).toBeNull();
  });

  it('does not run during a hold on a slow machine, where it would end the hold', async () => {
    lasting = 450;
    await at(0);
    for (const time of [1, 2, 3]) await at(time, true);
    expect(looked).toHaveLength(1);
    await at(3.5);
    expect(looked).toHaveLength(2);
  });

  it('runs during a hold if there is time', async () => {
    for (const time of [0, 1, 2]) await at(time, true);
    expect(looked).toHaveLength(3);
  });

  describe('with another person who moves', () => {
    const VISITOR = moved(PERSON, ALL_LANDMARKS, 300, 0);
    let there: boolean;
    const two: PoseEstimator = {
      ...estimator,
      peopleIn: async () => {
        clock += lasting;
        return there ? [VISITOR] : [];
      },
    };
    const look = async (time: number, holding = false) => {
      const picture = emptyImage(960, 540);
      // Only the other person’s part of the picture changes.
      for (let y = 60; y < 500; y++)
        for (let x = 700; x < 860; x++) picture.data[4 * (y * 960 + x) + 1] = 60 * (Math.round(time) % 4);
      return watch.step(two, { ...FRAME, time, picture, holding });
    };

    beforeEach(async () => {
      there = true;
      await look(0);
      expect(watch.several).toBe(false);
      for (let time = 1; time < 6; time++) await look(time);
    });

    it('counts two people until the other one is missed', async () => {
      expect(watch.several).toBe(true);
      there = false;
      for (let time = 6; time < 10; time++) await look(time);
      expect(watch.several).toBe(false);
    });

    it('sees the other person leave even if the search ends the hold, which cannot start the set anyway', async () => {
      lasting = 450;
      await look(6, true);
      there = false;
      for (let time = 7; time < 11; time++) await look(time, true);
      expect(watch.several).toBe(false);
    });

    it('counts anew after a while without a measured person', async () => {
      expect(await look(9.1)).toEqual({ people: 1, still: 0 });
    });
  });
});
