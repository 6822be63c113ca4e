import { AppError, type AppErrorCode } from '../app/app-error.ts';
import type { ImportedFile } from './read-import.ts';
import type { ImportedSet, ImportOptions, Imported, SetStore } from './storage-contract.ts';

export type ImportReply =
  | { readonly kind: 'read'; readonly share: number }
  | { readonly kind: 'done'; readonly file: ImportedFile<ImportedSet> }
  | { readonly kind: 'error'; readonly code: AppErrorCode; readonly message: string };

/** The part of a worker that is used. */
export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<ImportReply>) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
};

const startWorker = (): ImportWorker =>
  new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'import' });

/** What is in a file, read and validated beside the page; null: it was cancelled. Rejects with `import-invalid` and the first faults. */
export async function readInWorker(
  file: Blob,
  { signal, progress }: ImportOptions,
  start = startWorker,
): Promise<ImportedFile<ImportedSet> | null> {
  const worker = start();
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === 'read') progress?.(data.share);
        else if (data.kind === 'done') resolve(data.file);
        else reject(new AppError(data.code, data.message));
      };
      worker.onerror = ({ message }) =>
        reject(new AppError('unexpected', `Nothing was imported: reading stopped (${message}).`));
      signal?.addEventListener('abort', () => resolve(null));
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
}

/**
 * Validates a file and stores all of its sets and checks, or nothing. The settings are only returned, because the person decides
 * about them. Rejects with `import-invalid` or the errors of a `SetStore`.
 * @returns null: it was cancelled, and nothing is stored
 */
export async function importFile(
  store: Pick<SetStore, 'addImported'>,
  file: Blob,
  options: ImportOptions = {},
  read: (file: Blob, options: ImportOptions) => Promise<ImportedFile<ImportedSet> | null> = readInWorker,
): Promise<Imported | null> {
  const { signal, isFor } = options;
  const found = await read(file, options);
  if (found === null || signal?.aborted) return null;
  const { person, settings } = found;
  if (person !== undefined && (await isFor?.(person)) === false) return null;
  return signal?.aborted ? null : { ...(await store.addImported(found)), settings };
}
