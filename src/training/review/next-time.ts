import type { Share, Degrees, Seconds } from '../../instrument/geometry/units.ts';
import { harderThanAsked, painLight } from './after-set.ts';
import { bestOf, isWatched, rangeEstimate } from '../../coach/progress/real-change.ts';
import { toldAngle } from '../../coach/progress/clean-range.ts';
import { type DrillDefinition, isWorking, type RuleDefinition } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { backReadings } from '../../coach/record/frame-record.ts';
import { isBorrowing, isPelvisRule, isSideCheck } from '../../coach/rules/range-rules.ts';
import { isSymptom } from '../planning/symptom-lock.ts';
import { absence, hiddenRules, mutedIn, watchedShare } from '../../coach/record/watched.ts';
import { earlyPelvis, holdTimes, phaseGains } from './hold-time.ts';
import type { LessonWords, NextTimeWords } from './lessons.ts';
import { hasMoved, hasSkippedPart } from './what-was-good.ts';
import { causeGroup } from '../../coach/rules/causes.ts';
import { endedBeforeWork, whyNoNumber } from './why-no-number.ts';

export type NextTimeReason =
  | 'pinch'
  | 'pain'
  | 'numb'
  | 'pain-after'
  | 'no-start'
  | 'unseen'
  | 'effort'
  | 'fault'
  | 'back-moved'
  | 'early-pelvis'
  | 'repetitions'
  | 'left-early'
  | 'pelvis-unseen'
  | 'parts-skipped'
  | 'cut-short'
  | 'more'
  | 'gain'
  | 'clean'
  | 'as-before';

/** One thing to do next time, in one sentence. */
export interface NextTime {
  readonly why: NextTimeReason;
  readonly text: string;
}

type Branch = (record: SetRecord, drill: DrillDefinition, words: NextTimeWords, more: string | null) => NextTime | null;

/**
 * One piece of advice: symptoms, then whether the set could be measured, then the largest fault, then how it was borne. The first decides.
 * @param more the one thing more that the last sets were borne for (`load/overload.ts`), as a sentence; null: nothing
 */
export function nextTime(
  record: SetRecord,
  drill: DrillDefinition,
  { next }: Pick<LessonWords, 'next'>,
  more: string | null = null,
): NextTime {
  for (const branch of record.source.kind === 'none' ? WITHOUT_CAMERA : BRANCHES) {
    const advice = branch(record, drill, next, more);
    if (advice !== null) return advice;
  }
  return { why: 'as-before', text: next.again };
}

const onSymptom: Branch = ({ ended }, _drill, { symptoms }) =>
  isSymptom(ended) ? { why: ended, text: symptoms[ended] } : null;

const onPainAfter: Branch = ({ after }, _drill, { painRed, painAmber }) => {
  const pain = after?.pain ?? null;
  const light = pain === null ? 'green' : painLight(pain);
  if (light === 'green') return null;
  return { why: 'pain-after', text: light === 'red' ? painRed : painAmber };
};

const onNoStart: Branch = (record, _drill, { noStart }) =>
  record.neutral === null || hasSideWithoutStart(record) ? { why: 'no-start', text: noStart } : null;

/** Whether a leg worked although the start that it was asked for was skipped. */
function hasSideWithoutStart({ phases, neutrals }: SetRecord): boolean {
  const held = new Set(neutrals.flatMap(({ side, refuted }) => (refuted ? [] : [side])));
  const asked = phases.filter(({ kind, side }) => kind === 'neutral' && !held.has(side)).map(({ side }) => side);
  return phases.some(({ kind, side }) => isWorking(kind) && asked.includes(side));
}

const onBeforeWork: Branch = (record, _drill, { again }) =>
  endedBeforeWork(record) ? { why: 'as-before', text: again } : null;

/** With valid readings for a smaller share of the time, the set cannot be judged. */
const READ_ENOUGH = 0.5;

