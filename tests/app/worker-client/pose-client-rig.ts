import { vi } from 'vitest';
import type { SourceFrame } from '../../../src/app/sources/frame-source.ts';
import { PoseClient, type WorkerRestart } from '../../../src/app/worker-client/pose-client.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { LoadOptions } from '../../../workers/pose.api.ts';
import { type Behaviour, FakeWorker } from './fake-worker.ts';

export const AUTO: LoadOptions = { model: 'auto', backend: 'auto', targetRate: 12 };
export const PLAN = { drill: 'quadruped-band-ir', side: 'left' } as MeasurementPlan;
export const CRASH = { name: 'worker-crashed' };
export const STALL = { name: 'worker-stalled' };

export const silent = () => undefined;

/** An ArrayBuffer in place of a frame, because Node has no transferable pictures. */
export const frame = () => Object.assign(new ArrayBuffer(8), { close: vi.fn() }) as unknown as SourceFrame;

/** Lets messages between the page and the fake workers arrive; their ports work on real time. */
export const arrive = async () => {
  for (let i = 0; i < 12; i++) await new Promise((resolve) => setImmediate(resolve));
};

export const pass = async (milliseconds: number) => {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await arrive();
};

/** A client whose workers have the given behaviours one after the other; the last one is repeated. */
export const clientOf = (...behaviours: Behaviour[]) => {
  const workers: FakeWorker[] = [];
  const restarts: WorkerRestart[] = [];
  const givenUp = vi.fn();
  const engineChange = vi.fn();
  const client = new PoseClient({
    createWorker: () => {
      const worker = new FakeWorker(behaviours[Math.min(workers.length, behaviours.length - 1)] ?? {});
      workers.push(worker);
      return worker;
    },
    onRestart: (restart) => restarts.push(restart),
    onGiveUp: givenUp,
    onEngineChange: engineChange,
  });
  return { client, workers, restarts, givenUp, engineChange };
};

/** The same, loaded. */
export const loaded = async (...behaviours: Behaviour[]) => {
  const made = clientOf(...behaviours);
  await made.client.load(AUTO, silent);
  return made;
};

/** Fakes only the client's timers; the messages of the fake workers arrive in real time. */
export const fakeTime = (): void => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
};
