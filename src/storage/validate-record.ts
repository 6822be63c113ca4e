import type { BySide, Estimate, Share } from '../instrument/geometry/units.ts';
import type { Preset } from '../coach/drill-definition.ts';
import type {
  AfterSet,
  AwayRecord,
  EndTime,
  FlagRecord,
  FrameRecord,
  LegByPhone,
  PhaseRecord,
  PhaseSummary,
  RangeSummary,
  RecordEngine,
  RecordReferencePose,
  RecordSource,
  ReferencePoseRecord,
  RepRecord,
  SetNote,
  SetRecord,
  SetSummary,
  Unspoken,
} from '../coach/record/set-record.ts';
import {
  always,
  INVALID,
  absentAs,
  boolean,
  inspect,
  integer,
  list,
  mended,
  nullable,
  number,
  object,
  oneOf,
  optional,
  pair,
  table,
  text,
  that,
  type Check,
  type Validation,
} from './check.ts';
import {
  degrees,
  duration,
  endReason,
  LONGEST_SET,
  metres,
  moment,
  name,
  phaseKind,
  rangeChannel,
  ruleId,
  seconds,
  share,
  side,
  standardDeviation,
  strictness,
  words,
  workingSide,
} from './record-fields.ts';
import type { SetRow } from './schema.ts';
import type { SetHeader } from './storage-contract.ts';

/** Old records also name networks that located the legs; there are none any more. */
const networksOut = mended(list(oneOf<'legs' | 'pelvis'>({ legs: true, pelvis: true }), 2), (names) =>
  names.filter((one) => one === 'pelvis'),
);

/** Old sets in which the pelvis did not answer when it was rolled have a reason of their own. */
const reasonIn = (check: Check<string>): Check<string> =>
  mended(check, (reason) => (reason === 'pelvis-no-response' ? 'pelvis-hidden' : reason));

const forwards = <T extends { readonly start: number; readonly end: number }>(check: Check<T>): Check<T> =>
  that(check, ({ start, end }) => (start <= end ? null : `must not end (${end}) before it starts (${start})`));

const phase = forwards(
  object<PhaseRecord>({
    kind: phaseKind,
    round: integer(0, 1000),
    side: workingSide,
    start: seconds,
    end: seconds,
    step: optional(name),
    leg: optional(object<LegByPhone>({ value: degrees, sd: standardDeviation, askew: optional(always) })),
    counted: optional(integer(1, 1e6)),
  }),
);

const unspoken = oneOf<Unspoken>({
  'said-before': true,
  'voice-busy': true,
  'something-first': true,
  'phase-ending': true,
  'being-corrected': true,
  brief: true,
});

/** In the unit of the channel: metres, degrees, or degrees a second. */
const peak = number(-3600, 3600);

const flag = that(
  forwards(
    object<FlagRecord>({
      rule: ruleId,
      start: seconds,
      end: seconds,
      peak,
      severity: oneOf<FlagRecord['severity']>({ amber: true, red: true }),
      spoken: boolean,
      cue: words,
      phase: nullable(phaseKind),
      onset: seconds,
      rough: optional(always),
      unspoken: optional(unspoken),
    }),
  ),
  ({ onset, start }) => (onset <= start ? null : `must not have its onset (${onset}) after its start (${start})`),
);

/** A repetition. Times out of order are corrected, so that the set is not refused. */
const rep = mended(
  object<RepRecord>({
    start: seconds,
    turn: seconds,
    end: seconds,
    amplitude: nullable(degrees),
    holdInternal: duration,
    holdExternal: duration,
    good: boolean,
    why: nullable(words),
    step: optional(name),
  }),
  (value) => {
    const end = Math.max(value.start, value.end);
    return { ...value, end, turn: Math.min(end, Math.max(value.start, value.turn)) };
  },
);

