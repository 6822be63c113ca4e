import type { Gauge } from '../coach-contract.ts';
import type { RuleDefinition, RuleId } from '../drill-definition.ts';
import type { FlagRecord, Unspoken } from '../record/set-record.ts';
import { isToldBy } from '../rules/range-rules.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';

/** A sentence that waits for a quiet moment. It is dropped if none comes in time. */
export interface QueuedSentence {
  /** Identifies the sentence. Each key is spoken at most once a set. */
  readonly key: string;
  readonly text: string;
  /** Earliest time at which it is spoken. Absent: at once. */
  readonly from?: Seconds;
  /** Time after which it is dropped. */
  readonly until: Seconds;
  /** True: it asks about the lower back, and a raised arm answers it. Absent: it asks nothing. */
  readonly asksBack?: boolean;
  /** The cue of a fault that is over. It goes before all others. Absent: it names none. */
  readonly cue?: NonNullable<Gauge['cue']>;
}

/** Sentences that are useful but must not interrupt anything. */
export interface SpeechQueue {
  /** Cues first, then the oldest first. */
  readonly waiting: readonly QueuedSentence[];
  /** Keys of the sentences that were spoken. */
  readonly said: readonly string[];
}

export const emptyQueue: SpeechQueue = { waiting: [], said: [] };

export const wasSaid = ({ said }: SpeechQueue, key: string): boolean => said.includes(key);

/** Adds a sentence and replaces a waiting one with the same key. Changes nothing if that key was spoken before. */
export function enqueue(queue: SpeechQueue, sentence: QueuedSentence): SpeechQueue {
  if (wasSaid(queue, sentence.key)) return queue;
  const others = queue.waiting.filter(({ key }) => key !== sentence.key);
  const cues = others.filter(({ cue }) => cue);
  const rest = others.filter(({ cue }) => !cue);
  return { ...queue, waiting: sentence.cue ? [...cues, sentence, ...rest] : [...others, sentence] };
}

/**
 * Drops the sentences that have waited too long and takes out the one to speak now, if any.
 * @param fits whether a sentence may be spoken now
 */
export function dequeue(
  queue: SpeechQueue,
  now: Seconds,
  fits: (sentence: QueuedSentence) => boolean,
): { readonly queue: SpeechQueue; readonly sentence: QueuedSentence | null } {
  const due = queue.waiting.filter(({ until }) => now <= until);
  const sentence = due.find((one) => (one.from ?? now) <= now && fits(one)) ?? null;
  const said = sentence === null ? queue.said : [...queue.said, sentence.key];
  return { queue: { waiting: due.filter((other) => other !== sentence), said }, sentence };
}

/** The same cue is not heard twice within this time. */
const RULE_COOLDOWN: Seconds = 30;
/** Shortest time from the cue of a rule to what to change. */
const CHANGE_COOLDOWN: Seconds = 8;
/** In any time of this length a cue is given at most this often, however long the fault lasts. */
const WINDOW: Seconds = 180;
const MOST_IN_WINDOW = 3;
/** In one place (side and round), after so many cues the coach asks for a change instead, once. */
const MOST_IN_PLACE = 2;
/** Shortest time between any two spoken cues. */
const COOLDOWN: Seconds = 4;
/** An amber flag is only shown at first, because it may be corrected at once. */
const SILENT_AMBER: Seconds = 1;
/** The cue of a fault that is over waits so long for a quiet moment. */
const LATE_CUE_PATIENCE: Seconds = 4;
/** A cue stays on the screen this long, so that it can be read from the floor. */
const READABLE: Seconds = 2.5;

export type ShownCue = NonNullable<Gauge['cue']>;

export interface SpokenCue {
  readonly rule: RuleId;
  readonly at: Seconds;
  /** Side and round in which it was spoken. */
  readonly place: string;
  /** True: the coach asked for a change, because the cue itself had not helped. */
  readonly isChange: boolean;
}

export interface CuePacing {
  /** Nothing is said before this time, because a sentence is being spoken. */
  readonly quietUntil: Seconds;
  /** Every cue that was spoken in this set, oldest first. */
  readonly spoken: readonly SpokenCue[];
  /** Why the cue of an open flag was not spoken so far. */
  readonly heldBack: Partial<Record<RuleId, Unspoken>>;
  readonly shown: (ShownCue & { readonly since: Seconds }) | null;
}

export const freshPacing: CuePacing = {
  quietUntil: Number.NEGATIVE_INFINITY,
  spoken: [],
  heldBack: {},
  shown: null,
};

