import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../../src/coach/progress/real-change.ts';
import type { RangeSummary, SetRecord } from '../../../src/coach/record/set-record.ts';
import type { HipChange } from '../../../src/training/review/compare-sets.ts';
import { whatWasGood } from '../../../src/training/review/what-was-good.ts';
import { lessons as english } from '../../../src/i18n/en/lessons.ts';
import { ninetyNinetyLiftOff as liftOff } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { type FrameWish, flag, madeRecord, phase } from './made-record.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

const ROUND = [phase('passive', 0, 20), phase('rails', 20, 30), phase('sink', 30, 40)];

/** Relaxed to 20°, pulled to `rails`, relaxed again to `sink`. */
const byPhase =
  (rails: number, sink: number, twist: number | null = 0) =>
  (time: number): FrameWish => ({ angle: time < 20 ? 20 : time < 30 ? rails : sink, twist });

const made = (wishAt: (time: number) => FrameWish, rest: Partial<SetRecord> = {}): SetRecord =>
  madeRecord(ROUND, wishAt, { ended: 'finished', ...rest });

const good = (record: SetRecord, changes: readonly HipChange[] = []) =>
  whatWasGood(record, turningSleeper, english, changes);

const more = (by: number): HipChange => ({
  side: 'left',
  before: 20,
  since: '2026-11-03T18:40:00.000Z',
  change: changeBetween({ value: 20, sd: 1 }, { value: 20 + by, sd: 1 }),
});

const withSummary = (record: SetRecord, part: Partial<RangeSummary>): SetRecord => ({
  ...record,
  summary: {
    ...record.summary,
    sets: record.summary.sets.map((range) => ({ ...range, ...part })),
    phases: record.summary.phases.map((range) => ({ ...range, ...part })),
  },
});

