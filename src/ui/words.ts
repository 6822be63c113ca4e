import type { WorkingSide } from '../body/units.ts';
import type { Goal, PhaseKind, RuleId } from '../coach/drill-definition.ts';
import type { Strictness } from '../coach/strictness.ts';
import type { Units } from '../storage/storage-contract.ts';
import { liftText } from './length-units.ts';
import type { EndReason } from '../coach/set-record.ts';

/** The app's own phases, and what a phase is called whose drill is not known. */
const PHASES: Readonly<Record<PhaseKind, string>> = {
  ready: 'Get ready',
  neutral: 'Hold still',
  turn: 'Other side',
  passive: 'Passive',
  pails: 'PAILs',
  rails: 'RAILs',
  sink: 'Sink',
  hold: 'Hold',
  reps: 'Reps',
  rest: 'Rest',
  guided: 'Guided',
};

const RULES: Readonly<
  Record<RuleId, { readonly name: string; readonly part: 'pelvis' | 'knee' | 'trunk' | 'hip' }>
> = {
  'pelvis-twist': { name: 'Pelvis twist', part: 'pelvis' },
  'pelvis-list': { name: 'Pelvis tilts sideways', part: 'pelvis' },
  'pelvis-lift': { name: 'Pelvis lifts', part: 'pelvis' },
  'back-arch': { name: 'Back arches', part: 'trunk' },
  'knee-chase': { name: 'Knee chases the floor', part: 'knee' },
  'trunk-lean': { name: 'Trunk leans', part: 'trunk' },
  'isometric-drift': { name: 'Drift in the hold', part: 'hip' },
  'back-round': { name: 'Chest drops', part: 'trunk' },
  'knee-bend': { name: 'Knee bends', part: 'knee' },
  'too-fast': { name: 'Too fast', part: 'hip' },
  grip: { name: 'Squeezes the block', part: 'knee' },
};

/** Metres for lift, degrees (or degrees a second) for everything else. */
const RULE_IN_METRES = new Set<RuleId>(['pelvis-lift']);

export const GOALS: readonly Goal[] = ['prep', 'build', 'strength'];

const GOAL_NAMES: Readonly<Record<Goal, string>> = { prep: 'Prep', build: 'Build', strength: 'Strength' };

const SIDES: Readonly<Record<WorkingSide, string>> = { left: 'Left', right: 'Right', both: 'Both sides' };

const ENDS: Readonly<Record<EndReason, string>> = {
  finished: 'Finished',
  stopped: 'Stopped',
  pinch: 'Stopped: pinch',
  pain: 'Stopped: pain',
  numb: 'Stopped: numb or tingling',
  'source-ended': 'Video ended',
  interrupted: 'Interrupted',
  running: 'Not closed properly',
};

export const phaseName = (kind: PhaseKind): string => PHASES[kind];
export const ruleName = (rule: RuleId): string => RULES[rule].name;
export const rulePart = (rule: RuleId): 'pelvis' | 'knee' | 'trunk' | 'hip' => RULES[rule].part;
export const goalName = (goal: Goal): string => GOAL_NAMES[goal];
export const sideName = (side: WorkingSide): string => SIDES[side];
export const endName = (ended: EndReason): string => ENDS[ended];

const STRICTNESS_NAMES: Readonly<Record<Strictness, string>> = {
  gentle: 'Flagged gently',
  standard: 'Flagged as usual',
  strict: 'Flagged strictly',
};

export const strictnessName = (strictness: Strictness): string => STRICTNESS_NAMES[strictness];

/** A goal as stored, where another version may have written another word. */
export const storedGoalName = (goal: string): string =>
  Object.hasOwn(GOAL_NAMES, goal) ? GOAL_NAMES[goal as Goal] : goal;

export function peakText(rule: RuleId, peak: number, units: Units = 'cm'): string {
  if (RULE_IN_METRES.has(rule)) return liftText(Math.abs(peak), units);
  return `${Math.round(Math.abs(peak))}°${rule === 'too-fast' ? ' a second' : ''}`;
}

/** What to do after a set that a symptom ended. Coaching, never diagnosis. */
export const symptomAdvice = (ended: EndReason): { readonly title: string; readonly text: string } | null => {
  if (ended === 'pinch')
    return {
      title: 'You stopped for a pinch in the hip',
      text: 'Good call. Rest the hip today. Next time go less deep and stay well short of the pinch. If it comes back, have it checked before you go on.',
    };
  if (ended === 'pain')
    return {
      title: 'You stopped for pain',
      text: 'Good call. Rest today. Next time use less depth and less effort, and stay pain-free throughout. If it comes back, have it checked before you go on.',
    };
  if (ended === 'numb')
    return {
      title: 'You stopped for numbness or tingling',
      text: 'Good call. Change position, walk a little and let it settle. Next time go less deep. If it stays or comes back, have it checked before you go on.',
    };
  return null;
};

const SYMPTOM_NAMES: Partial<Record<EndReason, string>> = {
  pinch: 'a pinch in the hip',
  pain: 'pain',
  numb: 'numbness or tingling',
};

export const symptomName = (ended: EndReason): string => SYMPTOM_NAMES[ended] ?? endName(ended);
