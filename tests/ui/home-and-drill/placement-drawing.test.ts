import { expect, test } from 'vitest';
import { DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import { drawFromTheSide } from '../../../src/ui/home-and-drill/th-placement-drawing.ts';

/** The `d` of every nested path that is drawn with the lines of furniture. */
const furniture = (content: unknown): number => JSON.stringify(content).split('class=\\"stand\\"').length - 1;

test('a seat is drawn under a person who sits on one, and under nobody else', () => {
  for (const drill of DRILLS_AND_TESTS) {
    // The table of the laptop is always there.
    expect(furniture(drawFromTheSide(drill, 'left').content), drill.id).toBe(drill.hipTest === 'seated' ? 2 : 1);
  }
});
