import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { Goal } from '../../coach/drill-definition.ts';

/** A drill by its id; or, with a variant, by the id that its variants share. Without a variant: the default one. */
export interface DrillReference {
  readonly drill: string;
  readonly variant: string | null;
}

/** One set of a programme. Null values follow the person's own choice for the drill. */
export interface ProgrammeItem {
  /** Never empty. Of several the person chooses one; the first is the default. */
  readonly drills: readonly DrillReference[];
  /** Null: the goal of the day. */
  readonly goal: Goal | null;
  readonly side: WorkingSide | 'each';
  /** Rounds a side. */
  readonly rounds: number | null;
  /** Repetitions a round, for drills that count them. */
  readonly reps: number | null;
  /** Rest before the next set. The time to fetch and move things comes in addition. */
  readonly rest: Seconds;
}

/** Items in order, repeated `times` times. */
export interface ProgrammeBlock {
  readonly times: number;
  readonly items: readonly ProgrammeItem[];
}

/** Sets to be done in order on one day. */
export interface Programme {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly ProgrammeBlock[];
}

export const PROGRAMME_LIMITS = {
  title: 60,
  summary: 300,
  blocks: 4,
  items: 12,
  choices: 4,
  times: 5,
  rounds: 5,
  reps: 30,
  rest: 300,
  /** Number of the person's own programmes. */
  programmes: 50,
} as const;

/** Prefix of the ids of the person's own programmes, so that they never equal an id of the app. */
export const OWN_PREFIX = 'own-';

export const isOwn = ({ id }: Pick<Programme, 'id'>): boolean => id.startsWith(OWN_PREFIX);
