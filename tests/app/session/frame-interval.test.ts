import { beforeEach, describe, expect, it } from 'vitest';
import { FrameInterval } from '../../../src/app/session/set-feed.ts';
import { phaseOf } from '../../browser/lib/fake-readings.ts';
import type { PhaseKind } from '../../../src/coach/drill-definition.ts';
import { FITTED_JOINTS } from '../../../src/instrument/output/reading.ts';
import { gauge } from '../../../src/coach/coach.ts';
import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

const gaugeIn = (kind: PhaseKind, paused = false) => ({ phase: phaseOf(kind), paused });

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
    for (const shown of [gaugeIn('rest'), gaugeIn('ready'), gaugeIn('turn'), gaugeIn('passive', true)])
      expect(1 / interval.at(shown)).toBeGreaterThan(15 / 3);
    expect(1 / inStretch()).toBeGreaterThan(12 / 3);
  });
});

/** Frames a second of the camera, and how long the worker takes for one. */
const CAMERA = 30;
const WORK: Seconds = 0.055;
/** Begin of the fault: the person has been still for long, in the passive phase. */
const ONSET: Seconds = 5;
/** A turn of the pelvis of this size is flagged. */
const TWIST = 12;
/** Joints that never move, so that only the twist tells the fault. */
const JOINTS = Float32Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 60 : 30) * i);

/**
 * A pelvis that turns in a still stretch: how long after its onset it is flagged, and how many frames were read in the 2 s before.
 * @param rise seconds in which it turns
 * @param spares whether frames are spared, as in a set before a camera
 */
function alarm(onset: Seconds, rise: Seconds, spares: boolean): { delay: Seconds; before: number } {
  const run = new SetRun(planFor());
  const interval = new FrameInterval();
  let [free, last, before] = [0, -Infinity, 0];
  for (let i = 0; i < CAMERA * (onset + 5); i++) {
    const time = i / CAMERA;
    const longest = spares ? interval.at(gauge(run.state)) : 0;
    if (time < free || time + 1 / CAMERA - last <= longest) continue;
    [free, last] = [time + WORK, time];
    const twist = -TWIST * Math.min(1, Math.max(0, (time - onset) / rise));
    const reading = makeReading({ time, twist, skeleton: JOINTS, referencePoseAt: time < 1 ? 'holding' : 1 });
    run.send({ kind: 'reading', reading });
    interval.observe(reading, gauge(run.state));
    if (time > onset - 2 && time < onset) before++;
    const isFlagged = run.state.rules.entries.some(
      ({ rule, watch }) => rule.id === 'pelvis-twist' && watch.open !== null,
    );
    if (isFlagged) return { delay: time - onset, before };
  }
  throw new Error('the fault was not flagged');
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? Number.NaN;

const delaysOf = (alarms: readonly { readonly delay: Seconds }[]): readonly Seconds[] =>
  alarms.map(({ delay }) => delay);

describe('a fault that begins in a still stretch', () => {
  const onsets = Array.from({ length: 20 }, (_, i) => ONSET + i * 0.0137);

  // The median and the 95th percentile. A delay of less than half a camera frame more counts as equal.
  for (const rise of [0.3, 1, 4])
    it(`is flagged as soon as if every frame were read, when the pelvis turns in ${rise} s`, () => {
      const spared = onsets.map((onset) => alarm(onset, rise, true));
      const all = onsets.map((onset) => alarm(onset, rise, false));
      expect(spared.every(({ before }, i) => before < 0.4 * (all[i]?.before ?? 0))).toBe(true);
      for (const share of [0.5, 0.95])
        expect(quantile(delaysOf(spared), share)).toBeLessThan(quantile(delaysOf(all), share) + 0.5 / CAMERA);
    });
});
