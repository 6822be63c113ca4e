import fc from 'fast-check';
import type { PhaseKind } from '../../src/coach/drill-definition.ts';
import type {
  FlagRecord,
  FrameRecord,
  PhaseRecord,
  RangeSummary,
  RecordReferencePose,
  ReferencePoseRecord,
  SetRecord,
} from '../../src/coach/record/set-record.ts';
import { LONGEST_SET } from '../../src/storage/record-fields.ts';
import { makeRecord } from './make-record.ts';

const noMinusZero = (value: number): number => (value === 0 ? 0 : value);

const numberIn = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map(noMinusZero);

/** Within one set. */
const seconds = numberIn(0, LONGEST_SET);
const estimate = fc.option(fc.record({ value: numberIn(-100, 100), sd: numberIn(0, 180) }));
const angles = fc.record({ left: estimate, right: estimate });
/** Any text, including quotes, escapes, lone surrogates and other scripts. */
const words = fc.string({ unit: 'binary', maxLength: 60 });
const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 50 });
const phaseKind = fc.constantFrom<PhaseKind>('ready', 'neutral', 'passive', 'pails', 'rails', 'reps', 'rest');
const workingSide = fc.constantFrom('left', 'right', 'both');
const stretch = fc.tuple(seconds, seconds).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const frame: fc.Arbitrary<FrameRecord> = fc.record({
  t: seconds,
  phase: fc.option(phaseKind),
  valid: fc.boolean(),
  reasons: fc.array(name, { maxLength: 3 }),
  hipInternalRotation: angles,
  hipFlexion: angles,
  hipAbduction: angles,
  kneeFlexion: angles,
  pelvis: fc.record({ twist: estimate, obliquity: estimate, tilt: estimate, lift: estimate }),
  trunkLean: estimate,
  kneeChase: estimate,
  lumbarExtension: estimate,
  form: fc.option(fc.record({ shinDrop: estimate, footShift: estimate }), {
    nil: undefined,
  }),
});

const phase: fc.Arbitrary<PhaseRecord> = fc
  .tuple(stretch, fc.record({ kind: phaseKind, round: fc.nat(1000), side: workingSide }))
  .map(([times, rest]) => ({ ...rest, ...times }));

const flag: fc.Arbitrary<FlagRecord> = fc
  .tuple(
    stretch,
    fc.record({
      rule: fc.constantFrom('pelvis-twist', 'pelvis-lift', 'knee-chase'),
      peak: numberIn(-90, 90),
      severity: fc.constantFrom('amber', 'red'),
      spoken: fc.boolean(),
      cue: words,
      phase: fc.option(phaseKind),
    }),
    numberIn(0, 1),
  )
  .map(([times, rest, before]) => ({ ...rest, ...times, onset: times.start * before }));

const referencePose: fc.Arbitrary<ReferencePoseRecord> = fc.record({
  side: workingSide,
  at: seconds,
  view: fc.constantFrom('good', 'fair', 'poor'),
  azimuth: numberIn(0, 360),
  lookingDown: numberIn(-90, 90),
  distance: numberIn(0, 10),
  lensHeight: numberIn(-2, 3),
});

/** The reference pose in the field `neutral`, beside the list `neutrals`. */
const firstOf = (referencePoses: readonly ReferencePoseRecord[]): RecordReferencePose | null => {
  const { side: _side, ...first } = referencePoses[0] ?? { side: null };
  return 'at' in first ? first : null;
};

const range: fc.Arbitrary<RangeSummary> = fc.record({
  side: fc.constantFrom('left', 'right'),
  round: fc.nat(1000),
  clean: fc.option(numberIn(-90, 90)),
  borrowed: fc.option(numberIn(-90, 90)),
  borrowedAtLeast: fc.boolean(),
  gross: fc.option(numberIn(-90, 90)),
  sd: fc.option(numberIn(0, 90)),
  endRange: fc.option(numberIn(-90, 90)),
  coverage: numberIn(0, 1),
  pelvisWatched: numberIn(0, 1),
});

const sortedBy =
  <K extends string>(field: K) =>
  <T extends { readonly [key in K]: number }>(items: readonly T[]): readonly T[] =>
    items.toSorted((a, b) => a[field] - b[field]);

const tenth = fc.option(fc.nat(10));

/** Any valid finished set. */
export const recordArbitrary: fc.Arbitrary<SetRecord> = fc
  .record({
    id: fc.uuid(),
    startedAt: fc.option(
      fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
    ),
    drill: name,
    variant: fc.option(name),
    side: workingSide,
    goal: name,
    placement: words,
    neutrals: fc.array(referencePose, { maxLength: 3 }),
    phases: fc.array(phase, { maxLength: 6 }).map(sortedBy('start')),
    frames: fc.array(frame, { maxLength: 12 }).map(sortedBy('t')),
    flags: fc.array(flag, { maxLength: 4 }),
    sets: fc.array(range, { maxLength: 3 }),
    ended: fc.constantFrom('finished', 'stopped', 'pinch', 'interrupted', 'source-ended'),
    after: fc.option(
      fc.record({
        effort: tenth,
        pain: tenth,
        back: fc.constantFrom('still' as const, 'moved' as const, 'unsure' as const, undefined),
        morning: fc.constantFrom('same' as const, 'more' as const, 'much' as const, undefined),
      }),
      { nil: undefined },
    ),
  })
  .map(({ sets, ...fields }) =>
    makeRecord({
      ...fields,
      neutral: firstOf(fields.neutrals),
      summary: { sets, phases: [], repsGood: 0, repsAll: 0, muted: [] },
    }),
  );
