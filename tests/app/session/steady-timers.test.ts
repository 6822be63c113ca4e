import { describe, expect, it } from 'vitest';
import { steadyTimers, type TimerWorker } from '../../../src/app/session/session-clock.ts';

const bench = () => {
  const asked: [number, number][] = [];
  const page = new Map<number, () => void>();
  const worker: TimerWorker = {
    onmessage: null,
    postMessage: (wish: [number, number]) => asked.push(wish),
    terminate: () => undefined,
  };
  let next = 1;
  const timers = steadyTimers(
    { set: (run) => (page.set(next, run), next++), clear: (timer) => page.delete(timer) },
    () => worker,
  );
  const ring = (timer: number) => worker.onmessage?.call(worker as Worker, { data: timer } as MessageEvent);
  return { asked, page, timers, ring };
};

describe('timers of a running set', () => {
  it('ring once, by the worker or by the page, whichever comes first', () => {
    const { asked, page, timers, ring } = bench();
    const rung: string[] = [];
    const first = timers.set(() => rung.push('first'), 100);
    const second = timers.set(() => rung.push('second'), 50);
    expect(asked).toEqual([
      [first, 100],
      [second, 50],
    ]);
    ring(first);
    page.get(second)?.();
    ring(second);
    ring(first);
    expect(rung).toEqual(['first', 'second']);
    expect(page.size).toBe(0);
  });

  it('do not ring when they were cleared', () => {
    const { timers, ring } = bench();
    let rung = 0;
    const timer = timers.set(() => (rung += 1), 100);
    timers.clear(timer);
    ring(timer);
    expect(rung).toBe(0);
  });
});
