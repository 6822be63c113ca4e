import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { Goal } from '../drill-definition.ts';

/** A drill by its id, or by the drill that its variants share and the variant; without a variant the usual way. */
export interface DrillReference {
  readonly drill: string;
  readonly variant: string | null;
}

/** One set of a programme. What is null follows the person's own choice for the drill. */
export interface ProgrammeItem {
  /** More than one: the person picks, the first is the usual one. Never empty. */
  readonly drills: readonly DrillReference[];
  /** Null: the goal of the day. */
  readonly goal: Goal | null;
  readonly side: WorkingSide | 'each';
  /** Rounds a side. */
  readonly rounds: number | null;
  /** Repetitions a round, for drills that count. */
  readonly reps: number | null;
  /** Before the next set, beside the time to fetch and move things. */
  readonly rest: Seconds;
}

/** Items done one after the other, all of them so many times. */
export interface ProgrammeBlock {
  readonly times: number;
  readonly items: readonly ProgrammeItem[];
}

/** Sets in an order, for a day. */
export interface Programme {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly ProgrammeBlock[];
}

/** What one programme may hold; a longer one is not finished by anyone. */
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
  /** Own programmes kept. */
  programmes: 50,
} as const;

/** Ids of one's own programmes begin so: they can never be taken for one of the app's. */
export const OWN_PREFIX = 'own-';

export const isOwn = ({ id }: Pick<Programme, 'id'>): boolean => id.startsWith(OWN_PREFIX);
