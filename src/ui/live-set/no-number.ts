import { named } from '../../coach/setup/gate-words.ts';
import type { Blindness } from '../../app/session/session-contract.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { Gauge } from '../../coach/coach-contract.ts';
import type { PhaseKind } from '../../coach/drill-definition.ts';
import { pictureReason } from '../../coach/rules/judged-reading.ts';
import { setWords } from '../../i18n/en/set.ts';
import { isReason, missingText, type ReasonText, reasonText } from '../shell/words.ts';

/** Reasons for which a start is asked for again during a set. For every other code the start itself is missing. */
const START_LOST = [
  'camera-moved',
  'camera-tilted',
  'picture-slid',
  'picture-zoomed',
  'picture-turned',
  'picture-resized',
  'not-the-start',
  'already-stretched',
] as const;

/**
 * What a person reads who has to take the start position again during a set: why, and what to do.
 * @param code the gauge's reason
 */
export function startAgainText(code: string | null): string {
  const reason = START_LOST.find((known) => known === code) ?? 'no-neutral';
  return setWords().startAgain(reasonText(reason).what);
}

/**
 * What is shown in place of the number.
 * @param code the gauge's reason; another version may have written a word that is no `Reason`
 * @param blind why nothing is measured at all; it outweighs `code`, which is about the last picture
 */
export function noNumberText(code: string | null, blind: Blindness | null): ReasonText {
  if (blind !== null) return blindText(blind);
  return code !== null && isReason(code) ? reasonText(code) : { what: setWords().noNumber, todo: '' };
}

const blindText = (blind: Blindness): ReasonText => setWords().blind[blind];

const WAITING = new Set<PhaseKind>(['ready', 'neutral', 'turn']);

/** The set waits for the person and measures nothing yet. */
const isWaiting = ({ phase }: Gauge): boolean => phase !== null && WAITING.has(phase.kind);

/** The reference pose is captured again during a phase: the laptop was moved, or the measurement was restarted. */
const isRecapturing = (gauge: Gauge, reading: Reading | null): boolean =>
  gauge.phase !== null && !isWaiting(gauge) && reading?.referencePose.kind === 'holding';

/** Whether the ring of the count-in or of the start hold replaces the number. */
export const showsRing = (gauge: Gauge, reading: Reading | null, blind: Blindness | null): boolean =>
  isWaiting(gauge) || (blind === null && isRecapturing(gauge, reading));

/**
 * What to do now: the present step or call, else what the phase asks for. While the start is captured again it is to go back to it.
 */
export function instructionText(gauge: Gauge, reading: Reading | null, blind: Blindness | null): string {
  const { phase, step, progress } = gauge;
  if (phase === null) return '';
  if (blind === null && isRecapturing(gauge, reading)) return startAgainText(gauge.angleReason);
  if (step) return step.call;
  // Elsewhere a call is a remark on the way, such as to breathe.
  const called = phase.kind === 'guided' ? phase.calls : undefined;
  return called?.findLast(({ at }) => progress >= at)?.text ?? phase.instruction;
}

/**
 * What is wrong with the picture, so that holding still would not help; null: nothing. A person who waits in front of a camera
 * that is being turned does not read that they move.
 * @param moves the body moves in the picture
 */
function pictureProblem({ slow = false }: Gauge, reading: Reading, moves: boolean): Reason | null {
  if (slow) return 'picture-too-slow';
  const changed = pictureReason(reading);
  if (reading.framing.laptopMoves) return changed ?? 'picture-slid';
  return moves ? changed : null;
}

/** A person who was seen this short a time ago (s) is not called missing: a single look can fail. */
const UNSEEN_AFTER: Seconds = 1.5;

/**
 * What keeps the count-in or the start hold from going on, in a few words; null: nothing.
 * @param unseenFor how long nobody has been seen
 */
export function waitingProblem(
  gauge: Gauge,
  reading: Reading | null,
  blind: Blindness | null,
  unseenFor: Seconds = Number.POSITIVE_INFINITY,
): string | null {
  const { phase } = gauge;
  if (phase === null || phase.kind === 'turn' || !showsRing(gauge, reading, blind)) return null;
  if (blind !== null) return blindText(blind).what;
  if (!reading) return null;
  if (reading.frozen) return reasonText('picture-frozen').what;
  if (!reading.person.seen)
    return phase.kind === 'ready' || unseenFor < UNSEEN_AFTER ? null : reasonText(reading.person.reason).what;
  const { referencePose, framing } = reading;
  const missing = missingText(framing.missing);
  if (phase.kind === 'ready') return missing;
  const problem = named(referencePose.kind === 'holding' ? referencePose.problem : framing.problem, framing);
  const ofPicture = pictureProblem(gauge, reading, problem === 'moving');
  if (ofPicture !== null) return reasonText(ofPicture).what;
  if (problem === 'moving') return setWords().holdStill;
  if (problem === 'out-of-frame' && missing) return missing;
  return problem ? reasonText(problem).what : null;
}
