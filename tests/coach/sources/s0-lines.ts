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
  words,
} from './evidence.ts';
import { range, type Source } from './source-line.ts';

const SLEEPER = ['supine-sleeper'];
const PRESSES = ['ninety-ninety-pails-rails'];
const LIFTS = ['ninety-ninety-lift-off'];
const HINGE = ['ninety-ninety-lift-off-hinge'];
const ALL_PHASES = ['passive', 'pails', 'rails', 'sink'] as const;
const SLOWLY = words(/slowly/i, /langsam/i);
const USE_IT = step(words(/teach .* to use it/i, /nutzen/i));
const RIGHT_ANGLES = start(words(/right angles/i, /rechte winkel/i));

export const S0: Source = {
  id: 'S0',
  title: 'the supine sleeper',
  usual: SLEEPER,
  lines: [
    {
      line: 5,
      asks: 'range that one can use',
      drills: SLEEPER,
      evidence: [USE_IT, phases(...ALL_PHASES)],
    },
    {
      line: 5,
      asks: 'the back does not take over',
      drills: SLEEPER,
      evidence: [heard('set', words(/lower back[^.]*\?/i, /rücken[^.]*\?/i))],
    },
    {
      line: 5,
      asks: 'a look at the back from the side',
      drills: ['supine-sleeper-side'],
      evidence: [rule('back-arch', 'hold')],
    },
    {
      line: 6,
      asks: 'the knee is not forced down',
      drills: SLEEPER,
      evidence: [
        heardFirst('passive', words(/(not|never|don’t)\b.*floor/i, /(nicht|nie)\b.*boden/i)),
        step(words(/never force/i, /zwing .* nie/i)),
      ],
    },
    {
      line: 6,
      asks: 'a still pelvis',
      drills: SLEEPER,
      evidence: [rule('pelvis-lift', ...ALL_PHASES), rule('hips-shift', ...ALL_PHASES)],
    },
    {
      line: 6,
      asks: 'in time the knee comes nearer',
      drills: SLEEPER,
      evidence: [step(words(/weeks .* nearer/i, /Wochen kommt es/i))],
    },
    {
      line: 6,
      asks: 'chasing the floor twists the pelvis',
      drills: SLEEPER,
      evidence: [cheat(words(/pelvis rolls/i, /becken rollt/i))],
    },
    {
      line: 7,
      asks: 'stretch, push, pull, sink',
      drills: SLEEPER,
      evidence: [phases(...ALL_PHASES)],
    },
    {
      line: 8,
      asks: 'stay in the stretch for about two minutes',
      drills: SLEEPER,
      evidence: [dose('120 s', ['build', 'strength'], ({ passive }) => passive >= 105 && passive <= 135)],
    },
    {
      line: 8,
      asks: 'breathe',
      drills: SLEEPER,
      evidence: [heardOften('passive', 3, words(/breath/i, /atme/i))],
    },
    {
      line: 8,
      asks: 'put the body right',
      drills: SLEEPER,
      evidence: [
        step(words(/back pockets heavy .* foot/i, /gesäßtaschen schwer .* fuß/i)),
        rule('pelvis-lift', 'passive'),
        rule('hips-shift', 'passive'),
      ],
    },
    {
      line: 9,
      asks: 'push out of the stretch',
      drills: SLEEPER,
      evidence: [heard('pails', words(/push the knee out/i, /knie nach außen/i))],
    },
    {
      line: 9,
      asks: 'build up gradually',
      drills: SLEEPER,
      evidence: [
        heardFirst('pails', SLOWLY),
        ownDose('10 to 20 s', GOALS, ({ pailsRamp }) => pailsRamp >= 10 && pailsRamp <= 20),
      ],
    },
    {
      line: 10,
      asks: 'pull deeper oneself',
      drills: SLEEPER,
      evidence: [heard('rails', words(/pull the knee in/i, /ziehen\..*knie nach innen/i))],
    },
    {
      line: 10,
      asks: 'with controlled effort',
      drills: SLEEPER,
      evidence: [
        heardFirst('rails', SLOWLY),
        heard('rails', words(/of your strength|as hard/i, /deiner kraft|genauso kräftig/i)),
        effortUpTo('four fifths at most', 'rails', 0.8),
      ],
    },
    {
      line: 11,
      asks: 'ease off, then settle deeper',
      drills: SLEEPER,
      evidence: [
        heard('rails', words(/ease off/i, /nachlassen|lass .*nach/i)),
        heard('sink', words(/sink deeper|relax deeper/i, /tiefer sinken|sink tiefer/i)),
      ],
    },
    {
      line: 12,
      asks: 'further rounds',
      drills: SLEEPER,
      evidence: [ownDose('2 or 3 rounds', ['build', 'strength'], ({ rounds }) => rounds >= 2 && rounds <= 3)],
    },
    {
      line: 13,
      asks: 'short and light to prepare, long and hard for strength',
      drills: SLEEPER,
      evidence: [
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
    },
    {
      line: 17,
      asks: 'lift by rotation and by abduction',
      drills: LIFTS,
      evidence: [
        heard('set', words(/back foot up, then the knee/i, /fuß hoch, dann das knie/i)),
        counts('either counts', ({ towards, either }) =>
          expect([towards, either]).toEqual(['internal', 'hip-abduction']),
        ),
      ],
    },
    {
      line: 18,
      asks: 'the front leg at a right angle',
      drills: LIFTS,
      evidence: [
        RIGHT_ANGLES,
        data('start', ({ measure: { posture } }) => {
          expect(posture.other.internalRotation).toBeLessThan(-60);
          expect(Math.abs(posture.other.knee - 90)).toBeLessThanOrEqual(15);
        }),
      ],
    },
    {
      line: 21,
      asks: 'hinge, lift, hold, lower',
      drills: HINGE,
      evidence: [
        heard('set', words(/fold forward.*lift.*hold.*lower/is, /vorbeug.*heb.*halt.*senk/is)),
        counts('no fold, no count', ({ fold }) => expect(fold ?? 0).toBeGreaterThan(0)),
      ],
    },
    {
      line: 22,
      asks: 'the rear leg starts in 90/90',
      drills: HINGE,
      evidence: [
        RIGHT_ANGLES,
        data('start with the leg up refused', ({ measure: { startCheck } }) =>
          expect(startCheck?.neverRestsBelow).toBeLessThan(0),
        ),
      ],
    },
    {
      line: 25,
      asks: 'push and pull at the end',
      drills: PRESSES,
      evidence: [phases(...ALL_PHASES), USE_IT],
    },
    {
      line: 26,
      asks: 'the rear knee stays where it is',
      drills: PRESSES,
      evidence: [
        heard('pails', words(/knee stays/i, /knie bleibt/i)),
        step(words(/back knee stays/i, /hintere knie bleibt/i)),
        data('start', ({ measure: { posture } }) => expect(posture.working.internalRotation).toBeGreaterThan(30)),
      ],
    },
  ],
  leftOut: [],
  length: 26,
  asksNothing: [...range(1, 4), ...range(14, 16), 19, 20, 23, 24],
};