const onUnseen: Branch = (record, drill, words) => {
  const { sets, repsAll } = record.summary;
  const isCheck = isSideCheck(drill.measure);
  const read = isCheck ? backSeen(record) : Math.max(0, ...sets.map(({ coverage }) => coverage));
  if (read >= READ_ENOUGH || (!isCheck && sets.length === 0 && repsAll > 0)) return null;
  return { why: 'unseen', text: unseenText(record, words)(Math.round(100 * read)) };
};

/** The laptop is not to blame where the person had left the position, nor where it was too dark. */
function unseenText(record: SetRecord, { unseen, awayFor, badLight }: NextTimeWords): (share: number) => string {
  const group = causeGroup(whyNoNumber(record).causes[0]?.reason ?? '');
  if (group === 'posture') return awayFor;
  return group === 'light' ? badLight : unseen;
}

/** Share of the time in which a side check saw the back. It has no range. */
function backSeen(record: SetRecord): Share {
  const { frames, seen } = backReadings(record);
  return frames === 0 ? 0 : seen.length / frames;
}

const MOST_EFFORT = 8;

const onEffort: Branch = ({ after }, _drill, { effort }) =>
  (after?.effort ?? 0) > MOST_EFFORT ? { why: 'effort', text: effort } : null;

const onFault: Branch = (record, drill, words) => {
  const fault = mainFault(record, drill);
  return fault && { why: 'fault', text: faultText(fault, words) };
};

function faultText({ rule, best, borrows }: MainFault, words: NextTimeWords): string {
  if (rule.id === 'isometric-drift') return words.drift;
  if (rule.id === 'too-fast') return words.tooFast;
  const cue = rule.cue.split(/(?<=\.)\s/)[0] ?? rule.cue;
  if (rule.id === 'back-round') return words.backBent;
  if (best !== null) return words.stopAt(best);
  return borrows ? words.onlyAsDeep(cue) : words.mind(cue);
}

/** A fault so plain that it was flagged without numbers comes before the advice on how to be seen. */
const onPlainFault: Branch = (record, drill, words, more) =>
  record.flags.some(({ severity, rough }) => severity === 'red' && rough) ? onFault(record, drill, words, more) : null;

const onBackMoved: Branch = ({ after }, drill, { backMoved, backBent }) =>
  after?.back === 'moved' ? { why: 'back-moved', text: drill?.backShape ? backBent : backMoved } : null;

const onEarlyPelvis: Branch = (record, drill, words) => {
  const [first] = earlyPelvis(record, drill);
  return first === undefined ? null : { why: 'early-pelvis', text: words.earlyPelvis(Math.round(first.half)) };
};

/** From this share of bad repetitions on, advice is worth giving. */
const MANY_BAD = 0.25;

const onRepetitions: Branch = ({ reps }, _drill, words) => {
  const bad = reps.flatMap(({ why }) => why ?? []);
  if (bad.length === 0 || bad.length < MANY_BAD * reps.length) return null;
  const counts = new Map<string, number>();
  for (const why of bad) counts.set(why, (counts.get(why) ?? 0) + 1);
  const [most] = [...counts.entries()].toSorted((a, b) => b[1] - a[1])[0] ?? [''];
  return { why: 'repetitions', text: words.repetitions(most) };
};

const onLeftEarly: Branch = (record, drill, words) =>
  holdTimes(record, drill).some(({ leftEarly }) => leftEarly !== null)
    ? { why: 'left-early', text: words.leftEarly }
    : null;

const NEVER = 'not-seen-from-here';

const onPelvisUnseen: Branch = ({ summary }, drill, { pelvisUnseen }) => {
  const canBeSeen = summary.muted.some(({ rule, reason }) => isPelvisRule(rule) && reason !== NEVER);
  return canBeSeen && !drill.measure.range && summary.sets.every((range) => !isWatched(range))
    ? { why: 'pelvis-unseen', text: pelvisUnseen }
    : null;
};

const onSkipped: Branch = (record, drill, { partsSkipped }) =>
  hasSkippedPart(record, drill) ? { why: 'parts-skipped', text: partsSkipped } : null;

