import { beforeEach, describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { PeopleCounter, type PeopleLook } from '../../../src/instrument/checks/people-counter.ts';
import { bodyBox, isInBox } from '../../../src/instrument/checks/body-box.ts';
import { standingPerson } from '../made-people.ts';
import { paint } from '../paint.ts';
import { ALL_LANDMARKS, moved, seenAt } from '../truth-landmarks.ts';

const WIDTH = 960;
const HEIGHT = 540;
const WHOLE = { left: 0, right: WIDTH, top: 0, bottom: HEIGHT };

/** Somebody who stands with the middle of the body there, so many times as large as the measured one. */
const standing = (x: number, size = 1): Landmarks => {
  const body = seenAt(standingPerson());
  const points = body.points.map((v, i) => (i % 2 === 0 ? x + (v - 480) * size : 270 + (v - 270) * size));
  return { ...body, points };
};

const ME = standing(250);
const VISITOR = standing(700, 0.7);

/** A room in which everything inside these bodies is painted anew for each look. */
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

/** One look at somebody who is measured, and at others, of whom some live. */
const look = (found: readonly Landmarks[], more: Partial<PeopleLook> = {}, alive: readonly Landmarks[] = found) => {
  const picture = roomWith([more.person ?? ME, ...alive], looks++);
  counter.take({ picture, part: WHOLE, person: ME, found, laptopMoves: false, ...more });
};
const often = (times: number, ...rest: Parameters<typeof look>) => {
  for (let i = 0; i < times; i++) look(...rest);
};

describe('counting people', () => {
  it('knows nothing before the first look', () => {
    expect(counter.count).toBeNull();
    look([]);
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });

  it('counts a second person who is seen again and again and stirs', () => {
    often(5, [ME, VISITOR]);
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('counts nobody who was seen once', () => {
    look([VISITOR]);
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });

  it('takes what never stirs for a picture on the wall', () => {
    often(8, [VISITOR], {}, []);
    expect(counter.count).toEqual({ people: 1, still: 1 });
  });

  it('a laptop that is being moved makes no picture on the wall alive', () => {
    often(6, [VISITOR], { laptopMoves: true });
    expect(counter.count).toEqual({ people: 1, still: 1 });
  });

  it('lets one missed look pass, and forgets who is missed twice', () => {
    often(5, [VISITOR]);
    look([], {}, [VISITOR]);
    expect(counter.count?.people).toBe(2);
    look([]);
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });

  it('misses nobody in a part that it did not look at', () => {
    often(5, [VISITOR]);
    often(4, [], { part: { ...WHOLE, right: 540 } }, [VISITOR]);
    expect(counter.count?.people).toBe(2);
  });

  it('takes somebody at one end of the picture not for the poster at the other', () => {
    const person = standing(480);
    const [visitor, poster] = [standing(120), standing(840)];
    for (let i = 0; i < 4; i++) {
      look([visitor], { person, part: { ...WHOLE, right: 540 } }, [visitor]);
      look([poster], { person, part: { ...WHOLE, left: 420 } }, [visitor]);
    }
    expect(counter.count).toEqual({ people: 2, still: 1 });
  });

  it('gives a poster that is missed not the place of the visitor beside it', () => {
    const poster = standing(500, 0.5);
    often(5, [poster, VISITOR], {}, [VISITOR]);
    expect(counter.count).toEqual({ people: 2, still: 1 });
    look([{ ...VISITOR }]);
    look([{ ...VISITOR }]);
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('knows somebody again who stands at the edge of the part', () => {
    // The middle of the hips lies ten pixels further.
    often(5, [VISITOR], { part: { ...WHOLE, right: 690 } });
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('follows somebody who walks through the room', () => {
    for (let i = 0; i < 6; i++) look([standing(480 + 60 * i, 0.7)]);
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('takes one visitor for a picture who has kept still for a while', () => {
    often(6, [VISITOR]);
    often(6, [VISITOR], {}, []);
    expect(counter.count).toEqual({ people: 1, still: 1 });
  });

  it('counts a body once that the model gives twice', () => {
    often(5, [VISITOR, moved(VISITOR, ALL_LANDMARKS, 5, 5)]);
    expect(counter.count).toEqual({ people: 2, still: 0 });
  });

  it('tells two visitors from one', () => {
    often(5, [VISITOR, standing(900, 0.5)]);
    expect(counter.count).toEqual({ people: 3, still: 0 });
  });
});

describe('what does not make a poster alive', () => {
  const POSTER = standing(640, 0.6);
  const onePoster = { people: 1, still: 1 };

  it('the measured person who walks past and uncovers it', () => {
    const most = [100, 100, 590, 640, 690, 880, 880, 880, 880].map((x) => {
      const person = standing(x);
      look([POSTER], { person, picture: roomWith([person], looks++) });
      return counter.count?.people;
    });
    expect(most).toEqual(most.map(() => 1));
    expect(counter.count).toEqual(onePoster);
  });

  it('a visitor whose arms and shadow move before it', () => {
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

  it('one moment in which something moved before it', () => {
    often(4, [POSTER], {}, []);
    look([POSTER], {}, [standing(660, 0.6)]);
    expect(counter.count).toEqual(onePoster);
  });
});

describe('what is no second person', () => {
  it.each([
    ['is doubted by the model', { ...VISITOR, score: 0.85 }],
    ['is made of the measured one', moved(ME, ALL_LANDMARKS, 30, 40)],
    ['is as small as a doll', standing(700, 0.15)],
    [
      'has a leg twice as long as the other',
      { ...VISITOR, world: VISITOR.world.map((v, i) => (i >= 81 && i < 84 ? 4 * v + 2 : v)) },
    ],
  ])('whatever %s', (_, body) => {
    often(5, [body]);
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });

  it('whoever has become the measured one', () => {
    often(5, [VISITOR]);
    look([VISITOR], { person: VISITOR });
    expect(counter.count).toEqual({ people: 1, still: 0 });
  });
});
