import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, Goal, PhaseKind, RuleId } from '../../coach/drill-definition.ts';
import type { Strictness } from '../../coach/rules/strictness.ts';
import type { Units } from '../../storage/storage-contract.ts';
import { liftText } from '../settings/length-units.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import { isSymptom } from '../../coach/planning/symptom-lock.ts';
import { commonWords } from '../../i18n/en/common.ts';

const PARTS: Readonly<Record<RuleId, 'pelvis' | 'knee' | 'trunk' | 'hip'>> = {
  'pelvis-twist': 'pelvis',
  'pelvis-list': 'pelvis',
  'pelvis-lift': 'pelvis',
  'back-arch': 'trunk',
  'knee-chase': 'knee',
  'trunk-lean': 'trunk',
  'isometric-drift': 'hip',
  'back-round': 'trunk',
  'chest-drop': 'trunk',
  'trunk-turn': 'trunk',
  'knee-bend': 'knee',
  'knee-lock': 'knee',
  'toes-drop': 'knee',
  'foot-moved': 'knee',
  'shins-drop': 'knee',
  'too-fast': 'hip',
  grip: 'knee',
};

/** Metres for what is lifted or slides, degrees (or degrees a second) for everything else. */
const RULE_IN_METRES = new Set<RuleId>(['pelvis-lift', 'foot-moved']);

export const GOALS: readonly Goal[] = ['prep', 'build', 'strength'];

export const phaseName = (kind: PhaseKind): string => commonWords().phases[kind];
export const ruleName = (rule: RuleId): string => commonWords().rules[rule];
export const rulePart = (rule: RuleId): 'pelvis' | 'knee' | 'trunk' | 'hip' => PARTS[rule];
export const goalName = (goal: Goal): string => commonWords().goals[goal];
export const sideName = (side: WorkingSide): string => commonWords().sides[side];
export const endName = (ended: EndReason): string => commonWords().ends[ended];

export const strictnessName = (strictness: Strictness): string => commonWords().strictness[strictness];

/** A goal as stored, where another version may have written another word. */
export const storedGoalName = (goal: string): string =>
  GOALS.some((known) => known === goal) ? goalName(goal as Goal) : goal;

export function peakText(rule: RuleId, peak: number, units: Units = 'cm'): string {
  if (RULE_IN_METRES.has(rule)) return liftText(Math.abs(peak), units);
  return `${Math.round(Math.abs(peak))}°${rule === 'too-fast' ? commonWords().aSecond : ''}`;
}

/** How far a flag went, or null where from there only the event is known. @param drill null: not known to this version */
export const flagSize = (
  drill: Pick<DrillDefinition, 'rules'> | null,
  { rule, peak }: { readonly rule: RuleId; readonly peak: number },
  units: Units = 'cm',
): string | null =>
  drill?.rules.find(({ id }) => id === rule)?.sizeTold === false ? null : peakText(rule, peak, units);

/** What to do after a set that a symptom ended. Coaching, never diagnosis. */
export const symptomAdvice = (ended: EndReason): { readonly title: string; readonly text: string } | null =>
  isSymptom(ended) ? commonWords().symptoms[ended] : null;

export const symptomName = (ended: EndReason): string =>
  isSymptom(ended) ? commonWords().symptoms[ended].name : endName(ended);
