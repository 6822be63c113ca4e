import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/app/app-error.ts';
import { demoPlan } from '../../../src/app/session/set-plans.ts';
import type { SourceRequest } from '../../../src/app/session/session-contract.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { GOAL_PRESETS } from '../../../src/drills/presets.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import type { SetOverview } from '../../../src/storage/storage-contract.ts';
import { ninetyNinetyStretch } from '../../../src/drills/ninety-ninety/ninety-ninety-stretch.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { HandSource } from './hand-source.ts';
import { CAMERA, SessionBench, settled } from './session-bench.ts';

const DEMO: SourceRequest = { kind: 'demo' };

let bench: SessionBench;

beforeEach(() => {
  bench = new SessionBench();
});

describe('the lesson of a drill', () => {
  const NONE: SourceRequest = { kind: 'none' };
  const plan = () => planFor(supineSleeper, { preset: GOAL_PRESETS.prep });
  const lesson = english.methods;
  const past = (drill: string, ended: SetOverview['ended'], source: SetOverview['source'] = 'camera') =>
    ({ drill, ended, source }) as SetOverview;
  const heard = async (earlier: readonly SetOverview[]) => {
    bench.earlier = earlier;
    await bench.session.open(plan(), NONE);
    for (let second = 0; second < 60; second += 1) await bench.time.pass(1000);
    return bench.said().includes(lesson);
  };

  const { id } = supineSleeper;

  it.each<[string, readonly SetOverview[], boolean]>([
    ['given the first time', [], true],
    ['given again after a set that was broken off', [past(id, 'stopped')], true],
    ['given after another drill', [past('knee-to-knee-wall', 'finished')], true],
    ['given after the demo', [past(id, 'finished', 'demo')], true],
    ['left out later', [past(id, 'finished')], false],
  ])('is %s', async (_, earlier, isHeard) => {
    expect(await heard(earlier)).toBe(isHeard);
  });

  it('is left out where the history cannot be read', async () => {
    bench.storageTrouble = new AppError('storage-full', 'on purpose');
    expect(await heard([])).toBe(false);
  });
});

describe('opening', () => {
  it('unlocks the sound first, while the click is still valid', () => {
    const opening = bench.session.open(planFor(), CAMERA);
    expect(bench.log).toContain('unlock');
    return opening;
  });

  it('loads ahead just what the set will ask for, and nothing while a session is open', async () => {
    const plan = planFor(ninetyNinetyStretch);
    bench.session.prepare(plan.drill);
    await bench.session.open(plan, CAMERA);
    bench.session.prepare(plan.drill);
    expect(bench.prepared).toHaveLength(1);
    expect(bench.loads).toEqual(bench.prepared);
    expect(bench.loads[0]?.networks?.pelvisModel).toBe('ninety-ninety-stretch');
  });

  it('fails with the camera’s error code when the camera is refused, and closes the model', async () => {
    bench.openSource = () => Promise.reject(new AppError('camera-denied', 'no'));
    await bench.session.open(planFor(), CAMERA);
    expect(bench.session.snapshot).toMatchObject({ stage: 'failed', error: 'camera-denied' });
    expect(bench.log).toContain('client closed');
  });

  it.each(['the model has failed', 'the session was closed'])('closes a camera that opens after %s', async (what) => {
    const camera = new HandSource('camera');
    let give: (source: HandSource) => void = () => undefined;
    bench.openSource = () => new Promise((resolve) => (give = resolve));
    const fails = what.includes('model');
    if (fails) bench.load = () => Promise.reject(new AppError('weights-missing', 'gone'));
    const opening = bench.session.open(planFor(), CAMERA);
    await settled();
    expect(bench.session.snapshot.error).toBe(fails ? 'weights-missing' : null);
    if (!fails) await bench.session.close();
    give(camera);
    await opening;
    await settled();
    expect([camera.closed, bench.stage]).toEqual([true, fails ? 'failed' : 'idle']);
  });

  it('fails when the camera is unplugged before the set', async () => {
    await bench.session.open(planFor(), CAMERA);
    bench.source.emit({ kind: 'lost', code: 'camera-unplugged' });
    expect(bench.session.snapshot).toMatchObject({ stage: 'failed', error: 'camera-unplugged' });
  });

  it('repeats the demo until the set begins, then plays it from its beginning', async () => {
    await bench.session.open(planFor(), DEMO);
    bench.read({ time: 1 });
    bench.source.emit({ kind: 'ended' });
    await settled();
    expect(bench.sources).toHaveLength(2);
    expect(bench.stage).toBe('placing');
    await bench.start();
    expect(bench.sources).toHaveLength(3);
    expect(bench.sources.slice(0, 2).every((source) => source.closed)).toBe(true);
  });

  it('repeats a short demo that ended before the model was ready', async () => {
    const short = new HandSource('demo');
    Object.assign(short.video, { ended: true });
    bench.openSource = async () => (bench.sources.length === 0 ? short : new HandSource('demo'));
    await bench.session.open(planFor(), DEMO);
    await settled();
    expect(short.closed).toBe(true);
    expect(bench.sources).toHaveLength(2);
    expect(bench.read({ time: 0.1 })).toBe(true);
  });

  it('opens the demo only once when the set is started while it is being reopened', async () => {
    await bench.session.open(planFor(), DEMO);
    bench.read({ time: 1 });
    bench.source.emit({ kind: 'ended' });
    await bench.start();
    expect(bench.sources).toHaveLength(2);
    expect(bench.source.closed).toBe(false);
    expect(bench.session.snapshot.gauge?.phase?.kind).toBe('neutral');
  });

  it('runs the demo by its own plan', async () => {
    await bench.session.open(planFor(undefined, { countIn: 15 }), { kind: 'demo' });
    expect(bench.session.snapshot.plan).toEqual(demoPlan(planFor().drill.id));
  });
});

