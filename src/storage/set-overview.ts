import type { SetRecord } from '../coach/set-record.ts';
import type { SetHeader, SetOverview } from './storage-contract.ts';

export const headerOf = (record: SetRecord): SetHeader => {
  const { frames: _frames, ...header } = record;
  return header;
};

/** Milliseconds since the epoch; 0 for a set without a date. */
export const startOf = (header: SetHeader): number =>
  header.startedAt === null ? 0 : Date.parse(header.startedAt);

/** The row of the list, with the best clean range of all sides and rounds. */
export const overviewOf = (header: SetHeader, frames: number, saved: boolean): SetOverview => {
  let best: { readonly clean: number; readonly sd: number | null } | null = null;
  for (const { clean, sd } of header.summary.sets) {
    if (clean !== null && (best === null || clean > best.clean)) best = { clean, sd };
  }
  return {
    id: header.id,
    startedAt: header.startedAt,
    drill: header.drill,
    side: header.side,
    goal: header.goal,
    ended: header.ended,
    clean: best?.clean ?? null,
    sd: best?.sd ?? null,
    flags: header.flags.length,
    frames,
    saved,
  };
};
