import { ROUNDING_UNKNOWN } from '../../instrument/outline/arch-watch.ts';
import { mean } from '../../instrument/geometry/mean.ts';
import type { FittedBody, LegAngles } from '../../instrument/output/reading.ts';
import { type Degrees, type Estimate, isWithin, type Seconds, type Share } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import { type JudgedReading, seeChannel } from './judged-reading.ts';

/**
 * How much of a bend that is read between trunk and thigh is the back's: what the trunk came down while the pelvis pulls or sinks,
 * as far as its outline rounded with it. Immutable.
 */
export interface RoundedBack {
  /** The last seconds before the phase in which it counts, and of it. */
  readonly recent: readonly Moment[];
  /** How trunk and back stood as that phase began; null: not known. */
  readonly from: (Posture & { readonly phase: PhaseKind }) | null;
  /** The neutral that lean and arch count from. */
  readonly referencePoseAt: Seconds | null;
  /** What stands in the bend now. */
  readonly pelvisContribution: Degrees;
}

interface Posture {
  readonly lean: Degrees;
  readonly arch: Degrees;
}

interface Moment extends Posture {
  readonly time: Seconds;
}

/** When it is, as the coach's clock says. */
export interface BackMoment {
  readonly time: Seconds;
  /** Null between phases and while paused. */
  readonly phase: PhaseKind | null;
  /** Since when the phase has run without a break. */
  readonly phaseSince: Seconds | null;
  readonly paused: boolean;
  readonly referencePoseAt: Seconds | null;
}

export const longBack: RoundedBack = { recent: [], from: null, referencePoseAt: null, pelvisContribution: 0 };

/** The outline wavers by some degrees from one mask to the next: a back that is held gives its mean. */
const ARCH_OVER: Seconds = 3.3;
const LEAN_OVER: Seconds = 1;
/** Less of it is no mean. */
const LEAST_SEEN: Seconds = 1.5;
/** The first moments of a phase still are those before it; whoever is first seen later may be round already. */
const SETTLES: Seconds = 0.3;
const SETTLED_BY: Seconds = 1.5;
/** Whoever lets go comes up within this time, and until then the back is as round as it was. */
const LETS_GO: Seconds = 2;
/**
 * The outline shows half to all of a rounding, and up to 7° in a chest that sinks over a long back. Fifteen rendered people: bends
 * while the back is round 13.1 → 3.2° wrong (one of them 10), over all 3.6 → 2.6; one such chest 2.4 → 3.4.
 */
const OUTLINE_WAVERS: Degrees = 3;
const OUTLINE_SHOWS: Share = 1 / 1.5;
/** Standard deviation of what is taken off. */
const CONTRIBUTION_UNKNOWN: Share = 0.3;

/** Phases in which the drill watches a rounding from their start: what is flagged there is taken off too. Null: there are none. */
const watchedIn = ({ measure, rules }: DrillDefinition): Partial<Record<PhaseKind, number>> | null =>
  measure.motion.flexionFrom === 'trunk' && measure.outline
    ? (rules.find((rule) => rule.channel === 'back-arch' && rule.reference === 'phase-start')?.armed ?? null)
    : null;

/** Takes in one reading as it comes from the instrument. */
export function stepRoundedBack(
  before: RoundedBack,
  judged: JudgedReading,
  drill: DrillDefinition,
  moment: BackMoment,
): RoundedBack {
  const watched = watchedIn(drill);
  if (watched === null) return longBack;
  const { time, phase, phaseSince, referencePoseAt } = moment;
  const known = before.referencePoseAt === referencePoseAt ? before : { ...longBack, neutralAt: referencePoseAt };
  const lean = valueOf(judged, 'trunk-lean');
  if (lean === null) return known;
  const now: Seen = { lean, arch: valueOf(judged, 'back-arch') };
  const back = { ...known, recent: recentWith(known.recent, now, moment) };
  if (phase === null || phaseSince === null)
    return { ...back, pelvisContribution: contributionSince(back.from, now, back.pelvisContribution) };
  if (watched[phase] === undefined) return lettingGo(back, now, time - phaseSince);
  // Who goes on into the next phase with a round back goes on from where it was long.
  const goesOn = back.from && (back.from.phase === phase || back.pelvisContribution > 0);
  const from = goesOn ? back.from : startOf(back.recent, time, time - phaseSince);
  return {
    ...back,
    from: from && { ...from, phase },
    pelvisContribution: contributionSince(from, now, back.pelvisContribution),
  };
}

