import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import { messageOf } from '../coded-error.ts';
import type { BackendName, BackendTrial } from '../pose.api.ts';

/** Longest time for one trial, from activation to the last timed frame. GPUs compile their shaders within seconds. */
const TRIAL_LIMIT: Milliseconds = 15_000;
const TIMED_FRAMES = 8;

export interface TrialEngine {
  /** Finds the person in the built-in picture. Resolves to what is wrong with the answer, or null. */
  check(): Promise<string | null>;
  /** Measures the built-in picture once more, to be timed: the person is already being tracked. */
  frame(): Promise<void>;
  dispose(): void;
}

/** What a trial needs of the backends; see `backend.ts`. */
export interface TrialBench<Engine extends TrialEngine> {
  whyNotTry(backend: BackendName): Promise<string | null>;
  activate(backend: BackendName): Promise<void>;
  build(): Promise<Engine>;
  release(backend: BackendName): void;
  now(): Milliseconds;
  /** Whether this frame time settles all that depends on it. Then a backend without a rival is not timed any longer. */
  isEnough?(frameTime: Milliseconds): boolean;
}

export interface TrialResult<Engine> {
  /** Null: no backend passed. */
  readonly best: {
    readonly backend: BackendName;
    readonly engine: Engine;
    readonly frameTime: Milliseconds;
  } | null;
  readonly trials: readonly BackendTrial[];
}

/**
 * Tries the backends one after the other and keeps the fastest one whose answer is right. A single candidate was chosen
 * by the user and is tried even if it is known to be slow.
 */
export const tryBackends = async <Engine extends TrialEngine>(
  candidates: readonly BackendName[],
  bench: TrialBench<Engine>,
  limit: Milliseconds = TRIAL_LIMIT,
): Promise<TrialResult<Engine>> => {
  const trials: BackendTrial[] = [];
  let best: TrialResult<Engine>['best'] = null;
  let lastTried: BackendName | null = null;
  const refusals =
    candidates.length > 1 ? await Promise.all(candidates.map((backend) => bench.whyNotTry(backend))) : [null];
  const hasRivals = refusals.filter((refusal) => refusal === null).length > 1;
  for (const [index, backend] of candidates.entries()) {
    const refusal = refusals[index] ?? null;
    if (refusal === null) lastTried = backend;
    const outcome = refusal ?? (await tryBackend(backend, bench, limit, hasRivals));
    if (typeof outcome === 'string') {
      trials.push({ backend, passed: false, frameTime: null, note: outcome });
      continue;
    }
    const { engine, frameTime } = outcome;
    trials.push({ backend, passed: true, frameTime, note: 'agrees with the known answer' });
    if (best && best.frameTime <= frameTime) retire(bench, backend, engine);
    else {
      if (best) retire(bench, best.backend, best.engine);
      best = { backend, engine, frameTime };
    }
  }
  if (best && best.backend !== lastTried) await bench.activate(best.backend);
  return { best, trials };
};

const retire = <Engine extends TrialEngine>(bench: TrialBench<Engine>, backend: BackendName, engine: Engine) => {
  engine.dispose();
  bench.release(backend);
};

/** Resolves to the engine with its frame time, or to what went wrong. */
const tryBackend = async <Engine extends TrialEngine>(
  backend: BackendName,
  bench: TrialBench<Engine>,
  limit: Milliseconds,
  hasRivals: boolean,
): Promise<string | { readonly engine: Engine; readonly frameTime: Milliseconds }> => {
  let over = false;
  const trial = async () => {
    await bench.activate(backend);
    if (over) throw new Error('given up');
    const engine = await bench.build();
    try {
      const problem = await engine.check();
      if (problem) throw new Error(problem);
      const frameTime = await fastestFrame(engine, TIMED_FRAMES, {
        now: () => bench.now(),
        isOver: () => over,
        isEnough: (time) => !hasRivals && (bench.isEnough?.(time) ?? false),
      });
      return { engine, frameTime };
    } catch (error) {
      engine.dispose();
      throw error;
    }
  };
  try {
    return await withTimeLimit(trial(), limit);
  } catch (error) {
    over = true;
    bench.release(backend);
    return messageOf(error);
  }
};

interface Timing {
  readonly now: () => Milliseconds;
  /** True: the result is wanted no longer. */
  readonly isOver?: () => boolean;
  /** True: the shortest time so far will do. */
  readonly isEnough?: (shortest: Milliseconds) => boolean;
}

/** Shortest time of several frames. Warm-up and other work at start only ever add time. */
export const fastestFrame = async (
  engine: TrialEngine,
  frames: number,
  { now, isOver = () => false, isEnough = () => false }: Timing,
): Promise<Milliseconds> => {
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < frames && !isEnough(fastest); i++) {
    if (isOver()) throw new Error('given up');
    const start = now();
    await engine.frame();
    fastest = Math.min(fastest, now() - start);
  }
  return fastest;
};

/** Rejects if `work` has not settled in time. It cannot stop the work, so the caller must ignore a late result. */
const withTimeLimit = async <T>(work: Promise<T>, limit: Milliseconds): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