export const viewFields = {
  view: oneOf<RecordReferencePose['view']>({ good: true, fair: true, poor: true }),
  azimuth: degrees,
  lookingDown: degrees,
  distance: metres,
  lensHeight: metres,
};

const referencePoseFields = { at: seconds, ...viewFields };

const referencePose = object<ReferencePoseRecord>({
  ...referencePoseFields,
  side: workingSide,
  refuted: optional(boolean),
  noise: optional(table(number(0, 3600), 100)),
  pelvisModel: optional(name),
});

/** The preset of a past set, not bound by today's limits. */
const donePreset = object<Preset>({
  passive: duration,
  pailsRamp: duration,
  pailsHold: duration,
  rails: duration,
  sink: duration,
  rest: duration,
  rounds: integer(0, 1000),
  reps: integer(0, 1e6),
  effort: pair<Share>(number(0, 1)),
});

const RECORD_VERSION = 1;

/** A little more than two hours at 25 frames per second. */
const MOST_FRAMES = 200_000;
const MOST_EVENTS = 20_000;
/** A set has fifty rounds at most, of ten phases for each side. */
const MOST_PHASES = 2000;

/** Requires a list in order of time; `field` is the time. */
const inOrder = <K extends string, T extends { readonly [key in K]: number }>(
  check: Check<readonly T[]>,
  field: K,
): Check<readonly T[]> =>
  that(check, (items) => {
    const late = items.findIndex((item, index) => index > 0 && item[field] < (items[index - 1]?.[field] ?? 0));
    return late < 0 ? null : `must be in order of time, but [${late}].${field} is earlier than the one before`;
  });

/** What older versions took in a frame. */
const wide = number(-3600, 3600);
const wideEstimate = object<Estimate<number>>({ value: wide, sd: number(0, 1e6) });

/** Turns a value beyond the limits into null: of a single reading it says no more than that nothing was seen. */
const within = <T>(limits: Check<T>, form: Check<T>): Check<T | null> =>
  mended<T | null>(nullable(form), (value) => (inspect(value, limits).ok ? value : null));

const angle = within(object<Estimate<number>>({ value: degrees, sd: standardDeviation }), wideEstimate);
const length = within(object<Estimate<number>>({ value: metres, sd: standardDeviation }), wideEstimate);
const seenDegrees = within(degrees, wide);
const angles = object<BySide<Estimate<number> | null>>({ left: angle, right: angle });

const frame = object<FrameRecord>({
  t: seconds,
  phase: nullable(phaseKind),
  valid: boolean,
  reasons: list(name, 50),
  unseen: optional(table(reasonIn(name), 50)),
  hipInternalRotation: angles,
  lent: optional(object<BySide<number | null>>({ left: seenDegrees, right: seenDegrees })),
  hipFlexion: angles,
  hipAbduction: angles,
  kneeFlexion: angles,
  pelvis: object<FrameRecord['pelvis']>({ twist: angle, obliquity: angle, tilt: angle, lift: length }),
  both: optional(
    object<NonNullable<FrameRecord['both']>>({
      phone: object<NonNullable<FrameRecord['both']>['phone']>({
        twist: seenDegrees,
        obliquity: seenDegrees,
        tilt: seenDegrees,
      }),
      camera: object<NonNullable<FrameRecord['both']>['camera']>({ twist: degrees, obliquity: degrees, tilt: degrees }),
    }),
  ),
  trunkLean: angle,
  kneeChase: angle,
  lumbarExtension: angle,
  form: optional(
    object<NonNullable<FrameRecord['form']>>({
      shinDrop: optional(angle),
      footShift: optional(length),
      hipsShift: optional(length),
      otherKneeShift: optional(length),
    }),
  ),
  figure: optional(
    that(list(integer(-100_000, 100_000), 16), (points) =>
      points.length === 16 ? null : 'must have two numbers for each of the eight joints',
    ),
  ),
});

