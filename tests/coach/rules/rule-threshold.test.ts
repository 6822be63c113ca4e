import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Strictness, detectableChange, thresholds } from '../../../src/coach/rules/rule-threshold.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

const RULES = DRILLS.flatMap(({ rules }) => rules);
const rule = fc.constantFrom(...RULES);
const noise = fc.double({ min: 0, max: 6, noNaN: true });
const tolerance = fc.double({ min: 0.5, max: 2, noNaN: true });

test('strict never flags later than standard, gentle never sooner', () => {
  fc.assert(
    fc.property(rule, noise, tolerance, (one, still, factor) => {
      const at = (how: Strictness) => thresholds(one, still, factor, 0, how);
      expect(at('strict').enter).toBeLessThanOrEqual(at('standard').enter);
      expect(at('gentle').enter).toBeGreaterThanOrEqual(at('standard').enter);
      expect(at('strict').red).toBeLessThanOrEqual(at('standard').red);
    }),
  );
});

test('even strict thresholds stay above the noise of the person and the false motion of the channel', () => {
  fc.assert(
    fc.property(rule, noise, tolerance, (one, still, factor) => {
      const { enter } = thresholds(one, still, factor, 0, 'strict');
      expect(enter).toBeGreaterThanOrEqual(Math.max(one.falseMotion, detectableChange(still)));
    }),
  );
});

test('even gentle thresholds flag what the drill calls red', () => {
  for (const one of RULES.filter(({ falseMotion, red }) => falseMotion < red))
    expect(thresholds(one, 0, 1, 0, 'gentle').enter).toBeLessThanOrEqual(Math.max(one.enter, one.red));
});

const flagsOf = (strictness: Strictness | undefined, twist: number) => {
  const run = new SetRun({ ...planFor(turningSleeper, { countIn: 2 }), strictness });
  run.readFor(0, 2, () => ({ referencePoseAt: null }));
  run.readFor(2, 5, () => ({ referencePoseAt: 'holding' }));
  run.read({ time: 5, referencePoseAt: 5 });
  run.readFor(5.1, 12, (time) => ({ internalRotation: 20, referencePoseAt: 5, twist: time > 6 ? twist : 0 }));
  return run.record();
};

test('the same twist is flagged when strict and not when gentle, and the record has the strictness', () => {
  const raised = (how: Strictness | undefined, twist: number) => flagsOf(how, twist).flags.length > 0;
  expect([raised('strict', 5.6), raised('standard', 5.6)]).toEqual([true, false]);
  expect([raised('standard', 7), raised('gentle', 7)]).toEqual([true, false]);
  expect(raised(undefined, 7)).toBe(true);
  expect(flagsOf('gentle', 7).strictness).toBe('gentle');
  expect(flagsOf(undefined, 7).strictness).toBeUndefined();
});
