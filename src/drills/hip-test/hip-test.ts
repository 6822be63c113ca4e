import type { DrillDefinition, PhaseTemplate } from '../../coach/drill-definition.ts';
import type { Effort, Rotation } from '../../coach/assessment/hip-test.ts';
import { presetsWith } from '../presets.ts';

/** Seconds of one try: time to listen, to the end, and back. */
const EACH = 18;

/** Said on the way out in the first try of each kind. */
const END = { at: 0.45, text: 'Stop when the leg stops, or your seat wants to lift.' } as const;
/** Said in every try, once there was time to reach the end. */
const BACK = { at: 0.74, text: 'And back.' } as const;

/**
 * What is said for each kind of try: the first time in full, then in short, but never without what to do. The title is the name of the movement on every
 * screen; the instruction says where the foot goes, never "in" or "out", because the foot goes the other way than the hip.
 */
const WAYS = [
  {
    rotation: 'internal',
    effort: 'passive',
    title: 'Turning in, with help',
    instruction: 'Leg loose. Slowly pull the foot away from the other leg.',
    again: 'Pull the foot away',
  },
  {
    rotation: 'internal',
    effort: 'active',
    title: 'Turning in, by itself',
    instruction: 'Strap loose. Move the foot away by your own strength.',
    again: 'Move the foot away',
  },
  {
    rotation: 'external',
    effort: 'passive',
    title: 'Turning out, with help',
    instruction: 'Leg loose. Slowly pull the foot across, past the other leg.',
    again: 'Pull the foot across',
  },
  {
    rotation: 'external',
    effort: 'active',
    title: 'Turning out, by itself',
    instruction: 'Strap loose. Move the foot across by your own strength.',
    again: 'Move the foot across',
  },
] as const satisfies readonly {
  rotation: Rotation;
  effort: Effort;
  title: string;
  instruction: string;
  again: string;
}[];

const UNTIL = 'until it stops or your seat wants to lift.';

/** It has no `step`, so nothing of it counts: the first try of a movement that nobody knows yet falls short. */
const PRACTICE = {
  kind: 'passive',
  title: 'Practice',
  instruction: 'Pull the foot away from the other leg, then across it. This one does not count.',
} as const satisfies PhaseTemplate;

const tries = ({ rotation, effort, title, instruction, again }: (typeof WAYS)[number]) => {
  const kind = effort === 'passive' ? ('passive' as const) : ('hold' as const);
  const first = {
    kind,
    title,
    instruction,
    calls: [END, BACK] as const,
    step: `${rotation}-${effort}-1` as const,
  } satisfies PhaseTemplate;
  const second = {
    kind,
    title,
    instruction: `${again} once more, ${UNTIL}`,
    calls: [BACK] as const,
    step: `${rotation}-${effort}-2` as const,
  } satisfies PhaseTemplate;
  const third = {
    kind,
    title,
    instruction: `${again} one last time, ${UNTIL}`,
    calls: [BACK] as const,
    step: `${rotation}-${effort}-3` as const,
  } satisfies PhaseTemplate;
  return [first, second, third] as const;
};

const once = { passive: EACH, rounds: 1, rest: 0 } as const;

/** What the test is in every position. */
export const HIP_TEST = {
  caution:
    'Pain-free range only. Stop with a pinch in the front of the hip, with knee or back pain, numbness or tingling. Not with a fresh injury, a hip replacement or a recent labral repair: ask a clinician first.',
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
