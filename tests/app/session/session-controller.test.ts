import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/app/app-error.ts';
import { demoPlan } from '../../../src/app/session/demo-plan.ts';
import type { SourceRequest } from '../../../src/app/session/session-contract.ts';
import { planFor } from '../../coach/run-set.ts';
import { HandSource } from '../hand-source.ts';
import { SessionBench, settled } from '../session-bench.ts';

const CAMERA: SourceRequest = { kind: 'camera', deviceId: null };
const FILE: SourceRequest = { kind: 'file', file: {} as File };

let bench: SessionBench;

const stage = () => bench.session.snapshot.stage;

/** Opens a source and starts the set. */
const started = async (request: SourceRequest = CAMERA, plan = planFor()) => {
  await bench.session.open(plan, request);
  bench.session.start();
  await settled();
};

/** Readings at ten a second; the page's clock goes with them. */
const watch = async (from: number, to: number, wish: Omit<Parameters<SessionBench['read']>[0], 'time'>) => {
  for (let time = from; time < to - 1e-9; time += 0.1) {
    bench.read({ ...wish, time });
    await bench.time.pass(100);
  }
};

beforeEach(() => {
  bench = new SessionBench();
});

describe('opening', () => {
  it('unlocks the sound before anything else, while the click still counts', () => {
    const opening = bench.session.open(planFor(), CAMERA);
    expect(bench.log).toContain('unlock');
    return opening;
  });

  it('shows the picture once both model and camera are there', async () => {
    await bench.session.open(planFor(), CAMERA);
    expect(stage()).toBe('placing');
    expect(bench.session.snapshot.engine?.model).toBe('full');
    expect(bench.log).toContain('begin left');
  });

  it('fails with the camera’s own code when it is refused, and lets go of the model', async () => {
    bench.openSource = () => Promise.reject(new AppError('camera-denied', 'no'));
    await bench.session.open(planFor(), CAMERA);
    expect(bench.session.snapshot).toMatchObject({ stage: 'failed', error: 'camera-denied' });
    expect(bench.log).toContain('client closed');
  });

  it('switches a camera off that comes after the model has failed', async () => {
    const camera = new HandSource('camera');
    let give: (source: HandSource) => void = () => undefined;
    bench.openSource = () => new Promise((resolve) => (give = resolve));
    bench.load = () => Promise.reject(new AppError('weights-missing', 'gone'));
    await bench.session.open(planFor(), CAMERA);
    expect(bench.session.snapshot.error).toBe('weights-missing');
    give(camera);
    await settled();
    expect(camera.closed).toBe(true);
  });

  it('switches a camera off that comes after the person has left', async () => {
    const camera = new HandSource('camera');
    let give: (source: HandSource) => void = () => undefined;
    bench.openSource = () => new Promise((resolve) => (give = resolve));
    const opening = bench.session.open(planFor(), CAMERA);
    await settled();
    await bench.session.close();
    give(camera);
    await opening;
    expect(camera.closed).toBe(true);
    expect(stage()).toBe('idle');
  });

  it('fails when the camera is pulled out before the set', async () => {
    await bench.session.open(planFor(), CAMERA);
    bench.source.emit({ kind: 'lost', code: 'camera-unplugged' });
    expect(bench.session.snapshot).toMatchObject({ stage: 'failed', error: 'camera-unplugged' });
  });

  it('plays a file round and round until the set begins, and from its beginning then', async () => {
    await bench.session.open(planFor(), FILE);
    bench.read({ time: 1 });
    bench.source.emit({ kind: 'ended' });
    await settled();
    expect(bench.sources).toHaveLength(2);
    expect(stage()).toBe('placing');
    bench.session.start();
    await settled();
    expect(bench.sources).toHaveLength(3);
    expect(bench.sources.slice(0, 2).every((source) => source.closed)).toBe(true);
  });

  it('plays a short file again that was over before the model was there', async () => {
    const short = new HandSource('file');
    Object.assign(short.video, { ended: true });
    bench.openSource = async () => (bench.sources.length === 0 ? short : new HandSource('file'));
    await bench.session.open(planFor(), FILE);
    await settled();
    expect(short.closed).toBe(true);
    expect(bench.sources).toHaveLength(2);
    expect(bench.read({ time: 0.1 })).toBe(true);
  });

  it('opens a file only once when the set is started just as the file begins anew', async () => {
    await bench.session.open(planFor(), FILE);
    bench.read({ time: 1 });
    bench.source.emit({ kind: 'ended' });
    bench.session.start();
    await settled();
    expect(bench.sources).toHaveLength(2);
    expect(bench.source.closed).toBe(false);
    expect(bench.session.snapshot.gauge?.phase?.kind).toBe('neutral');
  });

  it('does not play a file round again that shows nobody', async () => {
    await bench.session.open(planFor(), FILE);
    bench.read({ time: 1, nobody: 'no-person' });
    bench.source.emit({ kind: 'ended' });
    expect(bench.session.snapshot.error).toBe('video-without-person');
  });

  it('runs the demo by the demo’s own plan, and a file without a count-in', async () => {
    await bench.session.open(planFor(undefined, { countIn: 15 }), { kind: 'demo' });
    expect(bench.session.snapshot.plan).toEqual(demoPlan());
    await bench.session.open(planFor(undefined, { countIn: 15 }), FILE);
    expect(bench.session.snapshot.plan?.countIn).toBe(0);
  });
});

