import type { Side } from '../../../instrument/geometry/units.ts';
import { wordsOf } from '../../speaking.ts';

const hip = (side: Side): string => (side === 'left' ? 'left hip' : 'right hip');

/** Before a hip test, and its result on the page of the set. */
export const hipTest = {
  why: 'What it is for',
  reasons: [
    'It shows how far each hip turns in and out, with the help of a strap and by itself. When the foot swings away from the other leg, the hip turns in.',
    'A try ends where your pelvis is first seen to move, or where the leg stops. What the pelvis adds does not count.',
    'You try each way three times, and the middle one counts. The closer the three are, the surer it is.',
  ],
  needs:
    'You need a table or a high chair, a strap or a band, a towel to roll up, and about twelve minutes. The voice guides you; no need to touch the laptop.',
  set: 'Both hips, left first. For each one practice try that does not count, and twelve that do.',
  before: 'Test first, then train: a warm hip turns further.',
  trained: 'You have trained today. A warm hip turns further, so better test tomorrow, before training.',
  wasTrained: 'You had trained before this test on that day. A warm hip turns further, so compare it with care.',
  // docs/validation/hip-test.md
  unproven:
    'This test was tried on thirty-two computer-made people, not yet on real ones. Take its numbers as a guide.',
  passport: 'What follows: your hip passport',
  again: 'Test again after two to four weeks, in the same place and about the same time of day.',
  result: 'Your hip test',
  /** Left and right as "39°" or "about 20°"; `by` is what is beyond the measuring error. */
  says: {
    same: {
      internal: (left: string, right: string) => `Both hips turn in about equally far: left ${left}, right ${right}.`,
      external: (left: string, right: string) => `Both hips turn out about equally far: left ${left}, right ${right}.`,
    },
    more: {
      internal: (side: Side, by: string, left: string, right: string) =>
        `Your ${hip(side)} turns in ${by} further: left ${left}, right ${right}.`,
      external: (side: Side, by: string, left: string, right: string) =>
        `Your ${hip(side)} turns out ${by} further: left ${left}, right ${right}.`,
    },
    alone: {
      internal: (side: Side, range: string) => `Your ${hip(side)} turns in by ${range}.`,
      external: (side: Side, range: string) => `Your ${hip(side)} turns out by ${range}.`,
    },
  },
  turns: { internal: 'Turns in', external: 'Turns out' },
  byItself: (range: string) => `by itself: ${range}`,
  picture:
    'Drawn as you see your own legs. Full colour: by itself. Faint: further with help. The bracket is the measuring error.',
  sheet: 'All figures',
  rotation: { internal: 'Turning in', external: 'Turning out' },
  effort: { passive: 'with help', active: 'by itself' },
  columns: { way: 'Movement', spread: 'Spread', end: 'Where it ended' },
  pelvis: (tries: number, of: number) => `The pelvis moved first in ${tries} of ${of}`,
  stopped: 'No pelvis movement seen',
  unread: 'not read',
  nothing: 'No try could be read. More light and a clear view of both feet help.',
};

export const hipTestWords = wordsOf('hipTest', hipTest);
