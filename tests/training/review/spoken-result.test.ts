import { expect, it } from 'vitest';
import type { Reason } from '../../../src/instrument/output/reason.ts';
import { spokenResult } from '../../../src/training/review/spoken-result.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

/** A whole set in which the hip is held at 26°, or is never seen. */
function setWith(seen: boolean, invalid: Reason = 'too-dark') {
  const run = new SetRun(planFor(supineSleeper));
  run.read({ time: 1, referencePoseAt: 1 });
  run.readFor(1.1, 55, () => (seen ? { referencePoseAt: 1, internalRotation: 26 } : { referencePoseAt: 1, invalid }));
  return run.record();
}

it('tells the best range of the set', () => {
  expect(spokenResult(setWith(true), english, supineSleeper)).toMatch(/^Left hip alone: about 26 degrees/);
});

it('says why there is no number', () => {
  expect(spokenResult(setWith(false), english, supineSleeper)).toBe(
    `No number this time. Next time: ${english.reasons['too-dark'].say[0]}`,
  );
});

it('says where the result of a hip test is, and nothing after a symptom', () => {
  const tested = { ...supineSleeper, hipTest: 'seated' } as const;
  expect(spokenResult(setWith(true), english, tested)).toBe('Your result is on the screen.');
  expect(spokenResult({ ...setWith(true), ended: 'pinch' }, english, tested)).toBeNull();
});

it('gives advice for the next set where the reason asks for something now', () => {
  const text = spokenResult(setWith(false, 'camera-moved'), english, supineSleeper);
  expect(text).toBe('No number this time. Next time: Leave the laptop where it is.');
});