describe('a running set', () => {
  it('begins at second 0 with a fresh measurement and a neutral, whenever it begins', async () => {
    await bench.session.open(planFor(), CAMERA);
    bench.read({ time: 70 });
    bench.log.length = 0;
    bench.session.start();
    await settled();
    expect(bench.log).toEqual(['awake', 'begin left', 'neutral']);
    expect(bench.session.snapshot.gauge?.phase?.kind).toBe('neutral');
  });

  it('counts nobody, though the set-up did: that would take time from the one who is measured', async () => {
    await bench.session.open(planFor(), CAMERA);
    expect(bench.begun.at(-1)?.countsPeople).toBe(true);
    bench.session.start();
    await settled();
    expect(bench.begun).toHaveLength(2);
    expect(bench.begun.at(-1)?.countsPeople).toBeUndefined();
  });

  it('goes on in time when no frames come', async () => {
    await started();
    await watch(0, 1, { referencePoseAt: 'holding' });
    bench.read({ time: 1, referencePoseAt: 1 });
    await bench.time.pass(19_000);
    expect(bench.session.snapshot.gauge?.phase?.kind).toBe('passive');
    await bench.time.pass(2000);
    expect(bench.session.snapshot.gauge?.phase?.kind).toBe('pails');
  });

  it('tells its listeners of every reading, but the screens at most ten times a second', async () => {
    await started();
    let readings = 0;
    let renders = 0;
    bench.session.onReading(() => readings++);
    bench.session.subscribe(() => renders++);
    for (let index = 0; index < 50; index++) {
      bench.read({ time: index / 50, referencePoseAt: 'holding' });
      await bench.time.pass(20);
    }
    expect(readings).toBe(50);
    expect(renders).toBeLessThanOrEqual(11);
  });

  it('speaks what the coach says and tells the person at once when the set is over', async () => {
    await started();
    bench.session.stop('pinch');
    await settled();
    expect(bench.said().at(-1)).toContain('pinch');
    expect(bench.session.snapshot).toMatchObject({ stage: 'finished', recordId: 'a-set' });
    expect(bench.source.closed).toBe(true);
    expect(bench.log).toContain('asleep');
  });

  it('holds a file and its time while paused, but lets a camera run', async () => {
    await started(FILE);
    bench.read({ time: 0.1, referencePoseAt: 'holding' });
    bench.session.pause();
    expect(bench.source.paused).toBe(true);
    await bench.time.pass(5000);
    bench.session.resume();
    expect(bench.source.paused).toBe(false);
    bench.read({ time: 0.2, referencePoseAt: 'holding' });
    bench.session.stop('stopped');
    await settled();
    expect(bench.stored.finished[0]?.phases[0]?.end).toBeLessThan(1);
    await started(CAMERA);
    bench.session.pause();
    expect(bench.source.paused).toBe(false);
  });

  it('ends with the video', async () => {
    await started(FILE);
    bench.read({ time: 0.1, referencePoseAt: 'holding' });
    bench.source.emit({ kind: 'ended' });
    await settled();
    expect(bench.stored.finished[0]?.ended).toBe('source-ended');
    expect(stage()).toBe('finished');
  });

  it('says at the end of a video that it shows nobody, and keeps no set of it', async () => {
    await started(FILE);
    await watch(0, 9, { nobody: 'no-person', referencePoseAt: null });
    expect(bench.session.snapshot.notice).toContain('No person');
    bench.source.emit({ kind: 'ended' });
    await settled();
    expect(bench.session.snapshot).toMatchObject({ stage: 'failed', error: 'video-without-person' });
    expect(bench.stored.begun).toHaveLength(0);
  });

  it('keeps a set that is closed in the middle', async () => {
    await started();
    await bench.session.close();
    expect(bench.stored.finished[0]?.ended).toBe('stopped');
    expect(stage()).toBe('idle');
  });
});
