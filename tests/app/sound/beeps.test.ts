import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
  /** Whether the system lets the sound begin. */
  allows = true;
  resumed = 0;
  onstatechange: (() => void) | null = null;
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
    this.resumed += 1;
    if (this.allows) this.state = 'running';
  }
  isClosed = false;
  async close() {
    this.isClosed = true;
  }
  /** The system takes the sound away. */
  interrupt() {
    this.state = 'suspended';
    this.onstatechange?.();
  }
}

const unlocked = (volume = () => 1) => {
  const context = new FakeContext();
  const beeps = createBeeps(() => context as unknown as AudioContext, volume);
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
    let volume = 1;
    const { context, beeps } = unlocked(() => volume);
    beeps.play('tick');
    volume = 0.5;
    context.currentTime += 1;
    beeps.play('tick');
    const [full, half] = context.gains.map(({ gain }) => Math.max(...gain.points.map(({ value }) => value)));
    expect(half).toBeCloseTo((full ?? 0) / 2, 9);
    expect(half).toBeGreaterThan(0);
  });

  it('follows the volume in tones that are laid already, and lays none at volume 0', () => {
    let volume = 1;
    const { context, beeps } = unlocked(() => volume);
    const laid = [{ tone: 'start', after: 20 }] as const;
    beeps.lay(laid);
    beeps.lay(laid);
    expect(context.oscillators.map(({ stopped }) => stopped)).toEqual([expect.closeTo(25.37, 1)]);
    volume = 0.5;
    beeps.lay(laid);
    expect(context.oscillators.map(({ stopped }) => stopped)).toEqual([-1, expect.closeTo(25.37, 1)]);
    volume = 0;
    beeps.lay(laid);
    context.currentTime += 3;
    expect(context.oscillators.map(({ stopped }) => stopped)).toEqual([-1, -1]);
    expect(beeps.heard).toBe(0);
  });

  it('gives the loudspeaker back when closed, and asks for it no more', () => {
    const { context, beeps } = unlocked();
    beeps.play('start');
    beeps.close();
    expect(context.isClosed).toBe(true);
    expect(context.onstatechange).toBeNull();
    expect(beeps.state).toBe('none');
    beeps.play('start');
    expect(context.oscillators).toHaveLength(1);
  });

  it('stops a tone when muted and plays none afterwards', () => {
    const { context, beeps } = unlocked();
    beeps.play('start');
    beeps.setMuted(true);
    expect(context.oscillators[0]?.stopped).toBe(-1);
    beeps.play('end');
    expect(context.oscillators).toHaveLength(1);
  });

  it('sounds as media where the browser knows such a thing, so that the silent switch of a telephone does not mute it', () => {
    const audioSession = { type: 'auto' };
    vi.stubGlobal('navigator', { audioSession });
    unlocked();
    vi.unstubAllGlobals();
    expect(audioSession.type).toBe('playback');
  });

  it('does nothing without Web Audio', () => {
    const beeps = createBeeps(() => null);
    beeps.unlock();
    beeps.play('finish');
    expect(beeps.state).toBe('none');
  });
});

describe('tones that are laid ahead', () => {
  const starts = ({ oscillators }: FakeContext) =>
    oscillators.filter(({ stopped, started }) => stopped !== -1 && started !== null).map(({ started }) => started);

  it('begin at their time, once, though they are laid again and again', () => {
    const { context, beeps } = unlocked();
    for (let now = 0; now < 2; now += 0.1) {
      context.currentTime = 5 + now;
      beeps.lay([{ tone: 'start', after: 10 - now }]);
    }
    expect(starts(context)).toEqual([15]);
  });

  it('are not played again when their moment has come, be it late', () => {
    const { context, beeps } = unlocked();
    beeps.lay([{ tone: 'start', after: 10 }]);
    context.currentTime = 15.05;
    beeps.lay([]);
    beeps.play('start');
    expect(starts(context)).toEqual([15]);
    context.currentTime = 25;
    beeps.play('start');
    expect(starts(context)).toHaveLength(2);
  });

  it('are moved or taken back when the set pauses or goes on', () => {
    const { context, beeps } = unlocked();
    beeps.lay([{ tone: 'count', after: 2 }]);
    beeps.lay([]);
    expect(starts(context)).toEqual([]);
    beeps.lay([{ tone: 'count', after: 4 }]);
    context.currentTime = 6;
    beeps.lay([{ tone: 'count', after: 5 }]);
    expect(starts(context)).toEqual([11]);
  });

  it('leave room for a tone that sounds at once', () => {
    const { context, beeps } = unlocked();
    beeps.lay([{ tone: 'tick', after: 30 }]);
    beeps.play('hold');
    expect(starts(context)[1]).toBeCloseTo(5.02, 9);
  });

  it('were heard for as long as the audio clock ran', () => {
    const { context, beeps } = unlocked();
    beeps.lay([{ tone: 'start', after: 10 }]);
    context.currentTime += 7;
    expect(beeps.heard).toBe(7);
    beeps.setMuted(true);
    beeps.lay([]);
    context.currentTime += 7;
    expect(beeps.heard).toBe(0);
  });
});

