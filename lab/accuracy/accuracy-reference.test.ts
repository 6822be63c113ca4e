import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareWithReference, type Reference, referenceOf } from './accuracy-reference.ts';
import { poolScores } from '../scoring/pool-scores.ts';
import { aFlag, aScoredClip, aTruth, type RecordOptions } from './fixtures.ts';

const { tolerances } = JSON.parse(readFileSync(new URL('reference.json', import.meta.url), 'utf8')) as Reference;
const ALLOWED = tolerances['mean-error']?.allowed ?? NaN;

const pooled = (options: RecordOptions = {}, clip = 'one') => poolScores([aScoredClip(clip, aTruth(), options)]);

/** A reference of clips with an error of 2°, written as JSON and read again. */
const written = (whole: Reference): Reference => JSON.parse(JSON.stringify(whole)) as Reference;
const reference = () => written(referenceOf(pooled({ rotationShift: 2 }), tolerances));

const against = (options: RecordOptions, clip?: string) => compareWithReference(pooled(options, clip), reference());
const meanErrors = (sentences: readonly string[]) =>
  sentences.filter((sentence) => sentence.includes('mean-error of hip-internal-rotation'));

describe('compareWithReference', () => {
  it('reports nothing for the run that the reference was made from', () => {
    const same = against({ rotationShift: 2 });
    expect(same).toMatchObject({ worse: [], better: 0, skipped: [] });
    expect(same.compared).toBeGreaterThan(20);
  });

  it('allows a figure that is worse by less than its tolerance', () => {
    expect(meanErrors(against({ rotationShift: 2 + ALLOWED - 0.01 }).worse)).toEqual([]);
  });

  it('reports a figure that is worse by more than its tolerance', () => {
    const [sentence] = meanErrors(against({ rotationShift: 2 + ALLOWED + 0.01 }).worse);
    expect(sentence).toBe(
      'supine-sleeper, somewhere: mean-error of hip-internal-rotation is 2.51 and was 2; 0.5 worse would be allowed.',
    );
  });

  it('compares the size of a bias, not its sign', () => {
    expect(against({ rotationShift: -2 }).worse).toEqual([]);
  });

  it('reports a lower coverage as worse and a smaller error as better', () => {
    const half = against({ rotationShift: 2, keep: (index) => index % 2 === 0 });
    expect(half.worse.join()).toContain('coverage of hip-internal-rotation is 0.5');
    expect(against({ rotationShift: 0 }).better).toBeGreaterThan(0);
  });

  it('reports one more false flag as worse', () => {
    const flagged = against({ rotationShift: 2, flags: [aFlag('pelvis-lift', 4, 5)] });
    expect(flagged.worse.join()).toContain('extra of flags is 1 and was 0');
  });

  it('reports a figure that is no longer measured as worse', () => {
    expect(against({ keep: () => false }).worse.join()).toContain(
      'mean-error of hip-internal-rotation was 2 and is no longer measured',
    );
  });

  it('reports a clip that can no longer be run as worse', () => {
    const { drill, placement, fingerprint } = aScoredClip('one');
    const failed = poolScores([{ clip: 'one', drill, placement, fingerprint, error: 'shows no person' }]);
    const { worse } = compareWithReference(failed, reference());
    expect(worse.join()).toContain('not-run of clips that could not be run is 1 and was 0');
  });

  it('does not compare other clips than those of the reference', () => {
    expect(against({ rotationShift: 9 }, 'two')).toMatchObject({ worse: [], compared: 0 });
    expect(compareWithReference(poolScores([]), reference()).worse).toEqual([]);
  });
});

describe('a side check', () => {
  const outline = { id: 'supine-sleeper', counted: false, smallestRep: 0, good: [], rules: [] };
  const judged = (trunkOnly: boolean, options: RecordOptions) => {
    const pool = (so: RecordOptions) => poolScores([aScoredClip('one', aTruth(), so)], [{ ...outline, trunkOnly }]);
    const kept = written(referenceOf(pool({ kneeFlexion: 95 }), tolerances));
    return compareWithReference(pool({ kneeFlexion: 95, ...options }), kept).worse.join();
  };

  it('is not held to the angles of legs that it does not show', () => {
    expect(judged(true, { kneeFlexion: 105 })).toBe('');
    expect(judged(false, { kneeFlexion: 105 })).toContain('mean-error of knee-flexion is 10 ');
  });

  it('is held to what it shows of the trunk, and to its flags', () => {
    const half = judged(true, { keep: (index) => index % 2 === 0 });
    expect(half).toContain('coverage of pelvis-twist is 0.5');
    expect(half).not.toContain('knee-flexion');
    expect(judged(true, { flags: [aFlag('pelvis-lift', 4, 5)] })).toContain('extra of flags is 1');
  });
});

describe('the tolerances', () => {
  it('are of every kind of figure, each with its reason', () => {
    const kinds = Object.values(reference().groups).flatMap(({ figures }) => Object.keys(figures));
    expect(Object.keys(tolerances)).toEqual(expect.arrayContaining(kinds));
    for (const { allowed, why } of Object.values(tolerances)) {
      expect(allowed).toBeGreaterThanOrEqual(0);
      expect(why.length).toBeGreaterThan(5);
    }
  });
});
