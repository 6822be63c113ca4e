import { describe, expect, it } from 'vitest';
import { gauge, stepCoach } from '../../src/coach/coach.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor, running, SetRun, runUntil } from '../../lab/made/run-set.ts';

const kinds = (run: SetRun) => run.all('phase').map(({ phase }) => phase.kind);

describe('the start of a set', () => {
  it('counts in, then requests a reference pose and waits for it', () => {
    const run = new SetRun(planFor(supineSleeper, { countIn: 10 }), 100);
    expect(run.all('begin-neutral')).toEqual([]);
    run.tick(109.9);
    expect(kinds(run)).toEqual(['ready']);
    run.tick(110);
    expect(kinds(run)).toEqual(['ready', 'neutral']);
    expect(run.all('begin-neutral')).toHaveLength(1);
    run.tick(150);
    expect(gauge(run.state).phase?.kind).toBe('neutral');
    expect(gauge(run.state).left).toBeNull();
  });

  it('does not take an old reference pose for the new one', () => {
    const run = new SetRun(planFor(supineSleeper, { countIn: 10 }), 100);
    run.tick(110);
    run.read({ time: 111, referencePoseAt: 60 });
    expect(gauge(run.state).phase?.kind).toBe('neutral');
    run.read({ time: 113.2, referencePoseAt: 113.1 });
    expect(gauge(run.state).phase?.kind).toBe('passive');
  });

  it('begins the phases with the frame in which the reference pose is set', () => {
    const run = running();
    expect(kinds(run)).toEqual(['neutral', 'passive']);
    expect(gauge(run.state).left).toBe(20);
  });

  it('can be skipped without a reference pose: a timer without a number', () => {
    const run = new SetRun(planFor());
    run.send({ kind: 'skip', time: 5 });
    run.read({ time: 6, referencePoseAt: null });
    expect(gauge(run.state)).toMatchObject({ angle: null, angleReason: 'no-neutral' });
    expect(gauge(run.state).phase?.kind).toBe('passive');
  });
});

describe('the clock of a running set', () => {
  it('announces each phase, and finishes', () => {
    const run = running();
    for (let time = 1; time <= 54; time += 0.25) run.tick(time);
    expect(kinds(run)).toEqual(['neutral', 'passive', 'pails', 'rails', 'sink']);
    expect(run.all('phase')[1]?.next?.kind).toBe('pails');
    expect(run.all('finished').map(({ why }) => why)).toEqual(['finished']);
    expect(run.all('beep').at(-1)?.tone).toBe('finish');
  });

  it('does not announce phases that passed before a very late tick', () => {
    const run = running();
    run.tick(47);
    expect(kinds(run)).toEqual(['neutral', 'passive', 'pails', 'rails', 'sink']);
    expect(run.said.filter((text) => text.startsWith('Pull in'))).toEqual([]);
    expect(run.said.filter((text) => text.startsWith('Relax deeper'))).toHaveLength(1);
  });

  it('drops beeps and words whose time has passed', () => {
    const run = running();
    run.tick(5);
    run.tick(20.9);
    // The beeps are at 17, 18 and 19 s of the phase; the time is 19.9 s.
    expect(run.all('beep').filter(({ tone }) => tone === 'count')).toHaveLength(1);
  });

  it('pauses and resumes without losing time; the record shows the gap', () => {
    const run = running();
    run.tick(5);
    run.send({ kind: 'pause', time: 6 });
    run.tick(100);
    expect(gauge(run.state)).toMatchObject({ paused: true, left: 15 });
    run.send({ kind: 'resume', time: 106 });
    expect(gauge(run.state)).toMatchObject({ paused: false, left: 15 });
    run.tick(121.5);
    expect(gauge(run.state).phase?.kind).toBe('pails');
    const passive = run.record().phases.filter(({ kind }) => kind === 'passive');
    expect(passive.map(({ start, end }) => [start, end])).toEqual([
      [1, 6],
      [106, 121],
    ]);
  });

  it('skips to the next phase at once', () => {
    const run = running();
    run.send({ kind: 'skip', time: 4 });
    expect(gauge(run.state)).toMatchObject({ left: 12 });
    expect(gauge(run.state).phase?.kind).toBe('pails');
  });

  it.each(['stopped', 'pinch', 'pain', 'numb'] as const)(
    'ends at once on %s, keeps the record, and changes no more',
    (why) => {
      const run = runUntil(planFor(), 4, () => ({ internalRotation: 15 }));
      run.send({ kind: 'stop', time: 4, why });
      expect(run.all('finished').map((effect) => effect.why)).toEqual([why]);
      const record = run.record();
      expect(record.ended).toBe(why);
      expect(record.summary.sets[0]?.clean).toBeCloseTo(15, 6);
      const before = run.effects.length;
      run.tick(50);
      run.read({ time: 51 });
      expect(run.effects).toHaveLength(before);
      expect(run.record().frames).toHaveLength(record.frames.length);
    },
  );

  it('keeps a set whose video ends early', () => {
    const run = running();
    run.send({ kind: 'source-ended', time: 9 });
    expect(run.record()).toMatchObject({ ended: 'source-ended' });
  });
});

