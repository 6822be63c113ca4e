import { mean } from '../../instrument/geometry/statistics.ts';
import { type Degrees, type Estimate, isWithin, type Seconds, type Share } from '../../instrument/geometry/units.ts';
import { ROUNDING_SD_SHARE } from '../../instrument/outline/rounding-sd-share.ts';
import type { FittedBody, LegAngles } from '../../instrument/output/reading.ts';
import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import { type JudgedReading, seeChannel } from '../rules/judged-reading.ts';

/**
 * How much of a hip flexion is the rounding of the back, for drills that read flexion between trunk and thigh. It is what the
 * trunk came down since the phase began, as far as the outline of the back has rounded. Immutable.
 */
export interface RoundedBack {
  /** Postures of the last seconds. Their mean becomes the baseline when a watched phase begins. */
  readonly recent: readonly Moment[];
  /** The baseline, and the phase in which it is used; null: not known. */
  readonly from: (Posture & { readonly phase: PhaseKind }) | null;
  /** Time of the reference pose from which lean and arch are counted. */
  readonly referencePoseAt: Seconds | null;
  /** What the rounding adds to the flexion now. */
  readonly pelvisContribution: Degrees;
}

interface Posture {
  /** Forward lean of the trunk, change from the reference pose. */
  readonly lean: Degrees;
  /** Lumbar extension, change from the reference pose; negative: rounded. */
  readonly arch: Degrees;
}

interface Moment extends Posture {
  readonly time: Seconds;
}

/** The present moment on the clock of the set. */
export interface BackMoment {
  readonly time: Seconds;
  /** Null between phases and while paused. */
  readonly phase: PhaseKind | null;
  /** Since when the phase has run without a break. */
  readonly phaseSince: Seconds | null;
  readonly paused: boolean;
  readonly referencePoseAt: Seconds | null;
}

/** A back that is not rounded, with no baseline yet. */
export const NEUTRAL_SPINE: RoundedBack = { recent: [], from: null, referencePoseAt: null, pelvisContribution: 0 };

/** Averaging times. The arch needs the longer one, because the outline changes by several degrees from mask to mask. */
const ARCH_OVER: Seconds = 3.3;
const LEAN_OVER: Seconds = 1;
/** The baseline needs postures over at least this time. */
const LEAST_SEEN: Seconds = 1.5;
/** The baseline is taken between these times of a phase. Earlier, the postures belong to the phase before; later, the back may be round already. */
const SETTLES: Seconds = 0.3;
const SETTLED_BY: Seconds = 1.5;
/** Time to come up after a watched phase. The rounding still counts until then. */
const RELEASE: Seconds = 2;
/** Rounding that the outline shows in a straight back when the chest sinks. */
const OUTLINE_NOISE: Degrees = 3;
/**
 * The share of a rounding by which the outline changes; it varies from a half to one. With both values the flexion error with a
 * round back fell from 13.1° to 3.2° (n = 15 rendered people).
 */
const OUTLINE_SHARE: Share = 1 / 1.5;
/** Standard deviation of the contribution, as a share of it. */
const CONTRIBUTION_SD_SHARE: Share = 0.3;

/** The phases in which the drill flags a rounding from the start of the phase; null: the drill has no such rule. */
const watchedPhases = ({ measure, rules }: DrillDefinition): Partial<Record<PhaseKind, number>> | null =>
  measure.motion.flexionReference === 'trunk' && measure.outline
    ? (rules.find((rule) => rule.channel === 'back-arch' && rule.reference === 'phase-start')?.phaseFactors ?? null)
    : null;

/** Feeds one reading in which the rounding is still part of the flexion. */
export function stepRoundedBack(
  before: RoundedBack,
  judged: JudgedReading,
  drill: DrillDefinition,
  moment: BackMoment,
): RoundedBack {
  const watched = watchedPhases(drill);
  if (watched === null) return NEUTRAL_SPINE;
  const { time, phase, phaseSince, referencePoseAt } = moment;
  const known: RoundedBack =
    before.referencePoseAt === referencePoseAt ? before : { ...NEUTRAL_SPINE, referencePoseAt };
  const lean = valueOf(judged, 'trunk-lean');
  if (lean === null) return known;
  const now: SeenPosture = { lean, arch: valueOf(judged, 'back-arch') };
  const back = { ...known, recent: recentWith(known.recent, now, moment) };
  if (phase === null || phaseSince === null)
    return { ...back, pelvisContribution: contributionSince(back.from, now, back.pelvisContribution) };
  if (watched[phase] === undefined) return afterRelease(back, now, time - phaseSince);
  // If the back is still round when the next phase begins, the baseline of the phase before is kept.
  const keepsBaseline = back.from && (back.from.phase === phase || back.pelvisContribution > 0);
  const from = keepsBaseline ? back.from : baseline(back.recent, time, time - phaseSince);
  return {
    ...back,
    from: from && { ...from, phase },
    pelvisContribution: contributionSince(from, now, back.pelvisContribution),
  };
}

