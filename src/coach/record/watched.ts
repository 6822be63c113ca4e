import type { DrillDefinition, RangeChannel, RuleDefinition, RuleId } from '../drill-definition.ts';
import { hasNumber } from '../progress/clean-range.ts';
import {
  firstFrom,
  firstNot,
  frameLengths,
  type FrameRecord,
  type PhaseRecord,
  type RangeSummary,
  type RecordSource,
  type SetRecord,
} from './set-record.ts';
import { causeOfFrame, firstCause, isNoStart } from '../rules/causes.ts';
import { channelOf } from '../rules/judged-reading.ts';
import { band90, type Degrees, type Seconds, type Share } from '../../instrument/geometry/units.ts';

/** A time in which a fault would not have been seen. */
export interface UnwatchedTime {
  /** On the clock of the record. */
  readonly start: Seconds;
  readonly end: Seconds;
  readonly reason: string;
  /** True: something was watched: some of the channels, or all of them for a part of the stretch. */
  readonly partial: boolean;
}

/** For how much of the working time faults were watched, and when not. */
export interface Watched {
  /** Null: no time in which a fault is looked for. */
  readonly share: Share | null;
  /** In order of time. */
  readonly gaps: readonly UnwatchedTime[];
  /** Rules of the drill that were hidden in most of the set. They are not part of `share`. */
  readonly hidden: readonly RuleId[];
  /** Faults that the camera's place never shows: that none was flagged says nothing. */
  readonly blind: readonly RuleId[];
  /** Why moments were missed that are too short to be listed, if there is no longer gap. Null: hardly any was missed. */
  readonly lapses: string | null;
  /** How long the person was out of position, and how long a new start was awaited. Moments too short to be listed do not count. */
  readonly out: TimeOut;
  /** The rules that were watched in a set without any number. Empty: there is a number, or the drill reads none. */
  readonly withoutNumber: readonly RuleId[];
}

export interface TimeOut {
  readonly left: Seconds;
  /** The hips were off the floor while a new start was awaited. */
  readonly hipsUp: Seconds;
  readonly awaited: Seconds;
}

type Judged = Pick<SetRecord, 'frames' | 'phases' | 'flags'> & {
  readonly summary: Pick<SetRecord['summary'], 'muted'> & Partial<Pick<SetRecord['summary'], 'sets'>>;
};

/** A shorter stretch is a lapse: no fault begins and ends in it. */
const LEAST_GAP: Seconds = 1;
/** From this share on, what was missed are lapses. */
const WHOLE: Share = 0.95;
/** Two gaps with less between them are one. */
const JOINED: Seconds = 0.5;
/** A stretch with a smaller missed share counts as watched in part: joined gaps may have been seen in between. */
const MOSTLY_MISSED: Share = 0.8;

/**
 * When the faults of a drill were watched. A rule that was muted in the whole set is left out here, because the summary
 * names it by itself; every other rule must have been readable.
 */
export function whatWasWatched(record: Judged, drill: Pick<DrillDefinition, 'rules' | 'blindSpots'>): Watched {
  const { rules, blindSpots = [] } = drill;
  const muted = new Set(mutedIn(record.summary));
  const lengths = frameLengths(record.frames);
  const flagged = spansOf(record.flags);
  const gaps: UnwatchedTime[] = [];
  const out = new TimeOutTally();
  const watchedRules = new Set<RuleId>();
  let [whole, watched] = [0, 0];
  for (const phase of record.phases) {
    const armed = rules.filter(({ id, phaseFactors }) => !muted.has(id) && phaseFactors[phase.kind] !== undefined);
    if (armed.length === 0) continue;
    whole += phase.end - phase.start;
    for (const { id } of armed) watchedRules.add(id);
    const blind: UnwatchedTime[] = [];
    let last = phase.start;
    for (let index = firstFrom(record.frames, phase.start); index < record.frames.length; index += 1) {
      const frame = record.frames[index];
      if (frame === undefined || frame.t >= phase.end) break;
      if (frame.t - last > JOINED) blind.push({ start: last, end: frame.t, reason: 'no-picture', partial: false });
      const lasts = lengths[index] ?? 0;
      last = frame.t + lasts;
      const reason = whyBlind(frame, armed, phase, flagged);
      out.add(reason === null ? null : outOf(frame.reasons), lasts);
      if (reason === null) watched += lasts;
      else blind.push({ start: frame.t, end: last, reason, partial: frame.valid });
    }
    if (phase.end - last > JOINED) blind.push({ start: last, end: phase.end, reason: 'no-picture', partial: false });
    gaps.push(...joined(blind));
  }
  const share = whole > 0 ? Math.min(1, watched / whole) : null;
  const found = gapsOf(gaps);
  const long = found.filter(({ start, end }) => end - start >= LEAST_GAP);
  const lapses = long.length === 0 && share !== null && share < WHOLE ? reasonOfMost(found) : null;
  const hidden = hiddenRules([...muted], drill);
  return {
    share,
    gaps: long,
    hidden,
    blind: blindSpots.map(({ id }) => id),
    lapses,
    out: out.total,
    withoutNumber: hasNumber(record.summary.sets ?? []) ? [] : [...watchedRules],
  };
}

