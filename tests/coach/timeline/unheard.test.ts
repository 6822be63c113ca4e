import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { planFor, SetRun, shortPreset } from '../../../lab/made/run-set.ts';
import { withoutCamera } from '../../../src/coach/timeline/timeline.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

/** A set without a camera: passive to 20 s, push to 32 s, pull from then on. */
const running = () => {
  const run = new SetRun(planFor(withoutCamera(turningSleeper), { preset: { ...shortPreset, rounds: 1 } }));
  run.tick(0.1);
  return run;
};

const phases = (run: SetRun) => run.record().phases.map(({ kind, start, end }) => [kind, start, end]);
const begun = (run: SetRun) => run.all('phase').map(({ phase, at }) => [phase.kind, at]);

describe('a change of phase that nobody could hear', () => {
  it('waits, and begins when it can be told; the time between belongs to no phase', () => {
    const run = running();
    run.tick(15);
    run.send({ kind: 'unheard', time: 18, since: 17.9 });
    for (const time of [19, 20, 25, 70]) run.tick(time);
    expect(gauge(run.state)).toMatchObject({ phase: { kind: 'passive' }, left: 0, paused: true });
    expect(begun(run)).toEqual([['passive', 0]]);
    run.send({ kind: 'heard', time: 75 });
    run.tick(77);
    expect(begun(run).at(-1)).toEqual(['pails', 75]);
    expect(gauge(run.state)).toMatchObject({ phase: { kind: 'pails' }, left: 10, paused: false });
    expect(run.said.slice(-2)).toEqual([expect.stringContaining('Push out.'), 'You couldn’t hear me, so I waited.']);
    expect(phases(run)).toEqual([
      ['passive', 0, 20],
      ['pails', 75, 77],
    ]);
  });

  it('begins at its time if it is told within two seconds', () => {
    const run = running();
    run.send({ kind: 'unheard', time: 19, since: 18.9 });
    run.tick(20.5);
    run.send({ kind: 'heard', time: 21.5 });
    run.tick(22);
    expect(phases(run)).toEqual([
      ['passive', 0, 20],
      ['pails', 20, 22],
    ]);
    expect(run.said).not.toContain('You couldn’t hear me, so I waited.');
  });

  it('is one change only, however long nothing could be heard', () => {
    const run = running();
    run.send({ kind: 'unheard', time: 300, since: 5 });
    run.tick(300.1);
    run.send({ kind: 'heard', time: 300.2 });
    run.tick(301);
    expect(phases(run)).toEqual([
      ['passive', 0, 20],
      ['pails', 300.2, 301],
    ]);
  });

  it('that was heard before stays where it was', () => {
    const run = running();
    run.send({ kind: 'unheard', time: 40, since: 25 });
    run.tick(41);
    run.send({ kind: 'heard', time: 50 });
    run.tick(51);
    expect(phases(run)).toEqual([
      ['passive', 0, 20],
      ['pails', 20, 32],
      ['rails', 50, 51],
    ]);
  });

  it('goes on by hand, and the next one waits again', () => {
    const run = running();
    run.send({ kind: 'unheard', time: 19, since: 18.9 });
    run.tick(30);
    run.send({ kind: 'resume', time: 31 });
    run.send({ kind: 'unheard', time: 31.1, since: 31.1 });
    run.tick(60);
    expect(begun(run)).toEqual([
      ['passive', 0],
      ['pails', 31],
    ]);
    run.send({ kind: 'skip', time: 61 });
    expect(begun(run).at(-1)).toEqual(['rails', 61]);
    run.tick(63);
    expect(gauge(run.state)).toMatchObject({ paused: false, left: 11, phase: { kind: 'rails' } });
  });

  it('leaves a pause of the person as it is', () => {
    const run = running();
    run.send({ kind: 'pause', time: 10 });
    run.send({ kind: 'unheard', time: 11, since: 11 });
    run.send({ kind: 'heard', time: 40 });
    expect(gauge(run.state)).toMatchObject({ paused: true, left: 10, phase: { kind: 'passive' } });
  });

  it('does not keep the set from its end', () => {
    const run = running();
    for (let time = 1; time < 48; time += 0.5) run.tick(time);
    expect(gauge(run.state).phase?.kind).toBe('sink');
    run.send({ kind: 'unheard', time: 48, since: 48 });
    run.tick(60);
    expect(run.all('finished').map(({ why }) => why)).toEqual(['finished']);
  });
});
