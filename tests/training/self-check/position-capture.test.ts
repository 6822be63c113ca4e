import { describe, expect, it } from 'vitest';
import {
  type CaptureEvent,
  type CaptureInput,
  type CaptureSample,
  type CaptureState,
  openCapture,
  stepCapture,
} from '../../../src/training/self-check/position-capture.ts';
import { POSITIONS } from '../../../src/training/self-check/self-check-record.ts';

const RATE = 10;

/** Drives the capture with readings at 10 a second. */
class Run {
  state: CaptureState = openCapture;
  readonly events: CaptureEvent[] = [];
  #time = 0;

  give(input: CaptureInput): this {
    const { state, events } = stepCapture(this.state, input);
    this.state = state;
    this.events.push(...events);
    return this;
  }

  /** @param angle of the hip by the time since the call (s); null: no valid reading */
  readings(seconds: number, angle: (t: number) => number | null, part: Partial<CaptureSample> = {}): this {
    for (let i = 1; i <= seconds * RATE; i += 1) {
      this.#time += 1 / RATE;
      const hip = angle(i / RATE);
      const sample = hip === null ? null : { hip, statedSd: 2, pelvis: null, expected: hip, ...part, time: this.#time };
      this.give({ kind: 'reading', time: this.#time, sample });
    }
    return this;
  }

  get kinds(): readonly string[] {
    return this.events.map(({ kind }) => kind);
  }
}

const still = (angle: number) => () => angle;
/** A tremor of a degree. */
const trembling = (angle: number) => (t: number) => angle + Math.sin(7 * t);

describe('a held position', () => {
  it('is found by its stillness and averaged over two seconds', () => {
    const run = new Run().readings(1.5, (t) => 10 * t).readings(5, trembling(15));
    expect(run.kinds).toEqual(['measuring', 'kept']);
    const [held] = run.state.held;
    expect(held?.hip).toBeCloseTo(15, 0);
    expect(held?.sd).toBeGreaterThan(0.5);
    expect(held?.sd).toBeLessThan(1);
    expect(held?.seconds).toBeGreaterThan(1.7);
    expect(held).toMatchObject({ typed: null, statedSd: 2, pelvis: null });
  });

  it('is not the start position, and not the position before', () => {
    const run = new Run().readings(5, still(1));
    expect(run.events).toEqual([]);
    run.readings(5, still(15)).give({ kind: 'next' }).readings(6, still(16)).readings(6, still(-1));
    expect(run.kinds).toEqual(['measuring', 'kept', 'ask']);
  });

  it('is not a leg turned outward, beyond the start', () => {
    expect(new Run().readings(6, still(-9)).events).toEqual([]);
  });

  it('is dropped when the start turns out to have been taken within the movement', () => {
    const run = new Run().readings(5, still(15)).give({ kind: 'next' }).give({ kind: 'start-doubted' });
    expect(run.state).toMatchObject({ stage: 'seek', held: [], samples: [] });
    run.readings(5, still(30));
    expect(run.state.held.map(({ hip }) => Math.round(hip))).toEqual([30]);
  });

  it('is not a leg that moves slowly', () => {
    expect(new Run().readings(8, (t) => 5 + 3 * t).events).toEqual([]);
  });

  it('counts with what the pelvis adds, and keeps both apart', () => {
    const run = new Run().readings(5, still(9), { pelvis: 6, expected: 22 });
    expect(run.state.held[0]).toMatchObject({ hip: 9, pelvis: 6 });
    expect(run.state.held[0]?.expected).toBeCloseTo(22, 9);
  });

  it('has no expected angle where fewer than half of its readings had one', () => {
    expect(new Run().readings(5, still(20), { expected: null }).state.held[0]?.expected).toBeNull();
  });
});

describe('a hold that fails', () => {
  it('is asked for again when the leg moves on', () => {
    const run = new Run().readings(2, still(15)).readings(1.6, (t) => 15 + 12 * t);
    expect(run.kinds).toEqual(['measuring', 'moved']);
    expect(run.state.held).toEqual([]);
  });

  it('is given up when the leg is not seen', () => {
    const run = new Run().readings(2, still(15)).readings(2, () => null);
    expect(run.kinds).toEqual(['measuring', 'unseen']);
  });
});

describe('the person', () => {
  it('has the next two seconds measured with one press, wherever the leg is', () => {
    const run = new Run().readings(1, still(1)).give({ kind: 'measure' }).readings(2.2, still(1));
    expect(run.kinds).toEqual(['measuring', 'kept']);
  });

  it('is asked to hold a position again that the phone could not read', () => {
    const run = new Run().readings(5, still(15)).give({ kind: 'again' }).readings(5, still(17));
    expect(run.kinds).toEqual(['measuring', 'kept', 'ask', 'measuring', 'kept']);
    expect(run.state.held.map(({ hip }) => Math.round(hip))).toEqual([17]);
  });
});

describe('five positions', () => {
  const angles = [10, 16, 22, 30, 18];

  it('follow each other by themselves, with time to read the instrument', () => {
    const run = new Run();
    for (const angle of angles) run.readings(11, still(angle));
    expect(run.state.stage).toBe('done');
    expect(run.state.held.map(({ hip }) => Math.round(hip))).toEqual(angles);
    expect(run.kinds.filter((kind) => kind === 'ask')).toHaveLength(POSITIONS - 1);
    const before = run.events.length;
    run.give({ kind: 'measure' }).readings(3, still(40));
    expect(run.events).toHaveLength(before);
  });
});
