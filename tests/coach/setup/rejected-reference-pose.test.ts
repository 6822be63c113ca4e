import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { summarise } from '../../../src/coach/record/summarise.ts';
import { planFor, running, type SetRun, runUntil } from '../../../lab/made/run-set.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

const ASKED = 'Go back to the start position and hold still: you were moving the first time.';
const asked = (run: SetRun) => run.said.filter((text) => text.startsWith(ASKED));

/** The reference pose at 1 s was captured in the stretch: 2° until 6 s, then the leg is in the real start position. */
function rejected(): SetRun {
  const run = runUntil(planFor(), 6, () => ({ referencePoseAt: 1, internalRotation: 2, twist: 14 }));
  run.readFor(6, 6.5, () => ({ referencePoseAt: 1, internalRotation: -9, startDoubted: true }));
  return run;
}

/** The real start position is held until 9.5 s; from then on 24°. */
function replaced(): SetRun {
  const run = rejected();
  run.readFor(6.5, 9.5, () => ({ referencePoseAt: 'holding' }));
  run.readFor(9.5, 20, () => ({ referencePoseAt: 9.4, upholdsLast: false, internalRotation: 24 }));
  return run;
}

describe('a reference pose captured in the stretch', () => {
  it('is requested again once, and no number is shown until the new one is set', () => {
    const run = rejected();
    expect(asked(run)).toHaveLength(1);
    expect(run.all('begin-neutral')).toHaveLength(2);
    expect(gauge(run.state).best).toBeNull();
    run.readFor(6.5, 9, () => ({ referencePoseAt: 'holding' }));
    expect(gauge(run.state)).toMatchObject({ angle: null, angleReason: 'not-the-start', best: null });
    expect(run.all('begin-neutral')).toHaveLength(2);
  });

  it('is not rejected in a pause, in which the person may lie anywhere', () => {
    const run = runUntil(planFor(), 6, () => ({ referencePoseAt: 1, internalRotation: 2 }));
    run.send({ kind: 'pause', time: 6 });
    run.readFor(6, 12, () => ({ referencePoseAt: 1, internalRotation: -14, startDoubted: true }));
    expect(asked(run)).toEqual([]);
    run.send({ kind: 'resume', time: 12 });
    run.readFor(12, 12.5, () => ({ referencePoseAt: 1, internalRotation: -14, startDoubted: true }));
    expect(asked(run)).toHaveLength(1);
  });

  it('removes what was counted from it: the range is that of the new one', () => {
    const { summary, frames, flags, neutrals: referencePoses } = replaced().record();
    expect(summary.sets[0]?.gross).toBeCloseTo(24, 6);
    expect(flags).toEqual([]);
    expect(referencePoses.map(({ at, refuted }) => [at, refuted ?? false])).toEqual([
      [1, true],
      [9.4, false],
    ]);
    const early = frames.filter(({ t }) => t > 1 && t < 6);
    expect(early.every(({ valid, reasons }) => !valid && reasons.includes('not-the-start'))).toBe(true);
    expect(early[20]?.hipInternalRotation.left?.value).toBe(2);
  });

  it('is in each chunk, so that an interrupted set has it', () => {
    expect(rejected().recorder.takeChunk().neutrals).toMatchObject([{ at: 1, refuted: true }]);
  });

  it('does not count in the summary of an interrupted set, which is made from the stored chunks', () => {
    const run = replaced();
    const { frames, flags, reps, phases, neutrals, ended } = run.recorder.takeChunk();
    const { summary } = run.record();
    expect(flags.map(({ rule }) => rule)).toContain('pelvis-twist');
    expect(summarise({ frames, flags, reps, phases, neutrals, ended }, turningSleeper).sets).toEqual(summary.sets);
    expect(summarise({ frames, flags, reps, phases, ended }, turningSleeper).sets).not.toEqual(summary.sets);
  });

  it('removes nothing if the old reference pose turns out to be right', () => {
    const run = rejected();
    run.readFor(6.5, 9.5, () => ({ referencePoseAt: 'holding' }));
    run.readFor(9.5, 20, () => ({ referencePoseAt: 9.4, upholdsLast: true, internalRotation: 24 }));
    const { summary, flags, neutrals: referencePoses } = run.record();
    expect(summary.sets[0]?.gross).toBeCloseTo(24, 6);
    expect(flags.map(({ rule }) => rule)).toEqual(['pelvis-twist']);
    expect(referencePoses.some(({ refuted }) => refuted)).toBe(false);
  });

  it('leaves what was counted from other reference poses unchanged', () => {
    const run = replaced();
    const before = run.record().frames.filter(({ t, valid }) => t > 9.5 && valid).length;
    run.readFor(20, 20.9, () => ({ referencePoseAt: 9.4, internalRotation: -9, startDoubted: true }));
    run.readFor(20.9, 22, () => ({ referencePoseAt: 20.9, upholdsLast: true, internalRotation: 24 }));
    expect(run.record().frames.filter(({ t, valid }) => t > 9.5 && t < 20 && valid)).toHaveLength(before);
  });
});

describe('a reference pose that is rejected again and again', () => {
  it('is requested twice on a side, then kept', () => {
    const run = running();
    for (let round = 0; round < 6; round += 1) {
      const from = 2 + 3 * round;
      run.readFor(from, from + 1, () => ({
        referencePoseAt: from - 2,
        internalRotation: -9,
        startDoubted: true,
      }));
      run.readFor(from + 1, from + 3, () => ({
        referencePoseAt: from + 1,
        upholdsLast: true,
        internalRotation: 10,
      }));
    }
    expect(asked(run)).toHaveLength(2);
    expect(gauge(run.state).angle).not.toBeNull();
  });
});

describe('a leg outside the start position', () => {
  it('is ignored in a rest', () => {
    const preset = { ...planFor().preset, rounds: 2, rest: 30 };
    const run = running(planFor(undefined, { preset }));
    run.tick(53.1);
    expect(gauge(run.state).phase?.kind).toBe('rest');
    run.readFor(54, 60, () => ({ referencePoseAt: 1, internalRotation: -9, startDoubted: true }));
    expect(asked(run)).toEqual([]);
    expect(run.all('begin-neutral')).toHaveLength(1);
  });
});
