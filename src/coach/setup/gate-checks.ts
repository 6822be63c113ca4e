import type { Reading, StartDifference } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { Degrees, WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { type Advice, cutMove, type GateWords, viewMove } from './gate-words.ts';

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
    ...phoneCheck(reading, drill, words),
  ];
}

/**
 * The first check that does not pass; null: all pass. A wrong place of the laptop comes before a wrong posture, because
 * from there the posture cannot be judged.
 */
export const firstBad = (checks: readonly GateCheck[]): GateCheck | null => {
  const failing = checks.filter(({ state }) => state === 'bad');
  const place = failing.find(({ id }) => id === 'view');
  const [first] = failing;
  if (first?.id === 'posture' && place) return place;
  return first ?? checks.find(({ state }) => state === 'unknown') ?? null;
};

/** A person who is found but reaches beyond the picture is told about the picture first: the light can wait. */
function lightCheck(reading: Reading, words: GateWords): GateCheck {
  const { light, person } = reading;
  const advice = light.problem ?? light.remark;
  if (!advice) return ok('light');
  const blocks = light.problem ? !(person.seen && isCutOff(reading)) : false;
  return { id: 'light', state: blocks ? 'bad' : 'fair', advice: words.light[advice] };
}

/** A part of the body but the head lies beyond an edge of the picture. */
function isCutOff({ framing, landmarks, width, height }: Reading): boolean {
  const missing = framing.missing.filter((part) => part !== 'head');
  return missing.length > 0 && landmarks !== null && cutMove(missing, landmarks, width, height).kind !== 'clear';
}

const isPersonReason = (reason: Reason, words: GateWords): reason is keyof GateWords['person'] =>
  Object.hasOwn(words.person, reason);

