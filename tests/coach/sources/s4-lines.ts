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
} from './evidence.ts';
import { pointsOf, range, type Source } from './source-line.ts';

const HAMSTRING = ['standing-hamstring'];
const ROLLER = ['soft-tissue-roller'];
const CARE = 'hamstring-care';

export const S4: Source = {
  id: 'S4',
  title: 'the standing hamstring stretch',
  usual: HAMSTRING,
  lines: [
    ...pointsOf(HAMSTRING, {
      'L6: stretch, push and pull, then soft tissue': [
        programme('order of Hamstring care', CARE, (found) =>
          expect(partsOf(found)).toEqual([[['standing-hamstring'], ['soft-tissue-roller']]]),
        ),
      ],
      'L10: flexible, and strong at the end of the range': [
        step(/at the end teach .* use it/i, /am ende lernt .*nutzen/i),
        effortUpTo('pulls up to four fifths', 'rails', 0.8),
      ],
      'L12: a stretch, strengthening and mobility': [phases('passive', 'pails', 'rails', 'sink')],
      'L18: first a stretch while standing': [
        start(/stand tall/i, /steh aufrecht/i),
        data('the stretch is first', ({ phases: [first], pose }) =>
          expect([first?.kind, pose]).toEqual(['passive', 'standing']),
        ),
      ],
      'L20: passive work gives passive range': [
        step(/stretching alone .*can’t use by yourself/i, /dehnen allein .*nicht aus eigener kraft/i),
      ],
      'L32: the whole progression': [phases('passive', 'pails', 'rails', 'sink')],
      'L38: one leg on something firm': [start(/firm box .*heel/i, /festen kiste .*ferse/i), gear(/box or chair/)],
      'L40: toes up': [
        heardFirst('passive', /toes up/i, /zehen (hoch|nach oben)/i),
        start(/toes up/i, /zehen nach oben/i),
      ],
      'L40: that knee slightly bent': [
        start(/knee slightly bent/i, /knie leicht gebeugt/i),
        rule('knee-bend', 'passive', 'pails', 'rails', 'sink'),
      ],
      'L40: the other leg straight, if possible': [
        start(/straight if you can/i, /streck das standbein, wenn du kannst/i),
      ],
      'L43: slide the hips back, away from the knee': [
        heardFirst('passive', /hips back/i, /gesäß nach\shinten/i),
        step(/hips back, away/i, /gesäß nach\shinten, weg/i),
      ],
      'L43: the pelvis tips, the back hollows': [step(/pelvis tips forward.*hollow/i, /becken kippt nach vorn.*hohl/i)],
      'L44: press the heel down, lightly at first': [
        heard('pails', /heel into the box, lightly/i, /ferse in die kiste, zuerst leicht/i),
      ],
      'L45: the other way: lift the leg': [
        heard('rails', /try to lift.*lift from the hip/i, /anheben.*heb aus der hüfte/i),
      ],
      'L45: chest up, spine long, facing forward': [
        heard('rails', /chest up.*forward/i, /brust hoch.*blick vorn/i),
        rule('chest-drop', 'rails'),
        rule('back-round', 'rails'),
      ],
    }),
    ...pointsOf(ROLLER, {
      'L30: then roll the back of the thigh': [
        step(/roll slowly .*sit bone/i, /roll langsam .*sitzbein/i),
        gear(/roller/),
      ],
      'L47: soft tissue last': [
        programme('last part of Hamstring care', CARE, (found) =>
          expect(partsOf(found).flat(2).at(-1)).toBe('soft-tissue-roller'),
        ),
      ],
    }),
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
