import { beforeEach, describe, expect, it } from 'vitest';
import { usedPhone } from '../../../src/app/session/phone-line.ts';
import type { PhoneReading } from '../../../src/instrument/output/reading.ts';
import type { PhoneSample } from '../../../src/instrument/phone/phone-buffer.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { supineSleeperSide } from '../../../src/drills/supine-sleeper/supine-sleeper-side.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { HandPhone } from './hand-phone.ts';
import { CAMERA, SessionBench, settled } from './session-bench.ts';

let bench: SessionBench;
let phone: HandPhone;

const reading = (state: PhoneReading['state']): PhoneReading => ({ state, problem: null, pelvis: null });

async function placedWith(state: PhoneReading['state'] | null): Promise<void> {
  await bench.session.usePhone(phone);
  await bench.session.open(planFor(supineSleeper, { countIn: 3 }), CAMERA);
  await bench.show(1, state === null ? {} : { phone: reading(state) });
}

const rulesNow = () => bench.session.snapshot.plan?.drill.rules.filter(({ byPhone }) => byPhone) ?? [];

beforeEach(() => {
  bench = new SessionBench();
  phone = new HandPhone();
});

describe('a session with a phone', () => {
  it('hands its samples to the worker on the clock of the frames', async () => {
    await placedWith('asks-still');
    bench.phoned.length = 0;
    phone.send(bench.time.now / 1000);
    // The worker's time began at 0 with the first frame. The newest was shown this moment, some hundredths of a second after its capture.
    const frame = bench.frameTime - 70.1;
    expect(bench.phoned[0]?.[0]?.time).toBeGreaterThan(frame);
    expect(bench.phoned[0]?.[0]?.time).toBeLessThan(frame + 0.2);
  });

  it('shows its check in the set-up, whenever it comes', async () => {
    await bench.session.open(planFor(supineSleeper), CAMERA);
    await bench.show(1);
    await bench.session.usePhone(phone);
    await bench.show(2, { phone: reading('asks-move') });
    expect(bench.session.snapshot.gate?.check).toBe('phone');
  });

  it('gives the set its rules if it is ready, and the record says so', async () => {
    await placedWith('ready');
    await bench.start();
    await bench.show(1, { phone: reading('ready') });
    expect(rulesNow().map(({ id }) => id)).toEqual(['pelvis-twist', 'back-arch']);
    await bench.stop();
    expect(bench.stored.finished[0]?.phone).toBe(true);
  });

  it('is not used in a set that begins before it is ready, and the worker forgets it', async () => {
    await placedWith('asks-move');
    await bench.start();
    expect(rulesNow()).toEqual([]);
    expect(bench.phoned.at(-1)).toBeNull();
    expect(phone.listeners.size).toBe(0);
    await bench.stop();
    expect(bench.stored.finished[0]).not.toHaveProperty('phone');
  });

  it('is named on the screen and aloud when a set begins without it', async () => {
    await placedWith('silent');
    await bench.start();
    await bench.show(0.5);
    const told = 'I hear nothing from your phone. Your phone is not used in this set.';
    expect(bench.session.snapshot.notice).toBe(told);
    expect(bench.heard).toContainEqual({ kind: 'say', text: told, urgent: false });
    await bench.show(14);
    expect(bench.session.snapshot.notice).not.toBe(told);
  });

  it('is missed by the notice of the set as long as nothing comes from it', async () => {
    const missing = 'I hear nothing from your phone. Wake its screen.';
    await placedWith('ready');
    phone.send(bench.time.now / 1000);
    await bench.start();
    await bench.show(1, { phone: reading('ready') });
    expect(bench.session.snapshot.notice).not.toBe(missing);
    await bench.show(4, { phone: reading('silent') });
    expect(bench.session.snapshot.notice).toBe(missing);
    phone.send(bench.time.now / 1000);
    await bench.show(1, { phone: reading('ready') });
    expect(bench.session.snapshot.notice).not.toBe(missing);
  });

  it('is told to the worker also while it gives nothing, so that the set-up asks for it', async () => {
    await placedWith(null);
    await bench.show(2);
    expect(bench.phoned).toContainEqual([]);
  });

  it('is let go when the session closes, and taken again by the next one', async () => {
    await placedWith('ready');
    await bench.session.close();
    expect(phone.listeners.size).toBe(0);
    await bench.session.open(planFor(supineSleeper), CAMERA);
    expect(phone.listeners.size).toBe(1);
    await bench.session.usePhone(null);
    expect(phone.listeners.size).toBe(0);
  });

  it('stays away if it is let go before its code is there', async () => {
    await bench.session.open(planFor(supineSleeper), CAMERA);
    await Promise.all([bench.session.usePhone(phone), bench.session.usePhone(null)]);
    await settled();
    expect(phone.listeners.size).toBe(0);
  });

  it('is not asked for a video, a demo or a set without a camera', async () => {
    await bench.session.usePhone(phone);
    await bench.session.open(planFor(supineSleeper), { kind: 'none' });
    expect(phone.listeners.size).toBe(0);
  });

  it.each([
    ['a drill without rules for it', planFor(supineSleeperSide)],
    ['a check', planFor(supineSleeper, { check: { title: '', instruction: '', over: '' } })],
  ])('is not asked for %s', async (_, plan) => {
    await bench.session.usePhone(phone);
    await bench.session.open(plan, CAMERA);
    await bench.show(1);
    expect([phone.listeners.size, bench.session.snapshot.plan?.words.gate.phone]).toEqual([0, undefined]);
  });
});

describe('the line of a phone', () => {
  const line = (page: number) => {
    const sent: (readonly PhoneSample[] | null)[] = [];
    const made = usedPhone(phone).connect({ phone: (samples) => void sent.push(samples) }, () => page);
    return { made, sent };
  };

  it('sends nothing before the first frame, nor between two clocks', () => {
    const { made, sent } = line(50_000);
    phone.send(50);
    made.observe(49.95, 3);
    phone.send(50);
    made.restart();
    phone.send(50.1);
    expect(sent).toHaveLength(1);
    // A camera tells capture times on the page's clock, so nothing has to be guessed.
    expect(sent[0]?.[0]?.time).toBeCloseTo(3.05, 6);
  });

  it('guesses the capture of a frame whose source has a clock of its own', () => {
    const { made, sent } = line(50_000);
    made.observe(7, 3);
    phone.send(50);
    expect(sent[0]?.[0]?.time).toBeCloseTo(3.06, 6);
  });

  it('tells the worker once when it ends', () => {
    const { made, sent } = line(0);
    made.close();
    made.close();
    phone.send(1);
    expect(sent).toEqual([null]);
  });
});
