import type { DrillDefinition, PhaseTemplate } from '../../coach/drill-definition.ts';
import type { Effort, Rotation } from '../../coach/assessment/hip-test.ts';
import { presetsWith } from '../presets.ts';

/** Seconds of one try: out and back, and time to listen. */
const EACH = 15;

/** What is said for each kind of try: the first time in full, then only "again". */
const WAYS = [
  {
    rotation: 'internal',
    effort: 'passive',
    title: 'Foot out, with the strap',
    instruction: 'Leg loose. Pull the foot out, slowly, and back.',
  },
  {
    rotation: 'internal',
    effort: 'active',
    title: 'Foot out, by itself',
    instruction: 'Strap loose. Bring the foot out by your own strength, wait, and back.',
  },
  {
    rotation: 'external',
    effort: 'passive',
    title: 'Foot in, with the strap',
    instruction: 'Leg loose. Pull the foot in, slowly, and back.',
  },
  {
    rotation: 'external',
    effort: 'active',
    title: 'Foot in, by itself',
    instruction: 'Strap loose. Bring the foot in by your own strength, wait, and back.',
  },
] as const satisfies readonly { rotation: Rotation; effort: Effort; title: string; instruction: string }[];

const SECOND = 'Once more: to the end, and back.';
const THIRD = 'And the last one: to the end, and back.';

const tries = ({ rotation, effort, title, instruction }: (typeof WAYS)[number]) => {
  const kind = effort === 'passive' ? ('passive' as const) : ('hold' as const);
  const first = { kind, title, instruction, step: `${rotation}-${effort}-1` as const } satisfies PhaseTemplate;
  const second = { kind, title, instruction: SECOND, step: `${rotation}-${effort}-2` as const } satisfies PhaseTemplate;
  const third = { kind, title, instruction: THIRD, step: `${rotation}-${effort}-3` as const } satisfies PhaseTemplate;
  return [first, second, third] as const;
};

const once = { passive: EACH, rounds: 1, rest: 0 } as const;

/** What the test is in every position. */
export const HIP_TEST = {
  caution:
    'Pain-free range only. Stop with a pinch in the front of the hip, with knee or back pain, numbness or tingling. Not with a fresh injury, a hip replacement or a recent labral repair: ask a clinician first.',
  phases: [...tries(WAYS[0]), ...tries(WAYS[1]), ...tries(WAYS[2]), ...tries(WAYS[3])],
  presets: presetsWith({ prep: once, build: once, strength: once }),
  reps: null,
  // No cue during a try: that the pelvis joins in at the end is what the test looks for.
  rules: [],
  instrument: { frameRate: 10, model: 'full' },
  turnsForOtherSide: false,
  otherSide: 'Put the strap round the other foot.',
  footSlideLimit: null,
} as const satisfies Partial<DrillDefinition>;
