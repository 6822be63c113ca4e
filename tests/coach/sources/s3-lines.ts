import { expect } from 'vitest';
import { caution, data, heard, partsOf, programme, rule, start, step, summary, variants } from './evidence.ts';
import { pointsOf, type Source } from './source-line.ts';

const WALL = ['knee-to-knee-wall'];
const FLOOR = ['knee-to-knee-floor'];
const BOTH = [...WALL, ...FLOOR];
const PRIMER = 'squat-run-primer';

export const S3: Source = {
  id: 'S3',
  title: 'knee to knee, on wall and floor',
  usual: BOTH,
  lines: [
    ...pointsOf(WALL, {
      'L5: for the squat and for running': [
        programme('the primer', PRIMER, (found) => {
          expect(found.title).toMatch(/squat.*run/i);
          expect(partsOf(found).flat(2)).toContain('knee-to-knee-wall');
        }),
      ],
      'L15: the wall is kinder to the back': [
        summary(/kinder to the back/i, /rückenschonend/i),
        start(/feet wide on it/i, /füße breit an der wand/i),
      ],
      'L17: part of a routine': [
        programme('one round in the primer', PRIMER, (found) =>
          expect(
            found.blocks.flatMap(({ items }) => items).find(({ drills }) => drills[0]?.drill === 'knee-to-knee')
              ?.rounds,
          ).toBe(1),
        ),
      ],
    }),
    ...pointsOf(BOTH, {
      'L9: for tight muscle, not against bone': [step(/tight muscle.*bone/i, /muskel.*knochen/i)],
      'L11: after the ball under the seat muscles': [
        step(/\bball\b/i, /\bball\b/i),
        programme('the primer', PRIMER, (found) =>
          expect(partsOf(found)[0]?.slice(0, 2)).toEqual([['soft-tissue-ball'], ['knee-to-knee-wall']]),
        ),
      ],
      'L12: gently in and out, nothing forced': [
        heard('set', /knees fall in.*back.*no push/is, /knie .*innen fallen.*zurück.*ohne druck/is),
        step(/nothing is pushed.*nothing bounces/i, /nichts wird gedrückt.*nichts federt/i),
        rule('too-fast', 'reps'),
      ],
      'L12: no pinch; stop when it feels wrong': [
        heard('reps', /a pinch.*come back.*still there.*over/i, /zwickt es.*zurück.*bleibt es.*vorbei/i),
        caution(/a pinch.*come back.*still there.*over.*stop at once/i, /zwickt es.*bleibt es.*vorbei.*sofort auf/i),
      ],
      'L13: not for who turns far already': [
        caution(/may not need this/i, /brauchst du diese übung vielleicht nicht/i),
        data('from 50° on', ({ largeRange }) => expect(largeRange).toBe(50)),
      ],
      'L14: before or after a session': [step(/before or after a session/i, /vor oder nach dem training/i)],
      'L14: loosens what has become tight': [step(/eases tight muscle/i, /löst festen muskel/i)],
      'L15: feet on the floor or on the wall': [variants('knee-to-knee', 'wall', 'floor')],
    }),
    ...pointsOf(FLOOR, {
      'L15: on the floor: feet planted wide': [start(/plant both feet wider/i, /füße mehr als hüftbreit/i)],
    }),
  ],
  leftOut: [{ line: 13, asks: 'women should be slow to do it', why: 'the range decides, not the sex' }],
  length: 17,
  asksNothing: [1, 2, 3, 4, 6, 7, 8, 10, 16],
};
