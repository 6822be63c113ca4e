import type { Blindness } from '../../app/session/session-contract.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Gauge } from '../../coach/coach-contract.ts';
import type { PhaseKind } from '../../coach/drill-definition.ts';
import { setWords } from '../../i18n/en/set.ts';
import { blindText } from './no-number.ts';
import { missingText, reasonText } from '../shell/reason-text.ts';

const WAITING = new Set<PhaseKind>(['ready', 'neutral', 'turn']);

/** The app waits for the person: there is nothing to measure yet. */
const isWaiting = ({ phase }: Gauge): boolean => phase !== null && WAITING.has(phase.kind);

/** A start is being held again while the phases go on: the laptop was bumped, or the measurement was started again. */
const holdsAgain = (gauge: Gauge, reading: Reading | null): boolean =>
  gauge.phase !== null && !isWaiting(gauge) && reading?.referencePose.kind === 'holding';

/** Whether the ring stands in the place of the number. */
export const showsRing = (gauge: Gauge, reading: Reading | null, blind: Blindness | null): boolean =>
  isWaiting(gauge) || (blind === null && holdsAgain(gauge, reading));

/** What keeps the count-in or the hold of a start from getting on, in a few words; null when all is well. */
export function waitingProblem(gauge: Gauge, reading: Reading | null, blind: Blindness | null): string | null {
  const { phase } = gauge;
  if (phase === null || phase.kind === 'turn' || !showsRing(gauge, reading, blind)) return null;
  if (blind !== null) return blindText(blind).what;
  if (!reading) return null;
  if (!reading.person.seen) return phase.kind === 'ready' ? null : reasonText(reading.person.reason).what;
  const { referencePose: neutral, framing } = reading;
  const missing = missingText(framing.missing);
  if (phase.kind === 'ready') return missing;
  const problem = neutral.kind === 'holding' ? neutral.problem : framing.problem;
  if (problem === 'moving') return setWords().holdStill;
  if (problem === 'out-of-frame' && missing) return missing;
  return problem ? reasonText(problem).what : null;
}
