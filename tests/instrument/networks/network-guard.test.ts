import { describe, expect, it, vi } from 'vitest';
import { NetworkGuard } from '../../../src/instrument/networks/network-pace.ts';

const GOOD = Float32Array.of(1, 2);
const guarded = (...answers: (Float32Array | Error)[]) => {
  const run = vi.fn(async (_input: number) => {
    const next = answers.shift() ?? GOOD;
    if (next instanceof Error) throw next;
    return next;
  });
  return { run, guard: new NetworkGuard(run) };
};

const BAD = [new Error('lost'), Float32Array.of(Number.NaN), Float32Array.of(1, Infinity)];

describe('a small network', () => {
  it('is left out after three failures in a row, and not asked again', async () => {
    const { guard, run } = guarded(...BAD);
    for (let i = 0; i < 3; i++) {
      expect(guard.isOut).toBe(false);
      expect(await guard.ask(i)).toBeNull();
    }
    expect(guard.isOut).toBe(true);
    expect(await guard.ask(3)).toBeNull();
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('stays in use where a good answer comes in between', async () => {
    const { guard } = guarded(BAD[0] as Error, BAD[1] as Float32Array, GOOD, BAD[2] as Float32Array);
    for (let i = 0; i < 4; i++) await guard.ask(i);
    expect(guard.isOut).toBe(false);
    expect(await guard.ask(4)).toBe(GOOD);
  });
});