const rangeFields = {
  side,
  of: optional(rangeChannel),
  round: integer(0, 1000),
  clean: nullable(degrees),
  possible: optional(degrees),
  borrowed: nullable(degrees),
  borrowedAtLeast: boolean,
  gross: nullable(degrees),
  sd: nullable(standardDeviation),
  endRange: nullable(degrees),
  coverage: share,
  pelvisWatched: share,
  away: optional(share),
};

const summary = that(
  object<SetSummary>({
    sets: list(object<RangeSummary>(rangeFields), MOST_PHASES),
    phases: list(
      forwards(object<PhaseSummary>({ ...rangeFields, kind: phaseKind, start: seconds, end: seconds })),
      MOST_PHASES,
    ),
    repsGood: integer(0, 1e6),
    repsAll: integer(0, 1e6),
    endTimes: optional(list(object<EndTime>({ side, seconds: duration }), 2)),
    watched: optional(nullable(share)),
    muted: list(object<SetSummary['muted'][number]>({ rule: ruleId, reason: reasonIn(words) }), 100),
  }),
  ({ repsGood, repsAll }) => (repsGood <= repsAll ? null : 'must not count more good repetitions than repetitions'),
);

const tenth = nullable(integer(0, 10));

/** Characters, about a page, so that notes cannot fill the disk. */
const LONGEST_NOTE = 4000;

const setNote = object<SetNote>({ text: text(0, LONGEST_NOTE), at: moment });

const afterSet = object<AfterSet>({
  effort: tenth,
  pain: tenth,
  back: optional(oneOf<NonNullable<AfterSet['back']>>({ still: true, moved: true, unsure: true })),
  side: optional(workingSide),
  morning: optional(oneOf<NonNullable<AfterSet['morning']>>({ same: true, more: true, much: true })),
});

/** Version of a record, and of a file with several. */
export const version: Check<1> = (value, inspection) => {
  if (value === RECORD_VERSION) return RECORD_VERSION;
  return typeof value === 'number' && value > RECORD_VERSION
    ? inspection.reject(
        `is ${value}: written by a newer Truehip. This one reads version ${RECORD_VERSION}; reload to update it`,
      )
    : inspection.mismatch(`${RECORD_VERSION}`, value);
};

const awayTime = forwards(
  object<AwayRecord>({
    kind: oneOf<AwayRecord['kind']>({
      'hips-up': true,
      'trunk-up': true,
      rolled: true,
      'leg-straight': true,
      'moved-away': true,
      'out-of-stretch': true,
      unclear: true,
    }),
    start: seconds,
    end: seconds,
    phase: phaseKind,
  }),
);

const headerFields = {
  version,
  id: name,
  startedAt: nullable(moment),
  drill: name,
  variant: nullable(name),
  side: workingSide,
  goal: name,
  placement: words,
  zero: table(oneOf<'neutral' | 'absolute'>({ neutral: true, absolute: true }), 100),
  source: object<RecordSource>({
    kind: oneOf<RecordSource['kind']>({ clip: true, camera: true, demo: true, file: true, none: true }),
    fps: nullable(number(0, 10_000)),
    frames: integer(0, 1e9),
    every: optional(integer(1, 1000)),
    shownAgain: optional(number(0, 60)),
    width: integer(0, 100_000),
    height: integer(0, 100_000),
  }),
  engine: object<RecordEngine>({ model: words, backend: words, why: words, version: words }),
  // A newer instrument than this app's is taken: its sets are shown, and compared among themselves only.
  instrument: optional(integer(1, 1e6)),
  neutral: nullable(object<RecordReferencePose>(referencePoseFields)),
  neutrals: absentAs([], list(referencePose, MOST_PHASES)),
  phases: inOrder(list(phase, MOST_PHASES), 'start'),
  flags: list(flag, MOST_EVENTS),
  reps: list(rep, MOST_EVENTS),
  summary,
  range: optional(rangeChannel),
  ended: endReason,
  preset: optional(donePreset),
  after: optional(afterSet),
  language: optional(name),
  strictness: optional(strictness),
  note: optional(setNote),
  away: optional(list(awayTime, MOST_EVENTS)),
  networksOut: optional(networksOut),
  phone: optional(always),
};

