import { describe, expect, it } from 'vitest';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { replayOf } from './replay.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import type { ReadingWish } from '../../../lab/made/make-reading.ts';
import { planFor, SetRun, shortPreset } from '../../../lab/made/run-set.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

/** Sends readings at 12 and ticks at 10 a second, as in the page. */
function follow(run: SetRun, from: number, to: number, wishAt: (time: number) => Omit<ReadingWish, 'time'>): void {
  let tick = from;
  for (let index = 0; from + index / 12 < to; index += 1) {
    const time = from + index / 12;
    run.read({ ...wishAt(time), time });
    for (; tick <= time; tick += 0.1) run.tick(Math.max(tick, time));
  }
}

const kept = (record: SetRecord): SetRecord => JSON.parse(JSON.stringify(record)) as SetRecord;

function replayed(record: SetRecord, plan: SetPlan): SetRun {
  const replay = replayOf(kept(record), plan.drill, plan.words);
  const run = new SetRun(replay.plan, replay.start, replay.timeline);
  for (const input of replay.inputs) run.send(input);
  return run;
}

/** Both give the same cues, flags, repetitions and ranges. */
function expectSame(first: SetRun, again: SetRun): void {
  const cues = (run: SetRun) => run.all('cue').map(({ rule, severity }) => [rule, severity]);
  expect(cues(again)).toEqual(cues(first));
  for (const [index, { at }] of first.all('cue').entries()) {
    // A cue may differ by one frame, because the record does not have the times of the ticks.
    expect(Math.abs((again.all('cue')[index]?.at ?? Infinity) - at)).toBeLessThan(0.2);
  }
  const was = first.record();
  const is = again.record();
  expect(is.flags.map(({ rule, severity, spoken, phase }) => [rule, severity, spoken, phase])).toEqual(
    was.flags.map(({ rule, severity, spoken, phase }) => [rule, severity, spoken, phase]),
  );
  for (const [index, flag] of was.flags.entries()) {
    expect(is.flags[index]?.start).toBeCloseTo(flag.start, 6);
    expect(is.flags[index]?.end).toBeCloseTo(flag.end, 6);
    expect(is.flags[index]?.peak).toBeCloseTo(flag.peak, 6);
  }
  expect(is.reps).toEqual(was.reps);
  expect(is.summary.sets).toEqual(was.summary.sets);
  expect(is.phases.map(({ kind, round, side }) => [kind, round, side])).toEqual(
    was.phases.map(({ kind, round, side }) => [kind, round, side]),
  );
}

describe('the replay of a saved set gives the same result', () => {
  it('with its compensations, cues and ranges', () => {
    const plan = planFor(turningSleeper, { countIn: 5, preset: { ...shortPreset, rounds: 2 } });
    const first = new SetRun(plan);
    follow(first, 0, 5, () => ({ referencePoseAt: null }));
    follow(first, 5.05, 8, () => ({ referencePoseAt: 'holding' }));
    follow(first, 8, 125, (time) => ({
      referencePoseAt: 8,
      internalRotation: 20 + 6 * Math.sin(time / 9),
      // Not while the coach says where to feel it, which a replay leaves out.
      twist: (time > 11 && time < 16) || (time > 40 && time < 44) ? 14 : 0.5 * Math.sin(3 * time),
      lift: time > 75 && time < 82 ? 0.05 : 0,
      noise: { 'pelvis-twist': 1.2 },
    }));
    expect(first.all('cue').length).toBeGreaterThanOrEqual(2);
    expectSame(first, replayed(first.record(), plan));
  });

  it('with its repetitions, good and bad', () => {
    const plan = planFor(quadrupedBandIr, { preset: { ...shortPreset, reps: 5 } });
    const first = new SetRun(plan);
    follow(first, 0, 3, () => ({ referencePoseAt: 'holding' }));
    const swing = (time: number): number => {
      const at = (time - 5) % 9;
      if (time < 5 || at > 8) return 0;
      return at < 4 ? -22 * Math.sin((Math.PI * at) / 4) : (at < 6 ? 30 : 12) * Math.sin((Math.PI * (at - 4)) / 4);
    };
    follow(first, 3, 60, (time) => ({ referencePoseAt: 3, internalRotation: swing(time) }));
    expect(first.all('rep').length).toBeGreaterThan(3);
    expectSame(first, replayed(first.record(), plan));
  });

  it('with both sides, a pause, a skipped phase and a hidden person', () => {
    const plan = planFor(turningSleeper, { sides: ['left', 'right'] });
    const first = new SetRun(plan);
    follow(first, 0, 3, () => ({ referencePoseAt: 'holding' }));
    const wish = (time: number): Omit<ReadingWish, 'time'> => ({
      referencePoseAt: time < 60 ? 3 : 66,
      side: time < 60 ? 'left' : 'right',
      internalRotation: 24,
      twist: time > 20 && time < 25 ? 13 : 0,
      ...(time > 30 && time < 35 ? { invalid: 'out-of-frame' as const } : {}),
    });
    follow(first, 3, 10, wish);
    first.send({ kind: 'pause', time: 10 });
    first.send({ kind: 'resume', time: 12 });
    follow(first, 12, 40, wish);
    first.send({ kind: 'skip', time: 40 });
    follow(first, 40.05, 125, wish);
    expect(first.record().phases.some(({ side }) => side === 'right')).toBe(true);
    expectSame(first, replayed(first.record(), plan));
  });
});