/** A person who is too near or too far is left to the body check. */
function personCheck({ person, people, framing }: Reading, words: GateWords, several: boolean): GateCheck {
  const count = people?.people ?? 1;
  if (count === 2) return bad('person', words.two);
  if (count > 2 || several) return bad('person', words.several);
  // A picture on the wall cannot leave and is rarely measured, so it is reported but does not block the start.
  if (people && people.still > 0) return { id: 'person', state: 'fair', advice: words.looksLikePerson };
  if (isStrange(person) && framing.difference) return ok('person');
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

/** Only where a phone is used. It comes last: the guided move is asked for in the start position. */
function phoneCheck(
  { phone, framing, person }: Reading,
  { pose }: DrillDefinition,
  { phone: words }: GateWords,
): readonly GateCheck[] {
  if (!phone || !words) return [];
  if (phone.state === 'ready') return [ok('phone')];
  // A table, or a sensor that hangs, counts as silent once the phone was on the body.
  if (phone.problem === 'table') return [bad('phone', words.problem.table)];
  if (phone.state === 'slid' || phone.state === 'silent') return [bad('phone', words[phone.state])];
  if (phone.problem !== null) return [bad('phone', words.problem[phone.problem])];
  if (!framing.ready || !person.seen) return [unknown('phone')];
  return [bad('phone', phone.state === 'asks-move' ? words.move : words.still[pose ?? 'lying'])];
}

/** The checks of a set that goes on without its phone, which could not be made ready in time. */
export const withoutPhone = (checks: readonly GateCheck[], { phone }: GateWords): readonly GateCheck[] =>
  checks.map((check) =>
    check.id === 'phone' && check.state !== 'ok'
      ? { id: 'phone', state: 'fair', advice: phone?.unused ?? null }
      : check,
  );

/** Largest difference of each angle between both legs' starts up to which the start looks the same for both sides. */
const SAME_LEGS: Degrees = 10;

/** Whether the start position is about the same for both sides, so that only the place of the laptop tells them apart. */
function hasSameStart({ measure: { posture } }: DrillDefinition): boolean {
  const { working, other } = posture;
  return (['flexion', 'abduction', 'internalRotation', 'knee'] as const).every(
    (angle) => Math.abs(working[angle] - other[angle]) <= SAME_LEGS,
  );
}

/** Whether the laptop stands elsewhere for the other side. In front of the person, or behind, there is no wrong side. */
const hasOwnPlace = ({ measure: { view } }: DrillDefinition): boolean => view.recommended % 180 !== 0;

function postureCheck(
  { framing, referencePose, person }: Reading,
  drill: DrillDefinition,
  words: GateWords,
): GateCheck {
  const { steps } = drill;
  if (isStrange(person) && framing.difference) return bad('posture', postureAdvice(framing.difference, '', words));
  if (!person.seen || framing.posture === 'unknown') return unknown('posture');
  const problem = referencePose.kind === 'holding' ? referencePose.problem : null;
  if (problem === 'already-stretched') return bad('posture', words.stretched);
  if (framing.problem === 'back-rounded') return bad('posture', words.rounded);
  if (framing.posture === 'wrong' && framing.otherSide) {
    if (!hasSameStart(drill)) return bad('posture', words.otherSide);
    if (hasOwnPlace(drill)) return unknown('posture');
  }
  if (framing.posture !== 'wrong' && problem !== 'wrong-posture') return ok('posture');
  return bad('posture', postureAdvice(framing.difference ?? null, steps[0] ?? '', words));
}

/** The clothes or the room are so dark that a start position may be there and not be seen. */
export const isHardToSee = ({ light }: Reading): boolean =>
  light.darkClothes || (light.problem ?? light.remark) !== null;

/** The checks with what helps against dark clothes, after where to lie. */
export const withClothes = (checks: readonly GateCheck[], { darkClothes }: GateWords): readonly GateCheck[] =>
  checks.map((check) =>
    check.id === 'posture' && check.state === 'bad' && check.advice
      ? { ...check, advice: { ...check.advice, todo: `${check.advice.todo} ${darkClothes}` } }
      : check,
  );

/** A body out of proportion, which may be a limb that points at the lens. */
const isStrange = (person: Reading['person']): boolean => !person.seen && person.reason === 'implausible-body';

/** @param step the start position, from the drill */
function postureAdvice(difference: StartDifference | null, step: string, words: GateWords): Advice {
  switch (difference?.kind) {
    case 'hips-up':
      return words.start.hipsUp;
    case 'not-lying':
      return { what: words.start.notLying, todo: step };
    case 'legs-not-planted':
      return difference.leg ? words.start.leg[difference.leg] : { what: words.start.legs, todo: step };
    case 'bent-forward':
      return words.start.bentForward;
    case 'leg-stretched':
      return words.start.legStretched[difference.leg ?? 'left'];
    case 'upside-down':
      return words.start.upsideDown;
    case undefined:
      return { what: words.posture, todo: step };
  }
}

function viewCheck({ framing }: Reading, drill: DrillDefinition, side: WorkingSide, words: GateWords): GateCheck {
  const { view, posture } = framing;
  const { measure, placement } = drill;
  // The start for the other side in the same position: the laptop stands on the wrong side, or the picture is mirrored.
  const isElsewhere = hasSameStart(drill) && hasOwnPlace(drill);
  const mirrored = framing.otherSide && isElsewhere && view !== 'good' && view !== 'fair';
  if (!mirrored && (posture !== 'ok' || view === 'unknown')) return unknown('view');
  const knee = framing.kneeProblem ? words.knee[framing.kneeProblem] : null;
  if (framing.withoutNumber && knee)
    return { id: 'view', state: 'fair', advice: { what: words.withoutNumber, todo: words.better(knee.todo) } };
  if (knee) return bad('view', knee);
  if (view === 'good') return ok('view');
  const lens = framing.lens ?? (mirrored ? framing.otherSide : null);
  const move = lens ? viewMove(measure.view, side, lens) : null;
  const todo = move ? words.view(move, isLying(drill)) : `${placement.where}.`;
  if (mirrored) return bad('view', { what: words.fromOtherSide, todo: `${todo} ${words.mirrored}` });
  return view === 'poor'
    ? bad('view', { what: words.poor, todo })
    : {
        id: 'view',
        state: 'fair',
        advice: { what: framing.withoutNumber ? words.withoutNumber : words.fair, todo: words.better(todo) },
      };
}
