import { atOnce, type Pieces } from '../record/pieces.ts';
import { median } from '../../instrument/geometry/statistics.ts';
import {
  type Degrees,
  type Estimate,
  sdOfBound90,
  type Seconds,
  type Share,
  type Side,
} from '../../instrument/geometry/units.ts';
import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import { isRangePhase, PELVIS_ROTATION, rangeChannel } from '../rules/range-rules.ts';

/**
 * Finds gains that the pelvis may have made. A hip that held still at its end and then gained many degrees within
 * about a second was more likely helped by a pelvis whose turn the app did not see. Such a gain counts as possible, not
 * clean.
 */

/**
 * Whether gains in this phase can be suspect: the hip works against its end, and a clean range is claimed. Repetitions
 * gain quickly anyway, and a drill that does not watch the pelvis claims no clean range.
 */
export const isGainPhase = (drill: DrillDefinition, kind: PhaseKind): boolean =>
  kind !== 'reps' &&
  rangeChannel(drill) === 'hip-internal-rotation' &&
  isRangePhase(drill, kind) &&
  drill.rules.some(({ channel }) => PELVIS_ROTATION.has(channel));

/** One valid reading. */
export interface GainSample {
  readonly time: Seconds;
  /** The hip's own angle: without the measured contribution of the pelvis. */
  readonly angle: Degrees;
  readonly turn: PelvisTurn | null;
}

/** How far the pelvis has turned by both channels. */
interface PelvisTurn {
  /** By the second witness, `FittedBody.twistWitness`. */
  readonly witness: Degrees;
  /** By the pelvis channel; 0 where it is not seen. A turn that it shows is already taken off the hip's angle. */
  readonly measured: Degrees;
}

/**
 * One valid reading, from what a frame shows.
 * @param witness `FittedBody.twistWitness`; null or undefined: there is no witness
 * @param twist of the pelvis channel; null: not seen
 */
export const gainSample = (
  time: Seconds,
  angle: Degrees,
  witness: Degrees | null | undefined,
  twist: Estimate<Degrees> | null | undefined,
): GainSample => ({
  time,
  angle,
  turn: witness === null || witness === undefined ? null : { witness, measured: twist?.value ?? 0 },
});

export interface SuspectGain {
  readonly since: Seconds;
  /** The angle at which the hip stood before the gain. */
  readonly from: Degrees;
  /** When the suspicion ended. Null: it still lasts. */
  readonly until: Seconds | null;
  /** How the pelvis lay before the gain. */
  readonly turn: PelvisTurn | null;
  /** True: the second witness contradicts the pelvis channel. */
  readonly contradicted: boolean;
}

/** Memory of one side and round; immutable. */
export interface GainWatch {
  readonly recent: readonly GainSample[];
  /** Largest angle at which the hip has stood. */
  readonly stood: Degrees | null;
  readonly open: SuspectGain | null;
}

export const freshGainWatch: GainWatch = { recent: [], stood: null, open: null };

/** The hip stands if it stays within `STILL` for `STANDS`. */
const STANDS: Seconds = 0.8;
const STILL: Degrees = 3;
/** A gain is compared with where the hip stood this long ago. */
const QUICK: Seconds = 1.2;
const SLOW: Seconds = 2;
/** Gain within `QUICK` that is suspect, unless the witness shows that the pelvis did not turn as well. */
const QUICK_GAIN: Degrees = 6;
/** Gain within `QUICK` that is suspect whatever the witness shows. */
const ALWAYS_SUSPECT: Degrees = 10;
/**
 * Gain within `SLOW` that is suspect if the witness has turned by `WITNESSED` as well. The witness shows about half of
 * a pelvis's turn, and turns the other way when only the hip turns in (n = 2 rendered people, two renderers).
 */
const WITNESSED_GAIN: Degrees = 4;
const WITNESSED: Degrees = 2;
/**
 * Turn of the witness from which a gain is suspect even while the leg is still moving to its end: this many degrees, and
 * this share of the gain. A leg that falls in alone turns the witness by up to a quarter of its own angle, which is up to
 * 6° (n = 7 rendered sets); a pelvis that turns by 11 to 18° turns it by 4.9° or more (n = 5, two renderers).
 */
const TURNED_ON_THE_WAY: Degrees = 3.5;
const SHIFT_BY_LEG: Share = 0.28;
/**
 * The pelvis channel sees a turn if it shows this much, and this share of what the witness shows. It lags behind the
 * witness by 0.3 s, and the witness may turn half as far as the pelvis or half as far again.
 */
