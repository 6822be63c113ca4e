import { beforeEach, describe, expect, it } from 'vitest';
import { legByPhone } from '../../../src/training/assessment/hip-test.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { validateRecord } from '../../../src/storage/validate-record.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { HandPhone } from './hand-phone.ts';
import { CAMERA, SessionBench } from './session-bench.ts';

const TEST = planFor(hipTestSeated, { preset: hipTestSeated.presets.prep });

let bench: SessionBench;
let phone: HandPhone;
let now: number;

async function show(seconds: number, turn: number | null): Promise<void> {
  for (let frame = 0; frame < seconds * 10; frame++) {
    now += 0.1;
    await bench.time.pass(100);
    if (turn !== null) phone.sendTenth(bench.time.now / 1000, turn);
    bench.read({ time: now, internalRotation: 0 });
  }
}

/** Out, held, and back within one try. */
async function tryTo(turn: number | null): Promise<void> {
  for (const [seconds, at] of [
    [3, 0],
    [0.3, 10],
    [6, turn],
    [8.7, 0],
  ] as const)
    await show(seconds, turn === null ? null : at);
}

beforeEach(async () => {
  bench = new SessionBench();
  phone = new HandPhone();
  now = 0;
  await bench.session.usePhone(phone);
});

/** Runs the test up to its first tries. @returns the stored record */
async function tested(turns: readonly (number | null)[]) {
  await bench.session.open(TEST, CAMERA);
  await show(3, 0);
  await bench.start();
  await untilStep();
  for (const turn of turns) await tryTo(turn);
  await bench.stop();
  const [record] = bench.stored.finished;
  if (!record) throw new Error('the test is stored');
  return record;
}

it('says that nothing comes from a phone on the shin', async () => {
  await bench.session.open(TEST, CAMERA);
  await show(3, null);
  await bench.start();
  await show(1, null);
  expect(bench.session.snapshot.notice).toBe('I hear nothing from your phone. Wake its screen.');
  await show(1, 0);
  expect(bench.session.snapshot.notice).toBeNull();
});

const stepNow = (): string | undefined => bench.session.snapshot.gauge?.phase?.step;

async function untilStep(): Promise<void> {
  for (let tenths = 0; stepNow() === undefined && tenths < 900; tenths++) await show(0.1, 0);
  expect(stepNow()).toBe('internal-passive-1');
}

describe('a phone on the shin in a hip test', () => {
  it('notes how far the leg was held in each try, and the middle one counts', async () => {
    const record = await tested([31, 40, 35]);
    const legs = record.phases.flatMap(({ step, leg }) => (leg ? [[step, Math.round(leg.value)]] : []));
    expect(legs).toEqual([
      ['internal-passive-1', 31],
      ['internal-passive-2', 40],
      ['internal-passive-3', 35],
    ]);
    expect(legByPhone(record, 'left', 'internal', 'passive')?.value).toBeCloseTo(35, 0);
    expect(legByPhone(record, 'right', 'internal', 'passive')).toBeNull();
    expect(legByPhone(record, 'left', 'external', 'passive')).toBeNull();
    expect(validateRecord(JSON.parse(JSON.stringify(record)))).toMatchObject({ ok: true });
    // It is no phone on the pelvis, and the worker never hears of it.
    expect(record.phone).toBeUndefined();
    expect(bench.phoned).toEqual([]);
    expect(phone.listeners.size).toBe(0);
  });

  it('costs nothing but its own values when it is lost', async () => {
    const record = await tested([31, null]);
    expect(record.phases.filter(({ leg }) => leg !== undefined)).toHaveLength(1);
    expect(record.phases.filter(({ step }) => step !== undefined).length).toBeGreaterThanOrEqual(2);
  });
});
