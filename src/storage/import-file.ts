import { batchesOf } from './import-source.ts';
import type { ImportOptions, Imported, SetStore, Settings } from './storage-contract.ts';

/**
 * Validates a file and stores all of its sets and checks, or nothing. The settings are only returned, because the person decides
 * about them. Rejects with `import-invalid` or the errors of a `SetStore`.
 * @returns null: it was cancelled, and nothing is stored
 */
export const importFile = async (
  store: Pick<SetStore, 'beginImport'>,
  file: Blob,
  { signal, progress, isFor }: ImportOptions = {},
  batches = batchesOf,
): Promise<Imported | null> => {
  const stage = await store.beginImport();
  let settings: Partial<Settings> | null = null;
  let person: string | undefined;
  try {
    for await (const batch of batches(file)) {
      if (signal?.aborted) break;
      await stage.add(batch.pieces);
      settings = batch.settings ?? settings;
      person = batch.person ?? person;
      progress?.(file.size === 0 ? 1 : batch.read / file.size);
    }
    const isWanted = !signal?.aborted && (person === undefined || (await isFor?.(person)) !== false);
    if (isWanted && !signal?.aborted) return { ...(await stage.commit()), settings };
    await stage.discard();
    return null;
  } catch (error) {
    await stage.discard();
    throw error;
  }
};
