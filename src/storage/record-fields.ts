import type { Seconds, Side, WorkingSide } from '../instrument/geometry/units.ts';
import type { PhaseKind, RangeChannel, RuleId } from '../coach/drill-definition.ts';
import { parseIsoDay } from '../training/planning/civil-day.ts';
import type { EndReason } from '../coach/record/set-record.ts';
import type { Strictness } from '../coach/rules/rule-threshold.ts';
import { number, oneOf, text, that, type Check } from './check.ts';

// Checks of the single values of a record. What no Truehip can have written is refused: a text for a number, a day that the
// calendar does not have, more than a full turn. Figures that a Truehip may have written and that cannot be right are taken and
// marked (`coach/record/watched.ts`). docs/imports.md has the whole rule.

/** The clock of a source may count from 1970. */
export const seconds = number(0, 1e10);
/** A set may have been interrupted by a laptop that slept over some days. */
export const LONGEST_SET: Seconds = 7 * 86_400;
export const duration = number(0, LONGEST_SET);
/** At most a full turn either way. */
export const degrees = number(-360, 360);
/** The camera stands in a room. */
export const metres = number(-100, 100);
/** 0 to 1; a share summed up from frames may exceed 1 by a rounding error. */
export const share = number(0, 1 + 1e-6);
/** Degrees or metres. Wide, so that a set of an older version stays readable; what is too wide for a body is marked. */
export const standardDeviation = number(0, 3600);
export const name = text(1, 100);
export const words = text(0, 4000);

export const side = oneOf<Side>({ left: true, right: true });
export const workingSide = oneOf<WorkingSide>({ left: true, right: true, both: true });

const knownPhaseKind = oneOf<PhaseKind>({
  ready: true,
  neutral: true,
  turn: true,
  passive: true,
  pails: true,
  rails: true,
  sink: true,
  hold: true,
  reps: true,
  rest: true,
  guided: true,
});

/** Old sets have a phase `control` after the start, in which the person rolled the pelvis. It belongs to the start. */
export const phaseKind: Check<PhaseKind> = (value, inspection) =>
  value === 'control' ? 'neutral' : knownPhaseKind(value, inspection);

export const rangeChannel = oneOf<RangeChannel>({
  'hip-internal-rotation': true,
  'hip-flexion': true,
  'back-arch': true,
});

export const strictness = oneOf<Strictness>({ gentle: true, standard: true, strict: true });

export const ruleId = oneOf<RuleId>({
  'pelvis-twist': true,
  'pelvis-list': true,
  'pelvis-lift': true,
  'back-arch': true,
  'knee-chase': true,
  'trunk-lean': true,
  'isometric-drift': true,
  'back-round': true,
  'chest-drop': true,
  'trunk-turn': true,
  'knee-bend': true,
  'knee-lock': true,
  'toes-drop': true,
  'foot-moved': true,
  'shins-drop': true,
  'too-fast': true,
  grip: true,
  'hips-shift': true,
  'other-knee-shift': true,
  'past-limit': true,
});

export const endReason = oneOf<EndReason>({
  finished: true,
  stopped: true,
  pinch: true,
  pain: true,
  numb: true,
  'source-ended': true,
  interrupted: true,
  running: true,
});

const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Years that the clock of a computer shows. One that has lost the time begins at 1970. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2099;

/** A date and time with its time zone. Without one the order of sets would depend on the reader's time zone. */
export const moment: Check<string> = that(text(1, 40), (value) => {
  const day = value.slice(0, 10);
  if (!ISO_8601.test(value) || !Number.isFinite(Date.parse(value))) {
    return 'must be a date and time such as 2026-11-20T18:30:00Z';
  }
  if (parseIsoDay(day) === null) return `must be a day of the calendar, but ${day} is none`;
  const year = Number(day.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? null : `must be in a year from ${FIRST_YEAR} to ${LAST_YEAR}`;
});
