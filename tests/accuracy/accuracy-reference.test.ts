import { describe, expect, it } from 'vitest';
import { asReference, compareWithReference, referenceOf, TOLERANCES } from '../../tools/accuracy/accuracy-reference.ts';
import { poolScores } from '../../tools/scoring/pool-scores.ts';
import { aFlag, aScoredClip, aTruth, type RecordOptions } from './fixtures.ts';

const ALLOWED = TOLERANCES['mean-error'].allowed;

const pooled = (options: RecordOptions = {}, clip = 'one') => poolScores([aScoredClip(clip, aTruth(), options)]);
const TRIED = { one: 'of one' };

/** A reference of clips with an error of 2°, written as JSON and read again. */
const reference = () => {
  const parsed = asReference(JSON.parse(JSON.stringify(referenceOf(pooled({ rotationShift: 2 }), TOLERANCES))));
  if (!parsed) throw new Error('the reference is not one');
  return parsed;
};

const against = (options: RecordOptions, clip?: string) =>
  compareWithReference(pooled(options, clip), reference(), TRIED);
const meanErrors = (sentences: readonly string[]) =>
  sentences.filter((sentence) => sentence.includes('mean error of hip internal rotation'));

describe('compareWithReference', () => {
  it('reports nothing for the run that the reference was made from', () => {
    const same = against({ rotationShift: 2 });
    expect(same).toMatchObject({ worse: [], better: [], skipped: [] });
    expect(same.compared).toBeGreaterThan(20);
  });

  it('allows a figure that is worse by less than its tolerance', () => {
    expect(meanErrors(against({ rotationShift: 2 + ALLOWED - 0.01 }).worse)).toEqual([]);
  });

  it('reports a figure that is worse by more than its tolerance', () => {
    const [sentence] = meanErrors(against({ rotationShift: 2 + ALLOWED + 0.01 }).worse);
    expect(sentence).toBe(
      'supine-sleeper, somewhere: the mean error of hip internal rotation is 2.51°, and 2.00° in the reference; 0.50° more would be allowed.',
    );
  });

  it('compares the size of a bias, not its sign', () => {
    expect(against({ rotationShift: -2 }).worse).toEqual([]);
  });

  it('reports a lower coverage as worse and a smaller error as better', () => {
    const half = against({ rotationShift: 2, keep: (index) => index % 2 === 0 });
    expect(half.worse.join()).toContain('share of the frames with a number for hip internal rotation is 0.500');
    expect(against({ rotationShift: 0 }).better.join()).toContain('mean error of hip internal rotation');
  });

  it('reports one more false flag as worse', () => {
    const flagged = against({ rotationShift: 2, flags: [aFlag('pelvis-lift', 4, 5)] });
    expect(flagged.worse.join()).toContain('count of the false flags is 1, and 0 in the reference');
  });

  it('reports a figure that is no longer measured as worse', () => {
    expect(against({ keep: () => false }).worse.join()).toContain(
      'mean error of hip internal rotation was 2.00° in the reference and is no longer measured',
    );
  });

  it('reports a clip that can no longer be run as worse', () => {
    const { drill, placement, fingerprint } = aScoredClip('one');
    const failed = poolScores([{ clip: 'one', drill, placement, fingerprint, error: 'shows no person' }]);
    const { worse } = compareWithReference(failed, reference(), TRIED);
    expect(worse.join()).toContain('count of clips that could not be run is 1, and 0');
  });

  it('reports a drill that the app no longer has as worse if its clips are present', () => {
    const { worse } = compareWithReference(poolScores([]), reference(), TRIED);
    expect(worse).toContain('supine-sleeper, somewhere: its clips are no longer scored.');
  });

  it('does not compare other clips than those of the reference', () => {
    expect(against({ rotationShift: 9 }, 'two')).toMatchObject({ worse: [], compared: 0 });
    expect(compareWithReference(poolScores([]), reference(), {}).worse).toEqual([]);
  });
});

describe('a side check', () => {
  const outline = { id: 'supine-sleeper', counted: false, smallestRep: 0, good: [], rules: [] };
  const judged = (trunkOnly: boolean, options: RecordOptions) => {
    const pool = (so: RecordOptions) => poolScores([aScoredClip('one', aTruth(), so)], [{ ...outline, trunkOnly }]);
    const kept = asReference(JSON.parse(JSON.stringify(referenceOf(pool({ kneeFlexion: 95 }), TOLERANCES))));
    if (!kept) throw new Error('the reference is not one');
    return compareWithReference(pool({ kneeFlexion: 95, ...options }), kept, TRIED).worse.join();
  };

  it('is not held to the angles of legs that it does not show', () => {
    expect(judged(true, { kneeFlexion: 105 })).toBe('');
    expect(judged(false, { kneeFlexion: 105 })).toContain('mean error of knee flexion is 10.00°');
  });

  it('is held to what it shows of the trunk, and to its flags', () => {
    const half = judged(true, { keep: (index) => index % 2 === 0 });
    expect(half).toContain('share of the frames with a number for pelvis twist is 0.500');
    expect(half).not.toContain('knee flexion');
    expect(judged(true, { flags: [aFlag('pelvis-lift', 4, 5)] })).toContain('count of the false flags is 1');
  });
});

describe('asReference', () => {
  it('refuses another version, a missing tolerance and a figure of an unknown kind', () => {
    const whole = reference();
    const { bias: _, ...others } = whole.tolerances;
    expect(asReference({ ...whole, version: 2 })).toBeNull();
    expect(asReference({ ...whole, tolerances: others })).toBeNull();
    expect(asReference({ ...whole, groups: { here: { clips: {}, figures: { mood: { day: 1 } } } } })).toBeNull();
    expect(asReference(null)).toBeNull();
  });

  it('states a reason for every tolerance', () => {
    for (const { allowed, why } of Object.values(TOLERANCES)) {
      expect(allowed).toBeGreaterThanOrEqual(0);
      expect(why.length).toBeGreaterThan(5);
    }
  });
});