/** A posture in which the outline of the back may be hidden. */
interface SeenPosture {
  readonly lean: Degrees;
  readonly arch: Degrees | null;
}

function afterRelease(back: RoundedBack, now: SeenPosture, since: Seconds): RoundedBack {
  const pelvisContribution =
    since < RELEASE ? Math.min(back.pelvisContribution, contributionSince(back.from, now, back.pelvisContribution)) : 0;
  return { ...back, pelvisContribution, from: pelvisContribution > 0 ? back.from : null };
}

function recentWith(recent: readonly Moment[], { lean, arch }: SeenPosture, moment: BackMoment): readonly Moment[] {
  // In a pause the person does not hold the stretch.
  if (moment.paused) return [];
  const kept = recent.filter((one) => isWithin(moment.time - one.time, ARCH_OVER));
  return arch === null ? kept : [...kept, { time: moment.time, lean, arch }];
}

/** The mean posture at the start of a phase; null if it was not seen for long enough. */
function baseline(recent: readonly Moment[], time: Seconds, intoPhase: Seconds): Posture | null {
  const seen = time - (recent[0]?.time ?? time);
  return intoPhase >= SETTLES && intoPhase < SETTLED_BY && seen >= LEAST_SEEN ? meanPosture(recent, time) : null;
}

/** The reading with the flexion of the hips alone. */
export function withoutRoundedBack(judged: JudgedReading, { pelvisContribution }: RoundedBack): JudgedReading {
  const { body } = judged;
  return body === null || pelvisContribution <= 0
    ? judged
    : { ...judged, body: withoutContribution(body, pelvisContribution) };
}

const withoutContribution = (body: FittedBody, pelvisContribution: Degrees): FittedBody => {
  const gain = varianceGain(body.lumbarExtension, pelvisContribution);
  const own = (leg: LegAngles): LegAngles => ({
    ...leg,
    flexion: shifted(leg.flexion, -pelvisContribution, gain),
    pelvisContribution,
  });
  return { ...body, leg: { left: own(body.leg.left), right: own(body.leg.right) } };
};

const shifted = (flexion: Estimate<Degrees> | null, by: Degrees, varianceBy: number): Estimate<Degrees> | null =>
  flexion && { value: flexion.value + by, sd: Math.sqrt(Math.max(0, flexion.sd ** 2 + varianceBy)) };

/**
 * The change in variance when the contribution is subtracted. The instrument has widened the flexion by all of the rounding;
 * the subtracted part no longer counts there, but its own uncertainty does. The 90 % band with a round back shrinks from ±12°
 * to ±8° and holds as much of the truth (n = 15 rendered people).
 */
export function varianceGain(arch: Estimate<Degrees> | null, pelvisContribution: Degrees): number {
  const rounded = arch === null ? 0 : Math.max(0, -arch.value);
  const unknown = (degrees: Degrees): number => (ROUNDING_SD_SHARE * Math.max(0, degrees)) ** 2;
  return unknown(rounded - pelvisContribution) - unknown(rounded) + (CONTRIBUTION_SD_SHARE * pelvisContribution) ** 2;
}

function valueOf(judged: JudgedReading, channel: 'trunk-lean' | 'back-arch'): Degrees | null {
  const value = seeChannel(judged, channel, 'left');
  return value.seen ? value.estimate.value : null;
}

function meanPosture(recent: readonly Moment[], time: Seconds): Posture {
  const late = recent.filter((one) => isWithin(time - one.time, LEAN_OVER));
  return { lean: mean(late.map(({ lean }) => lean)), arch: mean(recent.map(({ arch }) => arch)) };
}

/**
 * The contribution since the baseline: the rounding that the outline shows, but not more than the trunk came down.
 * @param before the contribution so far; it stays while the outline is hidden
 */
function contributionSince(from: Posture | null, { lean, arch }: SeenPosture, before: Degrees): Degrees {
  if (from === null) return 0;
  const rounded = arch === null ? before : (from.arch - arch - OUTLINE_NOISE) / OUTLINE_SHARE;
  return Math.max(0, Math.min(lean - from.lean, rounded));
}
