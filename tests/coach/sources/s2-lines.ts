import { expect } from 'vitest';
import { BAND_ONLY as BAND, BREAKOUT_LINES, PROGRAMMING_LINES } from './s2-plan-lines.ts';
import { counts, data, dose, gear, GOALS, heard, heardFirst, phases, rule, start, step, words } from './evidence.ts';
import { range, type Source, type SourceLine } from './source-line.ts';

const STRETCH = ['ninety-ninety-stretch'];
const RELAX = ['ninety-ninety-contract-relax'];

const FREE_OF_PAIN = step(words(/free of pain from the start/i, /von anfang an schmerzfrei/i));
const SUPPORT = step(words(/use your hands, or lean away/i, /hände oder neig dich weg/i));
const LEAN_ALLOWED = data('a lean is no fault', ({ id, rules }) =>
  expect(rules.find((one) => one.id === 'trunk-lean')?.severity, id).toBe('amber'),
);
const TO_THE_ANKLE = words(/ankle behind|back ankle/i, /hinteren knöchel/i);
const STRETCH_FELT = step(words(/until you feel a stretch in that hip/i, /bis du in dieser hüfte eine dehnung/i));

const BAND_LINES: readonly SourceLine[] = [
  {
    line: 15,
    asks: 'a band round the ankle, tied beside',
    drills: BAND,
    evidence: [
      start(words(/band .*round the ankle .*tied .*beside/i, /band .*um den knöchel .*neben .*befestigt/i)),
      gear(/band/),
    ],
  },
  {
    line: 15,
    asks: 'on hands and knees',
    drills: BAND,
    evidence: [
      start(words(/hands and knees/i, /vierfüßlerstand/i)),
      data('place', ({ pose }) => expect(pose).toBe('kneeling')),
    ],
  },
  {
    line: 15,
    asks: 'move aside until the band pulls',
    drills: BAND,
    evidence: [step(words(/move aside.*band pulls/i, /zur seite.*band zieht/i))],
  },
  {
    line: 16,
    asks: 'pull the foot in against the band',
    drills: BAND,
    evidence: [
      heard('set', words(/pull the foot in/i, /zieh den fuß nach innen/i)),
      step(words(/in against the band/i, /gegen das band nach innen/i)),
    ],
  },
  {
    line: 16,
    asks: 'turn the thigh, from the hip',
    drills: BAND,
    evidence: [step(words(/turn the thigh/i, /dreh den oberschenkel/i)), rule('hips-shift', 'reps')],
  },
  {
    line: 16,
    asks: 'hold it in for 1 to 2 s',
    drills: BAND,
    evidence: [
      step(words(/one or two seconds/i, /ein oder zwei sekunden/i)),
      counts('1 s or more', ({ holdExternal }) => expect([1, 2]).toContain(holdExternal)),
    ],
  },
  {
    line: 16,
    asks: 'let it out slowly',
    drills: BAND,
    evidence: [heard('set', words(/out slowly|slowly out/i, /langsam hinaus/i))],
  },
  {
    line: 16,
    asks: 'at the end further, with the band',
    drills: BAND,
    evidence: [
      heard('set', words(/further/i, /weiter/i)),
      step(words(/further with the band/i, /mit dem band etwas weiter/i)),
    ],
  },
  {
    line: 17,
    asks: 'hold it out for 2 to 3 s',
    drills: BAND,
    evidence: [
      step(words(/two or three seconds/i, /zwei oder drei sekunden/i)),
      counts('2 s or more', ({ holdInternal }) => expect([2, 3]).toContain(holdInternal)),
    ],
  },
  {
    line: 17,
    asks: 'ten repetitions',
    drills: BAND,
    evidence: [
      dose('10 a round', GOALS, ({ reps }) => reps === 10),
      counts('in and out', ({ towards }) => expect(towards).toBe('internal')),
    ],
  },
];

