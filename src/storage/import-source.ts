import { AppError, type AppErrorCode } from '../app/app-error.ts';
import type { ImportBatch } from './import-batches.ts';

export type ImportRequest = { readonly kind: 'open'; readonly file: Blob } | { readonly kind: 'next' };

export type ImportReply =
  | { readonly kind: 'batch'; readonly batch: ImportBatch }
  | { readonly kind: 'end' }
  | { readonly kind: 'error'; readonly code: AppErrorCode; readonly message: string };

/** The part of a worker that is used. */
export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<ImportReply>) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
};

const startWorker = (): ImportWorker =>
  new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'import' });

const ask = (worker: ImportWorker, request: ImportRequest): Promise<ImportReply> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) =>
      reject(new AppError('unexpected', `Nothing was imported: reading stopped (${message}).`));
    worker.postMessage(request);
  });

/** The validated batches of a file, read in a worker. Throws `import-invalid` with the first faults. */
export async function* batchesOf(
  file: Blob,
  start: () => ImportWorker = startWorker,
): AsyncGenerator<ImportBatch, void> {
  const worker = start();
  try {
    worker.postMessage({ kind: 'open', file } satisfies ImportRequest);
    let asked = ask(worker, { kind: 'next' });
    for (;;) {
      const reply = await asked;
      if (reply.kind === 'end') return;
      if (reply.kind === 'error') throw new AppError(reply.code, reply.message);
      // The worker reads on while the page stores this batch.
      asked = ask(worker, { kind: 'next' });
      asked.catch(() => undefined);
      yield reply.batch;
    }
  } finally {
    worker.terminate();
  }
}
