import type { Share } from '../../instrument/geometry/units.ts';
import { lessons as english } from '../../i18n/en/lessons.ts';
import type { Words } from '../../i18n/words.ts';
import { painLight } from './after-set.ts';
import { isWatched } from '../progress/best-range.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import type { SetRecord } from '../record/set-record.ts';
import { backReadings, isSideCheck } from '../record/side-check.ts';
import { isSymptom } from '../planning/symptom-lock.ts';
import { earlyPelvis } from './early-pelvis.ts';
import { holdTruths } from './hold-truth.ts';
import { type MainFault, mainFault } from './main-fault.ts';
import { phaseGains } from './phase-gains.ts';

/** What the advice for the next time follows from. */
export type NextTimeReason =
  | 'pinch'
  | 'pain'
  | 'numb'
  | 'pain-after'
  | 'no-start'
  | 'unseen'
  | 'effort'
  | 'fault'
  | 'early-pelvis'
  | 'repetitions'
  | 'left-early'
  | 'pelvis-unseen'
  | 'cut-short'
  | 'gain'
  | 'clean'
  | 'as-before';

/** One thing to do next time, in one sentence. */
export interface NextTime {
  readonly why: NextTimeReason;
  readonly text: string;
}

type NextWords = Words['lessons']['next'];

type Branch = (record: SetRecord, drill: DrillDefinition, words: NextWords) => NextTime | null;

/** Safety first, then whether anything was measured, then what cost most; the first that applies is said, and nothing else. */
export function nextTime(
  record: SetRecord,
  drill: DrillDefinition,
  { next }: Pick<Words['lessons'], 'next'> = english,
): NextTime {
  for (const branch of record.source.kind === 'none' ? WITHOUT_CAMERA : BRANCHES) {
    const advice = branch(record, drill, next);
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

const onNoStart: Branch = ({ neutral: referencePose }, _drill, { noStart }) =>
  referencePose === null ? { why: 'no-start', text: noStart } : null;

/** Read for less than this share of the time, a set cannot be judged. */
const READ_ENOUGH = 0.5;

const onUnseen: Branch = (record, drill, { unseen }) => {
  const { sets, repsAll } = record.summary;
  const isCheck = isSideCheck(drill.measure);
  const read = isCheck ? backSeen(record) : Math.max(0, ...sets.map(({ coverage }) => coverage));
  if (read >= READ_ENOUGH || (!isCheck && sets.length === 0 && repsAll > 0)) return null;
  return { why: 'unseen', text: unseen(Math.round(100 * read)) };
};

/** A side check has no range: what counts is how much of the time the back was in sight. */
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

function faultText({ rule, endRange, borrows }: MainFault, words: NextWords): string {
  if (rule.id === 'isometric-drift') return words.drift;
  if (rule.id === 'too-fast') return words.tooFast;
  const cue = rule.cue.split(/(?<=\.)\s/)[0] ?? rule.cue;
  if (endRange !== null && endRange >= 1) return words.stopAt(Math.round(endRange));
  return borrows ? words.onlyAsDeep(cue) : words.mind(cue);
}

const onEarlyPelvis: Branch = (record, drill, words) => {
  const [first] = earlyPelvis(record, drill);
  return first === undefined
    ? null
    : { why: 'early-pelvis', text: words.earlyPelvis(Math.round(first.half), Math.round(first.moved)) };
};

/** From this share of bad ones on it is no slip any more. */
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
  holdTruths(record, drill).some(({ leftEarly }) => leftEarly !== null)
    ? { why: 'left-early', text: words.leftEarly }
    : null;

const NEVER = 'not-seen-from-here';

const onPelvisUnseen: Branch = ({ summary }, drill, { pelvisUnseen }) => {
  const canBeSeen = summary.muted.some(({ rule, reason }) => rule.startsWith('pelvis') && reason !== NEVER);
  return canBeSeen && !drill.measure.range && summary.sets.every((range) => !isWatched(range))
    ? { why: 'pelvis-unseen', text: pelvisUnseen }
    : null;
};

const onCutShort: Branch = ({ ended }, _drill, { cutShort }) =>
  ended === 'stopped' || ended === 'interrupted' ? { why: 'cut-short', text: cutShort } : null;

const onGain: Branch = ({ summary }, _drill, words) => {
  const gains = phaseGains(summary).filter(({ change }) => change.kind === 'more');
  const most = Math.max(0, ...gains.map(({ change }) => change.by));
  return most === 0 ? null : { why: 'gain', text: words.gain(Math.round(most)) };
};

/** The bend of a hip is its own work: the pelvis need not be watched for it. */
const onClean: Branch = ({ summary, flags }, drill, { clean }) =>
  flags.length === 0 &&
  summary.sets.some((range) => range.clean !== null && (drill.measure.range !== undefined || isWatched(range)))
    ? { why: 'clean', text: clean }
    : null;

/** What needs no picture. */
const WITHOUT_CAMERA: readonly Branch[] = [onSymptom, onPainAfter, onEffort, onCutShort];

const BRANCHES: readonly Branch[] = [
  onSymptom,
  onPainAfter,
  onNoStart,
  onUnseen,
  onEffort,
  onFault,
  onEarlyPelvis,
  onRepetitions,
  onLeftEarly,
  onPelvisUnseen,
  onCutShort,
  onGain,
  onClean,
];
