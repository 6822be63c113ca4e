import { type Degrees, type Estimate, type Side, sidesOf, turnBetween } from '../../instrument/geometry/units.ts';
import { bestOf, isWatched } from '../progress/best-range.ts';
import { type Change, changeBetween } from '../progress/real-change.ts';
import type { RangeSummary, SetRecord } from '../record/set-record.ts';
import type { Strictness } from '../rules/strictness.ts';

/** The best range of one hip in a set, with what decides whether another set's may be held against it. */
export interface HipBest {
  readonly side: Side;
  readonly range: Estimate<Degrees>;
  /** False: what the pelvis lent is not known, so it is another thing than a clean range. */
  readonly watched: boolean;
  readonly view: 'good' | 'fair' | 'poor';
  readonly azimuth: Degrees;
  /** Versions of the networks that watched pelvis and legs. Absent: none did, or it was not kept. */
  readonly pelvisModel?: string | undefined;
  /** Absent: standard. What is clean ends where a flag begins, so stricter thresholds make a smaller range. */
  readonly strictness?: Strictness | undefined;
}

/** Why two ranges are different things, so that their difference would say nothing of the hip. */
export type Difference = 'side' | 'watched' | 'view' | 'place' | 'pelvis-model' | 'strictness';

/** What is needed of a set to compare it. */
export interface ComparableSet {
  readonly id: string;
  /** ISO 8601; null: nobody knows what came before it. */
  readonly startedAt: string | null;
  /** Drill and variant. */
  readonly drill: string;
  /** Absent: it was not kept, or it was nobody's own set: a demo, a video. */
  readonly hips?: readonly HipBest[];
}

/** A hip's best range against the same hip's in the set before. */
export interface HipChange {
  readonly side: Side;
  readonly before: Degrees;
  /** When the set before was; ISO 8601. */
  readonly since: string;
  readonly change: Change;
}

/** Two lenses further apart than this see the hip with another bias. */
const SAME_PLACE: Degrees = 20;

const estimateOf = ({ clean, sd }: RangeSummary): Estimate<Degrees> | null =>
  clean === null || sd === null ? null : { value: clean, sd };

/** The best of each hip; empty for what no camera saw of the person in front of it. */
export function hipsOf(record: Pick<SetRecord, 'source' | 'summary' | 'neutrals' | 'strictness'>): readonly HipBest[] {
  if (record.source.kind !== 'camera') return [];
  return (['left', 'right'] as const).flatMap((side) => {
    const best = bestOf(record.summary.sets.filter((range) => range.side === side));
    const range = best && estimateOf(best);
    const referencePose = record.neutrals.findLast(
      (held) => held.refuted !== true && sidesOf(held.side).includes(side),
    );
    if (!best || !range || !referencePose) return [];
    const { view, azimuth, pelvisModel } = referencePose;
    const { strictness } = record;
    return [
      {
        side,
        range,
        watched: isWatched(best),
        view,
        azimuth,
        ...(pelvisModel === undefined ? {} : { pelvisModel }),
        ...(strictness === undefined || strictness === 'standard' ? {} : { strictness }),
      },
    ];
  });
}

const DIFFERS: Readonly<Record<Difference, (a: HipBest, b: HipBest) => boolean>> = {
  side: (a, b) => a.side !== b.side,
  watched: (a, b) => a.watched !== b.watched,
  view: (a, b) => a.view !== b.view,
  place: (a, b) => turnBetween(a.azimuth, b.azimuth) > SAME_PLACE,
  'pelvis-model': (a, b) => a.pelvisModel !== b.pelvisModel,
  strictness: (a, b) => (a.strictness ?? 'standard') !== (b.strictness ?? 'standard'),
};

/** Everything that forbids to hold one range against the other; empty: they may be compared. */
export const differencesBetween = (a: HipBest, b: HipBest): readonly Difference[] =>
  (Object.keys(DIFFERS) as Difference[]).filter((name) => DIFFERS[name](a, b));

export const isSameKind = (a: HipBest, b: HipBest): boolean => differencesBetween(a, b).length === 0;

/**
 * Each hip of a set against its last set before of the same drill, seen from the same place and known as well.
 * @param sets newest first, the set itself among them by its `id`: what comes after it there was before it
 */
export function changesSince(id: string, sets: readonly ComparableSet[]): readonly HipChange[] {
  const at = sets.findIndex((set) => set.id === id);
  const now = sets[at];
  if (!now || now.startedAt === null) return [];
  const earlier = sets.slice(at + 1).filter(({ drill }) => drill === now.drill);
  return (now.hips ?? []).flatMap((hip) => {
    for (const { startedAt: since, hips } of earlier) {
      const before = hips?.find((other) => isSameKind(other, hip));
      if (!before || since === null) continue;
      const change = changeBetween(before.range, hip.range);
      return [{ side: hip.side, before: before.range.value, since, change }];
    }
    return [];
  });
}

/** How much the rounds of one hip differ, from the one that went least far to the one that went furthest. */
export interface RoundSpread {
  readonly side: Side;
  readonly rounds: number;
  readonly least: number;
  readonly most: number;
  readonly change: Change;
}

/** Of every hip with several rounds of the same kind: all watched or all not watched. */
export function roundSpreads({ summary }: Pick<SetRecord, 'summary'>): readonly RoundSpread[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const own = summary.sets.filter((range) => range.side === side);
    const watched = own.some((range) => range.clean !== null && isWatched(range));
    const known = own.flatMap((range) => {
      const estimate = isWatched(range) === watched ? estimateOf(range) : null;
      return estimate ? [{ round: range.round, estimate }] : [];
    });
    const sorted = known.toSorted((a, b) => a.estimate.value - b.estimate.value);
    const [least] = sorted;
    const most = sorted.at(-1);
    if (!least || !most || known.length < 2) return [];
    const change = changeBetween(least.estimate, most.estimate);
    return [{ side, rounds: known.length, least: least.round, most: most.round, change }];
  });
}
