import { ratesOf, tally, type Rates } from './score-events.ts';
import { share } from '../../tools/shared/statistics.ts';
import type { ClipScore } from './score.ts';
import type { DrillOutline, RuleInDrill } from '../accuracy/drill-catalogue.ts';

/** Counts, for each drill and each of its rules, what happened, what was flagged and what was said. Pure. */

export interface Counts extends Rates {
  /** In which the rule's compensation happened and could be watched. */
  clips: number;
  /** Events with a flag in time. */
  found: number;
  missed: number;
  /** Flags without an event. */
  false: number;
  /** Events while the rule was not watched according to the record, or from a poor camera place that was refused. If a good place was refused, its events count as missed. */
  unwatched: number;
  /** Spoken cues. */
  right: number;
  wrong: number;
  /** Right ÷ (right + wrong). */
  cuePrecision: number | null;
  /** Time of clips without a compensation in which the rule was watched. */
  cleanMinutes: number;
  /** Spoken cues in these clips. */
  cleanWrong: number;
  cleanWrongPerMinute: number | null;
}

export type RuleCell = RuleInDrill & { counts: Counts };

export interface DrillCells {
  drill: string;
  clips: number;
  /** Clips from a good camera place in which nothing was measured. */
  refused: number;
  /** Refused clips from a place that the drill does not call good. */
  poor: number;
  /** Clips that reached a summary. */
  whole: number;
  /** Clips with the phases of the truth. */
  phasesRight: number;
  /** Of clips from a good place without a compensation; `exact`: clips with the exact count. */
  cleanReps: { counted: boolean; clips: number; exact: number; true: number; found: number; extra: number };
  rules: readonly RuleCell[];
  /** Of all rules that the place shows. */
  counts: Counts;
}

/** @returns in the order of the catalogue, including drills without a clip */
export function ruleCells(catalogue: readonly DrillOutline[], scores: readonly ClipScore[]): DrillCells[] {
  return catalogue.map((drill) => {
    const { id, counted, rules } = drill;
    const own = scoresOf(drill, scores);
    const cells = rules.map((rule) => ({ ...rule, counts: countOf(own, [rule.rule]) }));
    return {
      drill: id,
      clips: own.length,
      refused: own.filter(({ refused, poor }) => refused && !poor).length,
      poor: own.filter(({ refused, poor }) => refused && poor).length,
      whole: own.filter(({ whole }) => whole).length,
      phasesRight: own.filter((score) => score.phasesRight).length,
      cleanReps: { counted, ...cleanReps(own) },
      rules: cells,
      counts: countOf(own, [...seenRules(rules)]),
    };
  });
}

/** Counts over all drills. */
export const allCounts = (catalogue: readonly DrillOutline[], scores: readonly ClipScore[]): Counts =>
  summed(
    catalogue.flatMap((drill) => scoresOf(drill, scores).map((score) => countClip(score, seenRules(drill.rules)))),
  );

/** `poor`: from a place that the drill does not call good. */
type PlacedScore = ClipScore & { poor: boolean };

const scoresOf = ({ id, good }: DrillOutline, scores: readonly ClipScore[]): PlacedScore[] =>
  scores
    .filter(({ drillId }) => drillId === id)
    .map((score) => ({ ...score, poor: score.azimuth !== null && !isWithin(good, score.azimuth) }));

const isWithin = (ranges: DrillOutline['good'], azimuth: number) =>
  ranges.some(([from, to]) => [azimuth - 360, azimuth, azimuth + 360].some((one) => from <= one && one <= to));

const seenRules = (rules: readonly RuleInDrill[]) => new Set(rules.flatMap(({ rule, seen }) => (seen ? [rule] : [])));

const countOf = (own: readonly PlacedScore[], rules: readonly string[]) =>
  summed(own.map((score) => countClip(score, new Set(rules))));

type CountSums = Omit<Counts, keyof Rates | 'cuePrecision' | 'cleanWrongPerMinute'> & { delays: number[] };

function countClip(
  { events, cues, unwatched, refused, poor, minutes }: PlacedScore,
  rules: ReadonlySet<string>,
): CountSums {
  const isHidden = (rule: string) => (refused && poor) || unwatched.includes(rule);
  const isJudged = ({ rule }: { rule: string }) => rules.has(rule) && !isHidden(rule);
  const happened = events.outcomes.filter(({ rule }) => rules.has(rule));
  const outcomes = happened.filter(isJudged);
  const said = cues.filter(({ rule }) => rules.has(rule));
  const wrong = said.filter(({ verdict }) => verdict === 'wrong').length;
  const clean = events.wanted === 0 && !refused && [...rules].some((rule) => !isHidden(rule));
  return {
    clips: outcomes.length > 0 ? 1 : 0,
    ...tally(outcomes),
    false: events.falseFlags.filter(({ rule }) => rules.has(rule)).length,
    unwatched: happened.length - outcomes.length,
    right: said.filter(({ verdict }) => verdict === 'right').length,
    wrong,
    cleanMinutes: clean ? minutes : 0,
    cleanWrong: events.wanted === 0 ? wrong : 0,
  };
}

function summed(parts: readonly CountSums[]): Counts {
  const { delays, ...raw } = parts.reduce(
    (total, part) => ({
      clips: total.clips + part.clips,
      found: total.found + part.found,
      missed: total.missed + part.missed,
      false: total.false + part.false,
      unwatched: total.unwatched + part.unwatched,
      right: total.right + part.right,
      wrong: total.wrong + part.wrong,
      cleanMinutes: total.cleanMinutes + part.cleanMinutes,
      cleanWrong: total.cleanWrong + part.cleanWrong,
      delays: [...total.delays, ...part.delays],
    }),
    ZERO_COUNTS,
  );
  return {
    ...raw,
    ...ratesOf({ ...raw, delays }),
    cuePrecision: share(raw.right, raw.right + raw.wrong),
    cleanWrongPerMinute: share(raw.cleanWrong, raw.cleanMinutes),
  };
}

const ZERO_COUNTS: CountSums = {
  clips: 0,
  found: 0,
  missed: 0,
  false: 0,
  unwatched: 0,
  right: 0,
  wrong: 0,
  cleanMinutes: 0,
  cleanWrong: 0,
  delays: [],
};

/** Repetitions in a refused clip from a good place count as not found. */
function cleanReps(own: readonly PlacedScore[]) {
  const read = own.filter(
    ({ events, reps, refused, poor }) =>
      events.wanted === 0 && !(refused && poor) && reps.true + reps.unread + reps.extra > 0,
  );
  const sum = (key: 'true' | 'found' | 'extra' | 'unread') => read.reduce((total, { reps }) => total + reps[key], 0);
  return {
    clips: read.length,
    exact: read.filter(({ reps }) => reps.found === reps.true + reps.unread && reps.extra === 0).length,
    true: sum('true') + sum('unread'),
    found: sum('found'),
    extra: sum('extra'),
  };
}
