import { beforeEach, describe, expect, it } from 'vitest';
import { readingEarlier, shiftedFrames } from '../../../src/app/sources/source-link.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { softTissueBall } from '../../../src/drills/soft-tissue/soft-tissue-ball.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { SessionBench, settled } from '../session/session-bench.ts';

const aSource = () => {
  const listeners = new Set<(time: number) => void>();
  return {
    show: (time: number) => {
      for (const listener of listeners) listener(time);
    },
    source: {
      onFrame: (listener: (time: number) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      grab: async () => {
        throw new Error('no picture in this test');
      },
    },
  };
};

describe('shiftedFrames', () => {
  it('gives the first frame the given time and keeps the intervals', () => {
    const { source, show } = aSource();
    const times: number[] = [];
    shiftedFrames(source, () => 12).onFrame((time) => times.push(time));
    show(700);
    show(700.25);
    expect(times).toEqual([12, 12.25]);
  });

  it('stops the frames', () => {
    const { source, show } = aSource();
    const times: number[] = [];
    const stop = shiftedFrames(source, () => 0).onFrame((time) => times.push(time));
    stop();
    show(1);
    expect(times).toEqual([]);
  });
});

describe('readingEarlier', () => {
  const referencePoseAt = (at: number, by: number) => {
    const { referencePose: neutral } = readingEarlier(makeReading({ time: 20, referencePoseAt: at }), by);
    return neutral.kind === 'set' ? neutral.at : null;
  };

  it('shifts the times of the frame and of the reference pose', () => {
    expect(readingEarlier(makeReading({ time: 20, referencePoseAt: 15 }), 12).time).toBe(8);
    expect(referencePoseAt(15, 12)).toBe(3);
  });

  it('gives a reference pose from before the set the time 0, because records have no negative times', () => {
    expect(referencePoseAt(11.99, 12)).toBe(0);
  });
});

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
    expect(bench.log).toEqual(expect.arrayContaining(['unlock', 'awake']));
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
    await bench.stop('pain');
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

it('a measured drill without a camera begins at once, holds no start, and is stored as not measured', async () => {
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
