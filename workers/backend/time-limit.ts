import type { Milliseconds } from '../../src/instrument/geometry/units.ts';

/** Rejects when `work` has not settled in time. It cannot stop the work: the caller must ignore what still comes of it. */
export const withTimeLimit = async <T>(work: Promise<T>, limit: Milliseconds): Promise<T> => {
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
