import { describe, expect, it } from 'vitest';
import { allFinite } from '../../../src/instrument/output/reading.ts';
import { gauge } from '../../../src/coach/coach.ts';
import { validateRecord } from '../../../src/storage/validate-record.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

/** Seconds: its words and the tones after them fit in. */
const COUNT_IN = 5;

function recorded(): SetRun {
  const run = new SetRun(planFor(turningSleeper, { countIn: COUNT_IN }));
  run.readFor(0, 5, () => ({ referencePoseAt: null }));
  run.readFor(5, 8, () => ({ referencePoseAt: 'holding' }));
  run.read({ time: 8, referencePoseAt: 8 });
  run.readFor(8.1, 12, (time) => ({
    internalRotation: 20,
    referencePoseAt: 8,
    twist: time > 9 && time < 11 ? 14 : 0,
    sd: 3,
  }));
  return run;
}

describe('the record of a set', () => {
  it('has every frame from the reference pose on, unfiltered, with its phase', () => {
    const { frames } = recorded().record();
    const times = frames.map(({ t }) => t);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(frames.every(({ t }) => t >= COUNT_IN)).toBe(true);
    expect(frames.find(({ t }) => t > 6 && t < 7)).toMatchObject({
      phase: 'neutral',
      valid: false,
      reasons: ['no-neutral'],
    });
    expect(frames.find(({ t }) => t > 10)).toMatchObject({
      phase: 'passive',
      valid: true,
      hipInternalRotation: { left: { value: 20, sd: 3 } },
      pelvis: { twist: { value: 14 } },
      lumbarExtension: null,
    });
  });

  it('has phases without gaps and the reference pose, and is running until it ends', () => {
    const run = recorded();
    const { phases, neutral: referencePose, ended, zero } = run.record();
    expect(phases.map(({ kind }) => kind)).toEqual(['ready', 'neutral', 'passive']);
    for (const [index, phase] of phases.entries()) {
      const next = phases[index + 1];
      if (next !== undefined) expect(next.start).toBe(phase.end);
    }
    expect(referencePose).toEqual({
      at: 8,
      view: 'good',
      azimuth: 255,
      lookingDown: 33,
      distance: 2.1,
      lensHeight: 1.4,
    });
    expect(ended).toBe('running');
    expect(zero['hipInternalRotation']).toBe('neutral');
    expect(zero['kneeFlexion']).toBe('absolute');
  });

  it('has no number that is not finite, whatever the readings had, and can be read again', () => {
    const run = recorded();
    const bad = { internalRotation: Number.NaN, twist: Infinity, sd: Number.NaN, referencePoseAt: 8 };
    run.readFor(12.1, 15, () => bad);
    run.read({ ...bad, time: Number.NaN });
    run.send({ kind: 'tick', time: Number.NaN });
    run.readFor(15.1, 16, () => ({ internalRotation: 21, referencePoseAt: 8 }));
    const record = run.record();
    expect(allFinite(record)).toBe(true);
    expect(validateRecord(JSON.parse(JSON.stringify(record)))).toMatchObject({ ok: true });
    const during = record.frames.filter(({ t }) => t > 12.05 && t < 15.05);
    expect(during.length).toBeGreaterThan(20);
    expect(during.every(({ valid, hipInternalRotation: { left } }) => !valid && left === null)).toBe(true);
    expect(gauge(run.state).angle?.value).toBeCloseTo(21, 1);
  });

  it('names the networks that could not be used, in each chunk too', () => {
    const run = recorded();
    expect(run.record().networksOut).toBeUndefined();
    run.read({ time: 12.1, referencePoseAt: 8, networksOut: ['pelvis'] });
    run.read({ time: 12.2, referencePoseAt: 8, networksOut: ['pelvis'] });
    run.read({ time: 12.3, referencePoseAt: 8 });
    expect(run.record().networksOut).toEqual(['pelvis']);
  });

  it('is given in chunks that together are the whole', () => {
    const run = new SetRun(planFor());
    const frames: unknown[] = [];
    const flags: unknown[] = [];
    run.read({ time: 1, referencePoseAt: 1 });
    for (let second = 1; second < 8; second += 1) {
      run.readFor(second + 0.05, second + 1, (time) => ({
        referencePoseAt: 1,
        twist: time > 3 && time < 5 ? 14 : 0,
      }));
      const chunk = run.recorder.takeChunk();
      frames.push(...chunk.frames);
      flags.push(...chunk.flags);
      expect(chunk.phases.at(-1)?.kind).toBe('passive');
    }
    expect(run.recorder.takeChunk().frames).toEqual([]);
    const record = run.record();
    expect(frames).toEqual(record.frames);
    expect(flags).toEqual(record.flags);
    expect(flags).toHaveLength(1);
  });

  it('has an open flag as if it ended now, and repeats it with each chunk until it closes', () => {
    const run = new SetRun(planFor());
    run.read({ time: 1, referencePoseAt: 1 });
    run.readFor(1.1, 5, (time) => ({ referencePoseAt: 1, internalRotation: 30, twist: time > 3 ? 20 : 0 }));
    const { flags, open } = run.recorder.takeChunk();
    expect(flags).toEqual([]);
    expect(open).toMatchObject([{ rule: 'pelvis-twist', phase: 'passive' }]);
    // The last of 12 readings a second is within a tenth of a second of the fifth second.
    expect(Math.abs((open[0]?.end ?? 0) - 5)).toBeLessThan(0.1);
    expect(run.record().flags).toEqual(open);
    run.readFor(5, 8, () => ({ referencePoseAt: 1, internalRotation: 20 }));
    const later = run.recorder.takeChunk();
    expect(later.open).toEqual([]);
    expect(later.flags).toHaveLength(1);
    expect(run.record().flags).toEqual(later.flags);
  });

  it('has every reference pose with its side: the first, one after a bump, and that of the other side', () => {
    const run = new SetRun(planFor(turningSleeper, { sides: ['left', 'right'] }));
    run.read({ time: 1, referencePoseAt: 1 });
    run.readFor(1.1, 5, () => ({ referencePoseAt: 1 }));
    run.read({ time: 5, referencePoseAt: 1, cameraMoved: true });
    run.readFor(8, 9, () => ({ referencePoseAt: 8 }));
    run.tick(53);
    run.readFor(53, 66, () => ({ referencePoseAt: null }));
    run.read({ time: 70, side: 'right', referencePoseAt: 69.9 });
    const { neutral: referencePose, neutrals: referencePoses } = run.record();
    expect(referencePoses.map(({ at, side }) => [at, side])).toEqual([
      [1, 'left'],
      [8, 'left'],
      [69.9, 'right'],
    ]);
    expect(referencePoses[0]).toEqual({ ...referencePose, side: 'left' });
    expect(run.recorder.takeChunk().neutrals).toEqual(referencePoses);
  });

  it('is for both sides if the plan is', () => {
    expect(new SetRun(planFor(turningSleeper, { sides: ['left', 'right'] })).record().side).toBe('both');
    expect(new SetRun(planFor(turningSleeper, { sides: ['right'] })).record().side).toBe('right');
  });
});
