import { beforeEach, describe, expect, it } from 'vitest';
import { demoPlan, planForSource } from '../../../src/app/session/set-plans.ts';
import type { CheckWords } from '../../../src/coach/coach-contract.ts';
import { MemorySelfChecks } from '../../../src/storage/self-check-repository.ts';
import { CheckRecorder } from '../../../src/ui/self-check/check-recorder.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { HandPhone } from './hand-phone.ts';
import { CAMERA, SessionBench, settled } from './session-bench.ts';

type CheckOptions = ConstructorParameters<typeof CheckRecorder>[0];

const CHECK: CheckWords = { title: 'Check', instruction: 'Go a third in.', over: 'Thank you.' };
const plan = planFor(undefined, { check: CHECK });

let bench: SessionBench;
let phone: HandPhone;
let store: MemorySelfChecks;
let time = 0;

/** Ten readings a second, and the phone's samples with them. @param turn of the phone; null: it is lost, or there is none */
async function watch(seconds: number, hip: number, turn: number | null | ((at: number) => number) = null) {
  for (let i = 0; i < 10 * seconds; i += 1) {
    time += 0.1;
    await bench.time.pass(100);
    if (turn !== null) phone.sendTenth(bench.time.now / 1000, typeof turn === 'number' ? turn : turn(time));
    bench.read({ time, internalRotation: hip });
  }
  await settled();
}

const open = (options: Partial<CheckOptions> = {}, request: Partial<CheckOptions['request']> = {}): CheckRecorder =>
  new CheckRecorder({
    session: bench.session,
    store,
    request: { id: 'check-1', side: 'left', instrument: 'goniometer', ...request },
    appVersion: '0.1.0',
    now: () => new Date('2026-05-01T10:00:00Z'),
    onChange: () => undefined,
    onTrouble: () => undefined,
    ...options,
  });

beforeEach(async () => {
  bench = new SessionBench();
  phone = new HandPhone();
  store = new MemorySelfChecks();
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

  it('is that of the demo’s own drill before the demo', () => {
    expect(planForSource(plan, 'demo')).toMatchObject({ check: CHECK, sides: demoPlan().sides });
    expect(planForSource(plan, 'demo').drill.phases).toEqual([
      { kind: 'reps', title: 'Check', instruction: 'Go a third in.' },
    ]);
  });

  it('says what a screen asks for', () => {
    bench.session.announce({ kind: 'say', text: 'Hold still.', urgent: true });
    expect(bench.said()).toContain('Hold still.');
  });
});

describe('the recorder of a check', () => {
  it('keeps nothing before the reference pose, then each position, and ends the set after five', async () => {
    const recorder = open();
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

  it('goes on when a position cannot be stored, and says so once it happens', async () => {
    class FullStore extends MemorySelfChecks {
      override async keep(): Promise<void> {
        throw new Error('the disk is full');
      }
    }
    let troubles = 0;
    const recorder = open({ store: new FullStore(), onTrouble: () => (troubles += 1) });
    await watch(18, 12);
    expect(troubles).toBe(1);
    expect(recorder.state.held).toHaveLength(1);
    recorder.close();
  });
});

const trembling = (at: number): number => 20 + 6 * Math.sin(5 * at);
const held = async () =>
  (await store.load('check-1'))?.positions.map(({ typed, phone: read }) => [
    typed && Math.round(typed),
    read !== undefined,
  ]);

describe('a check with a phone on the shin', () => {
  let recorder: CheckRecorder;
  beforeEach(() => {
    const link = { link: phone, now: () => bench.time.now / 1000 };
    recorder = open({ phone: link }, { instrument: 'paired-phone' });
  });

  it('takes the phone’s angle of each position, types nothing and waits for nobody, and ends after five', async () => {
    await watch(5, 0, 0);
    expect(recorder.phone?.hasZero).toBe(true);
    for (const angle of [10, 16, 22, 30, 18]) await watch(5, angle, -1.2 * angle);
    expect(bench.session.snapshot.stage).toBe('finished');
    expect(await held()).toEqual([12, 19, 26, 36, 22].map((angle) => [angle, true]));
    expect(bench.said()).not.toContain('Got it. Read your instrument now.');
    expect(bench.said()).toContain('Go half-way, and hold still.');
    recorder.close();
    expect(phone.listeners.size).toBe(0);
  });

  it('has a position held again while the phone moves', async () => {
    await watch(5, 0, 0);
    await watch(5, 20, trembling);
    expect(bench.said().join(' ')).toContain('Your phone was not still. Hold once more.');
    expect(recorder.lack).toContain('Hold once more.');
    expect(await store.load('check-1')).toBeNull();
    await watch(5, 20, 22);
    expect(await held()).toEqual([[22, true]]);
    expect(recorder.lack).toBeNull();
  });

  it('leaves the angle to be typed where the phone is lost, and reads it again when it is back', async () => {
    await watch(5, 0, 0);
    await watch(4.5, 12, null);
    expect(bench.said()).toContain('I get nothing from your phone. You can type this angle later.');
    await watch(6, 12, 12);
    await watch(5, 20, 20);
    expect(await held()).toEqual([
      [null, false],
      [20, true],
    ]);
  });

  it('asks back to the start once where the phone was not still in it, and counts from there', async () => {
    await watch(5, 0, trembling);
    expect(recorder.phone?.hasZero).toBe(false);
    await watch(5, 14, 30);
    expect(recorder.lack).toContain('Go back to the start position');
    await watch(3, 0, 16);
    expect(recorder.phone?.hasZero).toBe(true);
    expect(recorder.lack).toBeNull();
    await watch(5, 14, 30);
    expect(await held()).toEqual([[14, true]]);
  });

  it('leaves all angles to be typed where nobody goes back to the start', async () => {
    await watch(5, 0, trembling);
    await watch(10, 14, 30);
    expect(await held()).toEqual([[null, false]]);
  });
});