const SEEN: Degrees = 3;
const SEEN_SHARE: Share = 0.5;
/** A witness that has turned by less shows that the pelvis did not turn. */
const UNTURNED: Degrees = 0.8;
/** A hip that stands below this angle, or this far below its largest stand, is not at its end. */
const AT_ITS_END: Degrees = 8;
const BELOW_THE_END: Degrees = 4;
/** The suspicion ends when the hip is back to within this of where it stood before. */
const BACK: Degrees = 2;
/** What was seen before a break this long is not compared with what comes after it. */
const BREAK: Seconds = 1;
const NEWEST: Seconds = 0.35;
const FEWEST = 3;
/** At few readings a second the newest `FEWEST` may span this much. */
const NEWEST_AT_MOST: Seconds = 0.6;
/**
 * While a leg moves, its witness wanders by 1° from reading to reading. The median of so many readings within a second was never
 * wrong. With fewer, two of ten falls at 5 readings a second were called possible (rendered people).
 */
const STEADY = { fewest: 4, most: 5, within: 1 } as const;

/**
 * Feeds one valid reading of a phase in which the hip works against its end.
 * @param side the working side: a turn that helps its hip is negative on the left and positive on the right
 * @param earned true: the positive control has shown that the pelvis channel responds, so being quick does not make a
 * gain suspect
 */
export function watchGain(watch: GainWatch, sample: GainSample, side: Side, earned: boolean): GainWatch {
  const last = watch.recent.at(-1);
  const before = last && sample.time - last.time <= BREAK ? watch.recent : [];
  const recent = [...before, sample].filter(({ time }) => sample.time - time <= SLOW + STANDS && time <= sample.time);
  const some = newest(recent, sample.time);
  const now = middleOf(some) ?? { ...sample, at: sample.time };
  if (watch.open !== null) {
    const turned = turnSince(watch.open.turn, now.turn, side);
    const isExplained = watch.open.contradicted && turned !== null && (turned.unmeasured < UNTURNED || turned.isSeen);
    const isBack = now.angle <= watch.open.from + BACK || isExplained;
    return { ...watch, recent, open: isBack ? null : watch.open };
  }
  // Looks some time back: during a slow gain the newest readings would pass for standing, and raise the end too early.
  const earlier = stateAt(recent, sample.time - SLOW - STANDS, sample.time - SLOW);
  const stood = earlier?.stands ? Math.max(watch.stood ?? earlier.angle, earlier.angle) : watch.stood;
  if (some.length < FEWEST) return { recent, stood, open: null };
  return { recent, stood, open: suspect(recent, sample.time, now, watch.stood, side, earned) };
}

function suspect(
  recent: readonly GainSample[],
  time: Seconds,
  now: Middle,
  stood: Degrees | null,
  side: Side,
  earned: boolean,
): SuspectGain | null {
  for (const ago of [QUICK, SLOW]) {
    const before = stateAt(recent, time - ago - STANDS, time - ago);
    if (before === null) continue;
    const atItsEnd = before.stands && before.angle >= Math.max(AT_ITS_END, (stood ?? 0) - BELOW_THE_END);
    const gained = now.angle - before.angle;
    const turned = turnSince(before.turn, atItsEnd ? now.turn : steadyTurn(recent, time), side);
    const enough = atItsEnd ? WITNESSED : Math.max(TURNED_ON_THE_WAY, SHIFT_BY_LEG * gained);
    const contradicted = turned !== null && !turned.isSeen && turned.unmeasured >= enough && gained >= WITNESSED_GAIN;
    const least = turned !== null && turned.unmeasured < UNTURNED ? ALWAYS_SUSPECT : QUICK_GAIN;
    // A leg that falls in slowly passes for standing. What it gains by going on as it did is its own.
    const beyond = gained - Math.max(0, before.speed) * (now.at - before.at);
    const quick = ago === QUICK && atItsEnd && !earned && beyond >= least;
    if (!contradicted && !quick) continue;
    const start = { since: time - ago, from: before.angle };
    // A leg that was still moving to its end had gained by itself until the witness began to turn.
    const unturned = atItsEnd ? null : lastUnturned(recent, time - ago, before.turn, side);
    return { ...start, ...unturned, until: null, turn: before.turn, contradicted };
  }
  return null;
}

/** Until when the witness had not turned yet, and where the hip was then; null: it had from the beginning. */
function lastUnturned(
  samples: readonly GainSample[],
  after: Seconds,
  before: PelvisTurn | null,
  side: Side,
): Pick<SuspectGain, 'since' | 'from'> | null {
  for (const { time } of samples.filter((one) => one.time > after).reverse()) {
    const near = within(samples, time - NEWEST, time);
    const turned = turnSince(before, turnIn(near), side);
    if (turned !== null && turned.unmeasured < UNTURNED)
      return { since: time, from: median(near.map(({ angle }) => angle)) ?? 0 };
  }
  return null;
}

/** How the witness has turned between two moments, in the direction that helps the hip of a side. */
interface WitnessTurn {
  /** How much further than the pelvis channel. */
  readonly unmeasured: Degrees;
  /** The pelvis channel shows the turn as well, so its size is taken off the hip's angle. */
  readonly isSeen: boolean;
}

