import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/app/app-error.ts';
import type { SourceRequest } from '../../../src/app/session/session-contract.ts';
import { withoutCamera } from '../../../src/coach/timeline/timeline.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';
import { HAND_CAMERA, HandSource } from './hand-source.ts';
import { CAMERA, SessionBench, settled } from './session-bench.ts';

let bench: SessionBench;

beforeEach(() => {
  bench = new SessionBench();
});

describe('trouble during a set', () => {
  it('lets the time run on when the camera is unplugged, and says so', async () => {
    await bench.started();
    bench.read({ time: 0, referencePoseAt: 0 });
    bench.source.emit({ kind: 'lost', code: 'camera-unplugged' });
    await bench.time.pass(3000);
    expect(bench.stage).toBe('running');
    expect(bench.session.snapshot.notice).toContain('camera');
    expect(bench.said()).toContainEqual(expect.stringContaining('lost the camera'));
    expect(bench.session.snapshot.gauge?.left).toBeCloseTo(17, 1);
  });

  it('uses the camera again when it returns, on the set’s time and with a new measurement', async () => {
    await bench.started();
    bench.read({ time: 0, referencePoseAt: 0 });
    bench.source.emit({ kind: 'lost', code: 'camera-unplugged' });
    await bench.time.pass(4000);
    expect(bench.session.snapshot.blind).toBe('camera-lost');
    bench.log.length = 0;
    bench.plugIn();
    await settled();
    expect(bench.sources).toHaveLength(2);
    expect(bench.log).toContain('begin left');
    bench.source.show(900);
    await bench.time.pass(1000);
    expect(bench.session.snapshot).toMatchObject({ notice: null, blind: null });
    expect(bench.session.snapshot.gauge?.left).toBeCloseTo(15, 1);
  });

  it('looks for the camera at intervals when the system does not report its return', async () => {
    await bench.started();
    bench.openSource = () => Promise.reject(new AppError('camera-absent', 'away'));
    bench.source.emit({ kind: 'lost', code: 'camera-unplugged' });
    await bench.time.pass(6000);
    bench.openSource = async () => new HandSource('camera');
    await bench.time.pass(6000);
    expect(bench.sources).toHaveLength(2);
  });

  it('does not use another camera instead of the unplugged one, and says that it waits', async () => {
    await bench.started();
    bench.cameras = [{ deviceId: 'built-in', label: 'Built-in camera' }];
    bench.source.emit({ kind: 'lost', code: 'camera-unplugged' });
    await bench.time.pass(300);
    bench.plugIn();
    await bench.time.pass(12_000);
    expect(bench.sources).toHaveLength(1);
    expect(bench.said()).not.toContainEqual(expect.stringContaining('is back'));
    expect(bench.session.snapshot.notice).toContain('another camera');
    expect(bench.said().filter((text) => text.includes('different camera'))).toHaveLength(1);
    bench.cameras = [...bench.cameras, HAND_CAMERA];
    bench.plugIn();
    await bench.time.pass(300);
    expect(bench.requests.at(-1)).toEqual({ kind: 'camera', deviceId: HAND_CAMERA.deviceId, exact: true });
    expect(bench.said()).toContainEqual(expect.stringContaining('is back'));
    expect(bench.session.snapshot.notice).toBeNull();
  });

  it('stops looking for the camera when the set is over', async () => {
    await bench.started();
    bench.source.emit({ kind: 'lost', code: 'camera-unplugged' });
    bench.session.stop('stopped');
    await bench.time.pass(20_000);
    expect(bench.sources).toHaveLength(1);
  });

  it('requests the reference pose again when the worker was restarted during its capture', async () => {
    await bench.started();
    bench.log.length = 0;
    bench.client.onRestart?.({
      count: 1,
      cause: new AppError('worker-crashed', ''),
      referencePoseLost: true,
    });
    expect(bench.log).toEqual(['neutral']);
    await bench.time.pass(200);
    expect(bench.session.snapshot.notice).toContain('restarted');
    await bench.time.pass(15_000);
    expect(bench.session.snapshot.notice).toBeNull();
  });

  it('says once that the worker cannot be restarted', async () => {
    await bench.started();
    bench.client.onGiveUp?.(new AppError('worker-crashed', 'again and again'));
    bench.client.onGiveUp?.(new AppError('worker-crashed', 'again and again'));
    await bench.time.pass(1000);
    expect(bench.said().filter((text) => text.includes('measuring'))).toHaveLength(1);
    expect(bench.heard).toContainEqual({ kind: 'beep', tone: 'cue' });
    expect(bench.session.snapshot).toMatchObject({
      stage: 'running',
      blind: 'worker-gone',
      notice: expect.stringContaining('without numbers'),
    });
  });

  it('goes on measuring after one failed request, because the worker is restarted', async () => {
    bench.referencePoseTrouble = new AppError('worker-stalled', 'no answer');
    await bench.started();
    await bench.time.pass(300);
    expect(bench.session.snapshot).toMatchObject({ blind: null, notice: null });
    expect(bench.said()).not.toContainEqual(expect.stringContaining('measuring'));
  });

  it('says that the camera sends no picture, and when it does again', async () => {
    await bench.started();
    bench.source.emit({ kind: 'muted', muted: true });
    await bench.time.pass(300);
    expect(bench.said()).toContainEqual(expect.stringContaining('no picture'));
    expect(bench.heard).toContainEqual({ kind: 'beep', tone: 'cue' });
    // So no screen reader says it as well.
    expect(bench.session.snapshot).toMatchObject({
      blind: 'camera-silent',
      notice: expect.stringContaining('no picture'),
      noticeSaid: true,
    });
    bench.source.emit({ kind: 'muted', muted: false });
    await bench.time.pass(300);
    expect(bench.said()).toContainEqual(expect.stringContaining('I can see again'));
    expect(bench.session.snapshot).toMatchObject({ blind: null, notice: null });
  });

  it('says nothing about a returning picture that was never gone', async () => {
    await bench.started();
    bench.source.emit({ kind: 'muted', muted: false });
    await bench.time.pass(300);
    expect(bench.said()).not.toContainEqual(expect.stringContaining('I can see again'));
  });

  it('says that nothing is seen while the tab is hidden', async () => {
    await bench.started();
    bench.hideTab();
    expect(bench.said()).toContainEqual(expect.stringContaining('Bring this tab to the front'));
    expect(bench.stage).toBe('running');
  });

  it('names a network that could not be used once, on the screen and aloud, and keeps it in the record', async () => {
    await bench.session.open(planFor(), CAMERA);
    bench.read({ time: 0, referencePoseAt: null, networksOut: ['pelvis'] });
    await bench.time.pass(200);
    expect(bench.session.snapshot.notice).toContain('I see your pelvis poorly');
    await bench.start();
    await bench.watch(0, 2, { referencePoseAt: 0, networksOut: ['pelvis'] });
    await bench.stop();
    expect(bench.said().filter((text) => text.includes('I see your pelvis poorly, or not at all.'))).toHaveLength(1);
    expect(bench.stored.chunks.at(-1)?.rest.networksOut).toEqual(['pelvis']);
    expect(bench.stored.finished[0]?.networksOut).toEqual(['pelvis']);
  });

  it('goes on with a full disk, and says so', async () => {
    bench.storageTrouble = new AppError('storage-full', 'no room');
    await bench.started();
    await bench.watch(0, 2, { referencePoseAt: 'holding' });
    expect(bench.stage).toBe('running');
    expect(bench.session.snapshot.notice).toContain('no space');
    await bench.stop();
    expect(bench.stage).toBe('finished');
  });
});

