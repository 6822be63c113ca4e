import { beforeEach, describe, expect, it } from 'vitest';
import { FrameInterval } from '../../../src/app/session/set-feed.ts';
import type { Gauge, TimelinePhase } from '../../../src/coach/coach-contract.ts';
import type { PhaseKind } from '../../../src/coach/drill-definition.ts';
import { FITTED_JOINTS } from '../../../src/instrument/output/reading.ts';

const PHASE: Omit<TimelinePhase, 'kind'> = {
  round: 1,
  side: 'left',
  length: 20,
  title: '',
  instruction: '',
  ramp: 0,
  effort: null,
};
const gaugeIn = (kind: PhaseKind, paused = false): Pick<Gauge, 'phase' | 'paused'> => ({
  phase: { ...PHASE, kind },
  paused,
});

/** Joints of a person 300 px long. @param moved how far one knee has moved, px */
function jointsOf(moved: number): Float32Array {
  const joints = Float32Array.from({ length: 2 * FITTED_JOINTS.length }, (_, i) => (i % 2 === 0 ? 20 * i : 100));
  const knee = 2 * FITTED_JOINTS.indexOf('left knee');
  joints[knee + 1] = 100 + moved;
  return joints;
}

interface Shown {
  readonly moved?: number;
  readonly angle?: number | null;
  readonly calm?: boolean;
}

describe('the time between two frames', () => {
  let interval: FrameInterval;
  let now: number;
  /** @param rate readings a second */
  const show = (seconds: number, at: (time: number) => Shown = () => ({}), rate = 10): void => {
    const from = now;
    for (let i = 1; i <= seconds * rate; i++) {
      now = from + i / rate;
      const { moved = 0, angle = 20, calm = true } = at(now - from);
      interval.observe(
        { time: now, skeleton: jointsOf(moved) },
        { angle: angle === null ? null : { value: angle, sd: 1 }, ...(calm ? { calm } : {}) },
      );
    }
  };
  const inStretch = (): number => interval.at(gaugeIn('passive'));
  beforeEach(() => {
    interval = new FrameInterval();
    now = 0;
  });

  it('is none before a person has been still for two seconds', () => {
    expect(inStretch()).toBe(0);
    show(2);
    expect(inStretch()).toBe(0);
    show(0.2);
    expect(inStretch()).toBeGreaterThan(0);
  });

  it('is none in repetitions and while the reference pose is held, however still the person is', () => {
    show(3);
    for (const kind of ['reps', 'neutral'] as const) expect(interval.at(gaugeIn(kind))).toBe(0);
    for (const kind of ['passive', 'pails', 'rails', 'sink', 'hold'] as const)
      expect(interval.at(gaugeIn(kind))).toBeGreaterThan(0);
  });

  it('is none from the first reading that shows a movement, of a joint or of the number', () => {
    show(3, undefined, 5);
    show(0.2, () => ({ moved: 12 }), 5);
    expect(inStretch()).toBe(0);
    show(3, () => ({ moved: 12 }), 5);
    expect(inStretch()).toBeGreaterThan(0);
    show(0.2, () => ({ moved: 12, angle: 22 }), 5);
    expect(inStretch()).toBe(0);
  });

  it('stays with a tremor of the joints, and with a stretch that sinks slowly', () => {
    show(3);
    show(5, (time) => ({ moved: 2 * Math.sin(9 * time), angle: 20 + 0.4 * time }));
    expect(inStretch()).toBeGreaterThan(0);
  });

  it('is none while a rule sees half of what it would flag, and while no person is fitted', () => {
    show(3);
    show(0.1, () => ({ calm: false }));
    expect(inStretch()).toBe(0);
    show(3);
    expect(inStretch()).toBeGreaterThan(0);
    interval.observe({ time: now + 0.1, skeleton: null }, { angle: null, calm: true });
    expect(inStretch()).toBe(0);
  });

  it('needs no number: a person without one lies still as well', () => {
    show(3, () => ({ angle: null }));
    expect(inStretch()).toBeGreaterThan(0);
  });

  it('is short enough in rests, breaks and still stretches that no drill calls the picture too slow', () => {
    show(3);
    // Any drill has rests; the quickest asks for fifteen a second. Those with stretches ask for twelve at most. A third is too slow.
    for (const gauge of [gaugeIn('rest'), gaugeIn('ready'), gaugeIn('turn'), gaugeIn('passive', true)])
      expect(1 / interval.at(gauge)).toBeGreaterThan(15 / 3);
    expect(1 / inStretch()).toBeGreaterThan(12 / 3);
  });
});
