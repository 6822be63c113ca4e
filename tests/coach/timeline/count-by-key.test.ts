import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { withoutCamera } from '../../../src/coach/timeline/timeline.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

const GOAL = 4;
const preset = { ...quadrupedBandIr.presets.build, rounds: 1, reps: GOAL };
const band = planFor(withoutCamera(quadrupedBandIr), { sides: ['left'], preset, countIn: 10 });

/** A set that is driven by its clock and by keys. */
function driven(plan: SetPlan) {
  const run = new SetRun(plan);
  let time = 0;
  return {
    get shown() {
      return gauge(run.state);
    },
    get said() {
      return run.said;
    },
    press: (kind: 'count' | 'pause' | 'resume' | 'skip') => run.send({ kind, time }),
    wait(seconds: number) {
      const end = time + seconds;
      while (time < end) run.tick((time += 0.1));
    },
    record: () => run.record(),
  };
}

/** The band drill, in its repetitions. */
function inReps() {
  const set = driven(band);
  set.press('skip');
  expect(set.shown.phase?.kind).toBe('reps');
  return set;
}

describe('repetitions counted by a key', () => {
  it('are shown and said, and from the first on the voice calls no number by itself', () => {
    const set = inReps();
    set.wait(1);
    set.press('count');
    expect(set.shown).toMatchObject({ repsDone: 1, repsGoal: GOAL, left: null });
    expect(set.said.at(-1)).toBe(`1. ${band.words.youCount}`);
    expect(set.shown.phase?.instruction).not.toContain(band.words.paced);
    const before = set.said.length;
    set.wait(30);
    expect(set.said.slice(before)).toEqual([]);
    set.press('count');
    expect(set.said.at(-1)).toBe('2');
  });

  it('end the phase when all are done, at whatever pace, and are kept in the record', () => {
    const set = inReps();
    const usual = set.shown.phase?.length ?? 0;
    for (let rep = 0; rep < GOAL; rep += 1) {
      set.wait(15);
      expect(set.shown.finished).toBeNull();
      set.press('count');
    }
    set.wait(3);
    expect(GOAL * 15).toBeGreaterThan(usual);
    expect(set.shown.finished).toBe('finished');
    const record = set.record();
    expect(record.phases.find(({ kind }) => kind === 'reps')?.counted).toBe(GOAL);
    // Nothing was measured: no repetition has an angle.
    expect(record).toMatchObject({ reps: [], summary: { repsGood: 0, repsAll: 0 } });
  });

  it('keep each its place when the set is paused between them, and none counts in the pause', () => {
    const set = inReps();
    set.press('count');
    set.wait(4);
    set.press('pause');
    set.press('count');
    expect(set.shown.repsDone).toBe(1);
    set.wait(2);
    set.press('resume');
    set.press('count');
    set.wait(4);
    const counted = set.record().phases.flatMap((phase) => (phase.kind === 'reps' ? [phase.counted] : []));
    expect(counted).toEqual([1, 1]);
  });

  it('do not end later than the slowest pace allows', () => {
    const set = inReps();
    set.press('count');
    // Twenty seconds for each repetition.
    set.wait(GOAL * 20 + 1);
    expect(set.shown.finished).toBe('finished');
  });

  it('are not counted in a stretch, nor before a camera', () => {
    const stretch = driven(planFor(withoutCamera(supineSleeper), { sides: ['left'], countIn: 10 }));
    stretch.press('skip');
    expect(stretch.shown.phase?.kind).toBe('passive');
    const left = stretch.shown.left;
    stretch.press('count');
    expect(stretch.shown.left).toBe(left);
    const seen = driven(planFor(quadrupedBandIr, { sides: ['left'], preset, countIn: 10 }));
    for (let presses = 0; presses < 5 && seen.shown.phase?.kind !== 'reps'; presses += 1) seen.press('skip');
    expect(seen.shown.phase?.kind).toBe('reps');
    seen.press('count');
    expect(seen.shown.repsDone).toBe(0);
  });
});
