import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { RepGuide } from '../drill-definition.ts';
import { firstHold, secondHold } from '../progress/rep-counter.ts';
import { fallsInto } from '../rules/range-rules.ts';
import type { Told } from '../stage.ts';
import { sentencesOf } from './announce.ts';
import { leftAt } from '../timeline/timeline-clock.ts';
import { repsGoal } from '../timeline/planned-length.ts';
import { tellBlind } from './phase-voice.ts';
import { wordOfPart } from './word-now.ts';
import { ask, isQuiet, say, sayWhenQuiet, type SpeechDraft } from './speak.ts';

/** A number that would be heard later than this belongs to the next repetition. */
const LATE_NUMBER: Seconds = 0.8;
/** Every so many good repetitions are counted aloud, and the last two; slow ones are all counted. */
const COUNTED_EVERY = 5;
const SLOW: Seconds = 8;
/** No numbers near the end of repetitions for a time: after "ten more seconds" a number sounds like the time left. */
const NO_NUMBER_FROM: Seconds = 11;
/** Why a repetition does not count waits so long for a quiet moment; later it would seem to be about the next one. */
const WHY_PATIENCE: Seconds = 2.5;
/** After so many good repetitions it is told where to feel it, and to go on breathing: between two numbers. */
const FELT_AT = 3;
const BREATH_AT = 7;

/** Words of the present repetition while it is talked through; undefined: it is not. */
function guideNow({ seen }: SpeechDraft, { round }: TimelinePhase): RepGuide | undefined {
  const { plan, progress } = seen;
  const guide = plan.drill.reps?.guide ?? [];
  // A later round begins with one reminder.
  return (round === 1 ? guide : guide.slice(0, 1))[progress.reps.all];
}

/** An end of the repetition has been held long enough: what follows, while the repetition is talked through. */
export function sayHeld(draft: SpeechDraft, { end, phase }: Told<'end-held'>): void {
  const text = guideNow(draft, phase)?.[end];
  if (text !== undefined && isQuiet(draft, draft.own)) ask(draft, text);
}

/** Parts are said in the first repetitions, then in every so many: the screen shows them all along. */
const PARTS_SAID = { first: 4, every: 5 } as const;
/** A shorter hold has no time for its word: the tone tells its end. */
const HOLD_SAID: Seconds = 2;

/** The next part of a repetition begins: says what to do, unless the guide does, or something is being said or waits to be said. */
export function sayPart(draft: SpeechDraft, { part, phase }: Told<'rep-part'>): void {
  const { own, seen } = draft;
  const { reps } = seen.plan.drill;
  const word = wordOfPart(reps, part, seen.plan.words);
  if (reps === null || word === null || !saysParts(draft, phase) || own.queue.waiting.length > 0) return;
  if (part === 'first-hold' && firstHold(reps) < HOLD_SAID) return;
  if (part === 'second-hold' && secondHold(reps) < HOLD_SAID) return;
  if (isQuiet(draft, own)) say(draft, `${word}.`);
}

/** Whether the parts of the present repetition are said. In the last one its number comes first. */
function saysParts(draft: SpeechDraft, phase: TimelinePhase): boolean {
  const { all, good } = draft.seen.progress.reps;
  if (guideNow(draft, phase) !== undefined || good + 1 === goalOf(draft, phase)) return false;
  return all < PARTS_SAID.first || all % PARTS_SAID.every === 0;
}

/** Says what comes after a repetition: the next one while they are talked through, then a number now and then, or why it does not count. */
export function sayRep(draft: SpeechDraft, { rep, phase }: Told<'rep-done'>): void {
  const { own, seen } = draft;
  const lasted = own.repAt === null ? 0 : rep.end - own.repAt;
  own.repAt = rep.end;
  if (!rep.good) return sayWhyNot(draft, rep.why ?? '');
  const { good } = seen.progress.reps;
  // The last number is always said, and so is what belongs to the guide.
  const isKept = good === goalOf(draft, phase) || isGuided(draft, phase);
  const isInTime = seen.now >= own.pacing.quietUntil - LATE_NUMBER;
  const text = isInTime || isKept ? wordsAfter(draft, phase, lasted, helperIn(draft, rep)) : null;
  const next = nextPart(draft, phase);
  if (text !== null) say(draft, text === numberOf(draft) && next !== null ? `${text}. ${next}` : text);
  else if (next !== null && isQuiet(draft, own)) say(draft, next);
  if (seen.progress.reps.all === (seen.plan.drill.reps?.guide?.length ?? 0)) tellBlind(draft, phase);
}

