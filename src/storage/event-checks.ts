import type { Share } from '../instrument/geometry/units.ts';
import type { Preset } from '../coach/drill-definition.ts';
import type {
  FlagRecord,
  ReferencePoseRecord,
  PhaseRecord,
  RecordReferencePose,
  RepRecord,
} from '../coach/record/set-record.ts';
import {
  INVALID,
  absentAs,
  boolean,
  integer,
  mended,
  nullable,
  number,
  object,
  oneOf,
  table,
  that,
  type Check,
} from './check.ts';
import { degrees, metres, name, phaseKind, ruleId, seconds, words, workingSide } from './record-fields.ts';

/** Start and end of a stretch; equal is fine, backwards is not. */
export const forwards = <T extends { readonly start: number; readonly end: number }>(check: Check<T>): Check<T> =>
  that(check, ({ start, end }) => (start <= end ? null : `must not end (${end}) before it starts (${start})`));

export const phase = forwards(
  object<PhaseRecord>({
    kind: phaseKind,
    round: integer(0, 1000),
    side: workingSide,
    start: seconds,
    end: seconds,
  }),
);

export const flag = that(
  forwards(
    object<FlagRecord>({
      rule: ruleId,
      start: seconds,
      end: seconds,
      peak: degrees,
      severity: oneOf<FlagRecord['severity']>({ amber: true, red: true }),
      spoken: boolean,
      cue: words,
      phase: nullable(phaseKind),
      onset: seconds,
    }),
  ),
  ({ onset, start }) => (onset <= start ? null : `must not have its onset (${onset}) after its start (${start})`),
);

/** A repetition whose three moments contradict each other is put in order: a whole set is not given up for it. */
export const rep = mended(
  object<RepRecord>({
    start: seconds,
    turn: seconds,
    end: seconds,
    amplitude: degrees,
    holdInternal: seconds,
    holdExternal: seconds,
    good: boolean,
    why: nullable(words),
    step: absentAs<string | undefined>(undefined, name),
  }),
  (value) => {
    const end = Math.max(value.start, value.end);
    return { ...value, end, turn: Math.min(end, Math.max(value.start, value.turn)) };
  },
);

export const referencePoseFields = {
  at: seconds,
  view: oneOf<RecordReferencePose['view']>({ good: true, fair: true, poor: true }),
  azimuth: degrees,
  lookingDown: degrees,
  distance: metres,
  lensHeight: metres,
};

export const referencePose = object<ReferencePoseRecord>({
  ...referencePoseFields,
  side: workingSide,
  refuted: absentAs<boolean | undefined>(undefined, boolean),
  noise: absentAs<ReferencePoseRecord['noise']>(undefined, table(number(0, 1e6), 100)),
  pelvisModel: absentAs<string | undefined>(undefined, name),
});

const share: Check<Share> = number(0, 1);

const effort: Check<Preset['effort']> = (value, inspection) => {
  if (!Array.isArray(value) || value.length !== 2) return inspection.mismatch('a pair', value);
  const low = inspection.at(0, value[0], share);
  const high = inspection.at(1, value[1], share);
  return low === INVALID || high === INVALID ? INVALID : [low, high];
};

/** The numbers that a set was done by, whatever a person may choose today. */
export const donePreset = object<Preset>({
  passive: seconds,
  pailsRamp: seconds,
  pailsHold: seconds,
  rails: seconds,
  sink: seconds,
  rest: seconds,
  rounds: integer(0, 1000),
  reps: integer(0, 1e6),
  effort,
});
