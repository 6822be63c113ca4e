import { describe, expect, it } from 'vitest';
import { createBeeps, TONES } from '../../../src/app/sound/beeps.ts';

class FakeParam {
  value = 0;
  readonly points: { value: number; at: number }[] = [];
  setValueAtTime(value: number, at: number) {
    this.points.push({ value, at });
  }
  linearRampToValueAtTime(value: number, at: number) {
    this.points.push({ value, at });
  }
}

class FakeNode {
  readonly gain = new FakeParam();
  readonly frequency = new FakeParam();
  onended: (() => void) | null = null;
  started: number | null = null;
  stopped: number | null = null;
  connect(node: unknown) {
    return node;
  }
  disconnect() {
    this.onended = null;
  }
  start(at: number) {
    this.started = at;
  }
  stop(at = -1) {
    this.stopped = at;
  }
}

class FakeContext {
  state: AudioContextState = 'suspended';
  currentTime = 5;
  readonly destination = {};
  readonly oscillators: FakeNode[] = [];
  readonly gains: FakeNode[] = [];
  createOscillator() {
    const node = new FakeNode();
    this.oscillators.push(node);
    return node;
  }
  createGain() {
    const node = new FakeNode();
    this.gains.push(node);
    return node;
  }
  async resume() {
    this.state = 'running';
  }
  async close() {
    this.state = 'closed';
  }
}

const unlocked = () => {
  const context = new FakeContext();
  const beeps = createBeeps(() => context as unknown as AudioContext);
  beeps.unlock();
  return { context, beeps };
};

describe('createBeeps', () => {
  it('is silent until a click unlocks the sound', () => {
    const context = new FakeContext();
    const beeps = createBeeps(() => context as unknown as AudioContext);
    beeps.play('start');
    expect(context.oscillators).toHaveLength(0);
    expect(beeps.state).toBe('none');
  });

  it('schedules every note on the audio clock, in the rhythm of the tone', () => {
    const { context, beeps } = unlocked();
    beeps.play('cue');
    const starts = context.oscillators.map((node) => node.started ?? 0);
    const first = starts[0] ?? 0;
    expect(first).toBeGreaterThan(context.currentTime);
    TONES.cue.forEach((note, index) => {
      expect((starts[index] ?? 0) - first).toBeCloseTo(note.at, 9);
    });
  });

  it('plays a later tone at its time', () => {
    const { context, beeps } = unlocked();
    beeps.play('tick', 0.25);
    expect(context.oscillators[0]?.started).toBeCloseTo(context.currentTime + 0.25, 9);
  });

  it('lets one tone end before the next begins, and leaves out a late tick', () => {
    const { context, beeps } = unlocked();
    beeps.play('end');
    beeps.play('start');
    beeps.play('tick');
    const [, secondNote, start] = context.oscillators;
    expect(context.oscillators).toHaveLength(3);
    expect(start?.started ?? 0).toBeGreaterThan(secondNote?.stopped ?? Infinity);
  });

  it('fades every note in and out, so that nothing clicks', () => {
    const { context, beeps } = unlocked();
    beeps.play('count');
    const points = context.gains[0]?.gain.points ?? [];
    expect(points[0]?.value).toBe(0);
    expect(points.at(-1)?.value).toBe(0);
  });

  it('plays each tone at the current volume', () => {
    const context = new FakeContext();
    let volume = 1;
    const beeps = createBeeps(
      () => context as unknown as AudioContext,
      () => volume,
    );
    beeps.unlock();
    beeps.play('tick');
    volume = 0.5;
    context.currentTime += 1;
    beeps.play('tick');
    const [full, half] = context.gains.map(({ gain }) => Math.max(...gain.points.map(({ value }) => value)));
    expect(half).toBeCloseTo((full ?? 0) / 2, 9);
    expect(half).toBeGreaterThan(0);
  });

  it('has a different rhythm or melody for every tone', () => {
    const shapes = Object.values(TONES).map((notes) => JSON.stringify(notes));
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('stops a tone when muted and plays none afterwards', () => {
    const { context, beeps } = unlocked();
    beeps.play('start');
    beeps.setMuted(true);
    expect(context.oscillators[0]?.stopped).toBe(-1);
    beeps.play('end');
    expect(context.oscillators).toHaveLength(1);
  });

  it('does nothing without Web Audio', () => {
    const beeps = createBeeps(() => null);
    beeps.unlock();
    beeps.play('finish');
    beeps.close();
    expect(beeps.state).toBe('none');
  });
});
