import type { BodyPart, Reason } from '../../instrument/output/reason.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import { type DrillDefinition, type Goal, GOALS, type PhaseKind, type RuleId } from '../../coach/drill-definition.ts';
import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import type { Units } from '../../storage/storage-contract.ts';
import { liftText } from '../elements/format.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import { isSymptom } from '../../training/planning/symptom-lock.ts';
import { commonWords } from '../../i18n/en/common.ts';

const RULE_PARTS: Readonly<Record<RuleId, 'pelvis' | 'knee' | 'trunk' | 'hip'>> = {
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
  'hips-shift': 'pelvis',
  'other-knee-shift': 'knee',
  'shins-drop': 'knee',
  'too-fast': 'hip',
  grip: 'knee',
  'past-limit': 'hip',
};

/** Rules whose peak is in metres. The others are in degrees, `too-fast` in degrees a second. */
const RULE_IN_METRES = new Set<RuleId>(['pelvis-lift', 'foot-moved', 'hips-shift', 'other-knee-shift']);

export const phaseName = (kind: PhaseKind): string => commonWords().phases[kind];
export const ruleName = (rule: RuleId): string => commonWords().rules[rule];
export const rulePart = (rule: RuleId): 'pelvis' | 'knee' | 'trunk' | 'hip' => RULE_PARTS[rule];
export const goalName = (goal: Goal): string => commonWords().goals[goal];
/** Title of a drill; its id if this version does not know it. */
export const drillTitle = (drills: readonly DrillDefinition[], drill: string): string =>
  drills.find(({ id }) => id === drill)?.title ?? drill;

export const sideName = (side: WorkingSide): string => commonWords().sides[side];
export const endName = (ended: EndReason): string => commonWords().ends[ended];

export const strictnessName = (strictness: Strictness): string => commonWords().strictness[strictness];

/** The name of a stored goal. Another version may have stored an unknown word, which is shown as it is. */
export const storedGoalName = (goal: string): string =>
  GOALS.some((known) => known === goal) ? goalName(goal as Goal) : goal;

/** The side of a set and its goal. A hip test is always the same, so it has no goal. */
export function sideAndGoal(
  drills: readonly DrillDefinition[],
  { drill, side, goal }: { readonly drill: string; readonly side: WorkingSide; readonly goal: string },
): string {
  const isTest = drills.some(({ id, hipTest }) => id === drill && hipTest !== undefined);
  return isTest ? sideName(side) : `${sideName(side)}, ${storedGoalName(goal)}`;
}

export function peakText(rule: RuleId, peak: number, units: Units = 'cm'): string {
  if (RULE_IN_METRES.has(rule)) return liftText(Math.abs(peak), units);
  return `${Math.round(Math.abs(peak))}°${rule === 'too-fast' ? commonWords().aSecond : ''}`;
}

/**
 * The peak of a flag with its unit; null when the drill's view shows only that it happened.
 * @param drill null: not known to this version
 */
export const flagSize = (
  drill: Pick<DrillDefinition, 'rules'> | null,
  { rule, peak, rough }: { readonly rule: RuleId; readonly peak: number; readonly rough?: true | undefined },
  units: Units = 'cm',
): string | null =>
  rough || drill?.rules.find(({ id }) => id === rule)?.sizeTold === false ? null : peakText(rule, peak, units);

/** What to do after a set that a symptom ended. It is coaching, never a diagnosis. Null: no symptom ended it. */
export const symptomAdvice = (ended: EndReason): { readonly title: string; readonly text: string } | null =>
  isSymptom(ended) ? commonWords().symptoms[ended] : null;

export const symptomName = (ended: EndReason): string =>
  isSymptom(ended) ? commonWords().symptoms[ended].name : endName(ended);

/** What a person reads when something cannot be measured: what is wrong, and what to do. */
export interface ReasonText {
  readonly what: string;
  readonly todo: string;
}

export const reasonText = (reason: Reason): ReasonText => commonWords().reasons[reason];

export const isReason = (word: string): word is Reason => Object.hasOwn(commonWords().reasons, word);

/** The text of a stored reason. Another version may have stored an unknown word, which is shown as it is. */
export const storedReasonText = (reason: string): string => (isReason(reason) ? reasonText(reason).what : reason);

/** Which parts of the body are outside the picture: "Head and left foot are outside the picture". Null: none. */
export const missingText = (missing: readonly BodyPart[]): string | null =>
  missing.length === 0 ? null : commonWords().missing(missing);
