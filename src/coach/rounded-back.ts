import { ROUNDING_UNKNOWN } from '../body/outline/arch-watch.ts';
import type { FittedBody, LegAngles } from '../body/reading.ts';
import { type Degrees, type Estimate, isWithin, type Seconds, type Share } from '../body/units.ts';
import type { DrillDefinition, PhaseKind } from './drill-definition.ts';
import { type JudgedReading, seeChannel } from './judged-reading.ts';

/**
 * How much of a bend that is read between trunk and thigh is the back's: what the trunk sank while it should only pull, as far as
 * its outline rounded with it. Immutable.
 */
export interface RoundedBack {
  readonly recent: readonly Moment[];
  readonly from: (Posture & { readonly since: Seconds }) | null;
  /** The neutral that lean and arch count from. */
  readonly neutralAt: Seconds | null;
  /** What stands in the bend now. */
  readonly lent: Degrees;
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
  readonly phase: PhaseKind | null;
  /** Since when the phase has run without a break. */
  readonly phaseSince: Seconds | null;
  readonly neutralAt: Seconds | null;
}

export const longBack: RoundedBack = { recent: [], from: null, neutralAt: null, lent: 0 };

/** The outline wavers by some degrees from one mask to the next: a back that is held gives its mean. */
const ARCH_OVER: Seconds = 3.3;
const LEAN_OVER: Seconds = 1;
/** The first moments of a pull still are the push before it. */
const SETTLES: Seconds = 0.3;
/**
 * The outline shows half to all of a rounding, and up to 7° in a chest that sinks over a long back. Fifteen rendered people: bends
 * while the back is round 13.1 → 3.2° wrong (one of them 10), over all 3.6 → 2.6; one such chest 2.4 → 3.4.
 */
const OUTLINE_WAVERS: Degrees = 3;
const OUTLINE_SHOWS: Share = 1 / 1.5;
/** Standard deviation of what is taken off. */
const LENT_UNKNOWN: Share = 0.3;

/** A pull against something that does not give, in which a back may round; null: nothing of the kind in this drill. */
const pullOf = ({ measure, rules }: DrillDefinition): Partial<Record<PhaseKind, number>> | null =>
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
  const pull = pullOf(drill);
  if (pull === null) return longBack;
  const { time, phase, phaseSince, neutralAt } = moment;
  const back = before.neutralAt === neutralAt ? before : { ...longBack, neutralAt };
  const now = postureOf(judged);
  if (now === null) return back;
  const recent = [...back.recent.filter((one) => isWithin(time - one.time, ARCH_OVER)), { time, ...now }];
  const pulling = phase !== null && phaseSince !== null && pull[phase] !== undefined;
  if (!pulling || time - phaseSince < SETTLES) {
    // Whoever lets go comes up again in a moment, and until then the back is as round as it was.
    const lent = back.from ? Math.min(back.lent, lentBetween(back.from, now)) : 0;
    return { ...back, recent, lent, from: lent > 0 ? back.from : null };
  }
  // Who goes on into the next phase with a round back goes on from where it was long.
  const goesOn = back.from && (back.from.since === phaseSince || back.lent > 0);
  const from = goesOn ? back.from : { ...middleOf(recent, time), since: phaseSince };
  return { ...back, recent, from, lent: lentBetween(from, now) };
}

/** A reading whose bends are the hips' own, as far as that is known. */
export function withoutRoundedBack(judged: JudgedReading, { lent }: RoundedBack): JudgedReading {
  const { body } = judged;
  return body === null || lent <= 0 ? judged : { ...judged, body: ownBends(body, lent) };
}

const ownBends = (body: FittedBody, lent: Degrees): FittedBody => {
  const gain = varianceGain(body.lumbarExtension, lent);
  const own = (leg: LegAngles): LegAngles => ({ ...leg, flexion: shifted(leg.flexion, -lent, gain), lent });
  return { ...body, leg: { left: own(body.leg.left), right: own(body.leg.right) } };
};

/** The bend as the instrument read it, out of a record that keeps the hip's own. */
export const withBackAgain = (
  own: Estimate<Degrees> | null,
  lent: Degrees,
  arch: Estimate<Degrees> | null,
): Estimate<Degrees> | null => (lent <= 0 ? own : shifted(own, lent, -varianceGain(arch, lent)));

const shifted = (bend: Estimate<Degrees> | null, by: Degrees, varianceBy: number): Estimate<Degrees> | null =>
  bend && { value: bend.value + by, sd: Math.sqrt(Math.max(0, bend.sd ** 2 + varianceBy)) };

/**
 * What is taken off is in no doubt any more but for its own size; what is read as rounded beyond that stays in it. With it the band
 * of those fifteen people is ±8° instead of ±12 while the back is round, and holds as much of the truth.
 */
function varianceGain(arch: Estimate<Degrees> | null, lent: Degrees): number {
  if (arch === null) return 0;
  const rounded = Math.max(0, -arch.value);
  const unknown = (degrees: Degrees): number => (ROUNDING_UNKNOWN * Math.max(0, degrees)) ** 2;
  return unknown(rounded - lent) - unknown(rounded) + (LENT_UNKNOWN * lent) ** 2;
}

function postureOf(judged: JudgedReading): Posture | null {
  const lean = seeChannel(judged, 'trunk-lean', 'left');
  const arch = seeChannel(judged, 'back-arch', 'left');
  return lean.seen && arch.seen ? { lean: lean.estimate.value, arch: arch.estimate.value } : null;
}

function middleOf(recent: readonly Moment[], time: Seconds): Posture {
  const late = recent.filter((one) => isWithin(time - one.time, LEAN_OVER));
  return { lean: mean(late.map(({ lean }) => lean)), arch: mean(recent.map(({ arch }) => arch)) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** A back cannot lend more than the trunk came down. */
function lentBetween(from: Posture, now: Posture): Degrees {
  const rounded = from.arch - now.arch - OUTLINE_WAVERS;
  return Math.max(0, Math.min(now.lean - from.lean, rounded / OUTLINE_SHOWS));
}
