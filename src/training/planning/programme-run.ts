import type { KnownDrill, Part } from './parts.ts';

/** A set that was done for a part. */
export interface RunSet {
  readonly at: number;
  readonly set: string;
  /** False: it was stopped or interrupted. */
  readonly finished: boolean;
}

/** Progress in a programme. It is stored, so it survives a reload. */
export interface ProgrammeRun {
  readonly programme: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly sets: readonly RunSet[];
  readonly skipped: readonly number[];
}

/** Largest number of sets in a run: more than a programme has parts, even if some are repeated. */
export const MOST_RUN_SETS = 500;

export const startRun = (programme: string, startedAt: string): ProgrammeRun => ({
  programme,
  startedAt,
  sets: [],
  skipped: [],
});

export const withSet = (run: ProgrammeRun, set: RunSet): ProgrammeRun => ({
  ...run,
  sets: [...run.sets, set].slice(-MOST_RUN_SETS),
  skipped: run.skipped.filter((at) => at !== set.at),
});

export const withSkipped = (run: ProgrammeRun, at: number): ProgrammeRun => ({
  ...run,
  skipped: [...new Set([...run.skipped, at])],
});

export type PartState = 'done' | 'begun' | 'skipped' | 'next' | 'ahead' | 'absent';

const isDone = (run: ProgrammeRun, at: number): boolean => run.sets.some((set) => set.at === at && set.finished);

const isOpen = (run: ProgrammeRun, part: Part<KnownDrill>): boolean =>
  part.drill !== null && !isDone(run, part.at) && !run.skipped.includes(part.at);

/** The next part: the first open one after `after`, else the first open one of all. Null: the programme is finished. */
export const nextPart = <Drill extends KnownDrill>(
  run: ProgrammeRun,
  parts: readonly Part<Drill>[],
  after = -1,
): Part<Drill> | null => {
  const open = parts.filter((part) => isOpen(run, part));
  return open.find(({ at }) => at > after) ?? open[0] ?? null;
};

/** The state of each part. The first open one is `next`. */
export const partStates = (run: ProgrammeRun | null, parts: readonly Part<KnownDrill>[]): readonly PartState[] => {
  const next = run === null ? null : nextPart(run, parts);
  return parts.map((part) => {
    if (part.drill === null) return 'absent';
    if (run === null) return 'ahead';
    if (isDone(run, part.at)) return 'done';
    if (run.skipped.includes(part.at)) return 'skipped';
    if (part.at === next?.at) return 'next';
    return run.sets.some(({ at }) => at === part.at) ? 'begun' : 'ahead';
  });
};
