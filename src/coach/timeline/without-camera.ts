import type { Seconds, Share } from '../../instrument/geometry/units.ts';
import type { PhaseWord, SetPlan, TimelinePhase } from '../coach-contract.ts';
import type { DrillDefinition, RepDefinition } from '../drill-definition.ts';
import { firstHold, secondHold } from '../progress/rep-counter.ts';
import { AFTER_TONE } from '../speech/announce.ts';
import type { CoachWords } from '../speech/coach-words.ts';
import { spokenLength } from '../speech/cue-pacing.ts';
import { repLength } from './planned-length.ts';

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
export function paced(phase: TimelinePhase, { drill, preset, words, voiceRate }: SetPlan): TimelinePhase {
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
