import { expect } from 'vitest';
import { BAND_ONLY as BAND, BREAKOUT_LINES, PROGRAMMING_LINES } from './s2-plan-lines.ts';
import { counts, data, dose, gear, GOALS, heard, heardFirst, phases, rule, start, step } from './evidence.ts';
import { pointsOf, range, type Source, type SourceLine } from './source-line.ts';

const STRETCH = ['ninety-ninety-stretch'];
const RELAX = ['ninety-ninety-contract-relax'];

const FREE_OF_PAIN = step(/free of pain from the start/i, /von anfang an schmerzfrei/i);
const SUPPORT = step(/use your hands, or lean away/i, /hände oder neig dich weg/i);
const LEAN_ALLOWED = data('a lean is no fault', ({ id, rules }) =>
  expect(rules.find((one) => one.id === 'trunk-lean')?.severity, id).toBe('amber'),
);
const TO_THE_ANKLE = [/ankle behind|back ankle/i, /hinteren knöchel/i] as const;
const STRETCH_FELT = step(/until you feel a stretch in that hip/i, /bis du in dieser hüfte eine dehnung/i);

const BAND_LINES: readonly SourceLine[] = pointsOf(BAND, {
  'L15: a band round the ankle, tied beside': [
    start(/band .*round the ankle .*tied .*beside/i, /band .*um den knöchel .*neben .*befestigt/i),
    gear(/band/),
  ],
  'L15: on hands and knees': [
    start(/hands and knees/i, /vierfüßlerstand/i),
    data('place', ({ pose }) => expect(pose).toBe('kneeling')),
  ],
  'L15: move aside until the band pulls': [step(/move aside.*band pulls/i, /zur seite.*band zieht/i)],
  'L16: pull the foot in against the band': [
    heard('set', /pull the foot in/i, /zieh den fuß nach innen/i),
    step(/in against the band/i, /gegen das band nach innen/i),
  ],
  'L16: turn the thigh, from the hip': [step(/turn the thigh/i, /dreh den oberschenkel/i), rule('hips-shift', 'reps')],
  'L16: hold it in for 1 to 2 s': [
    step(/one or two seconds/i, /ein oder zwei sekunden/i),
    counts('1 s or more', ({ holdExternal }) => expect([1, 2]).toContain(holdExternal)),
  ],
  'L16: let it out slowly': [heard('set', /out slowly|slowly out/i, /langsam hinaus/i)],
  'L16: at the end further, with the band': [
    heard('set', /further/i, /weiter/i),
    step(/further with the band/i, /mit dem band etwas weiter/i),
  ],
  'L17: hold it out for 2 to 3 s': [
    step(/two or three seconds/i, /zwei oder drei sekunden/i),
    counts('2 s or more', ({ holdInternal }) => expect([2, 3]).toContain(holdInternal)),
  ],
  'L17: ten repetitions': [
    dose('10 a round', GOALS, ({ reps }) => reps === 10),
    counts('in and out', ({ towards }) => expect(towards).toBe('internal')),
  ],
});

const STRETCH_LINES: readonly SourceLine[] = pointsOf(STRETCH, {
  'L19: right angles': [
    start(/right angles at both knees and between/i, /rechte winkel in beiden knien und zwischen/i),
  ],
  'L19: chest along the front thigh': [step(/chest over your front thigh/i, /brust über dem vorderen oberschenkel/i)],
  'L20: no pain at the start': [FREE_OF_PAIN],
  'L20: arms and a lean may help': [SUPPORT, LEAN_ALLOWED],
  'L20: turn towards the rear ankle': [heardFirst('hold', ...TO_THE_ANKLE)],
  'L20: felt in the rear hip': [heard('hold', /back hip/i, /hinteren hüfte/i), STRETCH_FELT],
  'L21: 30 s, three times': [
    dose('30 s × 3 in Warm-up and Build', ['prep', 'build'], ({ passive, rounds }) => passive === 30 && rounds === 3),
    step(/thirty seconds.*three times/i, /dreißig sekunden.*dreimal/i),
  ],
});

const RELAX_LINES: readonly SourceLine[] = pointsOf(RELAX, {
  'L23: the same seat': [start(/right angles/i, /rechte winkel/i), FREE_OF_PAIN, SUPPORT, LEAN_ALLOWED],
  'L24: turn until it stretches': [heardFirst('passive', ...TO_THE_ANKLE), STRETCH_FELT],
  'L24: 10 to 30 s there': [dose('15 to 30 s', GOALS, ({ passive }) => passive >= 10 && passive <= 30)],
  'L25: press the rear foot down': [
    heard('pails', /back foot .*floor/i, /fuß .*boden/i),
    rule('isometric-drift', 'pails'),
  ],
  'L25: felt as tension round the hip': [
    step(/muscles round your hip (tense|tighten)/i, /muskeln rund um die hüfte spannen/i),
  ],
  'L25: slowly stronger, then 10 s': [
    heardFirst('pails', /slowly/i, /langsam/i),
    dose('10 s', GOALS, ({ pailsHold }) => pailsHold === 10),
  ],
  'L26: let go slowly, then turn further': [
    heard('pails', /ease off slowly/i, /langsam nachlassen|lass langsam nach/i),
    heard('sink', /further/i, /weiter/i),
    phases('passive', 'pails', 'sink'),
  ],
  'L26: 10 s there': [dose('10 s', GOALS, ({ sink }) => sink === 10)],
  'L27: three or four times': [dose('3 or 4 rounds', GOALS, ({ rounds }) => rounds === 3 || rounds === 4)],
});

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