const numberOf = ({ seen: { plan, progress } }: SpeechDraft): string => plan.words.counted(progress.reps.good);

/** What to do in the next repetition, as a sentence; null: nothing new, or it was the last one. */
function nextPart(draft: SpeechDraft, phase: TimelinePhase): string | null {
  const { plan, progress } = draft.seen;
  const { part, good } = progress.reps;
  if (part === null || good === goalOf(draft, phase) || isGuided(draft, phase) || !saysParts(draft, phase)) return null;
  const word = wordOfPart(plan.drill.reps, part, plan.words);
  return word === null || word === wordOfPart(plan.drill.reps, 'back', plan.words) ? null : `${word}.`;
}

/** Null: repetitions for a time. */
const goalOf = ({ seen }: SpeechDraft, { length }: TimelinePhase): number | null =>
  length === null ? repsGoal(seen.plan) : null;

/** Whether the next words talk a repetition through, or say that this is over. */
const isGuided = ({ seen: { plan, progress } }: SpeechDraft, { round }: TimelinePhase): boolean => {
  const talkedThrough = plan.drill.reps?.guide?.length ?? 0;
  return round === 1 && talkedThrough > 0 && progress.reps.all <= talkedThrough;
};

/** What to do about a part that helped along in a repetition: the first sentence of its cue. Null: none did, so the repetition was clean. */
function helperIn({ seen }: SpeechDraft, rep: Told<'rep-done'>['rep']): string | null {
  const helped = Object.entries(seen.rules.helped).filter(([, { onset, until }]) =>
    fallsInto({ onset, end: until }, rep),
  );
  const rule = seen.plan.drill.rules.find(({ id }) => helped.some(([one]) => one === id));
  return rule === undefined ? null : (sentencesOf(rule.cue)[0] ?? null);
}

/**
 * What is not clean is counted and not approved: the result counts it the same way.
 * @param lasted from the end of the repetition before to the end of this one
 * @param helper what to do about a part that helped along; null: the repetition was clean
 */
function wordsAfter(draft: SpeechDraft, phase: TimelinePhase, lasted: Seconds, helper: string | null): string | null {
  const { plan, progress, timeline, now } = draft.seen;
  const { words, drill } = plan;
  const { good, all } = progress.reps;
  const goal = goalOf(draft, phase);
  const guide = phase.round === 1 ? (drill.reps?.guide ?? []) : [];
  if (good === goal) return words.counted(good);
  const hasBeat = drill.reps?.perMinute !== undefined;
  if (good === (goal ?? 0) - 1 && !hasBeat) return words.oneMore(good);
  const next = guide[all];
  if (next !== undefined) return next.begin;
  if (guide.length > 0 && all === guide.length)
    return helper === null ? words.goOnAlone(good) : `${words.counted(good)}. ${helper}`;
  const left = leftAt(timeline.clock, now);
  if (left !== null && left <= NO_NUMBER_FROM) return null;
  const feel = good === FELT_AT && phase.round === 1 ? feelOf(draft) : null;
  if (feel !== null) return feel;
  if (good === BREATH_AT) return words.effort.breathe;
  if (2 * good === goal) return helper === null ? words.halfway(good) : words.counted(good);
  return good % COUNTED_EVERY === 0 || lasted >= SLOW ? words.counted(good) : null;
}

/** A stretch, and repetitions for a time, have a moment of their own for it (`timeline.ts`). */
const feelOf = ({ seen }: SpeechDraft): string | null =>
  seen.plan.drill.phases.find(({ kind, timed }) => kind === 'reps' && !timed)?.feel ?? null;

/** Each reason is told once a set: after that the person knows, and the result says how many were clean. */
const sayWhyNot = (draft: SpeechDraft, why: string): void =>
  sayWhenQuiet(draft, `not counted ${why}`, draft.seen.plan.words.notCounted(why), WHY_PATIENCE);