/** Every process of the browser stands still: no timer runs and no frame comes. */
const standStill = async (milliseconds: number): Promise<void> => {
  bench.time.now += milliseconds;
  await bench.time.pass(100);
};

describe('a set that was slept through', () => {
  it('is interrupted from the moment on at which nobody attended', async () => {
    await bench.started();
    await bench.watch(0, 5, { referencePoseAt: 0 });
    await standStill(130_000);
    expect(bench.session.snapshot).toMatchObject({ stage: 'finished', gauge: { finished: 'interrupted' } });
    const stored = bench.stored.finished[0];
    expect(stored?.ended).toBe('interrupted');
    expect(stored?.phases.at(-1)?.end).toBeCloseTo(5, 0);
    expect(bench.said()).toContainEqual(expect.stringContaining('stopped for too long'));
  });

  it('loses nothing of its phase after a short sleep, whether a timer or a reading comes first', async () => {
    for (const first of ['timer', 'reading'] as const) {
      bench = new SessionBench();
      await bench.started();
      await bench.watch(0, 5, { referencePoseAt: 0 });
      const before = bench.session.snapshot.gauge?.left ?? 0;
      if (first === 'reading') {
        bench.time.now += 30_000;
        bench.read({ time: 35, referencePoseAt: 0 });
      } else await standStill(30_000);
      expect(bench.session.snapshot.stage).toBe('running');
      await bench.time.pass(200);
      expect(bench.session.snapshot.gauge?.left).toBeCloseTo(before - 0.2, 0);
      expect(bench.said().filter((text) => text.includes('Go on where you were'))).toHaveLength(1);
    }
  });

  it('is noticed from the wall clock where the computer stops the page’s clock', async () => {
    await bench.started();
    await bench.watch(0, 5, { referencePoseAt: 0 });
    bench.wallAhead += 3600_000;
    await standStill(1000);
    expect(bench.stored.finished[0]?.ended).toBe('interrupted');
  });

  it('is none when only the clock of the computer was set: the set goes on, and nothing is said', async () => {
    await bench.started();
    await bench.watch(0, 5, { referencePoseAt: 0 });
    for (const by of [90_000, 3600_000]) {
      bench.wallAhead += by;
      await bench.time.pass(1000);
    }
    expect(bench.session.snapshot).toMatchObject({ stage: 'running', gauge: { finished: null, paused: false } });
    expect(bench.said().filter((text) => /stopped/.test(text))).toEqual([]);
  });

  it('goes on with its video, which stood still with the page', async () => {
    await bench.started({ kind: 'demo' });
    await bench.watch(0, 5, { referencePoseAt: 0 });
    const before = bench.session.snapshot.gauge?.left ?? null;
    await standStill(130_000);
    bench.read({ time: 5.1, referencePoseAt: 0 });
    await bench.time.pass(100);
    expect(bench.session.snapshot.stage).toBe('running');
    expect(bench.session.snapshot.gauge?.left ?? NaN).toBeCloseTo((before ?? NaN) - 0.2, 0);
  });
});

