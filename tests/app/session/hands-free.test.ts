import { beforeEach, describe, expect, it } from 'vitest';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { quadrupedBandIrSide } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir-side.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { ArmSwitch } from '../../../src/app/session/arm-switch.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { CAMERA, SessionBench, settled } from './session-bench.ts';

let bench: SessionBench;

const phase = () => bench.session.snapshot.gauge?.phase?.kind;

async function placed(drill: DrillDefinition = supineSleeper): Promise<void> {
  await bench.session.open(planFor(drill, { countIn: 15 }), CAMERA);
  await bench.show(1);
}

/** Readings of a person in place, until the reference pose is requested and held. */
async function holdTheStart(drill: DrillDefinition = supineSleeper): Promise<void> {
  await placed(drill);
  await bench.show(1, { referencePoseAt: 'holding' });
  await bench.show(0.2, { referencePoseAt: bench.frameTime });
  await settled();
}

beforeEach(() => {
  bench = new SessionBench();
});

describe('a hands-free start', () => {
  it('requests the reference pose when all checks pass, and begins the set when it was held', async () => {
    await placed();
    expect(bench.log.filter((entry) => entry === 'neutral')).toHaveLength(1);
    expect(bench.stage).toBe('placing');
    await bench.show(1, { referencePoseAt: 'holding' });
    await bench.show(0.2, { referencePoseAt: bench.frameTime });
    await settled();
    expect(bench.stage).toBe('running');
    expect(phase()).toBe('ready');
  });

  it('keeps the held reference pose for the set, so that the first angle is shown in the count-in', async () => {
    await holdTheStart();
    const begun = bench.log.filter((entry) => entry.startsWith('begin')).length;
    const asked = bench.log.filter((entry) => entry === 'neutral').length;
    const at = bench.frameTime;
    await bench.show(18, { referencePoseAt: at, internalRotation: 3 });
    expect(bench.log.filter((entry) => entry.startsWith('begin'))).toHaveLength(begun);
    expect(bench.log.filter((entry) => entry === 'neutral')).toHaveLength(asked);
    expect(phase()).toBe('passive');
    expect(bench.session.snapshot.gauge?.angle?.value).toBeCloseTo(3, 0);
  });

  it('begins the set’s time at 0 while the worker’s time goes on', async () => {
    await holdTheStart();
    await bench.show(3, { referencePoseAt: bench.frameTime });
    await bench.stop();
    const [record] = bench.stored.finished;
    expect(record?.phases[0]?.start).toBe(0);
    expect(record?.phases[0]?.end).toBeGreaterThan(2.5);
    expect(record?.phases[0]?.end).toBeLessThan(4);
    expect(record?.neutral).not.toBeNull();
  });

  it('refuses a start while only part of the body is visible', async () => {
    await bench.session.open(planFor(supineSleeper), CAMERA);
    await bench.show(20, { missing: ['left foot'], referencePoseAt: 60 });
    expect(bench.stage).toBe('placing');
    expect(bench.said().join()).toContain('I can’t see your left foot.');
  });

  it('begins at once by the Start button, with time to get into place', async () => {
    await placed();
    await bench.start();
    expect(bench.stage).toBe('running');
    expect(bench.session.snapshot.gauge?.phase).toMatchObject({ kind: 'ready', length: 15 });
  });

  it('waits for the Start button with the demo, and says nothing', async () => {
    await bench.session.open(planFor(supineSleeper), { kind: 'demo' });
    await bench.show(20);
    expect(bench.stage).toBe('placing');
    expect(bench.said()).toEqual([]);
    expect(bench.log).not.toContain('neutral');
  });
});

