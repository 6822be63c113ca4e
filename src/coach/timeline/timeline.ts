import type { PhaseWord, SetPlan, TimelinePhase } from '../coach-contract.ts';
import type { DrillDefinition, PhaseKind, PhaseTemplate, Preset, RepDefinition } from '../drill-definition.ts';
import { firstHold, secondHold } from '../progress/rep-counter.ts';
import { rangeChannel } from '../rules/range-rules.ts';
import { AFTER_TONE, opening, sentencesOf, TIME_TO_ACT } from '../speech/announce.ts';
import type { CoachWords } from '../speech/coach-words.ts';
import { spokenLength } from '../speech/cue-pacing.ts';
import { keepsRange, laterPassive, lengthOf, repLength } from './planned-length.ts';
import type { Seconds, Share, WorkingSide } from '../../instrument/geometry/units.ts';

/**
 * The drill as it is done without a camera: the same phases and words, and nothing that is measured or watched. No start is
 * held, no fault is named.
 */
export function withoutCamera(drill: DrillDefinition): DrillDefinition {
  if (drill.camera === 'none') return drill;
  const { blindSpots: _blindSpots, ...rest } = drill;
  const phases = rest.phases.map(({ unseen, ...phase }) =>
    unseen === undefined ? phase : { ...phase, instruction: unseen },
  );
  return { ...rest, phases, camera: 'none', rules: [], placement: { ...drill.placement, id: 'anywhere', blind: null } };
}

/** When a repetition that is talked through leaves its ends, as a share of its time. */
const FIRST_END = 0.4;
const SECOND_END = 0.8;
const ONLY_END = 0.6;
/** Silence between the announcement and the first number. */
const BEFORE_FIRST: Seconds = 1;
/** The beats of a metronome end this long before their phase. */
const AFTER_BEATS: Seconds = 3.5;

/**
 * Repetitions up to a number, which nobody counts without a camera: the voice calls the numbers at a fixed pace, or the beat
 * of the drill goes on for as many. Any other phase, and the steps of a sequence, stay as they are.
 */
function paced(phase: TimelinePhase, { drill, preset, words, voiceRate }: SetPlan): TimelinePhase {
  const { reps } = drill;
  if (phase.kind !== 'reps' || phase.length !== null || reps === null || reps.sequence) return phase;
  const beats = reps.perMinute !== undefined;
  const instruction = beats ? phase.instruction : `${phase.instruction} ${words.paced}`;
  const said = `${words.now.turn[phase.side]}. ${phase.title}. ${words.round(phase.round, preset.rounds)} ${instruction}`;
  const first = AFTER_TONE + Math.ceil(spokenLength(said, voiceRate)) + BEFORE_FIRST;
  if (reps.perMinute !== undefined)
    return { ...phase, length: Math.ceil(first + (preset.reps * 60) / reps.perMinute + AFTER_BEATS) };
  const each = repLength(reps);
  const length = Math.ceil(first + preset.reps * each);
  const at: At = (index, share) => (first + (index + share) * each) / length;
  const { parts } = reps;
  const [atFirst, atSecond] = endsOf(reps);
  const calls = Array.from({ length: preset.reps }, (_, index) => {
    const guide = phase.round === 1 ? reps.guide?.[index] : undefined;
    const number = words.counted(index + 1);
    const begin = guide?.begin ?? sentenceOf(parts?.first ?? parts?.second);
    const onFirst = guide === undefined ? sentenceOf(parts?.second) : guide.first;
    const onSecond = guide === undefined ? sentenceOf(parts?.back) : guide.second;
    return [
      { at: at(index, 0), text: begin === undefined ? number : `${number}. ${begin}` },
      ...(onFirst === undefined || atFirst === null ? [] : [{ at: at(index, atFirst), text: onFirst }]),
      ...(onSecond === undefined ? [] : [{ at: at(index, atSecond), text: onSecond }]),
    ];
  }).flat();
  const { begin: _, ...rest } = phase;
  return { ...rest, instruction, length, calls, words: partsOf(reps, words, preset.reps, at), counted: true };
}

/** When a moment of a repetition comes, as a share of the phase. */
type At = (index: number, share: Share) => Share;

const sentenceOf = (word: string | undefined): string | undefined => (word === undefined ? undefined : `${word}.`);

/** When the ends of a repetition are left, as shares of its time. Null: it has one end only. */
const endsOf = ({ parts, guide }: RepDefinition): readonly [Share | null, Share] =>
  parts?.first === undefined && guide?.every(({ first }) => first === undefined) !== false
    ? [null, ONLY_END]
    : [FIRST_END, SECOND_END];

