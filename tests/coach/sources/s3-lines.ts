import { expect } from 'vitest';
import { caution, data, heard, partsOf, programme, rule, start, step, summary, variants, words } from './evidence.ts';
import type { Source } from './source-line.ts';

const WALL = ['knee-to-knee-wall'];
const FLOOR = ['knee-to-knee-floor'];
const BOTH = [...WALL, ...FLOOR];
const PRIMER = 'squat-run-primer';

export const S3: Source = {
  id: 'S3',
  title: 'knee to knee, on wall and floor',
  usual: BOTH,
  lines: [
    {
      line: 5,
      asks: 'for the squat and for running',
      drills: WALL,
      evidence: [
        programme('the primer', PRIMER, (found) => {
          expect(found.title).toMatch(/squat.*run/i);
          expect(partsOf(found).flat(2)).toContain('knee-to-knee-wall');
        }),
      ],
    },
    {
      line: 9,
      asks: 'for tight muscle, not against bone',
      drills: BOTH,
      evidence: [step(words(/tight muscle.*bone/i, /muskel.*knochen/i))],
    },
    {
      line: 11,
      asks: 'after the ball under the seat muscles',
      drills: BOTH,
      evidence: [
        step(words(/\bball\b/i, /\bball\b/i)),
        programme('the primer', PRIMER, (found) =>
          expect(partsOf(found)[0]?.slice(0, 2)).toEqual([['soft-tissue-ball'], ['knee-to-knee-wall']]),
        ),
      ],
    },
    {
      line: 12,
      asks: 'gently in and out, nothing forced',
      drills: BOTH,
      evidence: [
        heard('set', words(/knees fall in.*back.*no push/is, /knie .*innen fallen.*zurück.*ohne druck/is)),
        step(words(/nothing is pushed.*nothing bounces/i, /nichts wird gedrückt.*nichts federt/i)),
        rule('too-fast', 'reps'),
      ],
    },
    {
      line: 12,
      asks: 'no pinch; stop when it feels wrong',
      drills: BOTH,
      evidence: [
        heard('reps', words(/a pinch.*come back.*still there.*over/i, /zwickt es.*zurück.*bleibt es.*vorbei/i)),
        caution(
          words(/a pinch.*come back.*still there.*over.*stop at once/i, /zwickt es.*bleibt es.*vorbei.*sofort auf/i),
        ),
      ],
    },
    {
      line: 13,
      asks: 'not for who turns far already',
      drills: BOTH,
      evidence: [
        caution(words(/may not need this/i, /brauchst du diese übung vielleicht nicht/i)),
        data('from 50° on', ({ largeRange }) => expect(largeRange).toBe(50)),
      ],
    },
    {
      line: 14,
      asks: 'before or after a session',
      drills: BOTH,
      evidence: [step(words(/before or after a session/i, /vor oder nach dem training/i))],
    },
    {
      line: 14,
      asks: 'loosens what has become tight',
      drills: BOTH,
      evidence: [step(words(/eases tight muscle/i, /löst festen muskel/i))],
    },
    {
      line: 15,
      asks: 'feet on the floor or on the wall',
      drills: BOTH,
      evidence: [variants('knee-to-knee', 'wall', 'floor')],
    },
    {
      line: 15,
      asks: 'the wall is kinder to the back',
      drills: WALL,
      evidence: [
        summary(words(/kinder to the back/i, /rückenschonend/i)),
        start(words(/feet wide on it/i, /füße breit an der wand/i)),
      ],
    },
    {
      line: 15,
      asks: 'on the floor: feet planted wide',
      drills: FLOOR,
      evidence: [start(words(/plant both feet wider/i, /füße mehr als hüftbreit/i))],
    },
    {
      line: 17,
      asks: 'part of a routine',
      drills: WALL,
      evidence: [
        programme('one round in the primer', PRIMER, (found) =>
          expect(
            found.blocks.flatMap(({ items }) => items).find(({ drills }) => drills[0]?.drill === 'knee-to-knee')
              ?.rounds,
          ).toBe(1),
        ),
      ],
    },
  ],
  leftOut: [{ line: 13, asks: 'women should be slow to do it', why: 'the range decides, not the sex' }],
  length: 17,
  asksNothing: [1, 2, 3, 4, 6, 7, 8, 10, 16],
};
