import { describe, expect, it } from 'vitest';
import type { RangeSummary } from '../../../src/coach/record/set-record.ts';
import {
  resultSentence,
  type ResultWords,
  type SetResult,
  spokenResult,
} from '../../../src/training/review/spoken-result.ts';
import { result as german } from '../../../src/i18n/de/coach.ts';
import { coach, result as english } from '../../../src/i18n/en/coach.ts';
import { PLAIN_RANGE } from '../../storage/make-record.ts';
import { madeRecord, phase } from './made-record.ts';
import type { Reason } from '../../../src/instrument/output/reason.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

const SEEN = { clean: 26.1, borrowed: 8.2, borrowedAtLeast: false, gross: 34.3, sd: 2, coverage: 1, pelvisWatched: 1 };
const range = (part: Partial<RangeSummary> = {}): RangeSummary => ({ ...PLAIN_RANGE, ...SEEN, ...part });

const said = (
  sets: readonly Partial<RangeSummary>[],
  rest: {
    readonly words?: ResultWords;
    readonly reps?: readonly [good: number, all: number];
    readonly flags?: SetResult['flags'];
    readonly why?: string;
  } = {},
): string | null =>
  resultSentence(
    {
      summary: { sets: sets.map(range), repsAll: rest.reps?.[1] ?? 0 },
      reps: Array.from({ length: rest.reps?.[1] ?? 0 }, (_, i) => ({
        good: i < (rest.reps?.[0] ?? 0),
        start: i,
        end: i + 1,
      })),
      flags: rest.flags ?? [],
      ended: 'finished',
    },
    rest.words ?? english,
    rest.why ?? null,
  );

describe('the spoken result of a set', () => {
  it('tells a coarse number in steps of five, with its error', () => {
    const coarse = { clean: 21.2, borrowed: 0, gross: 21.2, sd: 6 };
    expect(said([coarse])).toBe('Left hip alone: about 20 degrees, give or take 10.');
    expect(said([{ ...coarse, of: 'hip-flexion' }])).toBe(
      'Left hip: bent further than at the start by about 20 degrees, give or take 10.',
    );
    expect(said([{ ...coarse, gross: 24, pelvisWatched: 0 }])).toMatch(
      /^Left leg: turned by about 20 degrees, give or take 10\./,
    );
  });

  it('gives the hip alone and what came from the pelvis', () => {
    expect(said([{}])).toBe('Left hip alone: about 26 degrees. 8 more came from the pelvis.');
    expect(said([{}], { words: german })).toBe('Linke Hüfte allein: etwa 26 Grad. 8 weitere kamen vom Becken.');
  });

  it('is that of the best round', () => {
    expect(said([{ clean: 22 }, { round: 2, clean: 29.6, borrowed: 0 }])).toMatch(/^Left hip alone: about 30 degrees/);
  });

  it('never says that nothing came from the pelvis', () => {
    for (const doubt of [{}, { borrowedAtLeast: true }, { pelvisWatched: 0.9 }, { borrowed: null }])
      expect(said([{ borrowed: 0.3, ...doubt }])).toBe('Left hip alone: about 26 degrees.');
  });

  it('never calls a range the hip’s own if the pelvis was seldom watched', () => {
    expect(said([{ pelvisWatched: 0.4 }])).toBe('Left leg: turned by about 26 degrees. I couldn’t watch your pelvis.');
  });

  it('gives only the whole leg if no reading counts for the hip alone', () => {
    expect(said([{ clean: null, borrowed: null }])).toBe(
      'Left leg in total: about 34 degrees. I can’t tell how much of that was the hip.',
    );
  });

  it('says a doubt that both hips share once, after both', () => {
    const seldom = { pelvisWatched: 0.4 };
    expect(said([seldom, { ...seldom, side: 'right' }])).toBe(
      'Left leg: turned by about 26 degrees. Right leg: turned by about 26 degrees. I couldn’t watch your pelvis.',
    );
    expect(said([seldom, { side: 'right', clean: null, borrowed: null }])).toBe(
      'Left leg: turned by about 26 degrees. I couldn’t watch your pelvis. Right leg in total: about 34 degrees. I can’t tell how much of that was the hip.',
    );
  });

  it('gives one sentence a hip, and says which hip has no number', () => {
    expect(said([{ borrowed: 0 }, { side: 'right', clean: null, gross: null }])).toBe(
      'Left hip alone: about 26 degrees. Right hip: no number.',
    );
  });

  it('gives the true reason if there is no number at all', () => {
    const none = { clean: null, gross: null, borrowed: null };
    expect(said([none], { why: 'It was too dark.' })).toBe('No number this time. Next time: It was too dark.');
    expect(said([none])).toBe('No number this time.');
  });

  it('counts repetitions', () => {
    expect(said([{}], { reps: [9, 10] })).toBe('10 done, 9 clean.');
    expect(said([{}], { reps: [10, 10] })).toBe('10 done, all clean.');
    expect(said([{}], { reps: [0, 3] })).toBe('3 done, none clean.');
    expect(said([{}], { reps: [1, 1], words: german })).toBe('Eine gemacht, und sie war sauber.');
  });

  it('calls no repetition clean in which the pelvis helped', () => {
    expect(said([{}], { reps: [10, 10], flags: [{ rule: 'hips-shift', onset: 2.5, end: 4.5 }] })).toBe(
      '10 done, 8 clean.',
    );
  });

  it('of hip flexion is counted from the start and says nothing of the pelvis', () => {
    expect(said([{ of: 'hip-flexion' }])).toBe('Left hip: bent about 26 degrees further than at the start.');
  });

  it('is left out if nothing is measured, or if a symptom ended the set', () => {
    expect(said([])).toBeNull();
    const { summary } = madeRecord([phase('passive', 0, 20)], () => ({ angle: 25 }));
    for (const ended of ['pinch', 'pain', 'numb'] as const)
      expect(resultSentence({ summary, ended, reps: [], flags: [] }, english)).toBeNull();
  });
});

/** A whole set in which the hip is held at 26°, or is never seen. */
function setWith(seen: boolean, invalid: Reason = 'too-dark') {
  const run = new SetRun(planFor(supineSleeper));
  run.read({ time: 1, referencePoseAt: 1 });
  run.readFor(1.1, 55, () => (seen ? { referencePoseAt: 1, internalRotation: 26 } : { referencePoseAt: 1, invalid }));
  return run.record();
}

it('tells the best range of the set', () => {
  expect(spokenResult(setWith(true), coach, supineSleeper)).toMatch(/^Left hip alone: about 26 degrees/);
});

it('says why there is no number', () => {
  expect(spokenResult(setWith(false), coach, supineSleeper)).toBe(
    `No number this time. Next time: ${coach.reasons['too-dark'].say[0]}`,
  );
});

it('says where the result of a hip test is, and nothing after a symptom', () => {
  const tested = { ...supineSleeper, hipTest: 'seated' } as const;
  expect(spokenResult(setWith(true), coach, tested)).toBe('Your result is on the screen.');
  expect(spokenResult({ ...setWith(true), ended: 'pinch' }, coach, tested)).toBeNull();
});

it('gives advice for the next set where the reason asks for something now', () => {
  const text = spokenResult(setWith(false, 'camera-moved'), coach, supineSleeper);
  expect(text).toBe('No number this time. Next time: Leave the laptop where it is.');
});
