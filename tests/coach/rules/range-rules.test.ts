import { describe, expect, it } from 'vitest';
import { askedRange, isRangePhase } from '../../../src/coach/rules/range-rules.ts';
import type { FrameRecord, RepRecord } from '../../../src/coach/record/set-record.ts';
import { summarise } from '../../../src/coach/record/summarise.ts';
import { drillById } from '../../../src/drills/index.ts';
import { hipMovementSequence } from '../../../src/drills/standing/hip-movement-sequence.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';

const rep = (step: string, start: number, end: number): RepRecord => ({
  start,
  turn: (start + end) / 2,
  end,
  amplitude: 80,
  holdInternal: 0,
  holdExternal: 0,
  good: true,
  why: null,
  step,
});
const NOTHING = { left: null, right: null };

/** Both thighs flexed by this much, ten frames a second. */
const frames = (until: number, bendAt: (time: number) => number): FrameRecord[] =>
  Array.from({ length: 10 * until }, (_, index) => {
    const bend = { value: bendAt(index / 10), sd: 1 };
    return {
      t: index / 10,
      phase: 'reps',
      valid: true,
      reasons: [],
      hipInternalRotation: NOTHING,
      hipFlexion: { left: bend, right: bend },
      hipAbduction: NOTHING,
      kneeFlexion: NOTHING,
      pelvis: { twist: null, obliquity: null, tilt: null, lift: null },
      trunkLean: null,
      kneeChase: null,
      lumbarExtension: null,
    };
  });

describe('the phases in which a range counts', () => {
  const LONG_STRETCH = ['passive', 'pails', 'rails', 'sink'];
  it.each([
    ['supine-sleeper', LONG_STRETCH],
    ['knee-to-knee-wall', ['reps']],
    ['ninety-ninety-stretch', ['hold']],
    ['ninety-ninety-contract-relax', ['passive', 'pails', 'sink']],
    ['standing-hamstring', LONG_STRETCH],
    ['hip-movement-sequence', ['reps']],
    ['soft-tissue-ball', []],
    ['supine-sleeper-side', []],
  ])('of %s are %j', (id, kinds) => {
    const drill = drillById(id);
    expect(drill?.phases.map(({ kind }) => kind).filter((kind) => isRangePhase(drill, kind))).toEqual(kinds);
  });
});

describe('the time in which a range counts', () => {
  it('is the whole set without a movement sequence', () => {
    expect(askedRange(supineSleeper, [rep('flexion', 1, 2)])(9)).toBe(true);
  });

  it('is the time of the steps that work on the range', () => {
    const asked = askedRange(hipMovementSequence, [rep('flexion', 1, 3), rep('internal-rotation', 4, 6)]);
    expect([0.5, 2, 3.5, 5].map(asked)).toEqual([false, true, false, false]);
  });

  it('is the time outside the other steps if no step that works on the range was counted', () => {
    const asked = askedRange(hipMovementSequence, [rep('extension', 1, 3)]);
    expect([0.5, 2, 3.5].map(asked)).toEqual([true, false, true]);
  });

  it('is that of each leg: a leg that was stopped with its knee up keeps its flexion', () => {
    const phase = { kind: 'reps', round: 1 } as const;
    const { sets } = summarise(
      {
        phases: [
          { ...phase, side: 'left', start: 0, end: 10 },
          { ...phase, side: 'right', start: 10, end: 14 },
        ],
        frames: frames(14, (time) => (time > 2 && time < 4 ? 80 : time > 11 ? 70 : 0)),
        flags: [],
        reps: [rep('flexion', 1, 5)],
        ended: 'finished',
      },
      hipMovementSequence,
    );
    expect(sets.map(({ side, clean }) => [side, clean])).toEqual([
      ['left', 80],
      ['right', 70],
    ]);
  });
});
