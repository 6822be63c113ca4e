import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { cutMove } from './cut-direction.ts';
import type { Advice, GateWords } from './gate-words.ts';
import { viewMove } from './view-direction.ts';

export type CheckId = keyof GateWords['checks'];
/** `fair`: good enough, but could be better. `unknown`: depends on an earlier check that does not pass. */
export type CheckState = 'ok' | 'fair' | 'bad' | 'unknown';

export interface GateCheck {
  readonly id: CheckId;
  readonly state: CheckState;
  /** What to change; null: nothing, or not known. */
  readonly advice: Advice | null;
}

const ok = (id: CheckId): GateCheck => ({ id, state: 'ok', advice: null });
const unknown = (id: CheckId): GateCheck => ({ id, state: 'unknown', advice: null });
const bad = (id: CheckId, advice: Advice): GateCheck => ({ id, state: 'bad', advice });

/** Whether the person lies on the back. Directions are then named by head and feet instead of front and back. */
export const isLying = ({ measure }: DrillDefinition): boolean => measure.posture.pelvis.pitch <= -60;

/**
 * All checks of the set-up in the order in which they must pass, because later ones depend on earlier ones.
 * @param several true: the detected position has jumped between people
 */
export function gateChecks(
  reading: Reading,
  drill: DrillDefinition,
  side: WorkingSide,
  words: GateWords,
  several = false,
): readonly GateCheck[] {
  return [
    lightCheck(reading, words),
    personCheck(reading, words, several),
    reading.framing.laptopMoves ? bad('laptop', words.laptop) : ok('laptop'),
    bodyCheck(reading, words),
    postureCheck(reading, drill, words),
    viewCheck(reading, drill, side, words),
  ];
}

/** The first check that does not pass; null: all pass. */
export const firstBad = (checks: readonly GateCheck[]): GateCheck | null =>
  checks.find(({ state }) => state === 'bad') ?? checks.find(({ state }) => state === 'unknown') ?? null;

function lightCheck({ light, person }: Reading, words: GateWords): GateCheck {
  if (light.problem) return bad('light', words.light[light.problem]);
  const { remark } = light;
  if (!remark) return ok('light');
  return { id: 'light', state: person.seen ? 'fair' : 'bad', advice: words.light[remark] };
}

const isPersonReason = (reason: Reason, words: GateWords): reason is keyof GateWords['person'] =>
  Object.hasOwn(words.person, reason);

/** A person who is too near or too far is left to the body check. */
function personCheck({ person, people }: Reading, words: GateWords, several: boolean): GateCheck {
  const count = people?.people ?? 1;
  if (count === 2) return bad('person', words.two);
  if (count > 2 || several) return bad('person', words.several);
  // A picture on the wall cannot leave and is rarely measured, so it is reported but does not block the start.
  if (people && people.still > 0) return { id: 'person', state: 'fair', advice: words.looksLikePerson };
  if (person.seen || person.reason === 'person-too-small' || person.reason === 'person-too-large') return ok('person');
  return bad('person', words.person[isPersonReason(person.reason, words) ? person.reason : 'no-person']);
}

function bodyCheck(reading: Reading, words: GateWords): GateCheck {
  const { framing, landmarks, person, width, height } = reading;
  const { size } = framing;
  // The head is not measured.
  const missing = framing.missing.filter((part) => part !== 'head');
  if (!landmarks && !person.seen) return unknown('body');
  if (missing.length > 0) {
    const move = landmarks && cutMove(missing, landmarks, width, height);
    return bad('body', { what: words.missing(missing), todo: words.cut(move ?? { kind: 'back' }) });
  }
  if (size === 'too-close') return bad('body', words.person['person-too-large']);
  if (size === 'too-far') return bad('body', words.person['person-too-small']);
  return person.seen ? ok('body') : unknown('body');
}

function postureCheck(
  { framing, referencePose, person }: Reading,
  { steps }: DrillDefinition,
  words: GateWords,
): GateCheck {
  if (!person.seen || framing.posture === 'unknown') return unknown('posture');
  const problem = referencePose.kind === 'holding' ? referencePose.problem : null;
  if (problem === 'already-stretched') return bad('posture', words.stretched);
  if (framing.posture === 'wrong' || problem === 'wrong-posture')
    return bad('posture', { what: words.posture, todo: steps[0] ?? '' });
  return ok('posture');
}

function viewCheck({ framing }: Reading, drill: DrillDefinition, side: WorkingSide, words: GateWords): GateCheck {
  const { view, lens, posture } = framing;
  const { measure, placement } = drill;
  if (posture !== 'ok' || view === 'unknown') return unknown('view');
  if (view === 'good') return ok('view');
  const move = lens ? viewMove(measure.view, side, lens) : null;
  const todo = move ? words.view(move, isLying(drill)) : `${placement.where}.`;
  return view === 'poor'
    ? bad('view', { what: words.poor, todo })
    : { id: 'view', state: 'fair', advice: { what: words.fair, todo: words.better(todo) } };
}