/** What to do in each part of each repetition. An end is reached as long before it is left as it is held. */
function partsOf(reps: RepDefinition, words: CoachWords, count: number, at: At): readonly PhaseWord[] {
  const { parts } = reps;
  if (parts === undefined) return [];
  const each = repLength(reps);
  const [first, second] = endsOf(reps);
  const hold = parts.hold ?? words.now.hold;
  const one = [
    { share: 0, word: parts.first ?? parts.second },
    ...(first === null
      ? []
      : [
          { share: first - firstHold(reps) / each, word: hold },
          { share: first, word: parts.second },
        ]),
    { share: second - secondHold(reps) / each, word: hold },
    { share: second, word: parts.back },
  ];
  return Array.from({ length: count }, (_, index) =>
    one.map(({ share, word }) => ({ at: at(index, share), word })),
  ).flat();
}

/** The pull (RAILs) builds up within this share of its time, but not faster than any push may. */
const RAILS_RAMP_SHARE = 0.4;
const SHORTEST_RAMP: Seconds = 5;
/** The effort of a push or pull fades in this time, unless the next one takes it over. */
const RELEASE: Seconds = 3;
/** The least count-in after a start that was held before the set. */
const HELD_START_COUNT_IN: Seconds = 4;
/** Time for three tones, one a second. It is a little short of three seconds, so the first tone may meet the last word. */
const TONES: Seconds = 2.8;
/** Time to change sides without a camera: the least, and what is left after the words about strap, band or box. */
const UNSEEN_CHANGE_OF_SIDES: Seconds = 12;
const UNSEEN_CHANGE_AFTER_WORDS: Seconds = 8;

/**
 * The phases of a whole set: count-in, reference pose, rounds, and the same for the other side after a change of sides.
 * Without a count-in (a clip is analysed) there is no `ready` phase.
 */
export function buildTimeline(plan: SetPlan): readonly TimelinePhase[] {
  if (plan.referenceHeld) return heldStartTimeline(plan);
  const words = plan.words;
  return plan.sides.flatMap((side, index) => [
    ...(index > 0 ? [turnPhase(plan, side)] : []),
    // The first step of a drill describes the start position.
    ...(plan.countIn > 0 ? [countIn(plan, side, plan.countIn, plan.drill.steps[0] ?? '')] : []),
    ...(plan.drill.camera === 'none' ? [] : [referencePosePhase(side, null, words)]),
    ...roundsOf(plan, side),
  ]);
}

/** Hands-free: the person has held the reference pose in place, so a short count-in is enough. */
const heldStartTimeline = (plan: SetPlan): readonly TimelinePhase[] =>
  plan.sides.flatMap((side, index) => [
    ...(index > 0 ? [turnPhase(plan, side), referencePosePhase(side, null, plan.words)] : []),
    countIn(plan, side, HELD_START_COUNT_IN, plan.words.phases.stay),
    ...roundsOf(plan, side),
  ]);

function roundsOf(plan: SetPlan, side: WorkingSide): TimelinePhase[] {
  const rounds = Array.from({ length: plan.preset.rounds }, (_, index) => index + 1);
  const { drill, preset, words, exactTimes = false } = plan;
  return rounds.flatMap((round) => {
    const goesOn = round > 1 && keepsRange(drill);
    const phases = drill.phases.map((template, index) => {
      const told = explained(withLesson(drillPhase(template, preset, round, side), template, plan), template, plan);
      const usual = withGuide(withPurpose(told, template, plan), drill);
      const eased = exactTimes ? usual : withRelease(usual, drill.phases[index + 1]);
      const phase = drill.camera === 'none' ? paced(eased, plan) : eased;
      return goesOn && phase.kind === 'passive' ? fromEarned(phase, drill, preset, words) : phase;
    });
    const last = round === preset.rounds;
    return last || preset.rest <= 0 ? phases : [...phases, restBetween(drill, round, side, preset.rest, words)];
  });
}

/** From this length on a stretch has time for words about it; and for all of them. */
const TIME_FOR_FEEL: Seconds = 25;
const TIME_FOR_WHY: Seconds = 55;
const TIME_FOR_ALL: Seconds = 90;
/** When they are said, seconds into the stretch: between its announcement, the breaths and the time left. */
const FEEL_EARLY: Seconds = 8.5;
/** Repetitions for a fixed time: when the voice has talked the first two through, and where it does not; later in a first set, which explains. */
const FEEL_AFTER_GUIDE: Seconds = 20.5;
const FEEL_IN_REPS: Seconds = 25;
const FEEL_AFTER_LESSON: Seconds = 33;
const FEEL_AT: Seconds = 20;
const METHODS_AT: Seconds = 32;
const PURPOSE_AT: Seconds = 38;
const LIMITS_AT: Seconds = 48;

