import {
  type Degrees,
  type Milliseconds,
  type Side,
  SIDES,
  sidesOf,
  type WorkingSide,
} from '../../instrument/geometry/units.ts';
import type { HipStep, RangeWork, RedFlag } from './red-flags.ts';
import { painFromMorning } from '../load/morning.ts';
import { type StrengthState, strengthEarned } from '../load/strength-earned.ts';
import { hipsTold } from '../load/tolerance.ts';
import type { DoneSet } from '../planning/parts-done.ts';
import { type HipTest, isHipTestDrill } from '../assessment/hip-test.ts';
import { isoMoment } from '../planning/civil-day.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { drillFamily, type EndedSet, SYMPTOM_LASTS } from '../planning/symptom-lock.ts';
import { isStop, painLight } from '../review/after-set.ts';
import { type EndFeel, MOST_LATER } from './answers.ts';

/** A set that ended for a symptom or hurt much. */
export interface Stop extends EndedSet {
  /** `drillFamily` of its drill. */
  readonly family: string;
  /** The hips it was about. Both, where nobody said which. */
  readonly sides: readonly Side[];
}

/** Why the limits that follow from stored sets are not known. */
export type UnknownLimits = 'lost' | 'damaged' | 'late';

/** A limit that somebody with training has set. */
export interface PrescribedLimit {
  readonly sides: readonly Side[];
  /** The drill family; null: all drills but those of `besides`. */
  readonly family: string | null;
  /** Families that have limits of their own. Absent: none. */
  readonly besides?: readonly string[];
  readonly hardest: HipStep;
  readonly range: RangeWork;
  /** Internal rotation from the start that the hip must not pass. Absent: no such limit. */
  readonly degrees?: Degrees | undefined;
  /** True: Strength need not be earned first. Absent: it must. */
  readonly liftsStrength?: true | undefined;
}

export interface Person {
  /** What they answered and what still holds. */
  readonly flags: readonly RedFlag[];
  /** The flags of these that somebody with training has looked at. */
  readonly seen: readonly RedFlag[];
  readonly stops: readonly Stop[];
  /** Stops since then count as well, however long ago, milliseconds since 1970: the last hip test. Null: those of a week. */
  readonly stopsSince: Milliseconds | null;
  /** By drill family, or by a single stop (`stopKey`): when they last confirmed that it was checked, milliseconds since 1970. */
  readonly checked: Readonly<Record<string, Milliseconds>>;
  readonly endFeel: Readonly<Partial<Record<Side, EndFeel>>>;
  /** Internal rotation in the last hip test, the larger of passive and active. Absent: not read. */
  readonly turnsIn: Readonly<Partial<Record<Side, Degrees>>>;
  /** How much each hip hurts now, 0 to 10. Absent: not told. */
  readonly pain: Readonly<Partial<Record<Side, number>>>;
  readonly prescribed: readonly PrescribedLimit[];
  /** Whether Strength is earned. Null: the sets are not read. */
  readonly strength: StrengthState | null;
  /** Null: everything that was stored could be read. */
  readonly unknown: UnknownLimits | null;
}

/** Nothing is known, so nothing is limited. */
export const NOBODY_YET: Person = {
  flags: [],
  seen: [],
  stops: [],
  stopsSince: null,
  checked: {},
  endFeel: {},
  turnsIn: {},
  pain: {},
  prescribed: [],
  strength: null,
  unknown: null,
};

/** Pain of 0 to 10 in one hip or both. */
export const painIn = (hip: WorkingSide, pain: number): Person['pain'] =>
  Object.fromEntries(sidesOf(hip).map((side) => [side, pain]));

/** The more of what was told, for each hip. */
export const morePain = (one: Person['pain'], other: Person['pain']): Person['pain'] =>
  Object.fromEntries(SIDES.map((side) => [side, Math.max(one[side] ?? 0, other[side] ?? 0)]));

/** The family of a drill; of one that is not here, its id. */
export const familyIn = (drills: readonly DrillDefinition[], id: string): string => {
  const drill = drills.find((one) => one.id === id);
  return drill ? drillFamily(drill) : id;
};

/** Names one stop, so that a confirmation holds for it alone, whatever the clock said. */
export const stopKey = ({ family, startedAt }: Pick<Stop, 'family' | 'startedAt'>): string => `${family}@${startedAt}`;

