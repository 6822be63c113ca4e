import { beforeEach, describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { PeopleCounter, type PeopleObservation } from '../../../src/instrument/checks/people-counter.ts';
import { bodyBox, isInBox } from '../../../src/instrument/checks/person-check.ts';
import { standingPerson } from '../../../lab/made/made-people.ts';
import { paint } from '../../../lab/made/paint.ts';
import { ALL_LANDMARKS, moved, seenAt } from '../../../lab/made/truth-landmarks.ts';

const WIDTH = 960;
const HEIGHT = 540;
const WHOLE = { left: 0, right: WIDTH, top: 0, bottom: HEIGHT };

/** A standing person centred at this x, scaled by `size` against the measured person. */
const standing = (x: number, size = 1): Landmarks => {
  const body = seenAt(standingPerson());
  const points = body.points.map((v, i) => (i % 2 === 0 ? x + (v - 480) * size : 270 + (v - 270) * size));
  return { ...body, points };
};

const ME = standing(250);
const VISITOR = standing(700, 0.7);

/** A room in which the boxes of these bodies change at each look. */
const roomWith = (alive: readonly Landmarks[], look: number) => {
  const boxes = alive.map(bodyBox);
  return paint(WIDTH, HEIGHT, (x, y) =>
    boxes.some((box) => isInBox(box, x, y)) ? 60 + 40 * (look % 4) : 120 + (x % 40),
  );
};

let counter: PeopleCounter;
let looks: number;

beforeEach(() => {
  counter = new PeopleCounter();
  looks = 0;
});

/** One look that finds these bodies; `alive` are those that move. */
const look = (
  found: readonly Landmarks[],
  more: Partial<PeopleObservation> = {},
  alive: readonly Landmarks[] = found,
) => {
  const picture = roomWith([more.person ?? ME, ...alive], looks++);
  counter.add({ picture, part: WHOLE, person: ME, found, laptopMoves: false, ...more });
};
const often = (times: number, ...rest: Parameters<typeof look>) => {
  for (let i = 0; i < times; i++) look(...rest);
};

describe('counting people', () => {
  it('has no count before the first look', () => {
    expect(counter.count).toBeNull();
    look([]);
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });

  it('counts a second person who is seen repeatedly and moves', () => {
    often(5, [ME, VISITOR]);
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('does not count a person who was seen once', () => {
    look([VISITOR]);
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });

  it('counts a body that never moves as still', () => {
    often(8, [VISITOR], {}, []);
    expect(counter.count).toEqual({ people: 1, still: 1 });
  });

  it('does not count a picture on the wall as alive while the laptop is moved', () => {
    often(6, [VISITOR], { laptopMoves: true });
    expect(counter.count).toEqual({ people: 1, still: 1 });
  });

  it('keeps a person through one missed look and drops them after two', () => {
    often(5, [VISITOR]);
    look([], {}, [VISITOR]);
    expect(counter.count?.people).toBe(2);
    look([]);
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });

  it('does not count a miss outside the searched part', () => {
    often(5, [VISITOR]);
    often(4, [], { part: { ...WHOLE, right: 540 } }, [VISITOR]);
    expect(counter.count?.people).toBe(2);
  });

  it('does not take a visitor at one end of the picture for the poster at the other', () => {
    const person = standing(480);
    const [visitor, poster] = [standing(120), standing(840)];
    for (let i = 0; i < 4; i++) {
      look([visitor], { person, part: { ...WHOLE, right: 540 } }, [visitor]);
      look([poster], { person, part: { ...WHOLE, left: 420 } }, [visitor]);
    }
    expect(counter.count).toEqual({ people: 2, still: 1 });
  });

  it('does not take the visitor beside a missed poster for the poster', () => {
    const poster = standing(500, 0.5);
    often(5, [poster, VISITOR], {}, [VISITOR]);
    expect(counter.count).toEqual({ people: 2, still: 1 });
    look([{ ...VISITOR }]);
    look([{ ...VISITOR }]);
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('recognises a person at the edge of the searched part', () => {
    // The mid-hip lies ten pixels further.
    often(5, [VISITOR], { part: { ...WHOLE, right: 690 } });
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('follows a person who walks through the room', () => {
    for (let i = 0; i < 6; i++) look([standing(480 + 60 * i, 0.7)]);
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('counts a visitor as still after some time without movement', () => {
    often(6, [VISITOR]);
    often(6, [VISITOR], {}, []);
    expect(counter.count).toEqual({ people: 1, still: 1 });
  });

  it('counts a body once that the pose model finds twice', () => {
    often(5, [VISITOR, moved(VISITOR, ALL_LANDMARKS, 5, 5)]);
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('tells two visitors apart', () => {
    often(5, [VISITOR, standing(900, 0.5)]);
    expect(counter.count).toEqual({ people: 3, still: 0 });
  });
});

describe('a poster does not count as alive because of', () => {
  const POSTER = standing(640, 0.6);
  const onePoster = { people: 1, still: 1 };

  it('the measured person walking past it', () => {
    const most = [100, 100, 590, 640, 690, 880, 880, 880, 880].map((x) => {
      const person = standing(x);
      look([POSTER], { person, picture: roomWith([person], looks++) });
      return counter.count?.people;
    });
    expect(most).toEqual(most.map(() => 1));
    expect(counter.count).toEqual(onePoster);
  });

  it('a visitor whose arms and shadow move in front of it', () => {
    const visitor = standing(680, 0.6);
    for (let i = 0; i < 5; i++)
      look([visitor, POSTER], {
        picture: paint(WIDTH, HEIGHT, (x, y) => (x > 646 && x < 700 && y > 120 && y < 400 ? 60 + 40 * (i % 4) : 120)),
      });
    expect(counter.count).toEqual({ people: 2, still: 1 });
  });

  it('a room in which everything changes', () => {
    for (let i = 0; i < 6; i++)
      look([POSTER], {
        picture: paint(WIDTH, HEIGHT, (x, y) => 120 + 40 * Math.sin((x + 7 * i) / 9 + y / 5)),
      });
    expect(counter.count).toEqual(onePoster);
  });

  it('one moment of movement in front of it', () => {
    often(4, [POSTER], {}, []);
    look([POSTER], {}, [standing(660, 0.6)]);
    expect(counter.count).toEqual(onePoster);
  });
});

describe('a body does not count as a second person if it', () => {
  it.each([
    ['has a low score', { ...VISITOR, score: 0.85 }],
    ['consists of parts of the measured person', moved(ME, ALL_LANDMARKS, 30, 40)],
    ['is as small as a doll', standing(700, 0.15)],
    [
      'has a leg twice as long as the other',
      { ...VISITOR, world: VISITOR.world.map((v, i) => (i >= 81 && i < 84 ? 4 * v + 2 : v)) },
    ],
  ])('%s', (_, body) => {
    often(5, [body]);
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });

  it('has become the measured person', () => {
    often(5, [VISITOR]);
    look([VISITOR], { person: VISITOR });
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });
});
