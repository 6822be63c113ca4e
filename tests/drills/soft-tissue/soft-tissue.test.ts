import { describe, expect, it } from 'vitest';
import { softTissueBall } from '../../../src/drills/soft-tissue/soft-tissue-ball.ts';
import { softTissueRoller } from '../../../src/drills/soft-tissue/soft-tissue-roller.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

const WAYS = [softTissueBall, softTissueRoller];

/** The whole set driven by ticks alone. */
function timed(drill: (typeof WAYS)[number], until = 200): SetRun {
  const preset = drill.presets.prep;
  const run = new SetRun(planFor(drill, { sides: ['left', 'right'], preset, countIn: 12 }));
  for (let time = 0; time <= until; time += 0.1) run.tick(time);
  return run;
}

describe.each(WAYS.map((drill) => [drill.id, drill] as const))('%s', (_, drill) => {
  it('runs to its end without any reading or reference pose', () => {
    const run = timed(drill);
    expect(run.state.timeline.ended).toBe('finished');
    expect(run.all('phase').map(({ phase }) => `${phase.kind} ${phase.side}`)).toEqual([
      'ready left',
      'guided left',
      'turn right',
      'ready right',
      'guided right',
    ]);
    expect(run.all('begin-neutral')).toEqual([]);
  });

  it('says its calls on time, and never that nobody is seen', () => {
    const run = timed(drill);
    for (const { text } of drill.phases[0].calls) expect(run.said.filter((said) => said === text)).toHaveLength(2);
    expect(run.said.join(' ')).not.toMatch(/see|picture|camera|still/i);
    expect(run.said.filter((said) => said.startsWith('Ten more seconds'))).toHaveLength(2);
  });

  it('can be paused, left early and stopped', () => {
    const run = new SetRun(planFor(drill, { preset: drill.presets.prep }));
    run.tick(10);
    run.send({ kind: 'pause', time: 10 });
    run.tick(200);
    expect(run.state.timeline.ended).toBeNull();
    run.send({ kind: 'resume', time: 200 });
    run.send({ kind: 'stop', time: 205, why: 'numb' });
    const { phases, ended } = run.record();
    expect(ended).toBe('numb');
    expect(phases.reduce((sum, { start, end }) => sum + end - start, 0)).toBeCloseTo(15, 6);
  });

  it('has a record without any measured value', () => {
    const record = timed(drill).record();
    expect(record).toMatchObject({
      neutral: null,
      neutrals: [],
      frames: [],
      flags: [],
      reps: [],
    });
    expect(record.summary).toMatchObject({ sets: [], phases: [], muted: [] });
  });
});