/** Whether a phase is the first of its kind in the first set of a drill: there the key points are told. */
const isLesson = ({ round, side }: Pick<TimelinePhase, 'round' | 'side'>, { firstTime, sides }: SetPlan): boolean =>
  firstTime === true && round === 1 && side === sides[0];

/** The key point of the phase, told the first time that the drill is done. */
const withLesson = (phase: TimelinePhase, { lesson }: PhaseTemplate, plan: SetPlan): TimelinePhase =>
  lesson === undefined || !isLesson(phase, plan) ? phase : { ...phase, lesson };

/**
 * What is said about repetitions as they begin. In the first set of the drill: the instruction, their number and the key point. In
 * later sets: their number only. Where the voice talks no repetition through, the first sentence of the instruction comes before it.
 */
function explained(phase: TimelinePhase, { timed }: PhaseTemplate, plan: SetPlan): TimelinePhase {
  const { drill, preset, words } = plan;
  // A sequence calls its own directions.
  if (phase.kind !== 'reps' || drill.camera === 'none' || drill.reps?.sequence !== undefined) return phase;
  const together = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  const howMany = timed ? '' : words.times(preset.reps);
  if (isLesson(phase, plan)) return { ...phase, lesson: together(howMany, phase.lesson ?? '') };
  const [first = ''] = drill.reps?.guide === undefined ? sentencesOf(phase.instruction) : [];
  return { ...phase, short: together(first, howMany) };
}

function feelAt(kind: PhaseKind, length: Seconds, isFirst: boolean, { reps }: DrillDefinition): Seconds {
  if (kind === 'reps') return isFirst ? FEEL_AFTER_LESSON : reps?.guide === undefined ? FEEL_IN_REPS : FEEL_AFTER_GUIDE;
  return length < TIME_FOR_WHY ? FEEL_EARLY : FEEL_AT;
}

/**
 * A long stretch, or repetitions for a time, in the first round says where it should be felt. The first time that the drill is done, it also
 * says what push and pull are called, why they follow, and what limits a hip.
 */
function withPurpose(phase: TimelinePhase, { feel }: PhaseTemplate, plan: SetPlan): TimelinePhase {
  const { drill, words } = plan;
  const { round, length } = phase;
  if (feel === undefined || round > 1 || length === null || length < TIME_FOR_FEEL) return phase;
  const isFirst = isLesson(phase, plan);
  // The key point of the phase was just that.
  if (isFirst && phase.lesson?.includes(feel)) return phase;
  const pulls = drill.phases.some(({ kind }) => kind === 'rails');
  const turns = rangeChannel(drill) === 'hip-internal-rotation';
  const said = [
    { at: feelAt(phase.kind, length, isFirst, drill), text: feel },
    ...(isFirst && pulls && length >= TIME_FOR_WHY
      ? [
          { at: METHODS_AT, text: words.methods },
          { at: PURPOSE_AT, text: words.purpose },
        ]
      : []),
    ...(isFirst && turns && length >= TIME_FOR_ALL ? [{ at: LIMITS_AT, text: words.limits }] : []),
  ];
  return { ...phase, calls: said.map(({ at, text }) => ({ at: at / length, text, soft: true })) };
}

/** The first round talks the first repetitions through. */
const withGuide = (phase: TimelinePhase, { reps }: DrillDefinition): TimelinePhase => {
  const begin = phase.kind === 'reps' && phase.round === 1 ? reps?.guide?.[0]?.begin : undefined;
  return begin === undefined ? phase : { ...phase, begin };
};

/** The passive phase of a later round. */
const fromEarned = (
  phase: TimelinePhase,
  drill: DrillDefinition,
  { passive, rest }: Preset,
  words: CoachWords,
): TimelinePhase => ({
  ...phase,
  length: laterPassive(passive),
  ...(restsUp(drill) && rest > 0 ? words.foldedAgain : words.fromEarned),
});

/** Whether the person comes out of the stretch in a rest, because staying folded would tire the standing leg. */
const restsUp = (drill: DrillDefinition): boolean => rangeChannel(drill) === 'hip-flexion';

/** A push or pull that no other one takes over is let go slowly. */
function withRelease(phase: TimelinePhase, next: PhaseTemplate | undefined): TimelinePhase {
  const goesOn = next?.kind === 'pails' || next?.kind === 'rails';
  if (phase.effort === null || phase.length === null || goesOn) return phase;
  return { ...phase, length: phase.length + RELEASE, release: RELEASE };
}

