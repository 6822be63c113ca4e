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
} from './evidence.ts';
import { pointsOf, range, type Source } from './source-line.ts';

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
    ...pointsOf(BOTH, {
      'L3: a block between the knees': [start(/block between the knees/i, /block zwischen den knien/i), gear(/block/)],
      'L3: both hips at once': [data('both sides', ({ bilateral }) => expect(bilateral).toBe(true))],
      'L4: on the back, knees at 90°': [
        start(/lie on your back/i, /leg dich auf den rücken/i),
        data('start', bentKnees),
      ],
      'L4: feet flat or lifted': [variants('supine-ir-pulses', 'feet-lifted', 'feet-flat')],
      'L4: pressed all the time': [step(/press.*all the time/i, /(die ganze zeit|immer)\b.*(druck|drück)/i)],
      'L4: in and back in a rhythm': [
        heard('set', /tick/i, /tick/i),
        counts('50 a minute', ({ perMinute, towards }) => expect([perMinute, towards]).toEqual([50, 'internal'])),
      ],
      'L4: no turn without pressure': [heard('set', /press the block/i, /drück den block|block drücken/i)],
      'L4: press, do not grip': [step(/don’t grip/i, /nicht quetschen/i)],
      'L5: pelvis and lower back stay down': [
        step(/lower back .*on the floor/i, /untere[nr]? rücken (bleibt )?am boden/i),
        rule('pelvis-lift', 'reps'),
        rule('hips-shift', 'reps'),
      ],
      'L6: pulses without a stop': [
        counts('no hold', ({ holdInternal, holdExternal }) => expect([holdInternal, holdExternal]).toEqual([0, 0])),
        ownDose('15 or more a round', GOALS, ({ reps }) => reps >= 15),
      ],
      'L6: a warm-up before end-range work': [
        summary(/warm-up before/i, /wärmt .*vor/i),
        programme('first in Hip strength', 'hip-ir-strength', (found) =>
          expect(partsOf(found)[0]?.slice(0, 2)).toEqual([['supine-ir-pulses'], ['supine-sleeper']]),
        ),
      ],
      'L7: felt deep inside both hips': [heard('set', /deep inside both hips/i, /tief in beiden hüften/i)],
      'L7: a back that lifts is set down again': [
        heard('set', /lower back[^.]*\?/i, /rücken[^.]*\?/i),
        data('cue: back pockets heavy', ({ rules }) =>
          expect(rules.find(({ id }) => id === 'pelvis-lift')?.cue).toMatch(/heavy/i),
        ),
      ],
    }),
    ...pointsOf(LIFTED, {
      'L4: not thrown': [rule('too-fast', 'reps'), step(/under control/i, /kontrolliert/i)],
      'L4: a grip is told': [rule('grip', 'reps')],
      'L5: lifted feet: a steady base': [
        rule('shins-drop', 'reps'),
        step(/knees stay above the hips/i, /knie bleiben über den hüften/i),
      ],
      'L7: turn from the hips only': [
        rule('pelvis-twist', 'reps'),
        step(/thighs do the turning/i, /oberschenkel drehen/i),
      ],
      'L7: each pulse turns': [
        counts('7° or more', ({ minimumAmplitude }) => expect(minimumAmplitude).toBeGreaterThanOrEqual(7)),
      ],
    }),
    ...pointsOf(FLAT, {
      'L5: flat feet keep their contact': [
        rule('foot-moved', 'reps'),
        step(/feet .*stay heavy/i, /füße .*bleiben schwer/i),
      ],
      'L7: an active press': [step(/active/i, /aktiv/i)],
    }),
  ],
  leftOut: [],
  length: 7,
  asksNothing: range(1, 2),
};
