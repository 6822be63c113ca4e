import { painLight } from '../after-set.ts';
import { isWatched } from '../best-range.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import type { SetRecord } from '../set-record.ts';
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

type Branch = (record: SetRecord, drill: DrillDefinition) => NextTime | null;

/** Safety first, then whether anything was measured, then what cost most; the first that applies is said, and nothing else. */
export function nextTime(record: SetRecord, drill: DrillDefinition): NextTime {
  for (const branch of record.source.kind === 'none' ? WITHOUT_CAMERA : BRANCHES) {
    const advice = branch(record, drill);
    if (advice !== null) return advice;
  }
  return { why: 'as-before', text: 'Next time, do the same again.' };
}

const onSymptom: Branch = ({ ended }) => {
  const text = SYMPTOMS[ended];
  return text === undefined || (ended !== 'pinch' && ended !== 'pain' && ended !== 'numb')
    ? null
    : { why: ended, text };
};

const SYMPTOMS: Partial<Record<SetRecord['ended'], string>> = {
  pinch: 'Next time, stay well short of the depth at which it pinched, once the hip has rested.',
  pain: 'Next time, wait until the pain is gone, then begin with half the depth and little effort.',
  numb: 'Next time, wait until the feeling is back to normal, then begin with half the depth.',
};

const onPainAfter: Branch = ({ after }) => {
  const pain = after?.pain ?? null;
  const light = pain === null ? 'green' : painLight(pain);
  if (light === 'red')
    return { why: 'pain-after', text: 'Next time, wait until it is gone, then go much less deep.' };
  if (light === 'amber')
    return { why: 'pain-after', text: 'Next time, take less depth, less effort and one round fewer.' };
  return null;
};

const onNoStart: Branch = ({ neutral }) =>
  neutral === null
    ? {
        why: 'no-start',
        text: 'Next time, hold still in the start position until the ring is full, so that there is something to count from.',
      }
    : null;

/** Read for less than this share of the time, a set cannot be judged. */
const READ_ENOUGH = 0.5;

const onUnseen: Branch = ({ summary: { sets, repsAll } }) => {
  const read = sets.length === 0 ? 0 : Math.max(...sets.map(({ coverage }) => coverage));
  if (read >= READ_ENOUGH || (sets.length === 0 && repsAll > 0)) return null;
  const share = `${Math.round(100 * read)} %`;
  return {
    why: 'unseen',
    text: `Next time, take a minute more to place the laptop: you could be read for only ${share} of the time.`,
  };
};

const MOST_EFFORT = 8;

const onEffort: Branch = ({ after }) =>
  (after?.effort ?? 0) > MOST_EFFORT
    ? { why: 'effort', text: 'Next time, build the push up more slowly and stop at eight of ten.' }
    : null;

const onFault: Branch = (record, drill) => {
  const fault = mainFault(record, drill);
  return fault && { why: 'fault', text: faultText(fault) };
};

function faultText({ rule, endRange, borrows }: MainFault): string {
  if (rule.id === 'isometric-drift')
    return 'Next time, push with less force, so that nothing moves from the first second to the last.';
  if (rule.id === 'too-fast') return 'Next time, take twice as long for each repetition.';
  const cue = lowerFirst(rule.cue.split(/(?<=\.)\s/)[0] ?? rule.cue);
  if (endRange !== null && endRange >= 1)
    return `Next time, stop at about ${Math.round(endRange)}°, where your pelvis was still at rest, and breathe there.`;
  return borrows
    ? `Next time, go only as deep as this allows: ${cue}`
    : `Next time, mind one thing from the start: ${cue}`;
}

const onEarlyPelvis: Branch = (record, drill) => {
  const [first] = earlyPelvis(record, drill);
  return first === undefined
    ? null
    : {
        why: 'early-pelvis',
        text: `Next time, go slower over the first ${Math.round(first.half)}°: your pelvis had moved ${Math.round(first.moved)}° by then.`,
      };
};

/** From this share of bad ones on it is no slip any more. */
const MANY_BAD = 0.25;

const onRepetitions: Branch = ({ reps }) => {
  const bad = reps.flatMap(({ why }) => why ?? []);
  if (bad.length === 0 || bad.length < MANY_BAD * reps.length) return null;
  const counts = new Map<string, number>();
  for (const why of bad) counts.set(why, (counts.get(why) ?? 0) + 1);
  const [most] = [...counts.entries()].toSorted((a, b) => b[1] - a[1])[0] ?? [''];
  return {
    why: 'repetitions',
    text: `Next time, mind what cost most repetitions: ${lowerFirst(most)}`,
  };
};

const onLeftEarly: Branch = (record, drill) =>
  holdTruths(record, drill).some(({ leftEarly }) => leftEarly !== null)
    ? { why: 'left-early', text: 'Next time, go a little less deep, so that you can stay there to the end.' }
    : null;

const NEVER = 'not-seen-from-here';

const onPelvisUnseen: Branch = ({ summary }, drill) => {
  const canBeSeen = summary.muted.some(({ rule, reason }) => rule.startsWith('pelvis') && reason !== NEVER);
  return canBeSeen && !drill.measure.range && summary.sets.every((range) => !isWatched(range))
    ? {
        why: 'pelvis-unseen',
        text: 'Next time, keep arms and loose clothes off your pelvis, so that it can be watched as well.',
      }
    : null;
};

const onCutShort: Branch = ({ ended }) =>
  ended === 'stopped' || ended === 'interrupted'
    ? { why: 'cut-short', text: 'Next time, choose fewer rounds if time is short: one done whole is enough.' }
    : null;

const onGain: Branch = ({ summary }) => {
  const gains = phaseGains(summary).filter(({ change }) => change.kind === 'more');
  const most = Math.max(0, ...gains.map(({ change }) => change.by));
  return most === 0
    ? null
    : {
        why: 'gain',
        text: `Next time, do the same again: what followed the push took you ${Math.round(most)}° further.`,
      };
};

/** The bend of a hip is its own work: the pelvis need not be watched for it. */
const onClean: Branch = ({ summary, flags }, drill) =>
  flags.length === 0 &&
  summary.sets.some(
    (range) => range.clean !== null && (drill.measure.range !== undefined || isWatched(range)),
  )
    ? {
        why: 'clean',
        text: 'Next time, do the same again; if it stays this clean and easy, add a round.',
      }
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

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