/** Lean is seen; the outline may not be. */
interface Seen {
  readonly lean: Degrees;
  readonly arch: Degrees | null;
}

function lettingGo(back: RoundedBack, now: Seen, since: Seconds): RoundedBack {
  const pelvisContribution =
    since < LETS_GO ? Math.min(back.pelvisContribution, contributionSince(back.from, now, back.pelvisContribution)) : 0;
  return { ...back, pelvisContribution, from: pelvisContribution > 0 ? back.from : null };
}

function recentWith(recent: readonly Moment[], { lean, arch }: Seen, moment: BackMoment): readonly Moment[] {
  // Nobody holds a stretch in a pause.
  if (moment.paused) return [];
  const kept = recent.filter((one) => isWithin(moment.time - one.time, ARCH_OVER));
  return arch === null ? kept : [...kept, { time: moment.time, lean, arch }];
}

/** Trunk and back as the phase began, as far as they were seen for long enough before. */
function startOf(recent: readonly Moment[], time: Seconds, into: Seconds): Posture | null {
  const seen = time - (recent[0]?.time ?? time);
  return into >= SETTLES && into < SETTLED_BY && seen >= LEAST_SEEN ? middleOf(recent, time) : null;
}

/** A reading whose bends are the hips' own, as far as that is known. */
export function withoutRoundedBack(judged: JudgedReading, { pelvisContribution: lent }: RoundedBack): JudgedReading {
  const { body } = judged;
  return body === null || lent <= 0 ? judged : { ...judged, body: ownBends(body, lent) };
}

const ownBends = (body: FittedBody, pelvisContribution: Degrees): FittedBody => {
  const gain = varianceGain(body.lumbarExtension, pelvisContribution);
  const own = (leg: LegAngles): LegAngles => ({
    ...leg,
    flexion: shifted(leg.flexion, -pelvisContribution, gain),
    pelvisContribution,
  });
  return { ...body, leg: { left: own(body.leg.left), right: own(body.leg.right) } };
};

/** The bend as the instrument read it, out of a record that keeps the hip's own. */
export const withBackAgain = (
  own: Estimate<Degrees> | null,
  pelvisContribution: Degrees,
  arch: Estimate<Degrees> | null,
): Estimate<Degrees> | null =>
  pelvisContribution <= 0 ? own : shifted(own, pelvisContribution, -varianceGain(arch, pelvisContribution));

const shifted = (bend: Estimate<Degrees> | null, by: Degrees, varianceBy: number): Estimate<Degrees> | null =>
  bend && { value: bend.value + by, sd: Math.sqrt(Math.max(0, bend.sd ** 2 + varianceBy)) };

/**
 * What is taken off is in no doubt any more but for its own size; what is read as rounded beyond that stays in it. With it the band
 * of those fifteen people is ±8° instead of ±12 while the back is round, and holds as much of the truth.
 */
function varianceGain(arch: Estimate<Degrees> | null, pelvisContribution: Degrees): number {
  const rounded = arch === null ? 0 : Math.max(0, -arch.value);
  const unknown = (degrees: Degrees): number => (ROUNDING_UNKNOWN * Math.max(0, degrees)) ** 2;
  return unknown(rounded - pelvisContribution) - unknown(rounded) + (CONTRIBUTION_UNKNOWN * pelvisContribution) ** 2;
}

function valueOf(judged: JudgedReading, channel: 'trunk-lean' | 'back-arch'): Degrees | null {
  const sight = seeChannel(judged, channel, 'left');
  return sight.seen ? sight.estimate.value : null;
}

function middleOf(recent: readonly Moment[], time: Seconds): Posture {
  const late = recent.filter((one) => isWithin(time - one.time, LEAN_OVER));
  return { lean: mean(late.map(({ lean }) => lean)), arch: mean(recent.map(({ arch }) => arch)) };
}

/**
 * A back cannot lend more than the trunk came down, and one that cannot be seen just now is as round as it was.
 * @param pelvisContribution what it lent before
 */
function contributionSince(from: Posture | null, { lean, arch }: Seen, pelvisContribution: Degrees): Degrees {
  if (from === null) return 0;
  const rounded = arch === null ? pelvisContribution : (from.arch - arch - OUTLINE_WAVERS) / OUTLINE_SHOWS;
  return Math.max(0, Math.min(lean - from.lean, rounded));
}