describe('what was good in a set', () => {
  it('is a real gain since the set before, then one of the pull, then one of the sink', () => {
    const pulled = made(byPhase(32, 21));
    expect(good(pulled, [more(9)])).toEqual({ why: 'further', text: 'Your hip went 9° further than last time.' });
    expect(good(pulled)).toEqual({ why: 'pull', text: 'Your own pull took your hip 12° further than relaxing did.' });
    expect(good(made(byPhase(21, 29)))?.why).toBe('sink');
  });

  it('is no change within the measuring error', () => {
    expect(good(made(byPhase(21, 21)), [more(3)])?.why).not.toBe('further');
  });

  it('is a still pelvis only if all of it was watched nearly all of the time', () => {
    const still = made(byPhase(21, 21));
    const seen = { ...still, summary: { ...still.summary, watched: 1, muted: [] } };
    expect(good(seen)?.why).toBe('still');
    expect(good({ ...seen, summary: { ...seen.summary, watched: 0.9 } })?.why).not.toBe('still');
    expect(good(withSummary(seen, { pelvisWatched: 0.9 }))?.why).not.toBe('still');
    const muted = [{ rule: 'pelvis-lift' as const, reason: 'pelvis-hidden' }];
    expect(good({ ...seen, summary: { ...seen.summary, muted } })?.why).not.toBe('still');
    expect(good(made(byPhase(21, 21), { flags: [flag(22, 24)] }))?.why).not.toBe('still');
  });

  it('is that most repetitions were clean', () => {
    const flagged = made(byPhase(21, 21), { flags: [flag(5, 6)] });
    const reps = (clean: number, repsAll: number) => {
      const one = { start: 30, turn: 30.5, end: 31, amplitude: 20, holdInternal: 0, holdExternal: 0, why: null };
      const all = Array.from({ length: repsAll }, (_, i) => ({ ...one, good: i < clean }));
      return good({ ...flagged, reps: all, summary: { ...flagged.summary, repsGood: clean, repsAll } });
    };
    expect(reps(9, 10)).toEqual({ why: 'repetitions', text: '9 of 10 repetitions were clean.' });
    expect(reps(6, 10)?.why).not.toBe('repetitions');
    expect(reps(1, 1)?.why).not.toBe('repetitions');
  });

  it('is a held end position', () => {
    const flagged = made(byPhase(21, 21), { flags: [flag(5, 6)] });
    expect(good(flagged)).toEqual({
      why: 'held',
      text: expect.stringMatching(/^You stayed at the end of your range for \d+ of 30 seconds/),
    });
  });

  it('is no hold where the hip hardly turned, and nothing after a set whose phases were skipped', () => {
    const flagged = made(byPhase(21, 21), { flags: [flag(5, 6)] });
    const tiny = flagged.summary.sets.map((one) => ({ ...one, clean: 1, sd: 4, borrowed: 0 }));
    expect(good({ ...flagged, summary: { ...flagged.summary, sets: tiny } })?.why).toBe('finished');
    const phases = flagged.phases.map((one) => ({ ...one, end: one.start + 1 }));
    expect(good({ ...flagged, phases })).toBeNull();
  });

  it('never praises range or stillness of a pelvis that was not watched', () => {
    const unwatched = made(byPhase(32, 32, null));
    expect(good(unwatched, [more(9)])).toEqual({ why: 'finished', text: 'You did the whole set.' });
  });

  it('is nothing if the set ended for a symptom, or hurt', () => {
    for (const ended of ['pinch', 'pain', 'numb'] as const)
      expect(good(made(byPhase(32, 32), { ended }), [more(9)])).toBeNull();
    expect(good(made(byPhase(32, 32), { after: { effort: 3, pain: 5 } }))).toBeNull();
    expect(good(made(byPhase(32, 32), { after: { effort: 3, pain: 2 } }))?.why).toBe('pull');
  });

  it('is nothing if a set without readings was broken off', () => {
    expect(good(made(() => ({ angle: null }), { ended: 'stopped' }))).toBeNull();
    expect(good(made(byPhase(32, 32), { neutral: null, ended: 'stopped' }))).toBeNull();
  });

  it('of a set without a camera is that it was done', () => {
    const source = { ...made(byPhase(32, 32)).source, kind: 'none' } as const;
    expect(good(made(byPhase(32, 32), { source, neutral: null }))?.why).toBe('finished');
  });

  it('is nothing if most of the work was skipped by hand', () => {
    const { phases, source, ...rest } = made(byPhase(32, 32));
    const skipped = phases.map((one) => ({ ...one, end: one.start + 1 }));
    const none = { ...rest, source: { ...source, kind: 'none' }, neutral: null } as const;
    expect(good({ ...none, phases: skipped })).toBeNull();
    expect(good({ ...none, phases })?.why).toBe('finished');
  });

  it('is the whole set only if all of it was done, by the clock or by its repetitions', () => {
    const one = { turn: 1, amplitude: 9, holdInternal: 2, holdExternal: 0, good: true, why: null };
    const counted = (reps: number, seconds: number, repsAll = reps): SetRecord => {
      const record = made(() => ({ angle: null }));
      const all = Array.from({ length: reps }, (_, i) => ({ ...one, start: i, end: i + 1 }));
      const preset = liftOff.presets.prep;
      const summary = { ...record.summary, repsAll };
      return { ...record, preset, summary, reps: all, phases: [phase('reps', 0, seconds)] };
    };
    const praise = (record: SetRecord) => whatWasGood(record, liftOff, english)?.why;
    expect(liftOff.presets.prep.reps).toBe(8);
    expect(praise(counted(8, 30))).toBe('finished');
    expect(praise(counted(0, 5))).toBeUndefined();
    // Time alone shows no repetition where the camera counts them.
    expect(praise(counted(0, 64))).toBeUndefined();
    expect(praise(counted(5, 64))).toBeUndefined();
    const timer = { ...counted(0, 64), neutral: null, source: { ...counted(0, 64).source, kind: 'none' } } as const;
    expect(praise(timer)).toBe('finished');
    expect(praise({ ...timer, phases: [phase('reps', 0, 20)] })).toBeUndefined();
    expect(praise({ ...timer, phases: [{ ...phase('reps', 0, 20), counted: 8 }] })).toBe('finished');
  });

  it('is no still pelvis where no repetition was done, or the hip did not turn beyond the error', () => {
    const still = made(byPhase(21, 21));
    const seen = { ...still, summary: { ...still.summary, watched: 1, muted: [] } };
    const counting = { ...turningSleeper, reps: quadrupedBandIr.reps };
    expect(whatWasGood(seen, counting, english)?.why).not.toBe('still');
    expect(good(withSummary(seen, { clean: 1, sd: 4, borrowed: 0 }))?.why).not.toBe('still');
  });
});
