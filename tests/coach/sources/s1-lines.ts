import { expect } from 'vitest';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import {
  counts,
  data,
  gear,
  GOALS,
  heard,
  ownDose,
  partsOf,
  programme,
  rule,
  start,
  step,
  summary,
  variants,
  words,
} from './evidence.ts';
import { range, type Source } from './source-line.ts';

const LIFTED = ['supine-ir-pulses-feet-lifted'];
const FLAT = ['supine-ir-pulses-feet-flat'];
const BOTH = [...LIFTED, ...FLAT];

const bentKnees = ({ measure: { posture } }: DrillDefinition): void =>
  expect(Math.abs(posture.working.knee - 90)).toBeLessThanOrEqual(15);

export const S1: Source = {
  id: 'S1',
  title: 'the pulses, feet lifted and flat',
  usual: BOTH,
  lines: [
    {
      line: 3,
      asks: 'a block between the knees',
      drills: BOTH,
      evidence: [start(words(/block between the knees/i, /block zwischen den knien/i)), gear(/block/)],
    },
    {
      line: 3,
      asks: 'both hips at once',
      drills: BOTH,
      evidence: [data('both sides', ({ bilateral }) => expect(bilateral).toBe(true))],
    },
    {
      line: 4,
      asks: 'on the back, knees at 90°',
      drills: BOTH,
      evidence: [start(words(/lie on your back/i, /leg dich auf den rücken/i)), data('start', bentKnees)],
    },
    {
      line: 4,
      asks: 'feet flat or lifted',
      drills: BOTH,
      evidence: [variants('supine-ir-pulses', 'feet-lifted', 'feet-flat')],
    },
    {
      line: 4,
      asks: 'pressed all the time',
      drills: BOTH,
      evidence: [step(words(/press.*all the time/i, /(die ganze zeit|immer)\b.*(druck|drück)/i))],
    },
    {
      line: 4,
      asks: 'in and back in a rhythm',
      drills: BOTH,
      evidence: [
        heard('set', words(/tick/i, /tick/i)),
        counts('50 a minute', ({ perMinute, towards }) => expect([perMinute, towards]).toEqual([50, 'internal'])),
      ],
    },
    {
      line: 4,
      asks: 'not thrown',
      drills: LIFTED,
      evidence: [rule('too-fast', 'reps'), step(words(/under control/i, /kontrolliert/i))],
    },
    {
      line: 4,
      asks: 'no turn without pressure',
      drills: BOTH,
      evidence: [heard('set', words(/press the block/i, /drück den block|block drücken/i))],
    },
    {
      line: 4,
      asks: 'press, do not grip',
      drills: BOTH,
      evidence: [step(words(/don’t grip/i, /nicht quetschen/i))],
    },
    { line: 4, asks: 'a grip is told', drills: LIFTED, evidence: [rule('grip', 'reps')] },
    {
      line: 5,
      asks: 'pelvis and lower back stay down',
      drills: BOTH,
      evidence: [
        step(words(/lower back .*on the floor/i, /untere[nr]? rücken (bleibt )?am boden/i)),
        rule('pelvis-lift', 'reps'),
        rule('hips-shift', 'reps'),
      ],
    },
    {
      line: 5,
      asks: 'flat feet keep their contact',
      drills: FLAT,
      evidence: [rule('foot-moved', 'reps'), step(words(/feet .*stay heavy/i, /füße .*bleiben schwer/i))],
    },
    {
      line: 5,
      asks: 'lifted feet: a steady base',
      drills: LIFTED,
      evidence: [
        rule('shins-drop', 'reps'),
        step(words(/knees stay above the hips/i, /knie bleiben über den hüften/i)),
      ],
    },
    {
      line: 6,
      asks: 'pulses without a stop',
      drills: BOTH,
      evidence: [
        counts('no hold', ({ holdInternal, holdExternal }) => expect([holdInternal, holdExternal]).toEqual([0, 0])),
        ownDose('15 or more a round', GOALS, ({ reps }) => reps >= 15),
      ],
    },
    {
      line: 6,
      asks: 'a warm-up before end-range work',
      drills: BOTH,
      evidence: [
        summary(words(/warm-up before/i, /wärmt .*vor/i)),
        programme('first in Hip strength', 'hip-ir-strength', (found) =>
          expect(partsOf(found)[0]?.slice(0, 2)).toEqual([['supine-ir-pulses'], ['supine-sleeper']]),
        ),
      ],
    },
    {
      line: 7,
      asks: 'felt deep inside both hips',
      drills: BOTH,
      evidence: [heard('set', words(/deep inside both hips/i, /tief in beiden hüften/i))],
    },
    {
      line: 7,
      asks: 'a back that lifts is set down again',
      drills: BOTH,
      evidence: [
        heard('set', words(/lower back[^.]*\?/i, /rücken[^.]*\?/i)),
        data('cue: back pockets heavy', ({ rules }) =>
          expect(rules.find(({ id }) => id === 'pelvis-lift')?.cue).toMatch(/heavy/i),
        ),
      ],
    },
    {
      line: 7,
      asks: 'turn from the hips only',
      drills: LIFTED,
      evidence: [rule('pelvis-twist', 'reps'), step(words(/thighs do the turning/i, /oberschenkel drehen/i))],
    },
    {
      line: 7,
      asks: 'an active press',
      drills: FLAT,
      evidence: [step(words(/active/i, /aktiv/i))],
    },
    {
      line: 7,
      asks: 'each pulse turns',
      drills: LIFTED,
      evidence: [counts('7° or more', ({ minimumAmplitude }) => expect(minimumAmplitude).toBeGreaterThanOrEqual(7))],
    },
  ],
  leftOut: [],
  length: 7,
  asksNothing: range(1, 2),
};
