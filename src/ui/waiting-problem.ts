import type { Reading } from '../body/reading.ts';
import type { PhaseKind } from '../coach/drill-definition.ts';
import { missingText, reasonText } from './reason-text.ts';

/** What keeps the count-in or the neutral hold from getting on, in a few words; null when all is well. */
export function waitingProblem(kind: PhaseKind, reading: Reading | null): string | null {
  if (!reading || kind === 'turn') return null;
  if (!reading.person.seen) return kind === 'ready' ? null : reasonText(reading.person.reason).what;
  const { neutral, framing } = reading;
  const missing = missingText(framing.missing);
  if (kind === 'ready') return missing;
  const problem = neutral.kind === 'holding' ? neutral.problem : framing.problem;
  if (problem === 'moving') return 'You are moving. Hold still';
  if (problem === 'out-of-frame' && missing) return missing;
  return problem ? reasonText(problem).what : null;
}
