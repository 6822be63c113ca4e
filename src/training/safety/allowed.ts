import { type Degrees, type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { HIP_STEPS, type HipStep, type Limits, RED_FLAGS, type RangeWork, type RedFlag } from './red-flags.ts';
import type { Demand, DrillDefinition } from '../../coach/drill-definition.ts';
import type { StrengthState } from '../load/strength-earned.ts';
import { drillFamily, type SymptomLock, symptomLock } from '../planning/symptom-lock.ts';
import { painLight } from '../review/after-set.ts';
import { type EndFeel, endsRangeWork } from './answers.ts';
import { isChecked, isRecent, type Person, type Stop, type UnknownLimits } from './person.ts';
import { demandsOf, leftOf, opensRange, turnsHipIn } from './what-is-left.ts';

/** Internal rotation from which no drill opens more: the limit of a large range elsewhere in the app (`largeRange`). Judgement. */
export const ENOUGH: Degrees = 50;

/** Why something is not allowed, or only within limits. `side` null: it is about the person. */
export type Reason =
  | { readonly about: 'flag'; readonly flag: RedFlag; readonly seen: boolean; readonly side: null }
  /** What was stored of the hips cannot be read. */
  | { readonly about: 'unknown'; readonly why: UnknownLimits; readonly side: null }
  /** `stops`: the sets that were stopped, to be confirmed as checked. */
  | { readonly about: 'held'; readonly lock: SymptomLock; readonly stops: readonly Stop[]; readonly side: Side }
  /**
   * `here`: in this drill or a variant of it. `at`: the last stop, milliseconds since 1970. Stops of a drill on hold are confirmed on
   * its own page only.
   */
  | {
      readonly about: 'stopped';
      readonly here: boolean;
      readonly at: Milliseconds;
      readonly stops: readonly Stop[];
      readonly side: Side;
    }
  | { readonly about: 'end-feel'; readonly feel: EndFeel; readonly side: Side }
  | { readonly about: 'enough'; readonly turnsIn: Degrees; readonly side: Side }
  | { readonly about: 'pain'; readonly light: 'amber' | 'red'; readonly side: Side }
  | { readonly about: 'prescribed'; readonly side: Side }
  /** Strength is not earned yet. It limits only who has chosen it. */
  | { readonly about: 'strength'; readonly state: StrengthState; readonly side: null };

/** Internal rotation from the start that a hip must not pass. */
export type HipLimits = Readonly<Partial<Record<Side, Degrees>>>;

/** What bounds a set. */
interface Bounds {
  readonly hardest: HipStep;
  readonly range: RangeWork;
  /** The demands that are closed. */
  readonly closed: readonly Demand[];
}

/** The answer. `no`: on no side. `limits`: not on every side that was asked for, or bounded. Strength that is not earned alone is a yes. */
export interface Allowed extends Bounds {
  readonly kind: 'yes' | 'limits' | 'no';
  /** The hips that may work. A drill of both hips has both or none. */
  readonly sides: readonly Side[];
  /** The degrees that each of these hips must not pass. Absent: as far as it goes. */
  readonly limits: HipLimits;
  readonly reasons: readonly Reason[];
}

interface Finding {
  readonly may: boolean;
  readonly limits: Limits;
  readonly reason: Reason;
}

type Rule = (drill: DrillDefinition, side: Side, person: Person, now: Milliseconds) => readonly Finding[];

const forbids = (reason: Reason): readonly Finding[] => [{ may: false, limits: {}, reason }];
const bounds = (reason: Reason, limits: Limits): readonly Finding[] => [{ may: true, limits, reason }];

/** The flags that somebody should look at before any set, and has not. */
export const openFlags = ({ flags, seen }: Pick<Person, 'flags' | 'seen'>): readonly RedFlag[] =>
  flags.filter((flag) => RED_FLAGS[flag].first === true && !seen.includes(flag));

const byFlags: Rule = (_drill, _side, person) =>
  person.flags.flatMap((flag) => {
    const isSeen = person.seen.includes(flag);
    const reason: Reason = { about: 'flag', flag, seen: isSeen, side: null };
    const { first, limits, seen = limits } = RED_FLAGS[flag];
    return first && !isSeen ? forbids(reason) : bounds(reason, isSeen ? seen : limits);
  });

const byUnknown: Rule = (_drill, _side, { unknown }) =>
  unknown === null ? [] : bounds({ about: 'unknown', why: unknown, side: null }, { hardest: 'gentle' });

/** In a test, nobody pulls where the end of the range is not to be worked at. */
const NO_HELP: Limits = { closes: ['pulls-shin'] };

const byPrescription: Rule = (drill, side, { prescribed }) =>
  ofDrill(drill, side, prescribed).flatMap(({ hardest, range, degrees }) => {
    const reason: Reason = { about: 'prescribed', side };
    const limit = degrees === undefined ? {} : { degrees };
    if (drill.hipTest === undefined) return bounds(reason, { hardest, range, ...limit });
    return bounds(reason, { ...(range === 'easy' ? NO_HELP : {}), ...limit });
  });

/** The limits of a prescription that hold for this drill and hip. */
const ofDrill = (drill: DrillDefinition, side: Side, prescribed: Person['prescribed']): Person['prescribed'] => {
  const family = drillFamily(drill);
  return prescribed.filter(
    (one) =>
      one.sides.includes(side) && (one.family === null ? !(one.besides ?? []).includes(family) : one.family === family),
  );
};

/**
 * Two stops for the same symptom hold a drill. One makes every drill gentle for this hip for a week. Somebody who confirms that
 * it was checked ends both.
 */
const byStops: Rule = (drill, side, person, now) => {
  const mine = person.stops.filter((stop) => stop.sides.includes(side) && !isChecked(stop, person.checked, now));
  const family = drillFamily(drill);
  const of = (one: string) => mine.filter((stop) => stop.family === one);
  const lock = symptomLock(of(family));
  if (lock) return forbids({ about: 'held', lock, stops: of(family), side });
  const since = person.stopsSince;
  const counting = mine.filter((stop) => isRecent(stop, now) || (since !== null && stop.startedAt >= since));
  if (counting.length === 0) return [];
  const ofFamily = counting.filter((stop) => stop.family === family && isRecent(stop, now));
  const here = ofFamily.length > 0;
  const at = Math.max(...(here ? ofFamily : counting).map(({ startedAt }) => startedAt));
  const stops = counting.filter((stop) => symptomLock(of(stop.family)) === null);
  return bounds({ about: 'stopped', here, at, stops, side }, { hardest: 'gentle' });
};

/** Amber pain still allows a gentle set, but no strap; red pain allows nothing. */
const byPain: Rule = (_drill, side, { pain }) => {
  const light = painLight(pain[side] ?? 0);
  if (light === 'green') return [];
  const reason: Reason = { about: 'pain', light, side };
  return light === 'red' ? forbids(reason) : bounds(reason, { hardest: 'gentle', closes: ['pulls-shin'] });
};

/** A pinch comes where a bent hip folds or turns in. A hip test turns by its own strength only then, and stops before it pinches. */
const byEndFeel: Rule = ({ hipTest }, side, { endFeel }) => {
  const feel = endFeel[side];
  if (feel === undefined || !endsRangeWork(feel)) return [];
  const bent: readonly Demand[] = feel !== 'pinching' ? [] : hipTest ? ['folds'] : ['folds', 'bent-in'];
  return bounds({ about: 'end-feel', feel, side }, { closes: ['end-passive', 'end-loaded', 'pulls-shin', ...bent] });
};

const byRange: Rule = (drill, side, { turnsIn }) => {
  // A drill for another range says nothing about how far the hip turns.
  if (drill.measure.range !== undefined) return [];
  const range = turnsIn[side] ?? 0;
  return range >= ENOUGH ? bounds({ about: 'enough', turnsIn: range, side }, { range: 'keep' }) : [];
};

/** A prescription of this drill may lift it. */
const byStrength: Rule = (drill, side, { strength, prescribed }) =>
  strength === null || strength.earned || ofDrill(drill, side, prescribed).some(({ liftsStrength }) => liftsStrength)
    ? []
    : bounds({ about: 'strength', state: strength, side: null }, { hardest: 'build' });

const RULES: readonly Rule[] = [byFlags, byUnknown, byPrescription, byStops, byPain, byEndFeel, byRange, byStrength];

/** Whether a finding changes anything of this drill. What the drill does not do anyhow is no limit to tell of. A test has no effort. */
function isFelt(drill: DrillDefinition, { may, limits }: Finding): boolean {
  const { hardest = 'strength', range = 'open', closes = [], degrees } = limits;
  const demands = demandsOf(drill);
  return (
    !may ||
    closes.some((demand) => demands.has(demand)) ||
    (hardest !== 'strength' && drill.hipTest === undefined) ||
    (range !== 'open' && opensRange(drill)) ||
    (degrees !== undefined && turnsHipIn(drill))
  );
}

const RANGE_WORK: readonly RangeWork[] = ['easy', 'keep', 'open'];

const strictest = (found: readonly (Omit<Limits, 'degrees'> & Partial<Pick<Bounds, 'closed'>>)[]): Bounds => ({
  hardest: HIP_STEPS.find((step) => found.some(({ hardest }) => hardest === step)) ?? 'strength',
  range: RANGE_WORK.find((work) => found.some(({ range }) => range === work)) ?? 'open',
  closed: [...new Set(found.flatMap(({ closes = [], closed = [] }) => [...closes, ...closed]))],
});

export interface AllowedHip extends Bounds {
  readonly side: Side;
  readonly may: boolean;
  /** The degrees that it must not pass; null: as far as it goes. */
  readonly degrees: Degrees | null;
  readonly reasons: readonly Reason[];
}

/**
 * What one hip may do of a drill now. The strictest rule decides.
 * @param now milliseconds since 1970
 */
export function allowedHip(drill: DrillDefinition, side: Side, person: Person, now: Milliseconds): AllowedHip {
  const found = RULES.flatMap((rule) => rule(drill, side, person, now)).filter((one) => isFelt(drill, one));
  const bound = strictest(found.map(({ limits }) => limits));
  const left = leftOf(drill, bound);
  const degrees = left !== null && turnsHipIn(left) ? found.flatMap(({ limits }) => limits.degrees ?? []) : [];
  return {
    side,
    may: left !== null && found.every(({ may }) => may),
    ...bound,
    degrees: degrees.length === 0 ? null : Math.min(...degrees),
    reasons: found.map(({ reason }) => reason),
  };
}

/**
 * What this person may do of a drill now: on which sides, and within which limits for these.
 * @param now milliseconds since 1970
 * @param chosen the hips that are to work. A drill of both hips works both, whatever is chosen
 */
export function allowed(
  drill: DrillDefinition,
  person: Person,
  now: Milliseconds,
  chosen: readonly Side[] = SIDES,
): Allowed {
  const asked = drill.bilateral ? SIDES : chosen;
  const hips = asked.map((side) => allowedHip(drill, side, person, now));
  const free = hips.filter(({ may }) => may);
  const working = drill.bilateral && free.length < SIDES.length ? [] : free;
  const bound = strictest(working);
  // Two hips in one set share its phases: what one leaves out may leave nothing.
  const sides = leftOf(drill, bound) === null ? [] : working.map(({ side }) => side);
  // What is about the person is mostly a reason of both hips, and told once.
  const [first, ...others] = hips.map((hip) => hip.reasons);
  const isNew = ({ about, side }: Reason) => side !== null || first?.every((one) => one.about !== about) === true;
  const reasons = [...(first ?? []), ...others.flat().filter(isNew)];
  const degrees: HipLimits = Object.fromEntries(
    working.flatMap((hip) => (hip.degrees === null ? [] : [[hip.side, hip.degrees]])),
  );
  const limited = reasons.some(({ about }) => about !== 'strength') || sides.length < asked.length;
  return { kind: sides.length === 0 ? 'no' : limited ? 'limits' : 'yes', sides, ...bound, limits: degrees, reasons };
}

/** Whether a plan may offer it to this hip: allowed, and it was not stopped there within the last week. */
export const mayBePlanned = ({ may, reasons }: AllowedHip): boolean =>
  may && !reasons.some((reason) => reason.about === 'stopped' && reason.here);