const restBetween = (
  drill: DrillDefinition,
  round: number,
  side: WorkingSide,
  length: Seconds,
  words: CoachWords,
): TimelinePhase => {
  const rest = restPhase(round, side, length, words);
  if (!keepsRange(drill)) return rest;
  const { phases, now } = words;
  const isUp = restsUp(drill);
  return {
    ...rest,
    word: isUp ? now.restUp : now.restThere,
    instruction: isUp ? phases.restUp : phases.restThere,
  };
};

/** One phase of a round, with times and effort of the preset. `length` null: until its repetitions are done. */
export function drillPhase(template: PhaseTemplate, preset: Preset, round: number, side: WorkingSide): TimelinePhase {
  const { timed, feel: _feel, unseen: _unseen, bounded: _bounded, lesson: _lesson, ...more } = template;
  const { demands: _demands, instead: _instead, ...told } = more;
  const words = template.calls?.flatMap(({ at, word }) => (word === undefined ? [] : [{ at, word }])) ?? [];
  const { kind } = told;
  const length = timed ? preset.passive : lengthOf(kind, preset);
  const effort = kind === 'pails' || kind === 'rails' ? preset.effort : null;
  const own = { round, rounds: preset.rounds, side, length, ramp: rampOf(kind, preset), effort };
  return { ...told, ...own, ...(words.length > 0 ? { words } : {}) };
}

function rampOf(kind: PhaseKind, preset: Preset): Seconds {
  if (kind === 'pails') return preset.pailsRamp;
  return kind === 'rails' ? Math.min(preset.rails, Math.max(SHORTEST_RAMP, RAILS_RAMP_SHARE * preset.rails)) : 0;
}

const own = (
  kind: PhaseKind,
  side: WorkingSide,
  length: Seconds | null,
  title: string,
  instruction: string,
): TimelinePhase => ({ kind, round: 1, side, length, title, instruction, ramp: 0, effort: null });

/** Long enough for its words and for the three tones after them. */
function countIn(plan: SetPlan, side: WorkingSide, least: Seconds, instruction: string): TimelinePhase {
  const stop = wayToStop(plan, side);
  const told = stop === null ? instruction : `${stop} ${instruction}`;
  const phase = own('ready', side, null, plan.words.phases.ready, told);
  const said = [opening(phase, null, plan.words), ...(stop === null ? [] : [stop])].join(' ');
  const after = stop === null ? TONES : TIME_TO_ACT;
  return { ...phase, length: Math.max(least, Math.ceil(spokenLength(said, plan.voiceRate) + after)) };
}

/** How to stop from the mat, told once in the first set of a drill. Null: not now, or no camera looks for it. */
function wayToStop(plan: SetPlan, side: WorkingSide): string | null {
  const { camera, armSignal } = plan.drill;
  const { stop } = plan.words.phases;
  if (camera === 'none' || armSignal === 'none' || !isLesson({ round: 1, side }, plan)) return null;
  return stop[armSignal ?? 'up'];
}

export const referencePosePhase = (
  side: WorkingSide,
  length: Seconds | null,
  { phases: { referencePose } }: CoachWords,
): TimelinePhase => own('neutral', side, length, referencePose.title, referencePose.instruction);

function turnPhase(plan: SetPlan, side: WorkingSide): TimelinePhase {
  const { camera, turnsForOtherSide, otherSide, otherLaptop } = plan.drill;
  const { turn } = plan.words.phases;
  const word = plan.words.now.turn[side];
  // No camera can tell when the person is ready.
  if (camera === 'none') {
    const text = [turn.sides, ...(otherSide === undefined ? [] : [otherSide])].join(' ');
    const needed = Math.ceil(spokenLength(text, plan.voiceRate)) + UNSEEN_CHANGE_AFTER_WORDS;
    return { ...own('turn', side, Math.max(UNSEEN_CHANGE_OF_SIDES, needed), turn.title, text), word };
  }
  const change = turnsForOtherSide ? turn.sides : turn.legs;
  const laptop = otherLaptop ?? (turnsForOtherSide ? turn.turned : turn.stays);
  const said = [change, ...(otherSide === undefined ? [] : [otherSide]), laptop];
  return { ...own('turn', side, null, turn.title, said.join(' ')), word };
}

export const restPhase = (
  round: number,
  side: WorkingSide,
  length: Seconds,
  { phases: { rest } }: CoachWords,
): TimelinePhase => ({ ...own('rest', side, length, rest.title, rest.instruction), round });
