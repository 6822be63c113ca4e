import { describe, expect, it, vi } from 'vitest';
import { tryBackends, type TrialBench, type TrialEngine } from '../../../workers/backend/backend-trials.ts';
import type { BackendName } from '../../../workers/pose.api.ts';

interface Script {
  readonly frameTime?: number;
  readonly refusal?: string;
  readonly problem?: string;
  readonly hangs?: boolean;
  readonly throws?: string;
}

/** Backends that behave as scripted, on a clock of their own. */
const benchOf = (scripts: Partial<Record<BackendName, Script>>) => {
  let clock = 0;
  let current: BackendName = 'wasm';
  const log: string[] = [];
  const bench: TrialBench<TrialEngine & { readonly made: BackendName }> = {
    now: () => clock,
    whyNotTry: async (backend) => scripts[backend]?.refusal ?? null,
    activate: async (backend) => {
      log.push(`activate ${backend}`);
      const script = scripts[backend];
      if (script?.throws) throw new Error(script.throws);
      if (script?.hangs) await new Promise(() => undefined);
      current = backend;
    },
    release: (backend) => log.push(`release ${backend}`),
    build: async () => {
      const made = current;
      return {
        made,
        check: async () => scripts[made]?.problem ?? null,
        frame: async () => {
          clock += scripts[made]?.frameTime ?? 10;
        },
        dispose: () => log.push(`dispose ${made}`),
      };
    },
  };
  return { bench, log };
};

describe('the backend trials', () => {
  it('choose the fastest backend that passes', async () => {
    const { bench, log } = benchOf({
      wasm: { frameTime: 40 },
      webgl: { frameTime: 12 },
      webgpu: { frameTime: 20 },
    });
    const { best, trials } = await tryBackends(['wasm', 'webgl', 'webgpu'], bench);
    expect(best?.backend).toBe('webgl');
    expect(best?.engine.made).toBe('webgl');
    expect(trials.map(({ frameTime }) => frameTime)).toEqual([40, 12, 20]);
    // Another one was tried last.
    expect(log.at(-1)).toBe('activate webgl');
  });

  it('free the engines and backends that lose', async () => {
    const { bench, log } = benchOf({ wasm: { frameTime: 40 }, webgl: { frameTime: 12 } });
    await tryBackends(['wasm', 'webgl'], bench);
    expect(log).toContain('dispose wasm');
    expect(log).toContain('release wasm');
    expect(log).not.toContain('dispose webgl');
  });

  it('never choose a backend with a wrong answer, however fast', async () => {
    const { bench } = benchOf({
      wasm: { frameTime: 40 },
      webgl: { frameTime: 1, problem: 'is off by 90 px' },
    });
    const { best, trials } = await tryBackends(['wasm', 'webgl'], bench);
    expect(best?.backend).toBe('wasm');
    expect(trials[1]).toMatchObject({ passed: false, frameTime: null, note: 'is off by 90 px' });
  });

  it('skip a software GPU and say why', async () => {
    const { bench, log } = benchOf({ webgl: { refusal: 'skipped: software rendering (SwiftShader)' } });
    const { trials } = await tryBackends(['wasm', 'webgl'], bench);
    expect(trials[1]?.note).toBe('skipped: software rendering (SwiftShader)');
    expect(log).not.toContain('activate webgl');
  });

  it('try a single candidate even if it is known to be slow', async () => {
    const { bench } = benchOf({ webgl: { refusal: 'skipped', frameTime: 900 } });
    const { best } = await tryBackends(['webgl'], bench);
    expect(best).toMatchObject({ backend: 'webgl', frameTime: 900 });
  });

  it('go on when a backend does not start', async () => {
    const { bench } = benchOf({ wasm: { throws: 'no SIMD' }, webgl: { frameTime: 30 } });
    const { best, trials } = await tryBackends(['wasm', 'webgl'], bench);
    expect(best?.backend).toBe('webgl');
    expect(trials[0]).toMatchObject({ passed: false, note: 'no SIMD' });
  });

  it('end a trial that hangs at its time limit', async () => {
    vi.useFakeTimers();
    try {
      const { bench, log } = benchOf({ webgl: { hangs: true } });
      const result = tryBackends(['wasm', 'webgl'], bench, 15_000);
      await vi.advanceTimersByTimeAsync(15_000);
      const { best, trials } = await result;
      expect(best?.backend).toBe('wasm');
      expect(trials[1]).toMatchObject({ passed: false, note: 'took longer than 15 s' });
      expect(log).toContain('release webgl');
    } finally {
      vi.useRealTimers();
    }
  });

  it('end the timing of a backend without a rival as soon as its time decides', async () => {
    const timed = async (scripts: Partial<Record<BackendName, Script>>) => {
      const { bench } = benchOf(scripts);
      await tryBackends(['wasm', 'webgl'], { ...bench, isEnough: (time) => time <= 40 });
      return bench.now();
    };
    expect(await timed({ wasm: { frameTime: 40 }, webgl: { refusal: 'skipped' } })).toBe(40);
    expect(await timed({ wasm: { frameTime: 41 }, webgl: { refusal: 'skipped' } })).toBe(8 * 41);
    expect(await timed({ wasm: { frameTime: 40 }, webgl: { frameTime: 12 } })).toBe(8 * 40 + 8 * 12);
  });
});
