import { median } from '../../instrument/geometry/statistics.ts';
import type { Degrees, Estimate, Seconds, Side } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import { isRangePhase, PELVIS_ROTATION, rangeChannel } from '../rules/range-rules.ts';

/**
 * The story of a set: a hip that stood at its end and within about a second "gains" many degrees has more likely been
 * helped by a pelvis that the app does not see. Such a gain is possible, not clean.
 */

/**
 * Whether a phase has the story: only where the hip works against its end and a clean range is claimed. Repetitions swing,
 * and a set whose drill never watches the pelvis claims nothing clean.
 */
export const asksStory = (drill: DrillDefinition, kind: PhaseKind): boolean =>
  kind !== 'reps' &&
  rangeChannel(drill) === 'hip-internal-rotation' &&
  isRangePhase(drill, kind) &&
  drill.rules.some(({ channel }) => PELVIS_ROTATION.has(channel));

/** One valid reading. */
export interface GainSample {
  readonly time: Seconds;
  /** The hip's own angle: without the measured contribution of the pelvis. */
  readonly angle: Degrees;
  /** Twist that a second witness shows, signs as `PelvisAngles.twist`. Null: there is no witness. */
  readonly witness: Degrees | null;
}

export interface SuspectGain {
  readonly since: Seconds;
  /** The angle at which the hip stood before. */
  readonly from: Degrees;
  /** Null: it still lasts. */
  readonly until: Seconds | null;
  /** What the witness showed before. */
  readonly witness: Degrees | null;
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
/** Gain within `QUICK` that is a suspect, unless the witness shows that the pelvis did not turn along. */
const QUICK_GAIN: Degrees = 6;
/** Gain within `QUICK` that is a suspect whatever the witness shows. */
const ALWAYS_SUSPECT: Degrees = 10;
/**
 * Gain within `SLOW` that is a suspect if the witness has turned by `WITNESSED` as well. The hip line shows about half of
 * a turn, and moves the other way when the hip itself turns in (n = 2 rendered people of two painters).
 */
const WITNESSED_GAIN: Degrees = 4;
const WITNESSED: Degrees = 2;
/**
 * From this turn of the witness on, a gain is a suspect although the leg was still on its way: a fall of the leg alone
 * turns it by up to 2°, a pelvis that turns by 11 to 18° by 4.9° or more (n = 4 and 5 rendered sets of two painters).
 */
const TURNED_ON_THE_WAY: Degrees = 3.5;
/** A witness that has turned by less speaks for the hip. */
const UNTURNED: Degrees = 0.8;
/** A hip that stands below this angle, or this far below its largest stand, is not at its end. */
const AT_ITS_END: Degrees = 8;
const BELOW_THE_END: Degrees = 4;
/** The suspicion ends when the hip is back within this of where it stood. */
const BACK: Degrees = 2;
/** What was seen before a break this long is not compared with what comes after it. */
const BREAK: Seconds = 1;
const NEWEST: Seconds = 0.35;
const FEWEST = 3;

/**
 * Feeds one valid reading of a phase in which the hip works against its end.
 * @param side the working side: a turn that helps its hip is negative on the left and positive on the right
 * @param earned true: the positive control has shown that the pelvis channel responds, so that speed alone is no reason
 */
export function watchGain(watch: GainWatch, sample: GainSample, side: Side, earned: boolean): GainWatch {
  const last = watch.recent.at(-1);
  const before = last && sample.time - last.time <= BREAK ? watch.recent : [];
  const recent = [...before, sample].filter(({ time }) => sample.time - time <= SLOW + STANDS && time <= sample.time);
  const now = within(recent, sample.time - NEWEST, sample.time);
  const angle = median(now.map((one) => one.angle)) ?? sample.angle;
  if (watch.open !== null) {
    const turned = turnOf(watch.open.witness, median(witnesses(now)), side);
    const hasTurnedBack = watch.open.contradicted && turned !== null && turned < UNTURNED;
    const isBack = angle <= watch.open.from + BACK || hasTurnedBack;
    return { ...watch, recent, open: isBack ? null : watch.open };
  }
  // Of some time ago: a slow rise would pass for standing, and raise the end while the gain goes on.
  const earlier = stateAt(recent, sample.time - SLOW - STANDS, sample.time - SLOW);
  const stood = earlier?.stands ? Math.max(watch.stood ?? earlier.angle, earlier.angle) : watch.stood;
  if (now.length < FEWEST) return { recent, stood, open: null };
  const open = suspect(recent, sample.time, angle, median(witnesses(now)), watch.stood, side, earned);
  return { recent, stood, open };
}

function suspect(
  recent: readonly GainSample[],
  time: Seconds,
  angle: Degrees,
  witness: Degrees | null,
  stood: Degrees | null,
  side: Side,
  earned: boolean,
): SuspectGain | null {
  for (const ago of [QUICK, SLOW]) {
    const before = stateAt(recent, time - ago - STANDS, time - ago);
    if (before === null) continue;
    const atItsEnd = before.stands && before.angle >= Math.max(AT_ITS_END, (stood ?? 0) - BELOW_THE_END);
    const gained = angle - before.angle;
    const turned = turnOf(before.witness, witness, side);
    const enough = atItsEnd ? WITNESSED : TURNED_ON_THE_WAY;
    const contradicted = turned !== null && turned >= enough && gained >= WITNESSED_GAIN;
    const least = turned !== null && turned < UNTURNED ? ALWAYS_SUSPECT : QUICK_GAIN;
    const quick = ago === QUICK && atItsEnd && !earned && gained >= least;
    if (contradicted || quick)
      return { since: time - ago, from: before.angle, until: null, witness: before.witness, contradicted };
  }
  return null;
}

/** How far the witness has turned the way that helps the hip of this side; null: not known. */
const turnOf = (before: Degrees | null, now: Degrees | null, side: Side): Degrees | null =>
  before === null || now === null ? null : (side === 'left' ? -1 : 1) * (now - before);

/** Where the hip was in a span, and whether it stood there; null: it was not seen for long enough. */
function stateAt(
  samples: readonly GainSample[],
  from: Seconds,
  to: Seconds,
): { readonly angle: Degrees; readonly witness: Degrees | null; readonly stands: boolean } | null {
  const some = within(samples, from, to);
  const [first, last] = [some[0], some.at(-1)];
  if (some.length < FEWEST || !first || !last || last.time - first.time < STANDS / 2) return null;
  const angles = some.map(({ angle }) => angle);
  const stands = Math.max(...angles) - Math.min(...angles) <= STILL;
  return { angle: median(angles) ?? first.angle, witness: median(witnesses(some)), stands };
}

const within = (samples: readonly GainSample[], from: Seconds, to: Seconds): readonly GainSample[] =>
  samples.filter(({ time }) => time >= from && time <= to);

const witnesses = (samples: readonly GainSample[]): Degrees[] =>
  samples.flatMap(({ witness }) => (witness === null ? [] : [witness]));

/** All suspect gains of a run of readings in order of time. */
export function suspectGains(samples: readonly GainSample[], side: Side, earned: boolean): readonly SuspectGain[] {
  const found: SuspectGain[] = [];
  let watch = freshGainWatch;
  let last: Seconds | null = null;
  for (const sample of samples) {
    const before = watch.open;
    watch = watchGain(watch, sample, side, earned);
    if (before !== null && watch.open === null) found.push({ ...before, until: sample.time });
    last = sample.time;
  }
  if (watch.open !== null) found.push({ ...watch.open, until: last });
  return found;
}

/** 90 % limit of a normal error over its standard deviation. */
const BOUND_OVER_SD = 1.645;

/** An estimate of the hip's angle while its gain is a suspect: all of the gain may be the pelvis's. */
export const doubted = <T extends Estimate<Degrees> | null>(estimate: T, { open }: GainWatch): T =>
  estimate === null || open === null
    ? estimate
    : { ...estimate, sd: Math.hypot(estimate.sd, Math.max(0, estimate.value - open.from) / BOUND_OVER_SD) };
