import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { planFor, running, SetRun, shortPreset, runUntil } from '../../../lab/made/run-set.ts';

describe('a compensation in a running set', () => {
  it('is cued once, on the screen and by voice, and recorded with its cue', () => {
    const run = runUntil(planFor(), 10, () => ({ internalRotation: 20 }));
    run.readFor(10, 14, () => ({ internalRotation: 30, twist: -14 }));
    run.readFor(14, 18, () => ({ internalRotation: 20 }));
    expect(run.all('cue').map(({ rule, severity }) => [rule, severity])).toEqual([['pelvis-twist', 'red']]);
    expect(run.flagged).toEqual(['pelvis-twist']);
    const record = run.record();
    expect(record.flags[0]).toMatchObject({ spoken: true, severity: 'red', phase: 'passive' });
    expect(record.summary.sets[0]).toMatchObject({ clean: 20, gross: 30, borrowed: 10, endRange: 20 });
  });

  it('is not looked for in a rest or a pause', () => {
    const run = running();
    run.send({ kind: 'pause', time: 2 });
    run.readFor(2.1, 6, () => ({ twist: 20 }));
    run.send({ kind: 'resume', time: 6 });
    expect(run.flagged).toEqual([]);
    expect(run.all('cue')).toEqual([]);
  });

  it('is closed by a pause', () => {
    const run = runUntil(planFor(), 5, () => ({ twist: 12 }));
    run.send({ kind: 'pause', time: 5 });
    expect(run.all('flag')[0]?.flag.end).toBeLessThanOrEqual(5);
  });

  it('is tolerated more in the push, less in the pull', () => {
    const flaggedAt = (from: number, to: number, twist: number) => {
      const run = runUntil(planFor(), to, (time) => ({ twist: time >= from ? twist : 0 }));
      run.send({ kind: 'stop', time: to, why: 'stopped' });
      return run.flagged;
    };
    expect(flaggedAt(23, 26, 7)).toEqual([]);
    expect(flaggedAt(35, 38, 7)).toEqual(['pelvis-twist']);
  });

  it('needs a larger movement for a person with more noise', () => {
    const noisy = new SetRun(planFor());
    noisy.read({ time: 1, referencePoseAt: 1, noise: { 'pelvis-twist': 4 } });
    noisy.readFor(1.1, 6, (time) => ({
      twist: time > 2 ? 9 : 0,
      referencePoseAt: 1,
      noise: { 'pelvis-twist': 4 },
    }));
    noisy.send({ kind: 'stop', time: 6, why: 'stopped' });
    expect(noisy.flagged).toEqual([]);
  });

  it('in a push is a drift of the hip since the start of the push', () => {
    const run = runUntil(planFor(), 33, (time) => ({
      internalRotation: time < 20 ? 10 : time < 27 ? 25 : time < 29 ? 26 : 18,
    }));
    run.send({ kind: 'stop', time: 33, why: 'stopped' });
    expect(run.flagged).toEqual(['isometric-drift']);
    expect(run.record().flags[0]?.start).toBeGreaterThan(29);
  });

  it('in a push is a leg that gives way while the push builds up', () => {
    const run = runUntil(planFor(), 33, (time) => ({ internalRotation: time < 23 ? 25 : 33 }));
    run.send({ kind: 'stop', time: 33, why: 'stopped' });
    expect(run.flagged).toEqual(['isometric-drift']);
    expect(run.record().flags[0]?.start).toBeLessThan(25);
  });
});

describe('repetitions', () => {
  /** One repetition of 7 s: in, hold, out, hold, back. */
  const swing = (time: number) => {
    const at = ((time % 7) + 7) % 7;
    if (at < 0.5) return -28 * at;
    if (at < 2) return -14;
    if (at < 3) return -14 + 44 * (at - 2);
    if (at < 5.5) return 30;
    return at < 6.5 ? 30 - 30 * (at - 5.5) : 0;
  };

  it('end the phase when they are done, and count from its start only', () => {
    const run = new SetRun(planFor(quadrupedBandIr));
    run.readFor(0, 8, (time) => ({ internalRotation: swing(time), referencePoseAt: 'holding' }));
    run.read({ time: 8, referencePoseAt: 8 });
    run.readFor(8.1, 36.5, (time) => ({ internalRotation: swing(time - 8), referencePoseAt: 8 }));
    expect(run.all('rep')).toHaveLength(shortPreset.reps);
    expect(run.all('finished')).toHaveLength(1);
    // The first one is done while the phase is still being announced, the third one during the question about the back.
    expect(run.said.filter((text) => /^[1-4](\.|$)/.test(text))).toEqual(['2. Go on like that.', '4']);
  });

  it('do not keep a hidden person waiting for ever', () => {
    const run = new SetRun(planFor(quadrupedBandIr));
    run.read({ time: 1, referencePoseAt: 1 });
    run.tick(80);
    expect(run.all('finished')).toEqual([]);
    run.tick(81.1);
    expect(run.all('finished')).toHaveLength(1);
  });

  it('with a moving pelvis do not count', () => {
    const run = new SetRun(planFor(quadrupedBandIr));
    run.read({ time: 0, referencePoseAt: 0 });
    run.readFor(0.1, 7, (time) => ({
      internalRotation: swing(time),
      hipsShift: time > 2.5 && time < 6 ? 0.03 : 0,
      referencePoseAt: 0,
    }));
    expect(run.all('rep').map(({ rep }) => rep.good)).toEqual([false]);
    expect(gauge(run.state)).toMatchObject({ repsDone: 0, repsGoal: 4 });
  });
});
