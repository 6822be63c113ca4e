import { isAppErrorCode } from '../app/app-error.ts';
import { canPack, packedParts } from './frames/packed-frames.ts';
import type { ImportReply } from './import-file.ts';
import { readImport } from './read-import.ts';
import { importedSet } from './set-header.ts';

// Reads an imported file beside the page.

const tell = (reply: ImportReply): void => globalThis.postMessage(reply);

const failed = (thrown: unknown): ImportReply => {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { kind: 'error', code: isAppErrorCode(name) ? name : 'unexpected', message };
};

globalThis.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  void readImport(data, {
    take: async (set) => importedSet(set, canPack() ? await packedParts(set.frames) : undefined),
    progress: (share) => tell({ kind: 'read', share }),
  })
    .then((file): ImportReply => ({ kind: 'done', file }), failed)
    .then(tell);
});