describe('a running set', () => {
  it('begins at 0 s with a new measurement and a reference pose', async () => {
    await bench.session.open(planFor(), CAMERA);
    bench.read({ time: 70 });
    bench.log.length = 0;
    await bench.start();
    expect(bench.log).toEqual(['awake', 'begin left', 'neutral']);
    expect(bench.session.snapshot.gauge?.phase?.kind).toBe('neutral');
  });

  it('does not count people, unlike the set-up, because that takes time', async () => {
    await bench.session.open(planFor(), CAMERA);
    expect(bench.begun.at(-1)?.countsPeople).toBe(true);
    await bench.start();
    expect(bench.begun).toHaveLength(2);
    expect(bench.begun.at(-1)?.countsPeople).toBeUndefined();
  });

  it('lets its time run on without frames', async () => {
    await bench.started();
    await bench.watch(0, 1, { referencePoseAt: 'holding' });
    bench.read({ time: 1, referencePoseAt: 1 });
    await bench.time.pass(19_000);
    expect(bench.session.snapshot.gauge?.phase?.kind).toBe('passive');
    await bench.time.pass(2000);
    expect(bench.session.snapshot.gauge?.phase?.kind).toBe('pails');
  });

  it('speaks the coach’s phrases and reports the end of the set at once', async () => {
    await bench.started();
    await bench.stop('pinch');
    expect(bench.said().at(-1)).toContain('pinch');
    expect(bench.session.snapshot).toMatchObject({ stage: 'finished', recordId: 'a-set' });
    expect(bench.source.closed).toBe(true);
    expect(bench.log).toContain('asleep');
  });

  it('stops the demo and its time while paused, but not a camera', async () => {
    await bench.started(DEMO);
    bench.read({ time: 0.1, referencePoseAt: 'holding' });
    bench.session.pause();
    expect(bench.source.paused).toBe(true);
    await bench.time.pass(5000);
    bench.session.resume();
    expect(bench.source.paused).toBe(false);
    bench.read({ time: 0.2, referencePoseAt: 'holding' });
    await bench.stop();
    expect(bench.stored.finished[0]?.phases[0]?.end).toBeLessThan(1);
    await bench.started(CAMERA);
    bench.session.pause();
    expect(bench.source.paused).toBe(false);
  });

  it('ends with the video', async () => {
    await bench.started(DEMO);
    bench.read({ time: 0.1, referencePoseAt: 'holding' });
    bench.source.emit({ kind: 'ended' });
    await settled();
    expect(bench.stored.finished[0]?.ended).toBe('source-ended');
    expect(bench.stage).toBe('finished');
  });

  it('stores a set that is closed before its end', async () => {
    await bench.started();
    await bench.session.close();
    expect(bench.stored.finished[0]?.ended).toBe('stopped');
    expect(bench.stage).toBe('idle');
  });
});
