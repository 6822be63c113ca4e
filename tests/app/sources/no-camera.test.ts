import { beforeEach, describe, expect, it } from 'vitest';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { softTissueBall } from '../../../src/drills/soft-tissue/soft-tissue-ball.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { SessionBench, settled } from '../session/session-bench.ts';

const plan = planFor(softTissueBall, { preset: softTissueBall.presets.prep, countIn: 5 });
let bench: SessionBench;

const snapshot = () => bench.session.snapshot;

beforeEach(async () => {
  bench = new SessionBench();
  await bench.session.open(plan, { kind: 'none' });
  await settled();
});

describe('a set without a camera', () => {
  it('begins at once, without opening a camera, loading a model or placing the person', () => {
    expect(snapshot()).toMatchObject({ stage: 'running', source: 'none', engine: null, error: null });
    expect(snapshot().gauge?.phase?.kind).toBe('ready');
    expect(bench.requests).toEqual([]);
    expect(bench.log.filter((line) => /load|begin|neutral|client/.test(line))).toEqual([]);
  });

  it('unlocks the sound and keeps the screen on', () => {
    expect(bench.log).toContain('unlock');
    expect(bench.log.join()).toMatch(/wake|hold/);
  });

  it('runs to its end by the clock and is stored', async () => {
    await bench.time.pass(70_000);
    expect(snapshot()).toMatchObject({ stage: 'finished' });
    expect(bench.stored.finished).toHaveLength(1);
    expect(bench.stored.finished[0]).toMatchObject({
      drill: 'soft-tissue-ball',
      variant: 'ball',
      ended: 'finished',
      neutral: null,
      source: { kind: 'none', frames: 0, fps: null },
      engine: { model: 'none', backend: 'none' },
    });
  });

  it('can be paused, resumed, skipped and stopped', async () => {
    bench.session.skip();
    await bench.time.pass(10_000);
    bench.session.pause();
    await bench.time.pass(300_000);
    expect(snapshot().gauge).toMatchObject({ paused: true });
    bench.session.resume();
    await bench.time.pass(1000);
    expect(snapshot().gauge?.left).toBeCloseTo(49, 0);
    bench.session.stop('pain');
    await settled();
    expect(snapshot().stage).toBe('finished');
    expect(bench.stored.finished[0]?.ended).toBe('pain');
  });

  it('never reports a missing picture', async () => {
    await bench.time.pass(60_000);
    const said = bench.heard.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
    expect(said.length).toBeGreaterThan(3);
    expect(said.join(' ')).not.toMatch(/picture|camera|see you/i);
    expect(snapshot()).toMatchObject({ notice: null, blind: null });
  });
});

describe('a measured drill without a camera', () => {
  it('begins at once, holds no start, and is stored as not measured', async () => {
    const other = new SessionBench();
    await other.session.open(planFor(supineSleeper, { countIn: 5, strictness: 'strict' }), { kind: 'none' });
    await settled();
    expect(other.session.snapshot).toMatchObject({ stage: 'running', source: 'none', error: null });
    expect(other.requests).toEqual([]);
    await other.time.pass(150_000);
    const [record] = other.stored.finished;
    expect(record).toMatchObject({ drill: 'supine-sleeper', ended: 'finished', neutral: null, frames: [], flags: [] });
    expect(record?.summary.sets).toEqual([]);
    expect(record?.strictness).toBeUndefined();
    expect(record?.phases.map(({ kind }) => kind)).toEqual(['ready', 'passive', 'pails', 'rails', 'sink']);
  });
});
