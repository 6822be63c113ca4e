import type { TimelinePhase } from '../coach-contract.ts';
import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import type { AwayKind, AwayRecord } from '../record/set-record.ts';
import { type JudgedReading, seeChannel } from '../rules/judged-reading.ts';
import { isLying } from '../setup/gate-checks.ts';
import type { CoachWords } from '../speech/coach-words.ts';
import { mean, median } from '../../instrument/geometry/statistics.ts';
import { type Degrees, type Estimate, isWithin, type Seconds, type Share } from '../../instrument/geometry/units.ts';
import { ROUNDING_SD_SHARE } from '../../instrument/outline/arch-watch.ts';
import type { FittedBody, LegAngles } from '../../instrument/output/reading.ts';

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
function varianceGain(arch: Estimate<Degrees> | null, pelvisContribution: Degrees): number {
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

/** How deep the stretch of this round has been, and whether the hip has come out of it. Immutable. */
export interface StretchWatch {
  /** Angles of the last moments, oldest first. */
  readonly recent: readonly { readonly time: Seconds; readonly angle: Degrees }[];
  /** The deepest angle of this round that lasted; null: none yet. */
  readonly deep: Degrees | null;
  /** The angle now: a median over half a second. Null: not seen. */
  readonly now: Degrees | null;
  /** Since when the hip has been out of the stretch; null: it is not out. */
  readonly outSince: Seconds | null;
  /** Since when the hip has been deep enough for the stretch; null: it is not deep enough. */
  readonly backSince: Seconds | null;
}

export const noStretch: StretchWatch = { recent: [], deep: null, now: null, outSince: null, backSince: null };

/** A stretch is an angle that lasts this long. */
const LASTS: Seconds = 1;
/** Time over which the median for `now` is taken. */
const NOW: Seconds = 0.5;
/** Out: the angle is below this share of the deepest, and at least `OUT_BY` less. A push moves far less. */
const OUT_SHARE: Share = 0.4;
const OUT_BY: Degrees = 8;
/** The hip is back from this share of the deepest angle on: people do not find exactly the same depth again. */
const BACK_SHARE: Share = 0.6;
/** Coming out of the stretch is certain after this time, and being back after the other. */
const OUT_FOR: Seconds = 1.2;
const BACK_FOR: Seconds = 1;
/** After a longer gap without a reading, nothing is known about the stretch. */
const UNSEEN: Seconds = 0.8;

/**
 * Feeds one moment of a stretch.
 * @param angle of the leg in the room, hip and pelvis together; null: not seen
 */
export function stepStretch(watch: StretchWatch, time: Seconds, angle: Degrees | null): StretchWatch {
  const kept = watch.recent.filter((old) => old.time < time && time - old.time <= LASTS);
  const recent = angle === null ? kept : [...kept, { time, angle }];
  const last = recent.at(-1);
  if (last === undefined || time - last.time > UNSEEN)
    return { ...watch, recent, now: null, outSince: null, backSince: null };
  const now = median(recent.filter((one) => time - one.time <= NOW).map((one) => one.angle)) ?? watch.now;
  const deep = deepest(watch.deep, recent);
  if (now === null || deep === null) return { ...watch, recent, now, deep };
  const isOut = now < OUT_SHARE * deep && deep - now >= OUT_BY;
  const isBack = now >= BACK_SHARE * deep;
  return {
    recent,
    deep,
    now,
    outSince: isOut ? (watch.outSince ?? time) : null,
    backSince: isBack ? (watch.backSince ?? time) : null,
  };
}

/** The largest angle that all of the last second reached. */
function deepest(before: Degrees | null, recent: StretchWatch['recent']): Degrees | null {
  const [first] = recent;
  const last = recent.at(-1);
  if (first === undefined || last === undefined || last.time - first.time < 0.8 * LASTS) return before;
  const angles = recent.map(({ angle }) => angle).toSorted((a, b) => a - b);
  // A tenth of the frames may be wrong.
  const reached = angles[Math.floor(angles.length / 10)] ?? 0;
  return before === null ? reached : Math.max(before, reached);
}

/** The hip came out of the stretch, and this is certain. */
export const isOutOfStretch = ({ outSince }: StretchWatch, time: Seconds): boolean =>
  outSince !== null && time - outSince >= OUT_FOR;

/** The hip is certainly deep enough for the stretch. Also true before this round had a stretch. */
export const isInStretch = ({ deep, backSince }: StretchWatch, time: Seconds): boolean =>
  deep === null || deep < OUT_BY || (backSince !== null && time - backSince >= BACK_FOR);

/** Takes the present angle as the depth of the stretch. */
export const settleHere = (watch: StretchWatch): StretchWatch => ({ ...watch, deep: watch.now, outSince: null });

/** How the person has left the position, what was said, and whether the set waits for them. */
export interface Away {
  readonly kind: AwayKind;
  readonly since: Seconds;
  readonly phase: PhaseKind;
  /** What to do, said once and shown until the person is back. */
  readonly text: string;
  readonly saidAt: Seconds;
  /** True: the clock of the phase stands still until the person is back. */
  readonly waits: boolean;
  /** The person ended the wait by hand, so the set does not wait until they are back. */
  readonly overridden: boolean;
  /** Since when the position looks right again; null: it does not. */
  readonly backSince: Seconds | null;
}

/** Since when, and when last, the picture did not fit the body; null: it fits. */
export interface FitLost {
  readonly since: Seconds | null;
  readonly last: Seconds | null;
}

export const fitHolds: FitLost = { since: null, last: null };

export const awayRecord = ({ kind, since, phase }: Away, end: Seconds): AwayRecord => ({
  kind,
  start: since,
  end: Math.max(since, end),
  phase,
});

/** What to do, in the drill's own words where it has some. */
export function awayText(kind: AwayKind, drill: DrillDefinition, phase: TimelinePhase, words: CoachWords): string {
  if (kind === 'out-of-stretch') return phase.again ?? words.away['out-of-stretch'];
  return (isLying(drill) ? words.awayLying[kind] : null) ?? words.away[kind];
}

interface MaybeAway {
  readonly away: Away | null;
}

/** Nothing counts while the person is away. That a hip has come out of its stretch, only the coach knows. */
export const withoutLeft = ({ away }: MaybeAway, judged: JudgedReading): JudgedReading =>
  away === null || away.kind === 'unclear' || judged.reasons[0] === 'posture-left'
    ? judged
    : { ...judged, body: null, reasons: ['posture-left', ...judged.reasons] };

/** Whether cues of the rules are held back: the person is being told something that comes first. */
export const speaksOfPosture = ({ away }: MaybeAway, judged: JudgedReading): boolean =>
  (away !== null && away.kind !== 'unclear') || judged.reasons[0] === 'posture-left';
