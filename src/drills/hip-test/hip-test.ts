import type { DrillDefinition, Effort, PhaseTemplate, Rotation } from '../../coach/drill-definition.ts';
import { presetsWith } from '../presets.ts';
import { NOT_FOR, STOP_RULE } from '../shared-words.ts';

/** Seconds of one try: time to listen, to the end, and back. */
const EACH = 18;

/** Said on the way out in the first try of each kind. */
const END = {
  at: 0.45,
  text: 'Stop when the leg stops, or your seat wants to lift.',
  word: 'Stop at the end',
} as const;
/** Said in every try, once there was time to reach the end. */
const BACK = { at: 0.74, text: 'And back.', word: 'And back' } as const;

/**
 * What is said for each kind of try: the first time in full, then in short, but never without what to do. The title is the name of the
 * movement on every screen; the instruction says where the foot goes, never "in" or "out", because the foot goes the other way than the hip.
 */
const WAYS = [
  {
    rotation: 'internal',
    effort: 'passive',
    title: 'Turning in, with help',
    word: 'Pull the foot away',
    instruction: 'Leg loose. Slowly pull the foot away from the other leg.',
  },
  {
    rotation: 'internal',
    effort: 'active',
    title: 'Turning in, by itself',
    word: 'Move the foot away',
    instruction: 'Strap loose. Move the foot away by your own strength.',
  },
  {
    rotation: 'external',
    effort: 'passive',
    title: 'Turning out, with help',
    word: 'Pull the foot across',
    instruction: 'Leg loose. Slowly pull the foot across, past the other leg.',
  },
  {
    rotation: 'external',
    effort: 'active',
    title: 'Turning out, by itself',
    word: 'Move the foot across',
    instruction: 'Strap loose. Move the foot across by your own strength.',
  },
] as const satisfies readonly {
  rotation: Rotation;
  effort: Effort;
  title: string;
  word: string;
  instruction: string;
}[];

const UNTIL = 'until the leg stops or your seat wants to lift.';

/** It has no `step`, so nothing of it counts: the first try of a movement that nobody knows yet falls short. */
const PRACTICE = {
  kind: 'passive',
  title: 'Practice',
  word: 'Foot away, then across',
  instruction: 'Pull the foot away from the other leg, then across it. This one does not count.',
  calls: [{ at: 0.45, text: 'Stop before it hurts, in hip or knee.', word: 'Stop before it hurts' }],
  demands: ['pulls-shin'],
  instead: {
    kind: 'hold',
    instruction: 'Move the foot away from the other leg, then across it. This one does not count.',
  },
} as const satisfies PhaseTemplate;

const tries = ({ rotation, effort, title, word, instruction }: (typeof WAYS)[number]) => {
  const kind = effort === 'passive' ? ('passive' as const) : ('hold' as const);
  const demands = [effort === 'passive' ? ('pulls-shin' as const) : ('end-active' as const)] as const;
  const way = { kind, demands, title, word } as const;
  const first = {
    ...way,
    instruction,
    calls: [END, BACK] as const,
    step: `${rotation}-${effort}-1` as const,
  } satisfies PhaseTemplate;
  const second = {
    ...way,
    instruction: `${word} once more ${UNTIL}`,
    calls: [BACK] as const,
    step: `${rotation}-${effort}-2` as const,
  } satisfies PhaseTemplate;
  const third = {
    ...way,
    instruction: `${word} a last time ${UNTIL}`,
    calls: [BACK] as const,
    step: `${rotation}-${effort}-3` as const,
  } satisfies PhaseTemplate;
  return [first, second, third] as const;
};

const once = { passive: EACH, rounds: 1, rest: 0 } as const;

export const HIP_TEST = {
  demands: ['bent-in'],
  caution: `${STOP_RULE} ${NOT_FOR}`,
  phases: [PRACTICE, ...tries(WAYS[0]), ...tries(WAYS[1]), ...tries(WAYS[2]), ...tries(WAYS[3])],
  presets: presetsWith({ prep: once, build: once, strength: once }),
  reps: null,
  // No cue during a try: that the pelvis joins in at the end is what the test looks for.
  rules: [],
  instrument: { frameRate: 10, model: 'full' },
  turnsForOtherSide: false,
  otherSide: 'Move strap and towel to the other leg.',
  footSlideLimit: null,
} as const satisfies Partial<DrillDefinition>;
