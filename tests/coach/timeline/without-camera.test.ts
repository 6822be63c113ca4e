import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { spokenResult } from '../../../src/training/review/spoken-result.ts';
import { withoutCamera } from '../../../src/coach/timeline/timeline.ts';
import { coach } from '../../../src/i18n/en/coach.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { softTissueBall } from '../../../src/drills/soft-tissue/soft-tissue-ball.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

const EXERCISES = WATCHED_DRILLS.filter(({ sideCheckOf }) => sideCheckOf === undefined);

/** Goes through a set by its clock alone. */
function played(plan: SetPlan) {
  const run = new SetRun(plan);
  const counted = new Set<string>();
  for (let at = 0.1; run.state.timeline.ended === null && at < 3600; at += 0.1) {
    run.tick(at);
    const { repsDone, repsGoal, phase } = gauge(run.state);
    if (repsGoal > 0 && phase?.kind === 'reps') counted.add(`${repsDone}/${repsGoal}`);
  }
  return { run, record: run.record(), said: run.said, counted: [...counted] };
}

const bare = (id: string, sides: SetPlan['sides'] = ['left', 'right']): SetPlan => {
  const drill = EXERCISES.find((one) => one.id === id);
  if (!drill) throw new Error(`no drill ${id}`);
  const { presets, bilateral } = drill;
  return planFor(withoutCamera(drill), { sides: bilateral ? ['both'] : sides, preset: presets.build, countIn: 10 });
};

describe('a drill without a camera', () => {
  it.each(EXERCISES.map(({ id }) => id))('runs %s to its end by the clock and measures nothing', (id) => {
    const { record, said } = played(bare(id));
    expect(record.ended).toBe('finished');
    expect(record.phases.map(({ kind }) => kind)).not.toContain('neutral');
    expect(record).toMatchObject({ drill: id, neutral: null, neutrals: [], frames: [], flags: [], reps: [] });
    expect(record.summary).toMatchObject({ sets: [], phases: [], repsGood: 0, repsAll: 0, muted: [], watched: null });
    expect(said.length).toBeGreaterThan(3);
    expect(said.join(' ')).not.toMatch(
      /camera|laptop|picture|see you|start position|hold still|degrees|(?:for|until) the sound/i,
    );
  });

  it('says how far the whole set is, which only grows and ends with the set', () => {
    for (const id of ['supine-sleeper', 'quadruped-band-ir']) {
      const run = new SetRun(bare(id));
      const first = gauge(run.state).whole;
      let progress = 0;
      let at = 0;
      for (; run.state.timeline.ended === null; at += 0.1) {
        const now = gauge(run.state).whole?.progress ?? 0;
        expect(now).toBeGreaterThanOrEqual(progress);
        progress = now;
        run.tick(at);
      }
      expect(progress).toBeCloseTo(1, 2);
      expect(first?.left).toBeCloseTo(at, 0);
      // The other side begins half-way, or after a round.
      expect(first?.marks.length).toBeGreaterThan(0);
    }
  });

  it('leaves a drill that never has a camera as it is', () => {
    expect(withoutCamera(softTissueBall)).toBe(softTissueBall);
  });

  it('talks the first two repetitions through, then calls each by its number, at a pace with room for both holds', () => {
    const { run } = played(bare('quadruped-band-ir', ['left']));
    const numbers = run.all('say').filter(({ text }) => /^\d+(\.|$)/.test(text));
    expect(numbers.slice(0, 10).map(({ text }) => text)).toEqual([
      '1. Pull the foot in, and hold.',
      '2. Keep pulling in. Hold.',
      ...[3, 4, 5, 6, 7, 8, 9, 10].map((number) => `${number}. Pull the foot in.`),
    ]);
    const gaps = numbers.slice(1, 10).map(({ at }, i) => at - (numbers[i]?.at ?? 0));
    // Two seconds inwards, one outwards, six on the way.
    for (const gap of gaps) expect(gap).toBeCloseTo(9, 0);
  });

  it('ticks as many beats as there are pulses', () => {
    const plan = bare('supine-ir-pulses-feet-lifted');
    const beats = played(plan)
      .run.all('beep')
      .filter(({ tone }) => tone === 'tick');
    const wanted = plan.preset.rounds * plan.preset.reps;
    expect(beats.length).toBeGreaterThanOrEqual(wanted);
    expect(beats.length).toBeLessThanOrEqual(wanted + 6 * plan.preset.rounds);
  });

  it('counts the steps of a sequence that were called', () => {
    const plan = bare('hip-movement-sequence', ['left']);
    const { counted, record } = played(plan);
    const goal = plan.preset.reps * (plan.drill.reps?.sequence?.length ?? 0);
    expect(counted.at(-1)).toBe(`${goal - 1}/${goal}`);
    expect(record.reps).toEqual([]);
  });

  it('says what to do with the band before the other side, and leaves time for it', () => {
    const { said, record } = played(bare('quadruped-band-ir'));
    const turn = record.phases.find(({ kind }) => kind === 'turn');
    expect(said.join(' ')).toContain('Band round the other ankle');
    expect((turn?.end ?? 0) - (turn?.start ?? 0)).toBeGreaterThanOrEqual(12);
  });

  it('tells no result', () => {
    const plan = bare('supine-sleeper');
    expect(spokenResult(played(plan).record, coach, plan.drill)).toBeNull();
  });

  it('ends at once for pain', () => {
    const run = new SetRun(bare('supine-sleeper'));
    run.send({ kind: 'stop', time: 30, why: 'pain' });
    expect(run.state.timeline.ended).toBe('pain');
  });
});
