import type { CivilDay } from '../../coach/planning/civil-day.ts';
import { isSymptom } from '../../coach/planning/symptom-lock.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import type { Milliseconds, Side } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';

/** What is looked for among past sets. */
export interface Sought {
  /** Every word is in the name of the drill or in the note. Empty: anything. */
  readonly text: string;
  /** Null: every drill. */
  readonly drill: string | null;
  /** Null: either hip. */
  readonly hip: Side | null;
  /** Null: flagged or not. A set without a camera is neither. */
  readonly flagged: boolean | null;
  /** Only sets that hurt or that a symptom ended. */
  readonly hurt: boolean;
}

export const EVERYTHING: Sought = { text: '', drill: null, hip: null, flagged: null, hurt: false };

export const isEverything = ({ text, drill, hip, flagged, hurt }: Sought): boolean =>
  text.trim() === '' && drill === null && hip === null && flagged === null && !hurt;

/** Small letters without accents, so that "hüfte" is found by "Hufte". */
const plainText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The sets that are looked for, in their order. @param titleOf name of a drill */
export function findSets(
  sets: readonly SetOverview[],
  { text, drill, hip, flagged, hurt }: Sought,
  titleOf: (drill: string) => string,
): readonly SetOverview[] {
  const words = plainText(text).split(/\s+/).filter(Boolean);
  const titles = new Map<string, string>();
  const textOf = (set: SetOverview): string => {
    const title = titles.get(set.drill) ?? plainText(titleOf(set.drill));
    titles.set(set.drill, title);
    return set.note === undefined ? title : `${title} ${plainText(set.note)}`;
  };
  return sets.filter((set) => {
    if (drill !== null && set.drill !== drill) return false;
    if (hip !== null && set.side !== 'both' && set.side !== hip) return false;
    if (flagged !== null && (set.source === 'none' || set.flags > 0 !== flagged)) return false;
    if (hurt && !isSymptom(set.ended) && (set.pain ?? 0) === 0) return false;
    if (words.length === 0) return true;
    const own = textOf(set);
    return words.every((word) => own.includes(word));
  });
}

/** Sets that were done in one go. */
export interface Sitting {
  /** Null: the sets have no date. */
  readonly day: CivilDay | null;
  /** Start of the earliest of them; null: they have no date. */
  readonly from: string | null;
  /** Only those that the person performed, because the page of the day shows no others. */
  readonly sets: number;
  /** The day has another sitting, so this one needs its time. */
  readonly isOneOfSeveral: boolean;
}

/** After a longer break, what follows is another sitting. From the start of a set to the start of the next. */
const BREAK: Milliseconds = 2 * 3600 * 1000;

/**
 * The sittings by the id of their first set in the list.
 * @param sets newest first, sets without a date last
 */
export function sittingsOf(
  sets: readonly SetOverview[],
  dayOf: (moment: Milliseconds) => CivilDay,
): ReadonlyMap<string, Sitting> {
  const found: { id: string; day: CivilDay | null; from: string | null; at: Milliseconds; sets: number }[] = [];
  for (const { id, startedAt, source } of sets) {
    const at = Date.parse(startedAt ?? '');
    const day = Number.isNaN(at) ? null : dayOf(at);
    const last = found.at(-1);
    const counted = isPerformed(source) ? 1 : 0;
    const goesOn = last && last.day === day && (day === null || last.at - at <= BREAK);
    if (goesOn) Object.assign(last, { at, from: startedAt, sets: last.sets + counted });
    else found.push({ id, day, from: startedAt, at, sets: counted });
  }
  const onDay = new Map<CivilDay | null, number>();
  for (const { day } of found) onDay.set(day, (onDay.get(day) ?? 0) + 1);
  return new Map(
    found.map(({ id, day, from, sets: count }) => [
      id,
      { day, from, sets: count, isOneOfSeveral: day !== null && (onDay.get(day) ?? 0) > 1 },
    ]),
  );
}
