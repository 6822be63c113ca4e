import { type CivilDay, mondayOf } from '../../training/planning/civil-day.ts';
import { isSymptom } from '../../training/planning/symptom-lock.ts';
import { hasUnknownFlags } from '../../coach/record/watched.ts';
import type { Milliseconds, Side } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { datedSets } from './days.ts';

/** What is looked for among past sets. */
export interface Sought {
  /** Every word is in the name of the drill or in the note. Empty: anything. */
  readonly text: string;
  /** Null: every drill. */
  readonly drill: string | null;
  /** Null: either hip. */
  readonly hip: Side | null;
  /** Null: flagged or not. A set in which hardly anything was watched is neither. */
  readonly flagged: boolean | null;
  /** Only sets that hurt or that a symptom ended. */
  readonly hurt: boolean;
  /** Null: every day. Else the person's own sets of that day. */
  readonly day: CivilDay | null;
}

export const EVERYTHING: Sought = { text: '', drill: null, hip: null, flagged: null, hurt: false, day: null };

export const isEverything = ({ text, drill, hip, flagged, hurt, day }: Sought): boolean =>
  text.trim() === '' && drill === null && hip === null && flagged === null && !hurt && day === null;

/** Small letters without accents, so that "hüfte" is found by "Hufte". */
const plainText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The sets that are looked for, in their order. @param titleOf name of a drill @param dayOf the day of a set's start */
export function findSets(
  sets: readonly SetOverview[],
  { text, drill, hip, flagged, hurt, day }: Sought,
  titleOf: (drill: string) => string,
  dayOf: (moment: Milliseconds) => CivilDay,
): readonly SetOverview[] {
  const words = plainText(text).split(/\s+/).filter(Boolean);
  const titles = new Map<string, string>();
  const textOf = (set: SetOverview): string => {
    const title = titles.get(set.drill) ?? plainText(titleOf(set.drill));
    titles.set(set.drill, title);
    return set.note === undefined ? title : `${title} ${plainText(set.note)}`;
  };
  const ofDay = day === null ? null : new Set(datedSets(sets).flatMap(({ id, at }) => (dayOf(at) === day ? [id] : [])));
  return sets.filter((set) => {
    if (ofDay?.has(set.id) === false) return false;
    if (drill !== null && set.drill !== drill) return false;
    if (hip !== null && set.side !== 'both' && set.side !== hip) return false;
    if (flagged !== null && (hasUnknownFlags(set) || set.flags > 0 !== flagged)) return false;
    if (hurt && !isSymptom(set.ended) && (set.pain ?? 0) === 0) return false;
    if (words.length === 0) return true;
    const own = textOf(set);
    return words.every((word) => own.includes(word));
  });
}

export interface ListedWeek {
  /** Null: the sets have no date. */
  readonly monday: CivilDay | null;
  readonly sets: number;
}

/**
 * The weeks by the id of their first set in the list.
 * @param sets newest first, sets without a date last
 */
export function weeksOf(
  sets: readonly SetOverview[],
  dayOf: (moment: Milliseconds) => CivilDay,
): ReadonlyMap<string, ListedWeek> {
  const found: { id: string; monday: CivilDay | null; sets: number }[] = [];
  for (const { id, startedAt } of sets) {
    const at = Date.parse(startedAt ?? '');
    const monday = Number.isNaN(at) ? null : mondayOf(dayOf(at));
    const last = found.at(-1);
    if (last?.monday === monday) last.sets += 1;
    else found.push({ id, monday, sets: 1 });
  }
  return new Map(found.map(({ id, ...week }) => [id, week]));
}
