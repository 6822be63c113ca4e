import { band90, type Degrees, type Side, sidesOf, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { CivilDay } from '../planning/civil-day.ts';
import { type DoneSet, FINISHED } from '../planning/parts-done.ts';
import { hipsTold } from '../load/tolerance.ts';
import type { HipBest } from '../review/compare-sets.ts';
import type { TakenPrescription } from './prescription.ts';

/** A clean range with the half-width of its 90 % band. */
export interface ReportedRange {
  readonly degrees: Degrees;
  readonly within: Degrees;
}

export interface ReportedDrill {
  /** Days on which it was done. */
  readonly done: number;
  /** The best clean range of each hip; null: none was read. */
  readonly left: ReportedRange | null;
  readonly right: ReportedRange | null;
}

export interface ReportedHip {
  /** The worst pain after a set, 0 to 10; null: not told. */
  readonly pain: number | null;
  /** How often the coach flagged a compensation, or a limit that was passed. */
  readonly flags: number;
}

export interface ReportedWeek {
  readonly from: CivilDay;
  readonly left: ReportedHip;
  readonly right: ReportedHip;
  /** In the order of the items. */
  readonly drills: readonly ReportedDrill[];
}

/** What goes back to the physiotherapist, on paper. */
export interface PrescriptionReport {
  readonly prescription: Pick<TakenPrescription, 'from' | 'for' | 'takenAt' | 'weeks'>;
  /** When it was made, ISO 8601. */
  readonly at: string;
  readonly items: readonly { readonly drill: string; readonly side: WorkingSide; readonly days: number }[];
  readonly weeks: readonly ReportedWeek[];
}

export interface ReportedSet extends Pick<DoneSet, 'drill' | 'side' | 'ended' | 'pain' | 'painSide'> {
  readonly day: CivilDay;
  readonly hips: readonly HipBest[];
  readonly flags: Readonly<Record<Side, number>>;
}

/** To a tenth: more is not measured. */
const tenth = (value: number): number => Math.round(value * 10) / 10;

function bestOf(sets: readonly ReportedSet[], side: Side): ReportedRange | null {
  const best = sets
    .flatMap(({ hips }) => hips.filter((hip) => hip.side === side))
    .reduce<HipBest['range'] | null>(
      (most, { range }) => (most === null || range.value > most.value ? range : most),
      null,
    );
  return best && { degrees: tenth(best.value), within: tenth(band90(best.sd)) };
}

/** A day counts when every hip that the item asks for worked on it. */
function daysDone(sets: readonly ReportedSet[], side: WorkingSide): number {
  const finished = sets.filter(({ ended }) => FINISHED.has(ended));
  return [...new Set(finished.map(({ day }) => day))].filter((day) =>
    sidesOf(side).every((hip) => finished.some((set) => set.day === day && sidesOf(set.side).includes(hip))),
  ).length;
}

function hipOf(sets: readonly ReportedSet[], side: Side): ReportedHip {
  const told = sets.filter((set) => hipsTold(set).includes(side)).flatMap(({ pain }) => (pain === null ? [] : [pain]));
  const flags = sets.reduce((sum, set) => sum + set.flags[side], 0);
  return { pain: told.length === 0 ? null : Math.max(...told), flags };
}

/**
 * The report: one row a week, from the day on which the prescription was taken to today, but no more than its weeks.
 * @param sets the person's own
 * @param at ISO 8601
 */
export function reportOf(
  taken: TakenPrescription,
  sets: readonly ReportedSet[],
  { at, from, today }: { readonly at: string; readonly from: CivilDay; readonly today: CivilDay },
): PrescriptionReport {
  const begun = Math.max(1, Math.min(taken.weeks, Math.floor((today - from) / 7) + 1));
  const { from: by, for: name, takenAt, weeks } = taken;
  return {
    prescription: { from: by, for: name, takenAt, weeks },
    at,
    items: taken.items.map(({ drill, side, days }) => ({ drill, side, days })),
    weeks: Array.from({ length: begun }, (_, index) => {
      const first = from + 7 * index;
      const ofWeek = sets.filter(({ day }) => day >= first && day < first + 7);
      return {
        from: first,
        left: hipOf(ofWeek, 'left'),
        right: hipOf(ofWeek, 'right'),
        drills: taken.items.map(({ drill, side }) => {
          const ofDrill = ofWeek.filter((set) => set.drill === drill);
          const range = (hip: Side) => (sidesOf(side).includes(hip) ? bestOf(ofDrill, hip) : null);
          return { done: daysDone(ofDrill, side), left: range('left'), right: range('right') };
        }),
      };
    }),
  };
}