const STRETCH_LINES: readonly SourceLine[] = [
  {
    line: 19,
    asks: 'right angles',
    drills: STRETCH,
    evidence: [start(words(/right angles at both knees and between/i, /rechte winkel in beiden knien und zwischen/i))],
  },
  {
    line: 19,
    asks: 'chest along the front thigh',
    drills: STRETCH,
    evidence: [step(words(/chest over your front thigh/i, /brust über dem vorderen oberschenkel/i))],
  },
  { line: 20, asks: 'no pain at the start', drills: STRETCH, evidence: [FREE_OF_PAIN] },
  { line: 20, asks: 'arms and a lean may help', drills: STRETCH, evidence: [SUPPORT, LEAN_ALLOWED] },
  { line: 20, asks: 'turn towards the rear ankle', drills: STRETCH, evidence: [heardFirst('hold', TO_THE_ANKLE)] },
  {
    line: 20,
    asks: 'felt in the rear hip',
    drills: STRETCH,
    evidence: [heard('hold', words(/back hip/i, /hinteren hüfte/i)), STRETCH_FELT],
  },
  {
    line: 21,
    asks: '30 s, three times',
    drills: STRETCH,
    evidence: [
      dose('30 s × 3 in Warm-up and Build', ['prep', 'build'], ({ passive, rounds }) => passive === 30 && rounds === 3),
      step(words(/thirty seconds.*three times/i, /dreißig sekunden.*dreimal/i)),
    ],
  },
];

const RELAX_LINES: readonly SourceLine[] = [
  {
    line: 23,
    asks: 'the same seat',
    drills: RELAX,
    evidence: [start(words(/right angles/i, /rechte winkel/i)), FREE_OF_PAIN, SUPPORT, LEAN_ALLOWED],
  },
  {
    line: 24,
    asks: 'turn until it stretches',
    drills: RELAX,
    evidence: [heardFirst('passive', TO_THE_ANKLE), STRETCH_FELT],
  },
  {
    line: 24,
    asks: '10 to 30 s there',
    drills: RELAX,
    evidence: [dose('15 to 30 s', GOALS, ({ passive }) => passive >= 10 && passive <= 30)],
  },
  {
    line: 25,
    asks: 'press the rear foot down',
    drills: RELAX,
    evidence: [heard('pails', words(/back foot .*floor/i, /fuß .*boden/i)), rule('isometric-drift', 'pails')],
  },
  {
    line: 25,
    asks: 'felt as tension round the hip',
    drills: RELAX,
    evidence: [step(words(/muscles round your hip (tense|tighten)/i, /muskeln rund um die hüfte spannen/i))],
  },
  {
    line: 25,
    asks: 'slowly stronger, then 10 s',
    drills: RELAX,
    evidence: [
      heardFirst('pails', words(/slowly/i, /langsam/i)),
      dose('10 s', GOALS, ({ pailsHold }) => pailsHold === 10),
    ],
  },
  {
    line: 26,
    asks: 'let go slowly, then turn further',
    drills: RELAX,
    evidence: [
      heard('pails', words(/ease off slowly/i, /langsam nachlassen|lass langsam nach/i)),
      heard('sink', words(/further/i, /weiter/i)),
      phases('passive', 'pails', 'sink'),
    ],
  },
  { line: 26, asks: '10 s there', drills: RELAX, evidence: [dose('10 s', GOALS, ({ sink }) => sink === 10)] },
  {
    line: 27,
    asks: 'three or four times',
    drills: RELAX,
    evidence: [dose('3 or 4 rounds', GOALS, ({ rounds }) => rounds === 3 || rounds === 4)],
  },
];

export const S2: Source = {
  id: 'S2',
  title: 'the breakouts; the band on hands and knees',
  usual: BAND,
  lines: [...BREAKOUT_LINES, ...BAND_LINES, ...STRETCH_LINES, ...RELAX_LINES, ...PROGRAMMING_LINES],
  leftOut: [
    { line: 21, asks: '30 s for strength too', why: '45 s, our dose: Strength is the longer goal in every drill' },
  ],
  length: 36,
  asksNothing: [...range(1, 3), ...range(5, 7), ...range(9, 11), 13, 14, 18, 22, 28, 29, 33],
};