/** Checks the version first. Of an unknown version no other fault is reported, since it could be misleading. */
const knownVersion =
  <T>(check: Check<T>): Check<T> =>
  (value, inspection) => {
    const known = object<{ version: 1 }>({ version })(value, inspection);
    return known === INVALID ? INVALID : check(value, inspection);
  };

/** Requires that everything in a set happened within `LONGEST_SET`. */
const withinOneSet = <T extends SetHeader & { readonly frames?: readonly FrameRecord[] }>(check: Check<T>): Check<T> =>
  that(check, ({ phases, flags, reps, neutrals, away = [], frames = [] }) => {
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (const { start, end } of [...phases, ...flags, ...reps, ...away]) {
      first = Math.min(first, start);
      last = Math.max(last, end);
    }
    for (const time of [
      ...neutrals.map(({ at }) => at),
      ...[...frames.slice(0, 1), ...frames.slice(-1)].map(({ t }) => t),
    ]) {
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
    return last - first <= LONGEST_SET
      ? null
      : `must not last longer than a week, but lasts ${Math.round(last - first)} s`;
  });

/** Fills `neutrals` of a set of an older version, which had only the field `neutral`. */
const withReferencePoses = <T extends SetHeader>(set: T): T => {
  if (set.neutral === null || set.neutrals.length > 0) return set;
  const heldFor = set.phases.find(({ kind }) => kind === 'neutral')?.side ?? set.side;
  return { ...set, neutrals: [{ ...set.neutral, side: heldFor }] };
};

export const record: Check<SetRecord> = knownVersion(
  mended(
    withinOneSet(object<SetRecord>({ ...headerFields, frames: inOrder(list(frame, MOST_FRAMES), 't') })),
    withReferencePoses,
  ),
);

const header: Check<SetHeader> = knownVersion(
  mended(withinOneSet(object<SetHeader>(headerFields)), withReferencePoses),
);

export const validateRecord = (value: unknown): Validation<SetRecord> => inspect(value, record);

/** Frames that are checked before the page has its turn: some hundredths of a second. */
const FRAMES_A_TURN = 1000;

/**
 * The same for a stored set without holding up the page. What is wrong is looked for at once.
 * @param turn resolves when the page has had its turn
 */
export async function validateInTurns(
  head: object,
  frames: readonly unknown[],
  turn: () => Promise<void>,
): Promise<Validation<SetRecord>> {
  const start = validateRecord({ ...head, frames: [] });
  const good: FrameRecord[] = [];
  for (const one of start.ok ? frames : []) {
    const seen = inspect(one, frame);
    if (!seen.ok) break;
    if (good.push(seen.value) % FRAMES_A_TURN === 0) await turn();
  }
  const all = start.ok && good.length === frames.length ? { ...start.value, frames: good } : null;
  const isWhole = all !== null && good.length <= MOST_FRAMES && inspect(all, checkedFrames).ok;
  return isWhole ? { ok: true, value: all } : validateRecord({ ...head, frames });
}

/** What a record must fulfil whose parts are good. */
const checkedFrames: Check<SetRecord> = withinOneSet((value, inspection) => {
  const { frames } = value as SetRecord;
  const inTime = inspection.at(
    'frames',
    frames,
    inOrder<'t', FrameRecord>(() => frames, 't'),
  );
  return inTime === INVALID ? INVALID : (value as SetRecord);
});

/** The parts of a stored row that the list of sets needs. */
export const validateRow = (value: unknown): Validation<Pick<SetRow, 'head' | 'frames'>> =>
  inspect(value, object<Pick<SetRow, 'head' | 'frames'>>({ frames: integer(0, MOST_FRAMES), head: header }));