const onCutShort: Branch = ({ ended }, _drill, { cutShort }) =>
  ended === 'stopped' || ended === 'interrupted' ? { why: 'cut-short', text: cutShort } : null;

/** Before a gain: who improves and finds it easy is not told to stay. */
const onBorne: Branch = (_record, _drill, _words, more) => (more === null ? null : { why: 'more', text: more });

const onGain: Branch = ({ summary }, _drill, words) => {
  const gains = phaseGains(summary).filter(({ change }) => change.kind === 'more');
  const most = Math.max(0, ...gains.map(({ change }) => change.by));
  return most === 0 ? null : { why: 'gain', text: words.gain(Math.round(most)) };
};

/**
 * More is advised only where the hip was seen to move and the person did not report clearly more effort than the goal asks for. Sets
 * about hip flexion need no watched pelvis, because the pelvis moves with the hip there.
 */
const onClean: Branch = ({ summary, flags, after, goal }, drill, { clean }) =>
  flags.length === 0 &&
  hasMoved({ summary }, drill) &&
  harderThanAsked(after?.effort ?? null, goal) === null &&
  absence(watchedShare(summary), hiddenRules(mutedIn(summary), drill)) === 'whole' &&
  summary.sets.some((range) => range.clean !== null && (drill.measure.range !== undefined || isWatched(range)))
    ? { why: 'clean', text: clean }
    : null;

/** Branches that need no measurement. */
const WITHOUT_CAMERA: readonly Branch[] = [onSymptom, onPainAfter, onEffort, onSkipped, onCutShort, onBorne];

const BRANCHES: readonly Branch[] = [
  onSymptom,
  onPainAfter,
  onNoStart,
  onBeforeWork,
  onPlainFault,
  onUnseen,
  onEffort,
  onFault,
  onBackMoved,
  onEarlyPelvis,
  onRepetitions,
  onLeftEarly,
  onPelvisUnseen,
  onSkipped,
  onCutShort,
  onBorne,
  onGain,
  onClean,
];

/** The most important compensation of a set. */
export interface MainFault {
  readonly rule: RuleDefinition;
  /** The best of the set, as it is told; of two hips the smaller one. Null: the fault is not the pelvis', or there is no number. */
  readonly best: Degrees | null;
  readonly borrows: boolean;
}

/** Fewer and shorter amber flags than these are not worth a word. */
const LEAST_TIME: Seconds = 3;
const LEAST_TIMES = 2;
/** A red flag weighs as much as this much time under an amber one. */
const RED_WEIGHT: Seconds = 10;

/** The fault to work on: by total time, with a bonus for red flags; then in the order of the drill. Null: none. */
function mainFault({ flags, summary }: Pick<SetRecord, 'flags' | 'summary'>, drill: DrillDefinition): MainFault | null {
  let worst: { readonly rule: RuleDefinition; readonly weight: number } | null = null;
  // What never turns red is allowed.
  for (const rule of drill.rules.filter(({ severity }) => severity !== 'amber')) {
    const own = flags.filter((flag) => flag.rule === rule.id);
    const time = own.reduce((sum, { start, end }) => sum + end - start, 0);
    const reds = own.filter(({ severity }) => severity === 'red').length;
    if (reds === 0 && own.length < LEAST_TIMES && time < LEAST_TIME) continue;
    const weight = time + RED_WEIGHT * reds;
    if (worst === null || weight > worst.weight) worst = { rule, weight };
  }
  if (worst === null) return null;
  const bests = (['left', 'right'] as const).flatMap((side) => {
    const own = rangeEstimate(bestOf(summary.sets.filter((range) => range.side === side)));
    const told = own && toldAngle(own);
    // A depth within its error is no depth to stop at.
    return told && told.value > told.band ? told.value : [];
  });
  const { rule } = worst;
  return {
    rule,
    best: isPelvisRule(rule.id) && bests.length > 0 ? Math.min(...bests) : null,
    // A press goes no way that could be shorter.
    borrows: isBorrowing(rule.id) && !drill.reps?.pressed,
  };
}
