import { beforeEach, describe, expect, it } from 'vitest';
import { MemorySelfChecks } from '../../../src/storage/self-check-repository.ts';
import { CheckRecorder } from '../../../src/ui/self-check/check-recorder.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { HandPhone } from './hand-phone.ts';
import { CAMERA, SessionBench, settled } from './session-bench.ts';

const plan = planFor(undefined, { check: { title: 'Check', instruction: 'Go a third in.', over: 'Thank you.' } });

let bench: SessionBench;
let phone: HandPhone;
let store: MemorySelfChecks;
let recorder: CheckRecorder;
let time = 0;

/** Ten readings a second, and the phone's samples with them. @param turn of the phone; null: it is lost */
async function watch(seconds: number, hip: number, turn: number | null | ((at: number) => number)): Promise<void> {
  for (let i = 0; i < 10 * seconds; i += 1) {
    time += 0.1;
    await bench.time.pass(100);
    if (turn !== null) phone.sendTenth(bench.time.now / 1000, typeof turn === 'number' ? turn : turn(time));
    bench.read({ time, internalRotation: hip });
  }
  await settled();
}

const trembling = (at: number): number => 20 + 6 * Math.sin(5 * at);
const held = async () =>
  (await store.load('check-1'))?.positions.map(({ typed, phone: read }) => [
    typed && Math.round(typed),
    read !== undefined,
  ]);

beforeEach(async () => {
  bench = new SessionBench();
  phone = new HandPhone();
  store = new MemorySelfChecks();
  time = 0;
  await bench.started(CAMERA, plan);
  recorder = new CheckRecorder({
    session: bench.session,
    store,
    request: { id: 'check-1', side: 'left', instrument: 'paired-phone', handsFree: true },
    appVersion: '0.1.0',
    now: () => new Date('2026-05-01T10:00:00Z'),
    phone: { link: phone, now: () => bench.time.now / 1000 },
    onChange: () => undefined,
    onTrouble: () => undefined,
  });
});

describe('a check with a phone on the shin', () => {
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
