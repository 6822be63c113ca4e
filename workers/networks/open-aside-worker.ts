import { wrap } from 'comlink';
import type { AsideApi } from './aside.api.ts';
import type { AsideWorker } from './aside-networks.ts';

export function asideWorker(worker: Worker): AsideWorker {
  return {
    api: wrap<AsideApi>(worker),
    onFailure: (listener) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        listener();
      });
      worker.addEventListener('messageerror', listener);
    },
    end: () => worker.terminate(),
  };
}

/** For `AsideOptions.after`. */
export const afterTimeout = (time: number, job: () => void): (() => void) => {
  const timer = setTimeout(job, time);
  return () => clearTimeout(timer);
};