export interface LiveFlag {
  readonly rule: RuleDefinition;
  readonly severity: 'amber' | 'red';
  readonly start: Seconds;
  /** True: the deviation is already below the leave threshold. */
  readonly eases: boolean;
}

/**
 * How long a sentence takes to say: 14 characters a second, and a breath.
 * @param rate speed of the voice relative to normal
 */
export const spokenLength = (text: string, rate = 1): Seconds => 0.6 + text.length / (14 * rate);

/** Holds back cues while a sentence is spoken that begins now. */
export const keepQuiet = (pacing: CuePacing, time: Seconds, text: string, rate = 1): CuePacing => ({
  ...pacing,
  quietUntil: Math.max(pacing.quietUntil, time + spokenLength(text, rate)),
});

export interface CueMoment {
  readonly time: Seconds;
  /** False: the person is being told something that comes first. */
  readonly mayTalk: boolean;
  /** Time left for a cue; null: no limit. A cue for which it is too short would be cut off by the next phase. */
  readonly left: Seconds | null;
  /** The end of the phase in which only a red cue is spoken. */
  readonly isEnding: boolean;
  /** Side and round. */
  readonly place: string;
  /** What to change when the cue of a rule has not helped; null: nothing. */
  readonly changeFor: (rule: RuleDefinition) => string | null;
  /** Speed of the voice relative to normal. Undefined: 1. */
  readonly rate: number | undefined;
}

/**
 * One cue at a time. The worst flag is shown at once. Spoken is the worst one that is due: red before amber, then in
 * the order of the drill; each cue at most every 30 s, any two cues at least 4 s apart, amber after one second, none
 * that is being corrected. The same cue is given twice, then the coach asks for a change, then it is only shown. A limit that
 * somebody has set waits for no sentence.
 */
export function paceCues(
  pacing: CuePacing,
  flags: readonly LiveFlag[],
  moment: CueMoment,
): { readonly pacing: CuePacing; readonly cue: ShownCue | null } {
  const isTold = ({ rule }: LiveFlag): boolean => !flags.some((other) => isToldBy(rule.id, other.rule.id));
  const ranked = flags.filter(isTold).sort(byUrgency);
  const shown = nextShown(pacing.shown, ranked, moment.time);
  const heldBack: Partial<Record<RuleId, Unspoken>> = {};
  let said: { readonly cue: ShownCue; readonly isChange: boolean } | null = null;
  for (const flag of ranked) {
    const words = wordsFor(pacing, flag.rule, moment);
    const why = said
      ? 'voice-busy'
      : words.text === null
        ? 'said-before'
        : whyNotNow(pacing, flag, words.text, words.isChange, moment);
    if (why !== null) heldBack[flag.rule.id] = PASSING.has(why) ? (pacing.heldBack[flag.rule.id] ?? why) : why;
    else if (words.text !== null)
      said = { cue: { rule: flag.rule.id, text: words.text, severity: flag.severity }, isChange: words.isChange };
  }
  if (said === null) return { pacing: { ...pacing, shown, heldBack }, cue: null };
  return { pacing: { ...cueSaid(pacing, said.cue, moment, said.isChange), heldBack }, cue: said.cue };
}

/** Notes that the cues of these flags give way to what the person is told about the position. */
export const giveWay = (pacing: CuePacing, flags: readonly LiveFlag[]): CuePacing => ({
  ...pacing,
  heldBack: {
    ...pacing.heldBack,
    ...Object.fromEntries(flags.map(({ rule }) => [rule.id, 'something-first' as const])),
  },
});

/** Reasons at the beginning and the end of every flag: they give way to one that held in between. */
const PASSING: ReadonlySet<Unspoken> = new Set(['brief', 'being-corrected']);

/** A flag that lasted this long and was not spoken keeps the reason. */
const WORTH_A_WORD: Seconds = 1;

/** A flag that has ended, with the reason why its cue was not spoken. */
export const withSilence = (flag: FlagRecord, { heldBack }: CuePacing): FlagRecord => {
  const why = heldBack[flag.rule];
  return flag.spoken || why === undefined || flag.end - flag.start < WORTH_A_WORD ? flag : { ...flag, unspoken: why };
};

/**
 * The cue of a fault that ended while something else was being said: it holds for the next repetition as well. Null: it was spoken, or is
 * not due, or the movement was named by another rule.
 */
