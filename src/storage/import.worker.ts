import { isAppErrorCode } from '../app/app-error.ts';
import { importBatches, type ImportBatch } from './import-batches.ts';
import type { ImportReply, ImportRequest } from './import-source.ts';

// Reads an imported file beside the page. The page asks for one batch at a time, so that no more than two are in memory.

let batches: AsyncGenerator<ImportBatch, void> | null = null;

const nextBatch = async (): Promise<ImportReply> => {
  try {
    const next = await batches?.next();
    return next === undefined || next.done ? { kind: 'end' } : { kind: 'batch', batch: next.value };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'error', code: isAppErrorCode(name) ? name : 'unexpected', message };
  }
};

globalThis.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  if (data.kind === 'open') batches = importBatches(data.file);
  else void nextBatch().then((reply) => globalThis.postMessage(reply));
});