describe('a raised arm', () => {
  const paused = () => bench.session.snapshot.gauge?.paused;

  it('pauses the set when held up for two seconds, and resumes it when held up again', async () => {
    await holdTheStart();
    const at = bench.frameTime;
    await bench.show(1.5, { referencePoseAt: at, raisedArms: 1 });
    expect(paused()).toBe(false);
    await bench.show(1, { referencePoseAt: at, raisedArms: 1 });
    expect(paused()).toBe(true);
    expect(bench.said().slice(-2)).toEqual(['Paused.', 'Raise your arm again to continue.']);
    await bench.show(3, { referencePoseAt: at, raisedArms: 1 });
    expect(paused()).toBe(true);
    await bench.show(1.5, { referencePoseAt: at });
    await bench.show(2.3, { referencePoseAt: at, raisedArms: 1 });
    expect(paused()).toBe(false);
    expect(bench.said().at(-1)).toBe('Go on.');
  });

  it('ends the set for pain when both arms are held up for two seconds', async () => {
    await holdTheStart();
    const at = bench.frameTime;
    await bench.show(1.5, { referencePoseAt: at, raisedArms: 2 });
    expect(bench.session.snapshot.gauge?.finished).toBeNull();
    await bench.show(1, { referencePoseAt: at, raisedArms: 2 });
    expect(bench.session.snapshot.gauge?.finished).toBe('pain');
    expect(bench.said().join(' ')).toContain(english.endings.pain);
  });

  it('is not mistaken for two arms, nor two for one', async () => {
    await holdTheStart();
    const at = bench.frameTime;
    await bench.show(1.2, { referencePoseAt: at, raisedArms: 2 });
    await bench.show(1, { referencePoseAt: at, raisedArms: 0 });
    expect(paused()).toBe(false);
    expect(bench.session.snapshot.gauge?.finished).toBeNull();
  });

  it('makes ticks while it is held up', async () => {
    await holdTheStart();
    const before = bench.heard.length;
    await bench.show(1.9, { referencePoseAt: bench.frameTime, raisedArms: 1 });
    const tones = bench.heard.slice(before).flatMap((effect) => (effect.kind === 'beep' ? [effect.tone] : []));
    expect(tones.filter((tone) => tone === 'tick')).toHaveLength(2);
  });

  it('answers the question about the lower back while it is open, and pauses nothing then', () => {
    const calls: string[] = [];
    let isOpen = true;
    const arm = new ArmSwitch({
      sign: 'up',
      announcer: { carryOut: () => undefined },
      isPaused: () => false,
      isAsked: () => isOpen,
      answer: () => calls.push('answer'),
      pause: () => calls.push('pause'),
      resume: () => undefined,
      stop: () => undefined,
    });
    const raise = (from: number) => {
      for (let time = from; time < from + 2.3; time += 0.1) arm.observe(makeReading({ time, raisedArms: 1 }));
      for (let time = from + 2.3; time < from + 4; time += 0.1) arm.observe(makeReading({ time }));
    };
    raise(0);
    isOpen = false;
    raise(5);
    expect(calls).toEqual(['answer', 'pause']);
  });
});

describe('arms where the hands carry the body', () => {
  const finished = () => bench.session.snapshot.gauge?.finished;
  const HANDS_AND_KNEES = [quadrupedBandIr, quadrupedBandIrSide];
  const SAT_BACK = { left: { kind: 'trunk-up', since: 90 } } as const;

  it.each(HANDS_AND_KNEES)('one that is raised pauses nothing and ends nothing: $id', async (drill) => {
    await holdTheStart(drill);
    await bench.show(20, { referencePoseAt: bench.frameTime });
    await bench.show(4, { referencePoseAt: bench.frameTime, raisedArms: 1, ...SAT_BACK });
    expect(bench.said()).not.toContain(english.paused);
    expect(finished()).toBeNull();
  });

  it('both out to the sides for two seconds end the set, also while it waits for who sat back', async () => {
    await holdTheStart(quadrupedBandIr);
    const at = bench.frameTime;
    await bench.show(20, { referencePoseAt: at });
    await bench.show(3, { referencePoseAt: at, ...SAT_BACK });
    expect(bench.session.snapshot.gauge?.away?.waits).toBe(true);
    await bench.show(1.8, { referencePoseAt: at, armsOut: 'wide', ...SAT_BACK });
    expect(finished()).toBeNull();
    expect(bench.session.snapshot.bothArms).toBe(true);
    await bench.show(0.5, { referencePoseAt: at, armsOut: 'wide', ...SAT_BACK });
    expect(finished()).toBe('pain');
    expect(bench.said().at(-1)).toContain(english.endings.pain);
  });

  it('straight ahead end the side check, and mean nothing in the drill, where they may be one', async () => {
    for (const drill of HANDS_AND_KNEES) {
      bench = new SessionBench();
      await holdTheStart(drill);
      const at = bench.frameTime;
      await bench.show(20, { referencePoseAt: at });
      await bench.show(2.3, { referencePoseAt: at, armsOut: 'ahead', ...SAT_BACK });
      expect(finished()).toBe(drill === quadrupedBandIr ? null : 'pain');
    }
  });

  it('both up end it as in every other drill', async () => {
    await holdTheStart(quadrupedBandIr);
    await bench.show(2.3, { referencePoseAt: bench.frameTime, raisedArms: 2 });
    expect(finished()).toBe('pain');
  });

  it('a rest on the heels ends nothing, however long', async () => {
    await holdTheStart(quadrupedBandIr);
    await bench.show(20, { referencePoseAt: bench.frameTime });
    await bench.show(60, { referencePoseAt: bench.frameTime, ...SAT_BACK });
    expect(finished()).toBeNull();
  });
});