export function lateCue(
  pacing: CuePacing,
  flag: FlagRecord,
  rule: RuleDefinition,
  { time, place }: Pick<CueMoment, 'time' | 'place'>,
): QueuedSentence | null {
  if (withSilence(flag, pacing).unspoken !== 'voice-busy' || time - saidAt(pacing, rule) < RULE_COOLDOWN) return null;
  if (pacing.spoken.some((cue) => cue.at >= flag.onset && isToldBy(rule.id, cue.rule))) return null;
  const { text } = wordsFor(pacing, rule, { time, place, changeFor: () => null });
  if (text === null) return null;
  return {
    key: `cue ${rule.id} ${flag.start}`,
    text,
    until: flag.end + LATE_CUE_PATIENCE,
    cue: { rule: rule.id, text, severity: flag.severity },
  };
}

const saidAt = ({ spoken }: CuePacing, rule: RuleDefinition): Seconds =>
  spoken.findLast((cue) => cue.rule === rule.id)?.at ?? Number.NEGATIVE_INFINITY;

/** Whether the last cue was spoken long enough ago for another one. */
export const mayFollow = ({ spoken }: CuePacing, time: Seconds): boolean =>
  time - (spoken.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= COOLDOWN;

export const cueSaid = (
  pacing: CuePacing,
  cue: ShownCue,
  { time, place, rate = 1 }: Pick<CueMoment, 'time' | 'place' | 'rate'>,
  isChange = false,
): CuePacing => ({
  ...pacing,
  quietUntil: time + spokenLength(cue.text, rate),
  spoken: [...pacing.spoken, { rule: cue.rule, at: time, place, isChange }],
  shown: { ...cue, since: time },
});

/** `text` null: enough was said. */
interface CueWords {
  readonly text: string | null;
  readonly isChange: boolean;
}

/** The cue of the rule, what to change, or nothing, by how often the fault was named already. */
function wordsFor(
  { spoken }: CuePacing,
  rule: RuleDefinition,
  { time, place, changeFor }: Pick<CueMoment, 'time' | 'place' | 'changeFor'>,
): CueWords {
  const recent = spoken.filter((cue) => cue.rule === rule.id && time - cue.at < WINDOW);
  const here = recent.filter((cue) => cue.place === place);
  const cues = (some: readonly SpokenCue[]) => some.filter(({ isChange }) => !isChange).length;
  // What is allowed, such as a supported lean, is mentioned once.
  const most = rule.severity === 'amber' ? 1 : MOST_IN_PLACE;
  if (cues(here) < most && cues(recent) < MOST_IN_WINDOW) return { text: rule.cue, isChange: false };
  const changes = (some: readonly SpokenCue[]) => some.length - cues(some);
  const isAsked = changes(here) > 0 || changes(recent) >= MOST_IN_WINDOW;
  return { text: isAsked ? null : changeFor(rule), isChange: true };
}

/** Why a cue is not spoken at this moment; null: it is due. */
function whyNotNow(
  pacing: CuePacing,
  flag: LiveFlag,
  text: string,
  isChange: boolean,
  moment: CueMoment,
): Unspoken | null {
  const { time, left, rate } = moment;
  const isSaid = time - saidAt(pacing, flag.rule) < (isChange ? CHANGE_COOLDOWN : RULE_COOLDOWN);
  if (!moment.mayTalk) return 'something-first';
  if (flag.eases) return 'being-corrected';
  // A limit that somebody has set waits for no sentence.
  if (flag.rule.limitOf !== undefined) return isSaid ? 'said-before' : null;
  const isAmber = flag.severity === 'amber';
  if (isAmber && time - flag.start < SILENT_AMBER) return 'brief';
  if ((isAmber && moment.isEnding) || (left !== null && left < spokenLength(text, rate))) return 'phase-ending';
  if (time < pacing.quietUntil || !mayFollow(pacing, time)) return 'voice-busy';
  return isSaid ? 'said-before' : null;
}

/** The sort is stable, so equal flags keep the order of the drill. */
const byUrgency = (a: LiveFlag, b: LiveFlag): number => (a.severity === b.severity ? 0 : a.severity === 'red' ? -1 : 1);

const toCue = ({ rule, severity }: LiveFlag): ShownCue => ({ rule: rule.id, text: rule.cue, severity });

/** The cue on the screen changes only for a worse one, or after it could be read. */
function nextShown(shown: CuePacing['shown'], ranked: readonly LiveFlag[], time: Seconds): CuePacing['shown'] {
  const worst = ranked[0];
  if (shown === null) return worst === undefined ? null : { ...toCue(worst), since: time };
  const still = ranked.find((flag) => flag.rule.id === shown.rule);
  const outranked = worst?.severity === 'red' && still?.severity !== 'red';
  if (outranked || (still === undefined && time - shown.since >= READABLE)) {
    return worst === undefined ? null : { ...toCue(worst), since: time };
  }
  return still === undefined ? shown : { ...shown, severity: still.severity };
}
