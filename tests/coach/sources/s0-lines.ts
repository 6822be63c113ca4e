import { expect } from 'vitest';
import {
  cheat,
  counts,
  data,
  dose,
  effortUpTo,
  GOALS,
  heard,
  heardFirst,
  heardOften,
  ownDose,
  phases,
  rule,
  start,
  step,
} from './evidence.ts';
import { pointsOf, range, type Source } from './source-line.ts';

const SLEEPER = ['supine-sleeper'];
const PRESSES = ['ninety-ninety-pails-rails'];
const LIFTS = ['ninety-ninety-lift-off'];
const HINGE = ['ninety-ninety-lift-off-hinge'];
const ALL_PHASES = ['passive', 'pails', 'rails', 'sink'] as const;
const SLOWLY = [/slowly/i, /langsam/i] as const;
const USE_IT = step(/teach .* to use it/i, /nutzen/i);
const RIGHT_ANGLES = start(/right angles/i, /rechte winkel/i);

export const S0: Source = {
  id: 'S0',
  title: 'the supine sleeper',
  usual: SLEEPER,
  lines: [
    ...pointsOf(SLEEPER, {
      'L5: range that one can use': [USE_IT, phases(...ALL_PHASES)],
      'L5: the back does not take over': [heard('set', /lower back[^.]*\?/i, /rücken[^.]*\?/i)],
      'L6: the knee is not forced down': [
        heardFirst('passive', /(not|never|don’t)\b.*floor/i, /(nicht|nie)\b.*boden/i),
        step(/never force/i, /zwing .* nie/i),
      ],
      'L6: a still pelvis': [rule('pelvis-lift', ...ALL_PHASES), rule('hips-shift', ...ALL_PHASES)],
      'L6: in time the knee comes nearer': [step(/weeks .* nearer/i, /Wochen kommt es/i)],
      'L6: chasing the floor twists the pelvis': [cheat(/pelvis rolls/i, /becken rollt/i)],
      'L7: stretch, push, pull, sink': [phases(...ALL_PHASES)],
      'L8: stay in the stretch for about two minutes': [
        dose('120 s', ['build', 'strength'], ({ passive }) => passive >= 105 && passive <= 135),
      ],
      'L8: breathe': [heardOften('passive', 3, /breath/i, /atme/i)],
      'L8: put the body right': [
        step(/back pockets heavy .* foot/i, /gesäßtaschen schwer .* fuß/i),
        rule('pelvis-lift', 'passive'),
        rule('hips-shift', 'passive'),
      ],
      'L9: push out of the stretch': [heard('pails', /push the knee out/i, /knie nach außen/i)],
      'L9: build up gradually': [
        heardFirst('pails', ...SLOWLY),
        ownDose('10 to 20 s', GOALS, ({ pailsRamp }) => pailsRamp >= 10 && pailsRamp <= 20),
      ],
      'L10: pull deeper oneself': [heard('rails', /pull the knee in/i, /ziehen\..*knie nach innen/i)],
      'L10: with controlled effort': [
        heardFirst('rails', ...SLOWLY),
        heard('rails', /of your strength|as hard/i, /deiner kraft|genauso kräftig/i),
        effortUpTo('four fifths at most', 'rails', 0.8),
      ],
      'L11: ease off, then settle deeper': [
        heard('rails', /ease off/i, /nachlassen|lass .*nach/i),
        heard('sink', /sink deeper|relax deeper/i, /tiefer sinken|sink tiefer/i),
      ],
      'L12: further rounds': [
        ownDose('2 or 3 rounds', ['build', 'strength'], ({ rounds }) => rounds >= 2 && rounds <= 3),
      ],
      'L13: short and light to prepare, long and hard for strength': [
        data('doses by goal', ({ presets: { prep, build, strength } }) => {
          const steps = [prep, build, strength].map(({ effort, pailsHold, pailsRamp, rails, rounds }) => ({
            effort: effort[1],
            hold: pailsHold,
            tension: (pailsRamp + pailsHold + rails) * rounds,
          }));
          for (const key of ['effort', 'hold', 'tension'] as const) {
            const values = steps.map((one) => one[key]);
            expect(values, key).toEqual(values.toSorted((a, b) => a - b));
            expect(new Set(values).size, key).toBe(3);
          }
        }),
      ],
    }),
    ...pointsOf(['supine-sleeper-side'], {
      'L5: a look at the back from the side': [rule('back-arch', 'hold')],
    }),
    ...pointsOf(LIFTS, {
      'L17: lift by rotation and by abduction': [
        heard('set', /back foot up, then the knee/i, /fuß hoch, dann das knie/i),
        counts('either counts', ({ towards, either }) =>
          expect([towards, either]).toEqual(['internal', 'hip-abduction']),
        ),
      ],
      'L18: the front leg at a right angle': [
        RIGHT_ANGLES,
        data('start', ({ measure: { posture } }) => {
          expect(posture.other.internalRotation).toBeLessThan(-60);
          expect(Math.abs(posture.other.knee - 90)).toBeLessThanOrEqual(15);
        }),
      ],
    }),
    ...pointsOf(HINGE, {
      'L21: hinge, lift, hold, lower': [
        heard('set', /fold forward.*lift.*hold.*lower/is, /vorbeug.*heb.*halt.*senk/is),
        counts('no fold, no count', ({ fold }) => expect(fold ?? 0).toBeGreaterThan(0)),
      ],
      'L22: the rear leg starts in 90/90': [
        RIGHT_ANGLES,
        data('start with the leg up refused', ({ measure: { startCheck } }) =>
          expect(startCheck?.neverRestsBelow).toBeLessThan(0),
        ),
      ],
    }),
    ...pointsOf(PRESSES, {
      'L25: push and pull at the end': [phases(...ALL_PHASES), USE_IT],
      'L26: the rear knee stays where it is': [
        heard('pails', /knee stays/i, /knie bleibt/i),
        step(/back knee stays/i, /hintere knie bleibt/i),
        data('start', ({ measure: { posture } }) => expect(posture.working.internalRotation).toBeGreaterThan(30)),
      ],
    }),
  ],
  leftOut: [],
  length: 26,
  asksNothing: [...range(1, 4), ...range(14, 16), 19, 20, 23, 24],
};
