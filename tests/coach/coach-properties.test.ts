import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gauge, startCoach, stepCoach } from '../../src/coach/coach.ts';
import type { CoachInput, SetPlan } from '../../src/coach/coach-contract.ts';
import { spokenLength } from '../../src/coach/speech/cue-pacing.ts';
import { summarise } from '../../src/coach/record/summarise.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { anySet } from './any-input.ts';
import { SetRun } from '../../lab/made/run-set.ts';

const RUNS = 150;

function runOf(plan: SetPlan, inputs: readonly CoachInput[]): SetRun {
  const run = new SetRun(plan);
  for (const input of inputs) run.send(input);
  return run;
}

describe('for any order of readings, gaps, keys and clock jumps', () => {
  it('the record is valid for storage and in order of time', () => {
    fc.assert(
      fc.property(anySet, ({ plan, inputs }) => {
        const record = runOf(plan, inputs).record();
        const { ok, ...rest } = validateRecord(JSON.parse(JSON.stringify(record)));
        expect(ok ? null : rest).toBeNull();
        for (const { clean, coverage, pelvisWatched } of record.summary.sets) {
          expect(clean === null || Number.isFinite(clean)).toBe(true);
          expect(coverage).toBeLessThanOrEqual(1);
          expect(pelvisWatched).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('a cue never interrupts a sentence, and a queued sentence interrupts nothing', () => {
    fc.assert(
      fc.property(anySet, ({ plan, inputs }) => {
        let { state, effects } = startCoach(plan, 0);
        let busyUntil = Number.NEGATIVE_INFINITY;
        for (const input of [null, ...inputs]) {
          if (input !== null) ({ state, effects } = stepCoach(state, input));
          expect(effects.filter(({ kind }) => kind === 'cue').length).toBeLessThanOrEqual(1);
          for (const effect of effects) {
            if (effect.kind !== 'cue' && effect.kind !== 'say') continue;
            const canWait =
              effect.kind === 'cue' || /^(That’s it|Slow breath|New range|Your own pull)/.test(effect.text);
            if (canWait) expect(state.now).toBeGreaterThanOrEqual(busyUntil);
            busyUntil = Math.max(busyUntil, state.now + spokenLength(effect.text));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('time never goes back, no phase exceeds its length, and the set ends once', () => {
    fc.assert(
      fc.property(anySet, ({ plan, inputs }) => {
        const run = new SetRun(plan);
        let before = run.state.now;
        for (const input of inputs) {
          run.send(input);
          expect(run.state.now).toBeGreaterThanOrEqual(before);
          before = run.state.now;
          const { left, progress } = gauge(run.state);
          expect(left ?? 0).toBeGreaterThanOrEqual(0);
          expect(progress).toBeLessThanOrEqual(1);
        }
        expect(run.all('finished').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: RUNS },
    );
  });

  it('the same inputs, stored as text and read again, give the same cues, flags, repetitions and summary', () => {
    fc.assert(
      fc.property(anySet, ({ plan, inputs }) => {
        const first = runOf(plan, inputs);
        const kept = JSON.parse(JSON.stringify(inputs)) as readonly CoachInput[];
        const again = runOf(plan, kept);
        expect(again.effects).toEqual(first.effects);
        expect(again.record()).toEqual(first.record());
      }),
      { numRuns: RUNS },
    );
  });

  it('the summary depends on the record alone', () => {
    fc.assert(
      fc.property(anySet, ({ plan, inputs }) => {
        const record = runOf(plan, inputs).record();
        const kept = JSON.parse(JSON.stringify(record)) as typeof record;
        const { muted: _was, ...rest } = record.summary;
        const { muted: _is, ...again } = summarise(kept, plan.drill);
        expect(again).toEqual(rest);
      }),
      { numRuns: RUNS },
    );
  });
});
