import { describe, expect, it } from 'vitest';
import { type ComingTone, comingTones } from '../../src/coach/coach.ts';
import { withoutCamera } from '../../src/coach/timeline/timeline.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { planFor, SetRun, shortPreset } from '../../lab/made/run-set.ts';
import { turningSleeper } from '../../lab/made/turning-sleeper.ts';

const isSame = (one: ComingTone, other: ComingTone) => one.tone === other.tone && Math.abs(one.at - other.at) < 0.11;

const key = ({ tone, at }: { readonly tone: string; readonly at: number }) => `${tone} ${at.toFixed(1)}`;

describe('the tones of the next minute', () => {
  it.each(DRILLS.map((drill) => [drill.id, drill] as const))('in %s are those that sound then', (_id, drill) => {
    const run = new SetRun(planFor(withoutCamera(drill), { countIn: 8, preset: { ...shortPreset, rounds: 2 } }));
    const told: (ComingTone & { readonly when: number })[] = [];
    for (let tick = 1; tick < 3000 && run.state.timeline.ended === null; tick += 1) {
      run.tick(tick / 10);
      for (const tone of comingTones(run.state, 60))
        if (!told.some((other) => isSame(other, tone))) told.push({ ...tone, when: run.state.now });
    }
    const end = run.state.now;
    const sounded = run.all('beep').map(({ tone, at, after = 0 }) => ({ tone, at: at + after }));
    expect(sounded.length).toBeGreaterThan(3);
    const unsounded = told.filter(({ at }) => at < end).filter((tone) => !sounded.some((other) => isSame(other, tone)));
    const untold = sounded.filter((tone) => !told.some((other) => isSame(other, tone) && other.when < tone.at));
    expect([untold, unsounded]).toEqual([[], []]);
  });

  it('are none in a pause, and none after a phase that nobody could hear end', () => {
    const run = new SetRun(planFor(withoutCamera(turningSleeper)));
    run.tick(1);
    expect(comingTones(run.state, 60).map(key)).toContain('start 20.0');
    run.send({ kind: 'unheard', time: 2, since: 2 });
    expect(comingTones(run.state, 60).map(key)).toEqual(['count 17.0', 'count 18.0', 'count 19.0']);
    run.send({ kind: 'pause', time: 3 });
    expect(comingTones(run.state, 60)).toEqual([]);
  });
});
