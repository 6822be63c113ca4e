import { type Degrees, type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { HIP_STEPS, type HipStep, RED_FLAGS, type RangeWork, type RedFlag } from './red-flags.ts';
import { type DrillDefinition, isStretch } from '../drill-definition.ts';
import { drillFamily, SYMPTOM_LASTS, type SymptomLock, symptomLock } from '../planning/symptom-lock.ts';
import { painLight } from '../review/after-set.ts';
import { rangeChannel } from '../rules/range-rules.ts';
import { type EndFeel, endsRangeWork } from './answers.ts';
import type { Person, Stop } from './person.ts';

/** Internal rotation from which no drill opens more: the limit of a large range elsewhere in the app (`largeRange`). Judgement. */
export const ENOUGH: Degrees = 50;

/** Why something is not allowed, or only within limits. `side` null: it is about the person. */
export type Reason =
  | { readonly about: 'flag'; readonly flag: RedFlag; readonly side: null }
  | { readonly about: 'held'; readonly lock: SymptomLock; readonly side: Side }
  /**
   * `here`: in this drill or a variant of it. `at`: the last stop, milliseconds since 1970. `families`: the drills that were
   * stopped and may be confirmed as checked; one on hold is confirmed on its own page only.
   */
  | {
      readonly about: 'stopped';
      readonly here: boolean;
      readonly at: Milliseconds;
      readonly families: readonly string[];
      readonly side: Side;
    }
  | { readonly about: 'end-feel'; readonly feel: EndFeel; readonly side: Side }
  | { readonly about: 'enough'; readonly turnsIn: Degrees; readonly side: Side }
  | { readonly about: 'pain'; readonly light: 'amber' | 'red'; readonly side: Side }
  | { readonly about: 'prescribed'; readonly side: Side };

/** Internal rotation from the start that a hip must not pass. */
export type HipLimits = Readonly<Partial<Record<Side, Degrees>>>;

/** The answer. `no`: on no side. `limits`: not on every side that was asked for, or not as hard, or without opening range. */
export interface Allowed {
  readonly kind: 'yes' | 'limits' | 'no';
  /** The hips that may work. A drill of both hips has both or none. */
  readonly sides: readonly Side[];
  readonly hardest: HipStep;
  readonly range: RangeWork;
  /** The degrees that each of these hips must not pass. Absent: as far as it goes. */
  readonly limits: HipLimits;
  readonly reasons: readonly Reason[];
}

export interface Demands {
  /** It goes to the end of the range and stays there. */
  readonly opens: boolean;
  readonly postures: ReadonlySet<'lying' | 'folding'>;
}

/** Work at the end of the range: without it the easy stretch is left. */
const AT_THE_END = new Set(['hold', 'sink', 'pails', 'rails']);

/** The phases of a drill that a range of `easy` leaves. */
export const easyPhases = ({ phases }: Pick<DrillDefinition, 'phases'>): DrillDefinition['phases'] =>
  phases.filter(({ kind }) => !AT_THE_END.has(kind));

/** Whether the drill turns a hip in, where the camera sees it. */
export const turnsHipIn = (drill: DrillDefinition): boolean =>
  drill.camera !== 'none' &&
  (rangeChannel(drill) === 'hip-internal-rotation' ||
    (drill.reps?.sequence ?? []).some(({ channel }) => channel === 'hip-internal-rotation'));

export function demandsOf({ phases, lensRange, rules, reps, opensRange, hipTest }: DrillDefinition): Demands {
  const folds = reps?.fold !== undefined || rules.some(({ id }) => id === 'back-round');
  return {
    opens: hipTest === undefined && (opensRange === true || phases.some(({ kind }) => isStretch(kind))),
    postures: new Set([
      ...(lensRange?.pose === 'lying' ? (['lying'] as const) : []),
      ...(folds ? (['folding'] as const) : []),
    ]),
  };
}

interface Finding {
  readonly may: boolean;
  readonly hardest: HipStep;
  readonly range: RangeWork;
  readonly reason: Reason;
  readonly degrees?: Degrees | undefined;
}

type Rule = (drill: DrillDefinition, side: Side, person: Person, now: Milliseconds) => readonly Finding[];

const forbids = (reason: Reason): Finding => ({ may: false, hardest: 'gentle', range: 'none', reason });
const limits = (reason: Reason, hardest: HipStep, range: RangeWork = 'open'): Finding => ({
  may: true,
  hardest,
  range,
  reason,
});

/** The flags that somebody should look at before any set, and has not. */
const openFlags = ({ flags, seen }: Pick<Person, 'flags' | 'seen'>): readonly RedFlag[] =>
  flags.filter((flag) => RED_FLAGS[flag].does === 'see-first' && !seen.includes(flag));

export const mustBeSeenFirst = (person: Pick<Person, 'flags' | 'seen'>): boolean => openFlags(person).length > 0;

const flagged = (flag: RedFlag): Reason => ({ about: 'flag', flag, side: null });

const bySeeFirst: Rule = (_drill, _side, person) => openFlags(person).map((flag) => forbids(flagged(flag)));

const byLimits: Rule = (drill, _side, { flags }) =>
  flags.flatMap((flag) => {
    const effect = RED_FLAGS[flag];
    if (effect.does === 'see-first') return [];
    const { hardest, range, without } = effect;
    const { postures } = demandsOf(drill);
    const reason = flagged(flag);
    return without.some((posture) => postures.has(posture)) ? [forbids(reason)] : [limits(reason, hardest, range)];
  });

const byPrescription: Rule = (drill, side, { prescribed }) => {
  const family = drillFamily(drill);
  const reason: Reason = { about: 'prescribed', side };
  return prescribed
    .filter(
      (one) =>
        one.sides.includes(side) &&
        (one.family === null ? !(one.besides ?? []).includes(family) : one.family === family),
    )
    .flatMap(({ hardest, range, degrees }) => {
      if (hardest === 'none') return [forbids(reason)];
      const { opens } = demandsOf(drill);
      if (range === 'easy' && opens && easyPhases(drill).length === 0) return [forbids(reason)];
      const limit = turnsHipIn(drill) ? degrees : undefined;
      // What this drill does not do anyhow is no limit to tell of.
      const isFelt = hardest !== 'strength' || limit !== undefined || (opens && range !== 'open');
      return isFelt ? [{ ...limits(reason, hardest, range), degrees: limit }] : [];
    });
};

/** In a test only the degrees of a prescription count. */
const byDegrees: Rule = (...of) => byPrescription(...of).filter(({ degrees }) => degrees !== undefined);

/**
 * Two stops for the same symptom hold a drill. One makes every drill gentle for this hip for a week. Somebody who confirms that
 * it was checked ends both.
 */
const byStops: Rule = (drill, side, { stops, stopsSince, checked }, now) => {
  const mine = stops.filter(
    ({ sides, startedAt, family }) => sides.includes(side) && startedAt > (checked[family] ?? 0),
  );
  const family = drillFamily(drill);
  const lockOf = (one: string) =>
    symptomLock(
      mine.filter((stop) => stop.family === one),
      0,
    );
  const lock = lockOf(family);
  if (lock) return [forbids({ about: 'held', lock, side })];
  // A stop from a time when the clock was ahead is recent too.
  const isRecent = ({ startedAt }: Stop) => Math.abs(now - startedAt) < SYMPTOM_LASTS;
  const counting = mine.filter((stop) => isRecent(stop) || (stopsSince !== null && stop.startedAt >= stopsSince));
  if (counting.length === 0) return [];
  const ofFamily = counting.filter((stop) => stop.family === family && isRecent(stop));
  const here = ofFamily.length > 0;
  const at = Math.max(...(here ? ofFamily : counting).map(({ startedAt }) => startedAt));
  const families = [...new Set(counting.map((stop) => stop.family))].filter((one) => lockOf(one) === null);
  return [limits({ about: 'stopped', here, at, families, side }, 'gentle')];
};

/** Amber pain still allows a gentle set; red pain allows none. */
const byPain: Rule = (_drill, side, { pain }) => {
  const light = painLight(pain[side] ?? 0);
  if (light === 'green') return [];
  const reason: Reason = { about: 'pain', light, side };
  return [light === 'red' ? forbids(reason) : limits(reason, 'gentle')];
};

const byRange: Rule = (drill, side, { endFeel, turnsIn }) => {
  // A drill for another range says nothing about how far the hip turns.
  if (!demandsOf(drill).opens || drill.measure.range !== undefined) return [];
  const feel = endFeel[side];
  if (feel !== undefined && endsRangeWork(feel)) return [forbids({ about: 'end-feel', feel, side })];
  const range = turnsIn[side] ?? 0;
  return range >= ENOUGH ? [limits({ about: 'enough', turnsIn: range, side }, 'strength', 'keep')] : [];
};

const RULES: readonly Rule[] = [bySeeFirst, byLimits, byPrescription, byStops, byPain, byRange];
/** A hip test is no training: it asks for no effort and opens nothing. It stops where a prescription says. */
const RULES_OF_TESTS: readonly Rule[] = [bySeeFirst, byDegrees];

const RANGE_WORK: readonly RangeWork[] = ['none', 'easy', 'keep', 'open'];

type Bounds = Pick<Finding, 'hardest' | 'range'>;

const strictest = (bounds: readonly Bounds[]): Bounds => ({
  hardest: HIP_STEPS.find((step) => bounds.some(({ hardest }) => hardest === step)) ?? 'strength',
  range: RANGE_WORK.find((work) => bounds.some(({ range }) => range === work)) ?? 'open',
});

export interface AllowedHip extends Bounds, Pick<Finding, 'may'> {
  readonly side: Side;
  /** The degrees that it must not pass; null: as far as it goes. */
  readonly degrees: Degrees | null;
  readonly reasons: readonly Reason[];
}

/**
 * What one hip may do of a drill now. The strictest rule decides.
 * @param now milliseconds since 1970
 */
export function allowedHip(drill: DrillDefinition, side: Side, person: Person, now: Milliseconds): AllowedHip {
  const rules = drill.hipTest === undefined ? RULES : RULES_OF_TESTS;
  const found = rules.flatMap((rule) => rule(drill, side, person, now));
  const bounds = strictest(found);
  const may = found.every((one) => one.may) && (bounds.range !== 'none' || !demandsOf(drill).opens);
  const degrees = found.flatMap((one) => one.degrees ?? []);
  const least = degrees.length === 0 ? null : Math.min(...degrees);
  return { side, may, ...bounds, degrees: least, reasons: found.map(({ reason }) => reason) };
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
  const bounds = strictest(working);
  // What is about the person is a reason of both hips.
  const reasons = hips.flatMap((hip, index) => (index === 0 ? hip.reasons : hip.reasons.filter(({ side }) => side)));
  const sides = working.map(({ side }) => side);
  const degrees: HipLimits = Object.fromEntries(
    working.flatMap((hip) => (hip.degrees === null ? [] : [[hip.side, hip.degrees]])),
  );
  const bounded = bounds.hardest !== 'strength' || bounds.range !== 'open' || Object.keys(degrees).length > 0;
  const limited = bounded || sides.length < asked.length;
  return { kind: sides.length === 0 ? 'no' : limited ? 'limits' : 'yes', sides, ...bounds, limits: degrees, reasons };
}

/** Whether a plan may offer it to this hip: allowed, and it was not stopped there within the last week. */
export const mayBePlanned = ({ may, reasons }: AllowedHip): boolean =>
  may && !reasons.some((reason) => reason.about === 'stopped' && reason.here);