describe('a change of phase that nobody can hear', () => {
  const NO_CAMERA: SourceRequest = { kind: 'none' };
  const unseen = planFor(withoutCamera(turningSleeper));
  const phase = () => bench.session.snapshot.gauge?.phase?.kind;

  it('waits while the sound is gone and no voice speaks, says so, and begins when it is back', async () => {
    await bench.started(NO_CAMERA, unseen);
    await bench.time.pass(15_000);
    bench.reach = 'lost';
    await bench.time.pass(30_000);
    expect(phase()).toBe('passive');
    expect(bench.session.snapshot).toMatchObject({
      gauge: { left: 0, unheard: true },
      notice: expect.stringContaining('The sound was taken away'),
      noticeSaid: false,
    });
    bench.reach = 'heard';
    await bench.time.pass(1000);
    expect(phase()).toBe('pails');
    expect(bench.said()).toContain('You couldn’t hear me, so I waited.');
    expect(bench.session.snapshot.notice).toContain('the set waited for you');
    await bench.stop();
    expect(bench.stored.finished[0]?.phases.map(({ start, end }) => [Math.round(start), Math.round(end)])).toEqual([
      [0, 20],
      [45, 46],
    ]);
  });

  it('waits in a hidden tab without a sound, and not before eyes that can read it', async () => {
    await bench.started(NO_CAMERA, unseen);
    bench.reach = 'silent';
    await bench.time.pass(25_000);
    expect(phase()).toBe('pails');
    bench.hidden = true;
    await bench.time.pass(30_000);
    expect(phase()).toBe('pails');
    bench.hidden = false;
    await bench.time.pass(300);
    expect(phase()).toBe('rails');
  });

  it('is told late by a page that was busy for three seconds, and begins then', async () => {
    await bench.started(NO_CAMERA, unseen);
    await bench.time.pass(19_500);
    bench.time.now += 3000;
    await bench.time.pass(200);
    expect(bench.session.snapshot.gauge).toMatchObject({ phase: { kind: 'pails' } });
    expect(bench.session.snapshot.gauge?.left).toBeCloseTo(11.8, 0);
  });

  it('was told by the tones on the audio clock, however long the page had no turn', async () => {
    await bench.started(NO_CAMERA, unseen);
    bench.tonesSound = true;
    await bench.time.pass(15_000);
    expect(bench.laid.filter(({ tone }) => tone === 'start').map(({ at }) => Math.round(at / 1000))).toEqual([
      21, 33, 46,
    ]);
    bench.time.now += 20_000;
    await bench.time.pass(300);
    expect(phase()).toBe('rails');
    expect(bench.session.snapshot.gauge?.left).toBeCloseTo(9.7, 0);
    bench.tonesSound = false;
    bench.time.now += 20_000;
    await bench.time.pass(300);
    expect(bench.said()).toContainEqual(expect.stringContaining('Go on where you were'));
    expect(phase()).toBe('rails');
  });

  it('goes with its video, whatever is heard', async () => {
    await bench.started({ kind: 'demo' });
    bench.reach = 'lost';
    await bench.watch(0, 30, { referencePoseAt: 0 });
    expect(bench.session.snapshot.gauge?.unheard).toBeUndefined();
  });
});

