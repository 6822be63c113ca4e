import type { DrillDefinition, PhaseKind, RuleId } from '../drill-definition.ts';
import { isSideCheck } from '../record/side-check.ts';

/** A drift in a hold is a matter of the push, haste one of control; a squeeze, toes and a locked knee turn no hip. */
const NOT_BORROWING: ReadonlySet<RuleId> = new Set(['isometric-drift', 'too-fast', 'grip', 'toes-drop', 'knee-lock']);
const PELVIS_RULES: ReadonlySet<RuleId> = new Set(['pelvis-twist', 'pelvis-list', 'pelvis-lift']);

/** Rules whose flags take range away: what is read meanwhile is not the hip's own. */
export const isBorrowing = (rule: RuleId): boolean => !NOT_BORROWING.has(rule);

/** Rules that watch the pelvis itself: end range is what came before the first of them. */
export const isPelvisRule = (rule: RuleId): boolean => PELVIS_RULES.has(rule);

/** Phases in which borrowing would be seen: only there does a range count. */
export const isRangePhase = (drill: DrillDefinition, kind: PhaseKind): boolean =>
  !isSideCheck(drill.measure) && drill.rules.some((rule) => isBorrowing(rule.id) && rule.armed[kind] !== undefined);
