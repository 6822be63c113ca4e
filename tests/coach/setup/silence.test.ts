import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { mutedNow } from '../../../src/coach/rules/rule-set-state.ts';
import { planFor, running, SetRun, runUntil } from '../../../lab/made/run-set.ts';

/** Ten ticks a second, as in the page. */
function tickFor(run: SetRun, from: number, to: number): void {
  for (let index = 0; from + index / 10 < to; index += 1) run.tick(from + index / 10);
}

const toldAt = (run: SetRun): readonly number[] =>
  run.all('say').flatMap(({ about, at }) => (about === 'no-picture' ? [at] : []));

/** Readings until 3 s, then none. */
function silent(until: number): SetRun {
  const run = runUntil(planFor(), 3, () => ({ internalRotation: 20 }));
  tickFor(run, 3, until);
  return run;
}

describe('without new pictures', () => {
  it('the person is told after three seconds, once', () => {
    const at = toldAt(silent(25));
    expect(at).toHaveLength(1);
    // The last reading is at 2.93 s; ticks come ten times a second.
    expect(at[0]).toBeCloseTo(6, 0);
  });

  it('the reason for number and rules is the missing picture', () => {
    const { state } = silent(8);
    expect(gauge(state).angleReason).toBe('no-picture');
    expect(mutedNow(state.rules, state.plan.drill, state.now)).toContainEqual({
      rule: 'pelvis-twist',
      reason: 'no-picture',
    });
  });

  it('the missing picture is the reason also while a reference pose is awaited', () => {
    const run = runUntil(planFor(), 3, () => ({ cameraMoved: true }));
    tickFor(run, 3, 7);
    expect(gauge(run.state).angleReason).toBe('no-picture');
    expect(toldAt(run)).toHaveLength(1);
  });

  it('the person is told when the picture is back', () => {
    const run = silent(8);
    run.readFor(8, 9, () => ({ internalRotation: 20 }));
    expect(run.said.at(-1)).toBe('I see you again.');
    expect(gauge(run.state).angle?.value).toBeCloseTo(20, 6);
  });

  it('the missing picture is announced also after a hidden knee was', () => {
    const run = runUntil(planFor(), 7, () => ({ invalid: 'out-of-frame', missing: ['left knee'] }));
    tickFor(run, 7, 11);
    expect(toldAt(run)).toHaveLength(1);
  });

  it('it is announced also during the reference pose, and the next phase shows that it is back', () => {
    const run = new SetRun(planFor());
    run.readFor(0, 1, () => ({ referencePoseAt: 'holding' }));
    tickFor(run, 1, 6);
    expect(toldAt(run)).toHaveLength(1);
    run.read({ time: 6, referencePoseAt: 'holding' });
    run.readFor(8, 9, () => ({ referencePoseAt: 8, internalRotation: 0 }));
    expect(run.said.at(-1)).toMatch(/^Let it fall in/);
  });

  it('nothing is said in a pause, nor right after it', () => {
    const run = runUntil(planFor(), 3, () => ({}));
    run.send({ kind: 'pause', time: 3 });
    tickFor(run, 3.1, 20);
    expect(gauge(run.state).angleReason).not.toBe('no-picture');
    run.send({ kind: 'resume', time: 20 });
    tickFor(run, 20.1, 22.9);
    expect(toldAt(run)).toEqual([]);
    tickFor(run, 22.9, 24);
    expect(toldAt(run)).toHaveLength(1);
  });

  it('nothing is said about a slow picture', () => {
    const run = running();
    for (let time = 3; time < 20; time += 2) {
      run.read({ time, internalRotation: 20 });
      tickFor(run, time + 0.1, time + 2);
    }
    expect(toldAt(run)).toEqual([]);
  });
});
