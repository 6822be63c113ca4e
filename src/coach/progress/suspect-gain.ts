import { median } from '../../instrument/geometry/statistics.ts';
import {
  type Degrees,
  type Estimate,
  sdOfBound90,
  type Seconds,
  type WorkingSide,
} from '../../instrument/geometry/units.ts';
import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import type { JudgedReading } from '../rules/judged-reading.ts';
import { firstNot } from '../record/set-record.ts';
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
  drill.rules.some(({ channel, byPhone }) => !byPhone && PELVIS_ROTATION.has(channel));

export interface GainSample {
  readonly time: Seconds;
  /** The hip's own angle: without the measured contribution of the pelvis. */
  readonly angle: Degrees;
}

export interface SuspectGain {
  readonly since: Seconds;
  /** The angle at which the hip stood before the gain. */
  readonly from: Degrees;
  /** When the suspicion ended. Null: it still lasts. */
  readonly until: Seconds | null;
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
/** What is remembered before that. */
const SLOW: Seconds = 2;
const QUICK_GAIN: Degrees = 6;
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
/** Feeds one valid reading of a phase in which the hip works against its end. */
export function watchGain(watch: GainWatch, sample: GainSample): GainWatch {
  const last = watch.recent.at(-1);
  const before = last && sample.time - last.time <= BREAK ? watch.recent : [];
  const from = firstNot(before, ({ time }) => sample.time - time > SLOW + STANDS);
  const recent = before
    .slice(
      from,
      firstNot(before, ({ time }) => time <= sample.time),
    )
    .concat(sample);
  const some = newest(recent, sample.time);
  if (watch.open !== null) {
    const { angle } = middleOf(some) ?? sample;
    return { ...watch, recent, open: angle <= watch.open.from + BACK ? null : watch.open };
  }
  // Looks some time back: during a slow gain the newest readings would pass for standing, and raise the end too early.
  const earlier = standAt(recent, sample.time - SLOW - STANDS, sample.time - SLOW);
  const stood = earlier === null ? watch.stood : Math.max(watch.stood ?? earlier.angle, earlier.angle);
  if (some.length < FEWEST) return { recent, stood, open: null };
  return { recent, stood, open: suspect(recent, sample.time, some, watch.stood) };
}

/**
 * The gain that is going on, if the hip stood at its end and has since gained more than it would have by going on as it did.
 * @param some the newest readings
 * @param stood largest angle at which the hip has stood
 */
function suspect(
  recent: readonly GainSample[],
  time: Seconds,
  some: readonly GainSample[],
  stood: Degrees | null,
): SuspectGain | null {
  const before = standAt(recent, time - QUICK - STANDS, time - QUICK);
  if (before === null || before.angle < Math.max(AT_ITS_END, (stood ?? 0) - BELOW_THE_END)) return null;
  const now = middleOf(some);
  if (now === null || now.angle - before.angle < QUICK_GAIN) return null;
  // A leg that falls in slowly passes for standing. What it gains by going on as it did is its own.
  const own = Math.max(0, speedOf(before.readings)) * (now.at - before.at);
  return now.angle - (before.angle + own) < QUICK_GAIN
    ? null
    : { since: time - QUICK, from: before.angle, until: null };
}

/** The medians of some readings. */
interface Middle {
  readonly at: Seconds;
  readonly angle: Degrees;
}

/** Where the hip stood in a span; null: it moved, or was not seen for long enough. */
function standAt(
  samples: readonly GainSample[],
  from: Seconds,
  to: Seconds,
): (Middle & { readonly readings: readonly GainSample[] }) | null {
  const readings = within(samples, from, to);
  const [first, last] = [readings[0], readings.at(-1)];
  if (readings.length < FEWEST || !first || !last || last.time - first.time < STANDS / 2) return null;
  let [least, most] = [first.angle, first.angle];
  for (const { angle } of readings) {
    least = Math.min(least, angle);
    most = Math.max(most, angle);
  }
  const middle = most - least <= STILL ? middleOf(readings) : null;
  return middle && { ...middle, readings };
}

/** Degrees a second between the middles of both halves, so that a single wrong reading does not count. */
function speedOf(samples: readonly GainSample[]): number {
  const half = Math.ceil(samples.length / 2);
  const [early, late] = [middleOf(samples.slice(0, half)), middleOf(samples.slice(-half))];
  return early && late && late.at > early.at ? (late.angle - early.angle) / (late.at - early.at) : 0;
}

function middleOf(samples: readonly GainSample[]): Middle | null {
  const angle = median(samples.map((one) => one.angle));
  // In order of time, so that their middle is the median.
  const [before, after] = [samples[(samples.length - 1) >> 1], samples[samples.length >> 1]];
  return angle === null || !before || !after ? null : { at: (before.time + after.time) / 2, angle };
}

/** The newest readings: those of a moment, or as many as a median takes. */
function newest(samples: readonly GainSample[], time: Seconds): readonly GainSample[] {
  const some = within(samples, time - NEWEST, time);
  return some.length >= FEWEST ? some : within(samples, time - NEWEST_AT_MOST, time).slice(-FEWEST);
}

/** @param samples in order of time */
const within = (samples: readonly GainSample[], from: Seconds, to: Seconds): readonly GainSample[] =>
  samples.slice(
    firstNot(samples, ({ time }) => time < from),
    firstNot(samples, ({ time }) => time <= to),
  );

/** All suspect gains of a run of readings in order of time. */
export function findSuspectGains(samples: readonly GainSample[]): readonly SuspectGain[] {
  const found: SuspectGain[] = [];
  let watch = freshGainWatch;
  let last: Seconds | null = null;
  for (const sample of samples) {
    const before = watch.open;
    watch = watchGain(watch, sample);
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

/** The same for the working hip of a reading. */
export function withDoubt(judged: JudgedReading, side: WorkingSide, gain: GainWatch): JudgedReading {
  if (judged.body === null || gain.open === null || side === 'both') return judged;
  const leg = judged.body.leg[side];
  const internalRotation = doubted(leg.internalRotation, gain);
  return { ...judged, body: { ...judged.body, leg: { ...judged.body.leg, [side]: { ...leg, internalRotation } } } };
}
