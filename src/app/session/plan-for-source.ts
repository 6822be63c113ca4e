import type { SetPlan } from '../../coach/coach-contract.ts';
import { demoPlan } from './demo-plan.ts';
import { spokenPlan } from './in-the-language.ts';
import type { SourceRequest } from './session-contract.ts';

/**
 * What is run when a person opens this source with this plan: a recording does not wait for a count-in, and the demo clip
 * dictates everything. In the language that is spoken.
 */
export function planForSource(plan: SetPlan, kind: SourceRequest['kind']): SetPlan {
  if (kind === 'demo') return spokenPlan(demoPlan());
  return spokenPlan(kind === 'file' ? { ...plan, countIn: 0 } : plan);
}