/** How the body was out of position in a frame that was not watched; null: it was in position. */
const outOf = (reasons: readonly string[]): keyof TimeOut | null =>
  reasons.includes('posture-left')
    ? 'left'
    : reasons.includes('hips-up')
      ? 'hipsUp'
      : reasons.some(isNoStart)
        ? 'awaited'
        : null;

/** Adds up the stretches of each kind that are long enough to be listed. */
class TimeOutTally {
  readonly #total = { left: 0, hipsUp: 0, awaited: 0 };
  #kind: keyof TimeOut | null = null;
  #run: Seconds = 0;

  add(kind: keyof TimeOut | null, lasts: Seconds): void {
    if (kind !== this.#kind) this.#close();
    this.#kind = kind;
    this.#run += lasts;
  }

  get total(): TimeOut {
    this.#close();
    return this.#total;
  }

  #close(): void {
    if (this.#kind !== null && this.#run >= LEAST_GAP) this.#total[this.#kind] += this.#run;
    this.#run = 0;
  }
}

/**
 * The rules of the drill that were hidden in most of the set. A blind spot is none: the drill never claims to see it.
 * @param drill null: not known, so a fault that no camera place shows cannot be told from a hidden one
 */
export const hiddenRules = (
  muted: readonly RuleId[],
  drill: Pick<DrillDefinition, 'rules'> | null,
): readonly RuleId[] => muted.filter((rule) => drill === null || drill.rules.some(({ id }) => id === rule));

/** The rules that a summary lists as hidden, blind spots included. */
export const mutedIn = ({ muted }: Pick<SetRecord['summary'], 'muted'>): readonly RuleId[] =>
  muted.map(({ rule }) => rule);

type Span = Pick<SetRecord['flags'][number], 'start' | 'end'>;

/** The time covered by flags, as spans in order that do not touch. */
function spansOf(flags: SetRecord['flags']): readonly Span[] {
  const spans: { start: Seconds; end: Seconds }[] = [];
  for (const { start, end } of flags.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

const isInside = (spans: readonly Span[], t: Seconds): boolean =>
  (spans[firstNot(spans, ({ end }) => end < t)]?.start ?? Number.POSITIVE_INFINITY) <= t;

/** Why a fault would not be seen in this frame; null: it would, or one is flagged. */
function whyBlind(
  frame: FrameRecord,
  armed: readonly RuleDefinition[],
  { side }: PhaseRecord,
  flagged: readonly Span[],
): string | null {
  if (isInside(flagged, frame.t)) return null;
  if (!frame.valid) return causeOfFrame(frame.reasons) ?? 'poor-fit';
  const hidden = armed.filter(({ channel }) => channelOf(frame, channel, side) === null);
  if (hidden.length === 0) return null;
  return firstCause(hidden.map(({ channel }) => frame.unseen?.[channel] ?? 'not-seen-from-here'));
}

/** Joins neighbouring pieces of a kind; the reason is the one of the longest time. */
function joined(pieces: readonly UnwatchedTime[]): UnwatchedTime[] {
  const out: { start: Seconds; end: Seconds; partial: boolean; times: Map<string, Seconds> }[] = [];
  for (const { start, end, reason, partial } of pieces) {
    let current = out.at(-1);
    if (current === undefined || start - current.end > JOINED || current.partial !== partial) {
      current = { start, end, partial, times: new Map() };
      out.push(current);
    }
    current.end = end;
    current.times.set(reason, (current.times.get(reason) ?? 0) + end - start);
  }
  return out.map(({ start, end, partial, times: single }) => {
    const times = withOneStart(single);
    const most = Math.max(...times.values());
    const leading = [...times].flatMap(([reason, time]) => (time >= most / 2 ? [reason] : []));
    const missed = [...times.values()].reduce((sum, time) => sum + time, 0);
    const inPart = partial || missed < MOSTLY_MISSED * (end - start);
    return { start, end, partial: inPart, reason: firstCause(leading) ?? 'poor-fit' };
  });
}

/** Reasons why a posture is no start count together: the longest of them stands for all. */
function withOneStart(times: ReadonlyMap<string, Seconds>): ReadonlyMap<string, Seconds> {
  const starts = [...times].filter(([reason]) => isNoStart(reason)).toSorted(([, a], [, b]) => b - a);
  const [longest] = starts;
  if (longest === undefined) return times;
  const others = [...times].filter(([reason]) => !isNoStart(reason));
  return new Map([...others, [longest[0], starts.reduce((sum, [, time]) => sum + time, 0)]]);
}

/** Gaps of one reason that reach over a change of phases are one. */
function gapsOf(gaps: readonly UnwatchedTime[]): readonly UnwatchedTime[] {
  const out: UnwatchedTime[] = [];
  for (const gap of gaps) {
    const before = out.at(-1);
    if (before && before.reason === gap.reason && before.partial === gap.partial && gap.start - before.end <= JOINED)
      out[out.length - 1] = { ...before, end: gap.end };
    else out.push(gap);
  }
  return out;
}

/** The reason for the longest time; null: there is no gap. */
function reasonOfMost(gaps: readonly UnwatchedTime[]): string | null {
  const times = new Map<string, Seconds>();
  for (const { start, end, reason } of gaps) times.set(reason, (times.get(reason) ?? 0) + end - start);
  return [...times].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/**
 * What the absence of a flag means: it was looked for the whole time, or for most of it. Otherwise it is not said at all:
 * `little`, less than half was watched; `hardly`, hardly anything.
 */
export type Absence = 'whole' | 'part' | 'little' | 'hardly';

/** Below this share nothing is said of what was watched, either. */
const HARDLY: Share = 0.1;
/** Below this share, in whole per cent, no absence is said: more could have happened unseen than seen. */
const HALF = 50;

/**
 * @param share of the time in which it was looked for. Null or absent: not known, so nothing is claimed
 * @param hidden rules that were hidden in most of the set: with one of them, not everything was watched
 */
export function absence(share: Share | null | undefined, hidden: readonly RuleId[] = []): Absence {
  if (share === null || share === undefined || share < HARDLY) return 'hardly';
  if (Math.round(100 * share) < HALF) return 'little';
  return share >= WHOLE && hidden.length === 0 ? 'whole' : 'part';
}

/** No flag, and too little was watched to tell that none was needed: its number of flags is not 0 but unknown. */
export const hasUnknownFlags = ({
  source,
  flags,
  watched,
}: {
  readonly source: RecordSource['kind'];
  readonly flags: number;
  readonly watched?: Share | null | undefined;
}): boolean => source === 'none' || (flags === 0 && ['little', 'hardly'].includes(absence(watched)));

/**
 * The same for several sets together: only what holds for each of them is claimed. `some`: it may be said of some sets
 * only. `hardly`: of none.
 */
export function absenceIn(sets: readonly Absence[]): 'whole' | 'part' | 'some' | 'hardly' {
  const said = sets.filter((kind) => kind === 'whole' || kind === 'part');
  if (said.length === 0) return 'hardly';
  if (said.length < sets.length) return 'some';
  return said.every((kind) => kind === 'whole') ? 'whole' : 'part';
}

/** The share by the summary alone; null: not known. An older record tells it by its ranges. */
export function watchedShare({ watched, sets }: Pick<SetRecord['summary'], 'watched' | 'sets'>): Share | null {
  if (watched !== undefined) return watched;
  const shares = sets.map(({ of, coverage, pelvisWatched }) =>
    of === 'hip-flexion' ? coverage : Math.min(coverage, pelvisWatched),
  );
  return shares.length === 0 ? null : Math.min(...shares);
}

/**
 * Why the figures of a set cannot be right. `no-reference-pose`: angles are changes from the reference pose, and there was
 * none. `beyond-a-body`: no hip or back goes that far, or the error is so wide that the figure says nothing. `sum`: hip alone,
 * borrowed and total contradict each other.
 */
export type Doubt = 'no-reference-pose' | 'beyond-a-body' | 'sum';

/** Degrees in either direction that no body reaches. The most mobile hips rotate by about 80° and bend by about 150°. */
const BEYOND: Readonly<Record<RangeChannel, Degrees>> = {
  'hip-internal-rotation': 120,
  'hip-flexion': 180,
  'back-arch': 120,
};

/** An error band of ± 90° covers everything that a hip can do. */
const WIDEST_BAND: Degrees = 90;

/** Degrees. Figures may have been rounded before they were stored. */
const ROUNDING: Degrees = 1;

const known = (values: readonly (number | null | undefined)[]): readonly number[] =>
  values.filter((value) => typeof value === 'number');

const anglesOf = ({ clean, possible, gross, endRange }: RangeSummary): readonly Degrees[] =>
  known([clean, possible, gross, endRange]);

const isBeyond = (range: RangeSummary): boolean => {
  const limit = BEYOND[range.of ?? 'hip-internal-rotation'];
  return anglesOf(range).some((angle) => Math.abs(angle) > limit) || band90(range.sd ?? 0) > WIDEST_BAND;
};

/** The total is never smaller than what the hip did alone, and nothing negative is borrowed. */
const contradictsItself = ({ clean, gross, borrowed, sd }: RangeSummary): boolean => {
  const error = band90(sd ?? 0) + ROUNDING;
  return (clean !== null && gross !== null && clean > gross + error) || (borrowed ?? 0) < -error;
};

/** Empty: the figures of the set agree with each other and with a body. */
export function doubtsOf({ summary, neutral, neutrals }: Pick<SetRecord, 'summary' | 'neutral' | 'neutrals'>): Doubt[] {
  const rows: readonly RangeSummary[] = [...summary.sets, ...summary.phases];
  const found: Doubt[] = [];
  const hasReferencePose = neutral !== null || neutrals.length > 0;
  if (!hasReferencePose && rows.some((range) => anglesOf(range).length > 0)) found.push('no-reference-pose');
  if (rows.some(isBeyond)) found.push('beyond-a-body');
  if (rows.some(contradictsItself)) found.push('sum');
  return found;
}
