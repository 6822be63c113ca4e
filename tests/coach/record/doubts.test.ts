import { describe, expect, it } from 'vitest';
import { doubtsOf } from '../../../src/coach/record/watched.ts';
import type { RangeSummary, SetRecord } from '../../../src/coach/record/set-record.ts';
import { hipsOf } from '../../../src/training/review/compare-sets.ts';
import { bandRecord, sleeperRecord } from '../../browser/lib/fake-record.ts';

const withRange = (part: Partial<RangeSummary>): SetRecord => {
  const [range] = sleeperRecord.summary.sets;
  if (!range) throw new Error('the record has rounds');
  return { ...sleeperRecord, summary: { ...sleeperRecord.summary, sets: [{ ...range, ...part }] } };
};

describe('the figures of a set', () => {
  it.each([sleeperRecord, bandRecord])('are not doubted if they agree with each other and with a body', (record) => {
    expect(doubtsOf(record)).toEqual([]);
  });

  it('are doubted if they count from a start position that was never held', () => {
    expect(doubtsOf({ ...sleeperRecord, neutral: null, neutrals: [] })).toEqual(['no-reference-pose']);
    const { summary } = withRange({ clean: null, gross: null, endRange: null });
    expect(doubtsOf({ summary: { ...summary, phases: [] }, neutral: null, neutrals: [] })).toEqual([]);
  });

  it('are doubted if no hip goes that far, each angle by its own limit', () => {
    expect(doubtsOf(withRange({ clean: 121, gross: 121 }))).toEqual(['beyond-a-body']);
    expect(doubtsOf(withRange({ clean: -130, gross: 20 }))).toEqual(['beyond-a-body']);
    expect(doubtsOf(withRange({ of: 'hip-flexion', clean: 140, gross: 150 }))).toEqual([]);
  });

  it('are doubted if their error is as wide as everything that a hip can do', () => {
    expect(doubtsOf(withRange({ sd: 54 }))).toEqual([]);
    expect(doubtsOf(withRange({ sd: 56 }))).toEqual(['beyond-a-body']);
  });

  it('are doubted if the hip alone exceeds the leg in total by more than the error', () => {
    expect(doubtsOf(withRange({ clean: 35, gross: 33, sd: 2, borrowed: 0 }))).toEqual([]);
    expect(doubtsOf(withRange({ clean: 40, gross: 33, sd: 2, borrowed: 0 }))).toEqual(['sum']);
    expect(doubtsOf(withRange({ borrowed: -30, sd: 2 }))).toEqual(['sum']);
  });

  it('are not compared with other sets if they are doubted', () => {
    expect(hipsOf(sleeperRecord)).not.toEqual([]);
    expect(hipsOf(withRange({ clean: 200, gross: 200 }))).toEqual([]);
  });
});
