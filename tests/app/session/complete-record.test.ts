import { describe, expect, it } from 'vitest';
import { completeRecord } from '../../../src/app/session/complete-record.ts';
import { running } from '../../coach/run-set.ts';

/** A set in mid-phase, as a closed tab leaves it: everything but the summary. */
const leftBehind = () => {
  const run = running();
  run.readFor(1.1, 8, () => ({ referencePoseAt: 1, internalRotation: 21 }));
  const record = run.record();
  return { record, bare: { ...record, summary: { ...record.summary, sets: [], phases: [] } } };
};

describe('completeRecord', () => {
  it('gives a set that a closed tab left behind the summary it would have had', () => {
    const { record, bare } = leftBehind();
    expect(completeRecord(bare).summary.sets).toEqual(record.summary.sets);
  });

  it('leaves a set alone whose drill it does not know', () => {
    const { bare } = leftBehind();
    const foreign = { ...bare, drill: 'a-drill-of-tomorrow' };
    expect(completeRecord(foreign)).toBe(foreign);
  });
});
