import type { Side, WorkingSide } from '../instrument/geometry/units.ts';
import type { PhaseKind, RangeChannel, RuleId } from '../coach/drill-definition.ts';
import type { ControlRecord, EndReason } from '../coach/record/set-record.ts';
import type { Strictness } from '../coach/rules/rule-threshold.ts';
import { number, object, oneOf, text, that, type Check } from './check.ts';

// Checks of the single values of a record. The ranges are wide on purpose: they reject nonsense (a text, an infinity),
// but never a value that was really measured.

/** The clock of a source may count from 1970. */
export const seconds = number(0, 1e10);
export const degrees = number(-3600, 3600);
export const metres = number(-1000, 1000);
/** 0 to 1; a share summed up from frames may exceed 1 by a rounding error. */
export const share = number(0, 1 + 1e-6);
export const standardDeviation = number(0, 1e6);
export const name = text(1, 100);
export const words = text(0, 4000);

export const side = oneOf<Side>({ left: true, right: true });
export const workingSide = oneOf<WorkingSide>({ left: true, right: true, both: true });

export const phaseKind = oneOf<PhaseKind>({
  ready: true,
  neutral: true,
  control: true,
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

/** A date and time with its time zone. Without one the order of sets would depend on the reader's time zone. */
export const moment: Check<string> = that(text(1, 40), (value) =>
  ISO_8601.test(value) && Number.isFinite(Date.parse(value))
    ? null
    : 'must be a date and time such as 2026-11-20T18:30:00Z',
);

/** What a positive control of the pelvis showed. */
export const controlRecord = object<ControlRecord>({
  side: workingSide,
  response: oneOf<ControlRecord['response']>({ none: true, weak: true, good: true, 'not-done': true }),
  gain: share,
  noise: standardDeviation,
});
