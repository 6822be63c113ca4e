import type { Degrees, Milliseconds, WorkingSide } from '../../instrument/geometry/units.ts';
import { type CivilDay, WEEK } from '../planning/civil-day.ts';

/** The version of the form; another one is refused. */
export const PRESCRIPTION_VERSION = 1;

export interface PrescribedItem {
  /** Id of the drill definition. This version of the app may not have it. */
  readonly drill: string;
  /** `both`: each hip. */
  readonly side: WorkingSide;
  /** Sets of each side on a day, and days a week. */
  readonly sets: number;
  readonly days: number;
  /** Internal rotation from the start at which the hip stops; null: no such limit. */
  readonly limit: Degrees | null;
  /** False: no push, pull or hold at the end of the range. */
  readonly endRange: boolean;
  /** True: Strength need not be earned first (`load/strength-earned.ts`). Absent: it must, as in forms of older versions. */
  readonly strength?: true | undefined;
  /** The physiotherapist's own words; may be empty. */
  readonly words: string;
}

/** What a physiotherapist sets for a person. It comes in a file or a QR code, without an account and without a proof of who made it. */
export interface Prescription {
  readonly version: typeof PRESCRIPTION_VERSION;
  readonly id: string;
  /** Who it says it is from. */
  readonly from: string;
  /** The person's name or initials; may be empty. */
  readonly for: string;
  /** When it was made, ISO 8601. */
  readonly at: string;
  readonly weeks: number;
  readonly items: readonly PrescribedItem[];
  /** May be empty. */
  readonly cautions: string;
}

/** A prescription that the person has said yes to. */
export interface TakenPrescription extends Prescription {
  /** When, ISO 8601. The weeks count from here. */
  readonly takenAt: string;
}

/** The largest sizes, in characters, and the ranges of numbers. */
export const PRESCRIPTION_LIMITS = {
  id: 60,
  from: 60,
  for: 20,
  words: 200,
  cautions: 400,
  items: 12,
  sets: { min: 1, max: 5 },
  days: { min: 1, max: 7 },
  weeks: { min: 1, max: 26 },
  degrees: { min: 5, max: 60 },
} as const;

/** When it ends by itself, milliseconds since 1970. @param takenAt the same as a number */
export const endOf = ({ weeks }: Pick<Prescription, 'weeks'>, takenAt: Milliseconds): Milliseconds =>
  takenAt + weeks * WEEK;

/** The last whole day of its weeks. @param from the day on which it was taken */
export const lastDayFrom = ({ weeks }: Pick<Prescription, 'weeks'>, from: CivilDay): CivilDay => from + 7 * weeks - 1;