/** Both are changes, because a leg that is turned in shifts the witness for as long as it is. Null: not known. */
function turnSince(before: PelvisTurn | null, now: PelvisTurn | null, side: Side): WitnessTurn | null {
  if (before === null || now === null) return null;
  const helping = side === 'left' ? -1 : 1;
  const witness = helping * (now.witness - before.witness);
  const measured = Math.max(0, helping * (now.measured - before.measured));
  return { unmeasured: witness - measured, isSeen: measured >= SEEN && measured >= SEEN_SHARE * witness };
}

/** The medians of some readings. */
interface Middle {
  readonly at: Seconds;
  readonly angle: Degrees;
  /** Null: there is no witness. */
  readonly turn: PelvisTurn | null;
}

interface HipState extends Middle {
  readonly stands: boolean;
  /** How fast the hip turned in, degrees a second. */
  readonly speed: number;
}

/** Where the hip was in a span, and whether it stood there; null: it was not seen for long enough. */
function stateAt(samples: readonly GainSample[], from: Seconds, to: Seconds): HipState | null {
  const some = within(samples, from, to);
  const [first, last] = [some[0], some.at(-1)];
  const middle = middleOf(some);
  if (some.length < FEWEST || !first || !last || !middle || last.time - first.time < STANDS / 2) return null;
  const angles = some.map(({ angle }) => angle);
  const stands = Math.max(...angles) - Math.min(...angles) <= STILL;
  return { ...middle, stands, speed: speedOf(some) };
}

/** Between the middles of both halves, so that a single wrong reading does not count. */
function speedOf(samples: readonly GainSample[]): number {
  const half = Math.ceil(samples.length / 2);
  const [early, late] = [middleOf(samples.slice(0, half)), middleOf(samples.slice(-half))];
  return early && late && late.at > early.at ? (late.angle - early.angle) / (late.at - early.at) : 0;
}

function middleOf(samples: readonly GainSample[]): Middle | null {
  const at = median(samples.map(({ time }) => time));
  const angle = median(samples.map((one) => one.angle));
  return at === null || angle === null ? null : { at, angle, turn: turnIn(samples) };
}

/** The newest readings: those of a moment, or as many as a median takes. */
function newest(samples: readonly GainSample[], time: Seconds): readonly GainSample[] {
  const some = within(samples, time - NEWEST, time);
  return some.length >= FEWEST ? some : within(samples, time - NEWEST_AT_MOST, time).slice(-FEWEST);
}

const within = (samples: readonly GainSample[], from: Seconds, to: Seconds): readonly GainSample[] =>
  samples.filter(({ time }) => time >= from && time <= to);

/** The medians of both channels; null: there is no witness. */
function turnIn(samples: readonly GainSample[]): PelvisTurn | null {
  const turns = samples.flatMap(({ turn }) => (turn === null ? [] : [turn]));
  const witness = median(turns.map((one) => one.witness));
  const measured = median(turns.map((one) => one.measured));
  return witness === null || measured === null ? null : { witness, measured };
}

/** How the pelvis lies while the leg moves. At few readings a second the median is longer than for a leg that stands. */
function steadyTurn(samples: readonly GainSample[], time: Seconds): PelvisTurn | null {
  const some = within(samples, time - NEWEST, time);
  return turnIn(some.length >= STEADY.fewest ? some : within(samples, time - STEADY.within, time).slice(-STEADY.most));
}

/** All suspect gains of a run of readings in order of time. */
export const suspectGains = (samples: readonly GainSample[], side: Side, earned: boolean): readonly SuspectGain[] =>
  atOnce(findSuspectGains(samples, side, earned));

/** Readings in a piece: some milliseconds. */
const PIECE = 64;

/** The same in pieces. */
export function* findSuspectGains(
  samples: readonly GainSample[],
  side: Side,
  earned: boolean,
): Pieces<readonly SuspectGain[]> {
  const found: SuspectGain[] = [];
  let watch = freshGainWatch;
  let last: Seconds | null = null;
  for (const [i, sample] of samples.entries()) {
    if (i % PIECE === 0) yield;
    const before = watch.open;
    watch = watchGain(watch, sample, side, earned);
    if (before !== null && watch.open === null) found.push({ ...before, until: sample.time });
    last = sample.time;
  }
  if (watch.open !== null) found.push({ ...watch.open, until: last });
  return found;
}

/** The estimate with a wider sd while a gain is suspect, because the pelvis may have made all of the gain. */
export const doubted = <T extends Estimate<Degrees> | null>(estimate: T, { open }: GainWatch): T =>
  estimate === null || open === null
    ? estimate
    : { ...estimate, sd: Math.hypot(estimate.sd, sdOfBound90(Math.max(0, estimate.value - open.from))) };
