import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import { messageOf } from '../coded-error.ts';
import type { BackendName, BackendTrial } from '../pose.api.ts';
import { withTimeLimit } from './time-limit.ts';

/** The longest a backend may take from start to its last timed frame. GPUs compile their shaders within seconds. */
const TRIAL_LIMIT: Milliseconds = 15_000;
const TIMED_FRAMES = 8;

/** An engine under trial. */
export interface TrialEngine {
  /** Finds the person in the known picture from scratch; says what is wrong with the answer, or null. */
  check(): Promise<string | null>;
  /** Measures the known picture as a running track does, for its time only. */
  frame(): Promise<void>;
  dispose(): void;
}

export interface TrialBench<Engine extends TrialEngine> {
  whyNotTry(backend: BackendName): Promise<string | null>;
  activate(backend: BackendName): Promise<void>;
  build(): Promise<Engine>;
  release(backend: BackendName): void;
  now(): Milliseconds;
}

export interface TrialResult<Engine> {
  /** Null when no backend passed. */
  readonly best: {
    readonly backend: BackendName;
    readonly engine: Engine;
    readonly frameTime: Milliseconds;
  } | null;
  readonly trials: readonly BackendTrial[];
}

/**
 * Tries backends one after the other and keeps the fastest whose answer on the known picture is right. A single
 * candidate is the person's own wish and is tried even where it is known to be slow.
 */
export const tryBackends = async <Engine extends TrialEngine>(
  candidates: readonly BackendName[],
  bench: TrialBench<Engine>,
  limit: Milliseconds = TRIAL_LIMIT,
): Promise<TrialResult<Engine>> => {
  const trials: BackendTrial[] = [];
  let best: TrialResult<Engine>['best'] = null;
  let lastTried: BackendName | null = null;
  for (const backend of candidates) {
    const refusal = candidates.length > 1 ? await bench.whyNotTry(backend) : null;
    if (refusal === null) lastTried = backend;
    const outcome = refusal ?? (await tryBackend(backend, bench, limit));
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

/** The engine with its frame time, or what went wrong. */
const tryBackend = async <Engine extends TrialEngine>(
  backend: BackendName,
  bench: TrialBench<Engine>,
  limit: Milliseconds,
): Promise<string | { readonly engine: Engine; readonly frameTime: Milliseconds }> => {
  let over = false;
  const trial = async () => {
    await bench.activate(backend);
    if (over) throw new Error('given up');
    const engine = await bench.build();
    try {
      const problem = await engine.check();
      if (problem) throw new Error(problem);
      const now = () => bench.now();
      const frameTime = await fastestFrame(engine, TIMED_FRAMES, now, () => over);
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

/** The fastest of some frames: warming up, and what else goes on at start, only ever make a frame slower. */
export const fastestFrame = async (
  engine: TrialEngine,
  frames: number,
  now: () => Milliseconds,
  over: () => boolean = () => false,
): Promise<Milliseconds> => {
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < frames; i++) {
    if (over()) throw new Error('given up');
    const start = now();
    await engine.frame();
    fastest = Math.min(fastest, now() - start);
  }
  return fastest;
};
