import { beforeEach, describe, expect, it } from 'vitest';
import { demoPlan, planForSource } from '../../../src/app/session/set-plans.ts';
import type { CheckWords } from '../../../src/coach/coach-contract.ts';
import { MemorySelfChecks } from '../../../src/storage/self-check-repository.ts';
import { CheckRecorder } from '../../../src/ui/self-check/check-recorder.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { CAMERA, SessionBench, settled } from './session-bench.ts';

const CHECK: CheckWords = { title: 'Check', instruction: 'Go a third in.', over: 'Thank you.' };
const plan = planFor(undefined, { check: CHECK });

let bench: SessionBench;
let time = 0;

/** Delivers ten readings a second and advances the page's clock. */
const watch = async (seconds: number, internalRotation: number): Promise<void> => {
  for (let i = 0; i < 10 * seconds; i += 1) {
    time += 0.1;
    bench.read({ time, internalRotation });
    await bench.time.pass(100);
  }
  await settled();
};

beforeEach(async () => {
  bench = new SessionBench();
  time = 0;
  await bench.started(CAMERA, plan);
});

describe('the set of a check', () => {
  it('holds the reference pose as ever, then measures with an open end, and stores nothing', async () => {
    await watch(12, 20);
    expect(bench.session.snapshot.gauge?.phase?.kind).toBe('reps');
    await watch(60, 20);
    expect(bench.session.snapshot.stage).toBe('running');
    await bench.stop();
    expect(bench.session.snapshot).toMatchObject({ stage: 'finished', recordId: null });
    expect(bench.said()).toContain('Thank you.');
    expect(bench.stored).toEqual({ begun: [], chunks: [], finished: [] });
  });

  it('is that of the demo’s own drill before the demo, and waits for nobody before a file', () => {
    expect(planForSource(plan, 'demo')).toMatchObject({ check: CHECK, sides: demoPlan().sides });
    expect(planForSource(plan, 'demo').drill.phases).toEqual([
      { kind: 'reps', title: 'Check', instruction: 'Go a third in.' },
    ]);
    expect(planForSource({ ...plan, countIn: 15 }, 'file')).toMatchObject({ countIn: 0, check: CHECK });
  });

  it('says what a screen asks for', () => {
    bench.session.announce({ kind: 'say', text: 'Hold still.', urgent: true });
    expect(bench.said()).toContain('Hold still.');
  });
});

describe('the recorder of a check', () => {
  const open = (store: MemorySelfChecks, handsFree = true, onTrouble: () => void = () => undefined): CheckRecorder =>
    new CheckRecorder({
      session: bench.session,
      store,
      request: { id: 'check-1', side: 'left', instrument: 'goniometer', handsFree },
      appVersion: '0.1.0',
      now: () => new Date('2026-05-01T10:00:00Z'),
      onChange: () => undefined,
      onTrouble,
    });

  it('keeps nothing before the reference pose, then each position, and ends the set after five', async () => {
    const store = new MemorySelfChecks();
    const recorder = open(store);
    for (const angle of [10, 16, 22, 30, 18]) await watch(12, angle);
    await watch(8, 18);
    expect(bench.session.snapshot.stage).toBe('finished');
    const check = await store.load('check-1');
    expect(check).toMatchObject({
      drill: 'supine-sleeper',
      side: 'left',
      source: 'camera',
      at: '2026-05-01T10:00:00.000Z',
    });
    expect(check?.view?.azimuth).toBeTypeOf('number');
    expect(check?.positions.map(({ hip, typed }) => [Math.round(hip), typed])).toEqual(
      [10, 16, 22, 30, 18].map((angle) => [angle, null]),
    );
    recorder.close();
  });

  it('keeps a typed angle with its position, and drops a position that is held again', async () => {
    const store = new MemorySelfChecks();
    const recorder = open(store, false);
    await watch(18, 12);
    recorder.act({ kind: 'again' });
    await settled();
    expect(await store.load('check-1')).toBeNull();
    await watch(6, 14);
    recorder.type(13.5);
    await watch(6, 20);
    await settled();
    const check = await store.load('check-1');
    expect(check?.positions.map(({ hip, typed }) => [Math.round(hip), typed])).toEqual([
      [14, 13.5],
      [20, null],
    ]);
    recorder.close();
  });

  it('goes on when a position cannot be stored, and says so once it happens', async () => {
    class FullStore extends MemorySelfChecks {
      override async keep(): Promise<void> {
        throw new Error('the disk is full');
      }
    }
    let troubles = 0;
    const recorder = open(new FullStore(), true, () => (troubles += 1));
    await watch(18, 12);
    expect(troubles).toBe(1);
    expect(recorder.state.held).toHaveLength(1);
    recorder.close();
  });
});
