import { describe, expect, it } from 'vitest';
import { spokenLength } from '../../../src/coach/speech/cue-pacing.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { planFor, running, type SetRun } from '../../../lab/made/run-set.ts';

/** The times of the beats on the clock of the set. */
const beats = (run: SetRun): number[] =>
  run.all('beep').flatMap(({ tone, after, at }) => (tone === 'tick' ? [at + (after ?? 0)] : []));

const tickThrough = (run: SetRun, from: number, to: number, step: number): void => {
  for (let time = from; time < to; time += step) run.tick(time);
};

describe('the metronome', () => {
  const plan = planFor(supineIrPulses, { sides: ['both'] });

  it.each([0.04, 0.1, 0.13])('is even to a millisecond for any interval of the ticks (%s s)', (step) => {
    const run = running(plan);
    tickThrough(run, 1.01, 30, step);
    const due = beats(run);
    expect(due.length).toBeGreaterThan(10);
    due.slice(1).forEach((beat, index) => expect(beat - (due[index] ?? 0)).toBeCloseTo(60 / 50, 3));
  });

  it('is silent while the set is paused, and continues after it', () => {
    const run = running(plan);
    tickThrough(run, 1, 14, 0.1);
    const before = beats(run).length;
    run.send({ kind: 'pause', time: 14 });
    tickThrough(run, 14, 20, 0.1);
    expect(beats(run)).toHaveLength(before);
    run.send({ kind: 'resume', time: 20 });
    tickThrough(run, 20, 24, 0.1);
    expect(beats(run).length).toBeGreaterThan(before + 2);
  });

  it('begins when the phase has been announced', () => {
    const run = running(plan);
    tickThrough(run, 1, 14, 0.1);
    const said = run.all('say').at(-1);
    expect(beats(run)[0]).toBeGreaterThan((said?.at ?? 0) + spokenLength(said?.text ?? ''));
  });

  it('does not tick in a drill without a pace', () => {
    const run = running(planFor(kneeToKneeWall, { sides: ['both'] }));
    tickThrough(run, 1, 15, 0.1);
    expect(beats(run)).toEqual([]);
  });
});
