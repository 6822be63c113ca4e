import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../src/coach/review/agreement.ts';
import { pooledChecks } from '../../../src/coach/self-check/pooled-checks.ts';
import { validationRecord, type ValidationRecord } from '../../../src/coach/self-check/validation-record.ts';
import { makeCheck, makePosition } from './make-check.ts';

/** A check whose positions differ by these degrees, app minus instrument. */
function recordOf(differences: readonly number[], part: Partial<ValidationRecord> = {}): ValidationRecord {
  const positions = differences.map((difference, index) => makePosition(10 + 5 * index, 10 + 5 * index - difference));
  const record = validationRecord(makeCheck({ instrument: 'goniometer', positions }));
  if (!record) throw new Error('every position has an angle');
  return { ...record, ...part };
}

describe('pooled checks', () => {
  it('have the mean of all differences', () => {
    expect(pooledChecks([recordOf([1, 3]), recordOf([4, 4])])).toMatchObject({ checks: 2, positions: 4, bias: 3 });
  });

  it('keep the scatter between checks and within them apart', () => {
    // Means 1, 3, 5 of two positions each, ± 1 around them: within 2, between 4 − 2/2.
    const pooled = pooledChecks([recordOf([0, 2]), recordOf([2, 4]), recordOf([4, 6])]);
    expect(pooled.sdWithin).toBeCloseTo(Math.sqrt(2), 9);
    expect(pooled.sdBetween).toBeCloseTo(Math.sqrt(3), 9);
    const half = studentQuantile(0.975, 2) * Math.sqrt(5) * Math.sqrt(4 / 3);
    expect(pooled.limits?.low).toBeCloseTo(3 - half, 6);
    expect(pooled.limits?.high).toBeCloseTo(3 + half, 6);
  });

  it('have no limits of fewer than three checks, however many positions they have', () => {
    expect(pooledChecks([recordOf([1, 2, 3, 4, 5]), recordOf([2, 3, 4, 5, 6])]).limits).toBeNull();
  });

  it('count a check once, and the demo never', () => {
    const records = [recordOf([1, 2]), recordOf([1, 2]), recordOf([9, 9], { source: 'demo' })];
    expect(pooledChecks(records)).toMatchObject({ checks: 1, positions: 2, bias: 1.5 });
  });

  it('are unknown without a check, and never 0', () => {
    expect(pooledChecks([])).toMatchObject({ checks: 0, bias: null, limits: null, sdWithin: null, largest: null });
  });

  it('compare the hip alone as well', () => {
    const held = makePosition(20, 25, { pelvis: 5 });
    const record = validationRecord(makeCheck({ instrument: 'goniometer', positions: [held] }));
    if (!record) throw new Error('the position has an angle');
    expect(pooledChecks([record]).bias).toBe(0);
    expect(pooledChecks([record], 'hip').bias).toBe(-5);
  });
});
