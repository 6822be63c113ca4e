import type { Degrees, Estimate } from '../../instrument/geometry/units.ts';
import type { RangeChannel } from '../drill-definition.ts';
import type { SetRecord } from './set-record.ts';

/** A side check is about the back alone: it has no range, and nothing is compared with it. */
export const isSideCheck = ({ range }: { readonly range?: RangeChannel | undefined }): boolean => range === 'back-arch';

/** What was read of the back in the phases of a set, and out of how many frames. */
export interface BackReadings {
  readonly frames: number;
  /** Lumbar extension against the start, frame by frame where it was in sight. */
  readonly seen: readonly Estimate<Degrees>[];
}

export function backReadings({ frames, phases }: Pick<SetRecord, 'frames' | 'phases'>): BackReadings {
  const within = frames.filter(({ t }) => phases.some(({ start, end }) => t >= start && t < end));
  const seen = within.flatMap(({ valid, lumbarExtension }) => (valid && lumbarExtension ? [lumbarExtension] : []));
  return { frames: within.length, seen };
}