/** Whether somebody has confirmed it as checked. A confirmation that is dated in the future counts for nothing. */
export function isChecked(
  stop: Pick<Stop, 'family' | 'startedAt'>,
  checked: Person['checked'],
  now: Milliseconds,
): boolean {
  const of = (key: string): Milliseconds | null => {
    const at = checked[key];
    return at === undefined || at > now ? null : at;
  };
  const family = of(stop.family);
  return of(stopKey(stop)) !== null || (family !== null && family >= stop.startedAt);
}

/**
 * When a symptom was last confirmed as checked: by single stop (`stopKey`); old versions stored it by drill.
 * @param confirmed ISO 8601
 * @param familyOf the id that variants of a drill share
 */
export function checkedStops(
  confirmed: Readonly<Record<string, string>>,
  familyOf: (drill: string) => string,
  now: Milliseconds,
): Person['checked'] {
  const latest: Record<string, Milliseconds> = {};
  for (const [id, iso] of Object.entries(confirmed)) {
    const [key, at] = [familyOf(id), isoMoment(iso)];
    // One dated ahead of the clock takes the place of none that counts.
    if (at !== null && at <= now) latest[key] = Math.max(latest[key] ?? 0, at);
  }
  return latest;
}

/** Whether it counts by itself: for a week. One that is dated in the future comes from a wrong clock, and counts until it is confirmed. */
export const isRecent = ({ startedAt }: Pick<EndedSet, 'startedAt'>, now: Milliseconds): boolean =>
  now - startedAt < SYMPTOM_LASTS;

/** A set with its hips and what was told after it. */
type Told = Pick<DoneSet, 'startedAt' | 'side' | 'painSide' | 'pain' | 'morning'>;

/**
 * The sets whose pain of the week counts for this hip: the last one that was told, and those of a clock that was ahead. Nobody knows when
 * these were, so none of them takes away what another one says. A set without an answer says nothing.
 */
export function painfulSets<Done extends Told>(sets: readonly Done[], side: Side, now: Milliseconds): readonly Done[] {
  const own = sets.filter((set) => hipsTold(set).includes(side) && set.pain !== null && isRecent(set, now));
  const [last] = own
    .filter(({ startedAt }) => startedAt <= now)
    .toSorted((one, other) => other.startedAt - one.startedAt);
  const told = [...own.filter(({ startedAt }) => startedAt > now), ...(last ? [last] : [])];
  return told.filter(({ pain }) => painLight(pain ?? 0) !== 'green');
}

/** Much pain is a stop of its drill; for every other drill it counts as amber. A stretch that is felt is none. */
const painAfterSets = (sets: readonly DoneSet[], side: Side, now: Milliseconds): number =>
  Math.min(
    MOST_LATER,
    Math.max(painFromMorning(sets, side, now), ...painfulSets(sets, side, now).map(({ pain }) => pain ?? 0)),
  );

/** A test is no training. Without an answer on pain it says nothing, so the set before it still counts. */
export const tellsOfPain = ({ drill, pain }: Pick<DoneSet, 'drill' | 'pain'>): boolean =>
  pain !== null || !isHipTestDrill(drill);

/** What the person's sets add: stops, the pain after the last one, and Strength. Pain that was told otherwise counts if it is more. */
export function withSets(
  person: Person,
  sets: readonly DoneSet[],
  drills: readonly DrillDefinition[],
  now: Milliseconds,
): Person {
  const stops = sets.filter(isStop).map((set) => ({
    startedAt: set.startedAt,
    ended: set.ended,
    family: familyIn(drills, set.drill),
    sides: hipsTold(set),
  }));
  const after = Object.fromEntries(SIDES.map((side) => [side, painAfterSets(sets, side, now)]));
  const pain = morePain(person.pain, after);
  return { ...person, stops: [...person.stops, ...stops], pain, strength: strengthEarned(sets, drills, now) };
}

/** What a hip test adds: how far each hip turns in, the larger of passive and active. */
export function withTest(person: Person, { hips }: Pick<HipTest, 'hips'>): Person {
  const read = SIDES.flatMap((side) => {
    const { passive, active } = hips[side]?.internal ?? {};
    const ranges = [passive, active].flatMap((tries) => tries?.result.value ?? []);
    return ranges.length === 0 ? [] : [[side, Math.max(...ranges)] as const];
  });
  return { ...person, turnsIn: { ...person.turnsIn, ...Object.fromEntries(read) } };
}