describe('the stored set', () => {
  it('has its start with the offset of the place, so that it stays on its day', async () => {
    await bench.started();
    bench.read({ time: 0, referencePoseAt: 0 });
    const startedAt = bench.stored.begun[0]?.startedAt ?? '';
    expect(startedAt).toMatch(/^2026-05-01T\d\d:00:00\.\d{3}[+-]\d\d:\d\d$/);
    expect(Date.parse(startedAt) - Date.parse('2026-05-01T10:00:00Z')).toBeLessThan(1000);
  });

  it('is written with its first frame and then every 0.4 s, with every frame once', async () => {
    await bench.started();
    bench.read({ time: 0, referencePoseAt: 0 });
    await bench.watch(0.1, 5.55, { referencePoseAt: 0, internalRotation: 10 });
    // At 0 s, and after each of the 13 whole intervals of 0.4 s.
    expect(bench.stored.chunks).toHaveLength(14);
    const times = bench.stored.chunks.flatMap(({ frames }) => frames.map(({ t }) => t));
    expect(new Set(times).size).toBe(times.length);
    expect(times.length).toBeGreaterThan(40);
  });

  it('is complete up to the moment when the page is closed', async () => {
    await bench.started();
    bench.read({ time: 0, referencePoseAt: 0 });
    await bench.watch(0.1, 0.5, { referencePoseAt: 0, internalRotation: 10 });
    bench.pageHide();
    await settled();
    const frames = bench.stored.chunks.flatMap((chunk) => chunk.frames);
    expect(frames.at(-1)?.t).toBeCloseTo(0.4, 5);
  });
});
