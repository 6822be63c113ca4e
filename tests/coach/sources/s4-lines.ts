import { expect } from 'vitest';
import {
  data,
  effortUpTo,
  gear,
  heard,
  heardFirst,
  partsOf,
  phases,
  programme,
  rule,
  start,
  step,
  words,
} from './evidence.ts';
import { range, type Source } from './source-line.ts';

const HAMSTRING = ['standing-hamstring'];
const ROLLER = ['soft-tissue-roller'];
const CARE = 'hamstring-care';

export const S4: Source = {
  id: 'S4',
  title: 'the standing hamstring stretch',
  usual: HAMSTRING,
  lines: [
    {
      line: 6,
      asks: 'stretch, push and pull, then soft tissue',
      drills: HAMSTRING,
      evidence: [
        programme('order of Hamstring care', CARE, (found) =>
          expect(partsOf(found)).toEqual([[['standing-hamstring'], ['soft-tissue-roller']]]),
        ),
      ],
    },
    {
      line: 10,
      asks: 'flexible, and strong at the end of the range',
      drills: HAMSTRING,
      evidence: [
        step(words(/at the end teach .* use it/i, /am ende lernt .*nutzen/i)),
        effortUpTo('pulls up to four fifths', 'rails', 0.8),
      ],
    },
    {
      line: 12,
      asks: 'a stretch, strengthening and mobility',
      drills: HAMSTRING,
      evidence: [phases('passive', 'pails', 'rails', 'sink')],
    },
    {
      line: 18,
      asks: 'first a stretch while standing',
      drills: HAMSTRING,
      evidence: [
        start(words(/stand tall/i, /steh aufrecht/i)),
        data('the stretch is first', ({ phases: [first], pose }) =>
          expect([first?.kind, pose]).toEqual(['passive', 'standing']),
        ),
      ],
    },
    {
      line: 20,
      asks: 'passive work gives passive range',
      drills: HAMSTRING,
      evidence: [step(words(/stretching alone .*can’t use by yourself/i, /dehnen allein .*nicht aus eigener kraft/i))],
    },
    {
      line: 30,
      asks: 'then roll the back of the thigh',
      drills: ROLLER,
      evidence: [step(words(/roll slowly .*sit bone/i, /roll langsam .*sitzbein/i)), gear(/roller/)],
    },
    {
      line: 32,
      asks: 'the whole progression',
      drills: HAMSTRING,
      evidence: [phases('passive', 'pails', 'rails', 'sink')],
    },
    {
      line: 38,
      asks: 'one leg on something firm',
      drills: HAMSTRING,
      evidence: [start(words(/firm box .*heel/i, /festen kiste .*ferse/i)), gear(/box or chair/)],
    },
    {
      line: 40,
      asks: 'toes up',
      drills: HAMSTRING,
      evidence: [
        heardFirst('passive', words(/toes up/i, /zehen (hoch|nach oben)/i)),
        start(words(/toes up/i, /zehen nach oben/i)),
      ],
    },
    {
      line: 40,
      asks: 'that knee slightly bent',
      drills: HAMSTRING,
      evidence: [
        start(words(/knee slightly bent/i, /knie leicht gebeugt/i)),
        rule('knee-bend', 'passive', 'pails', 'rails', 'sink'),
      ],
    },
    {
      line: 40,
      asks: 'the other leg straight, if possible',
      drills: HAMSTRING,
      evidence: [start(words(/straight if you can/i, /streck das standbein, wenn du kannst/i))],
    },
    {
      line: 43,
      asks: 'slide the hips back, away from the knee',
      drills: HAMSTRING,
      evidence: [
        heardFirst('passive', words(/hips back/i, /gesäß nach\shinten/i)),
        step(words(/hips back, away/i, /gesäß nach\shinten, weg/i)),
      ],
    },
    {
      line: 43,
      asks: 'the pelvis tips, the back hollows',
      drills: HAMSTRING,
      evidence: [step(words(/pelvis tips forward.*hollow/i, /becken kippt nach vorn.*hohl/i))],
    },
    {
      line: 44,
      asks: 'press the heel down, lightly at first',
      drills: HAMSTRING,
      evidence: [heard('pails', words(/heel into the box, lightly/i, /ferse in die kiste, zuerst leicht/i))],
    },
    {
      line: 45,
      asks: 'the other way: lift the leg',
      drills: HAMSTRING,
      evidence: [heard('rails', words(/try to lift.*lift from the hip/i, /anheben.*heb aus der hüfte/i))],
    },
    {
      line: 45,
      asks: 'chest up, spine long, facing forward',
      drills: HAMSTRING,
      evidence: [
        heard('rails', words(/chest up.*forward/i, /brust hoch.*blick vorn/i)),
        rule('chest-drop', 'rails'),
        rule('back-round', 'rails'),
      ],
    },
    {
      line: 47,
      asks: 'soft tissue last',
      drills: ROLLER,
      evidence: [
        programme('last part of Hamstring care', CARE, (found) =>
          expect(partsOf(found).flat(2).at(-1)).toBe('soft-tissue-roller'),
        ),
      ],
    },
  ],
  leftOut: [
    { line: 14, asks: 'go about it with sense', why: 'no slogans: each drill has its stop signs' },
    { line: 16, asks: 'patience', why: 'no slogans: a missed day is not made up for' },
  ],
  length: 47,
  asksNothing: [
    ...range(1, 5),
    ...range(7, 9),
    11,
    13,
    15,
    17,
    19,
    ...range(21, 29),
    31,
    ...range(33, 37),
    39,
    41,
    42,
    46,
  ],
};