describe('a clock of sound that stands while the browser says "running"', () => {
  const press: (() => void)[] = [];
  let contexts: FakeContext[] = [];
  /** How fast the clock of each new context runs. */
  let speed = (_made: number) => 0;
  const rig = () => {
    const beeps = createBeeps(() => {
      contexts.push(new FakeContext());
      return contexts.at(-1) as unknown as AudioContext;
    });
    beeps.unlock();
    return beeps;
  };
  /** Lays a tone a tenth of a second apart, as a set does. */
  const pass = (beeps: ReturnType<typeof rig>, seconds: number, ahead = 30) => {
    for (let i = 0; i < 10 * seconds; i++) {
      vi.advanceTimersByTime(100);
      for (const [at, context] of contexts.entries()) context.currentTime += 0.1 * speed(at);
      beeps.lay([{ tone: 'start', after: ahead - i / 10 }]);
    }
  };

  beforeEach(() => {
    vi.useFakeTimers();
    press.length = 0;
    vi.stubGlobal('addEventListener', (_kind: string, listener: () => void, { signal }: { signal: AbortSignal }) => {
      press.push(() => signal.aborted || listener());
    });
    contexts = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each([0, 0.2])('is replaced by a new one within three seconds, at %f of its speed', (slow) => {
    speed = (made) => (made === 0 ? slow : 1);
    const beeps = rig();
    pass(beeps, 3);
    expect([contexts.length, contexts[0]?.isClosed, beeps.state]).toEqual([2, true, 'running']);
    pass(beeps, 40, 60);
    expect([contexts.length, beeps.state, beeps.isLost]).toEqual([2, 'running', false]);
    const placed = contexts[1]?.oscillators.filter(({ stopped }) => stopped !== -1) ?? [];
    expect(placed.length).toBeGreaterThan(0);
  });

  it('is lost where two new ones stand as well: few are made, and no tone is laid again and again', () => {
    speed = () => 0;
    const beeps = rig();
    pass(beeps, 6);
    expect([contexts.length, beeps.state, beeps.isLost]).toEqual([3, 'suspended', true]);
    const laid = contexts.reduce((sum, { oscillators }) => sum + oscillators.length, 0);
    pass(beeps, 40, 80);
    expect(contexts.length).toBeLessThan(6);
    expect(contexts.reduce((sum, { oscillators }) => sum + oscillators.length, 0) - laid).toBe(0);
  });

  it('is back with the next key, or by itself', () => {
    speed = (made) => (made < 3 ? 0 : 1);
    const beeps = rig();
    pass(beeps, 6);
    expect(beeps.state).toBe('suspended');
    for (const one of press.slice()) one();
    expect(contexts).toHaveLength(4);
    pass(beeps, 2);
    expect([beeps.state, beeps.isLost]).toEqual(['running', false]);
    speed = () => 0;
    pass(beeps, 6);
    expect(beeps.state).toBe('suspended');
    speed = () => 1;
    pass(beeps, 1);
    expect(beeps.state).toBe('running');
  });

  it('is none where the page slept, or nobody looked for a while', () => {
    speed = () => 1;
    const beeps = rig();
    pass(beeps, 5);
    vi.advanceTimersByTime(60_000);
    pass(beeps, 5);
    vi.advanceTimersByTime(2900);
    pass(beeps, 5);
    expect([contexts.length, beeps.state]).toEqual([1, 'running']);
  });
});

describe('a sound that the system takes away', () => {
  it('is asked for at once, and is back with the next tone', () => {
    const { context, beeps } = unlocked();
    beeps.play('start');
    context.interrupt();
    expect(context.resumed).toBe(2);
    beeps.play('end');
    expect(context.oscillators.length).toBeGreaterThan(1);
  });

  it('is asked for again with a later tone and by a key, and is lost as long as it is refused', async () => {
    const press: (() => void)[] = [];
    vi.stubGlobal('addEventListener', (_kind: string, listener: () => void) => press.push(listener));
    vi.useFakeTimers();
    const { context, beeps } = unlocked();
    vi.unstubAllGlobals();
    beeps.play('start');
    context.allows = false;
    context.interrupt();
    expect([beeps.state, beeps.isLost]).toEqual(['suspended', true]);
    const asked = context.resumed;
    vi.advanceTimersByTime(1500);
    beeps.lay([{ tone: 'start', after: 1 }]);
    expect(context.resumed).toBe(asked + 1);
    context.allows = true;
    press[0]?.();
    expect(context.resumed).toBe(asked + 2);
    expect([beeps.state, beeps.isLost]).toEqual(['running', false]);
    vi.useRealTimers();
  });
});