describe('the reducer', () => {
  it('is pure: a repeated step gives the same result, and the state before it is unchanged', () => {
    const run = runUntil(planFor(), 5, () => ({ internalRotation: 20, twist: 9 }));
    // The words of the plan are functions, which cannot be cloned.
    const { plan, ...memory } = run.state;
    const before = structuredClone(memory);
    const input = { kind: 'tick', time: 25 } as const;
    const once = stepCoach(run.state, input);
    expect(stepCoach(run.state, input)).toEqual(once);
    expect(run.state).toEqual({ plan, ...before });
  });

  it('accepts readings that are older than the last tick', () => {
    const run = running();
    run.readFor(1.1, 4, (time) => {
      run.tick(time + 0.15);
      return { internalRotation: 20, twist: time > 2 ? 14 : 0 };
    });
    run.send({ kind: 'stop', time: 5, why: 'stopped' });
    expect(run.flagged).toEqual(['pelvis-twist']);
  });
});

describe('a computer that slept', () => {
  it('takes the phase up again where it was, and says so', () => {
    const run = running();
    run.tick(9);
    expect(gauge(run.state).left).toBe(12);
    run.send({ kind: 'slept', time: 39, lasted: 30 });
    expect(gauge(run.state)).toMatchObject({ left: 12, paused: false, phase: { kind: 'passive' } });
    expect(run.said.at(-1)).toContain('Go on where you were');
    run.tick(41);
    expect(gauge(run.state).left).toBeCloseTo(10, 6);
    const passive = run.record().phases.filter(({ kind }) => kind === 'passive');
    expect(passive.map(({ start, end }) => [start, end])).toEqual([
      [1, 9],
      [39, 41],
    ]);
  });

  it('has interrupted the set at the last moment that somebody attended, if it slept for over a minute', () => {
    const run = running();
    run.tick(9);
    run.send({ kind: 'slept', time: 139, lasted: 130 });
    expect(run.all('finished').map(({ why }) => why)).toEqual(['interrupted']);
    expect(kinds(run)).toEqual(['neutral', 'passive']);
    expect(run.said.at(-1)).toContain('stopped for too long');
    const { ended, phases } = run.record();
    expect([ended, phases.at(-1)]).toMatchObject(['interrupted', { kind: 'passive', end: 9 }]);
  });

  it('leaves a set that the person had paused as it is', () => {
    const run = running();
    run.send({ kind: 'pause', time: 9 });
    run.send({ kind: 'slept', time: 5000, lasted: 4991 });
    expect(gauge(run.state)).toMatchObject({ paused: true, left: 12, finished: null });
    run.send({ kind: 'resume', time: 5001 });
    expect(gauge(run.state).left).toBe(12);
  });
});
