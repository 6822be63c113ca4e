import type { Seconds } from '../../instrument/geometry/units.ts';
import type { SetPlan, TimelinePhase } from '../coach-contract.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { AFTER_TONE } from '../speech/announce.ts';
import { spokenLength } from '../speech/cue-pacing.ts';

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

/** Time to go to both ends of a repetition and back, without the holds. */
const MOVING: Seconds = 6;
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
  const said = `${words.sides[phase.side]} ${phase.title}. ${words.round(phase.round, preset.rounds)} ${instruction}`;
  const first = AFTER_TONE + Math.ceil(spokenLength(said, voiceRate)) + BEFORE_FIRST;
  if (reps.perMinute !== undefined)
    return { ...phase, length: Math.ceil(first + (preset.reps * 60) / reps.perMinute + AFTER_BEATS) };
  const each = reps.holdInternal + reps.holdExternal + MOVING;
  const length = Math.ceil(first + preset.reps * each);
  const calls = Array.from({ length: preset.reps }, (_, index) => {
    const guide = phase.round === 1 ? reps.guide?.[index] : undefined;
    const at = (share: number) => (first + (index + share) * each) / length;
    const number = words.counted(index + 1);
    return [
      { at: at(0), text: guide === undefined ? number : `${number}. ${guide.begin}` },
      ...(guide?.first === undefined ? [] : [{ at: at(FIRST_END), text: guide.first }]),
      ...(guide?.second === undefined
        ? []
        : [{ at: at(guide.first === undefined ? ONLY_END : SECOND_END), text: guide.second }]),
    ];
  }).flat();
  const { begin: _, ...rest } = phase;
  return { ...rest, instruction, length, calls, counted: true };
}
