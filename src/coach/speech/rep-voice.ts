import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { RepGuide } from '../drill-definition.ts';
import type { Draft, Told } from '../stage.ts';
import { leftAt } from '../timeline/timeline-clock.ts';
import { repsGoal } from '../timeline/timeline.ts';
import { ask, isQuiet, say, sayWhenQuiet } from './speak.ts';

type SpeechDraft = Draft<'speech'>;

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
  const text = isInTime || isKept ? wordsAfter(draft, phase, lasted) : null;
  if (text !== null) say(draft, text);
}

/** Null: repetitions for a time. */
const goalOf = ({ seen }: SpeechDraft, { length }: TimelinePhase): number | null =>
  length === null ? repsGoal(seen.plan) : null;

/** Whether the next words talk a repetition through, or say that this is over. */
const isGuided = ({ seen: { plan, progress } }: SpeechDraft, { round }: TimelinePhase): boolean => {
  const talkedThrough = plan.drill.reps?.guide?.length ?? 0;
  return round === 1 && talkedThrough > 0 && progress.reps.all <= talkedThrough;
};

/** @param lasted from the end of the repetition before to the end of this one */
function wordsAfter(draft: SpeechDraft, phase: TimelinePhase, lasted: Seconds): string | null {
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
  if (guide.length > 0 && all === guide.length) return words.goOnAlone(good);
  const left = leftAt(timeline.clock, now);
  if (left !== null && left <= NO_NUMBER_FROM) return null;
  const feel = good === FELT_AT && phase.round === 1 ? feelOf(draft) : null;
  if (feel !== null) return feel;
  if (good === BREATH_AT) return words.effort.breathe;
  if (2 * good === goal) return words.halfway(good);
  return good % COUNTED_EVERY === 0 || lasted >= SLOW ? words.counted(good) : null;
}

/** A stretch, and repetitions for a time, have a moment of their own for it (`timeline.ts`). */
const feelOf = ({ seen }: SpeechDraft): string | null =>
  seen.plan.drill.phases.find(({ kind, timed }) => kind === 'reps' && !timed)?.feel ?? null;

/** Each reason is told once a set: after that the person knows, and the result says how many were clean. */
const sayWhyNot = (draft: SpeechDraft, why: string): void =>
  sayWhenQuiet(draft, `not counted ${why}`, draft.seen.plan.words.notCounted(why), WHY_PATIENCE);
