import { isDeepStrictEqual } from 'node:util';
import { groupKey, type DrillPool, type Group, type Pooled } from '../scoring/pool-scores.ts';
import { channelOf } from '../scoring/score-channels.ts';

/** The committed figures of an earlier run, and the comparison of a new run with them. A later run must not be worse. Pure. */

interface ReferenceGroup {
  /** Name → fingerprint of its truth. */
  clips: Readonly<Record<string, string>>;
  /** Kind → subject (a channel, a range, a rule, or another name that fits the kind) → value. */
  figures: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Drill and placement, `rulesKey` of a drill, or `EVERYTHING` → its figures. */
type Groups = Readonly<Record<string, ReferenceGroup>>;

export interface Reference {
  version: 1;
  /** By how much a figure of a kind may be worse, and why by so much. Degrees, metres, seconds, shares or a number. */
  tolerances: Readonly<Record<string, { allowed: number; why: string }>>;
  groups: Groups;
}

interface Comparison {
  /** One sentence a figure. */
  worse: readonly string[];
  /** How many are better by more than the tolerance, so that the reference could be renewed. */
  better: number;
  compared: number;
  /** Groups with other clips than the reference. */
  skipped: readonly string[];
}

/** The group of figures over all clips. */
export const EVERYTHING = 'all clips';

/** The group of the rules of a drill, over all placements. */
const rulesKey = (drill: string) => `rules of ${drill}`;

/** Subject of figures over all rules that the placement shows. */
const WATCHED = 'all-watched-rules';

/** A smaller figure of these kinds is the worse one; of all others a larger one. */
const LARGE_IS_GOOD = new Set(['in-band', 'coverage', 'f1', 'cue-precision']);

/** Decimals of a figure. */
const DIGITS = 4;

/** Allows a difference of exactly the tolerance in spite of floating-point rounding. */
const ROUNDING = 1e-9;

/** Kind, subject, value; null: it could not be measured. */
type Entry = readonly [kind: string, subject: string, value: number | null];

export const referenceOf = (pooled: Pooled, tolerances: Reference['tolerances']): Reference => ({
  version: 1,
  tolerances,
  groups: groupsOf(pooled),
});

/** The figures of a run that are compared. */
function groupsOf({ groups, drills, goals, events, all }: Pooled): Groups {
  const everything: readonly Entry[] = [
    ['f1', 'flags', events.f1],
    ['false-per-clean-minute', 'compensations', events.cleanFalsePerMinute],
    ['f1', WATCHED, all.f1],
    ['cue-precision', WATCHED, all.cuePrecision],
    ['wrong-cues-per-clean-minute', WATCHED, all.cleanWrongPerMinute],
  ];
  const run = drills.filter(({ clips }) => clips > 0);
  const goalOf = (drill: string) => goals.find((one) => one.drill === drill);
  const parts = [
    ...groups.map((group) => [groupKey(group), group.clips, groupFigures(group)] as const),
    ...run.map((one) => [rulesKey(one.drill), one.files, ruleFigures(one, goalOf(one.drill))] as const),
    [EVERYTHING, groups.flatMap(({ clips }) => clips), everything] as const,
  ];
  return Object.fromEntries(
    parts.map(([name, clips, entries]) => [
      name,
      {
        clips: Object.fromEntries(clips.map(({ clip, fingerprint }) => [clip, fingerprint])),
        figures: figuresOf(entries),
      },
    ]),
  );
}

function figuresOf(entries: readonly Entry[]): ReferenceGroup['figures'] {
  const figures: Record<string, Record<string, number>> = {};
  for (const [kind, subject, value] of entries)
    if (value !== null) figures[kind] = { ...figures[kind], [subject]: Number(value.toFixed(DIGITS)) };
  return figures;
}

function ruleFigures({ cleanReps, clips, phasesRight, rules, counts }: DrillPool, goal?: Pooled['goals'][number]) {
  return [
    ['unlike-truth', 'phases', clips - phasesRight],
    ['unlike-truth', 'repetitions', cleanReps.counted ? cleanReps.clips - cleanReps.exact : null],
    ['wrong-cues-per-clean-minute', WATCHED, counts.cleanWrongPerMinute],
    ...rules
      .filter(({ seen }) => seen)
      .flatMap(({ rule, counts: { f1, delay, cuePrecision, wrong } }): Entry[] => [
        ['f1', rule, f1],
        ['delay', rule, delay],
        ['cue-precision', rule, cuePrecision],
        ['wrong-cues', rule, wrong],
      ]),
    ['mean-error', 'the-angle-while-the-pelvis-cheats', goal?.cheating.mae ?? null],
    ['bias', 'the-clean-range', sizeOf(goal?.cleanBias)],
  ] satisfies Entry[];
}

function groupFigures({ channels, events, failed, ranges, reps, readsLegs }: Group) {
  // No screen of a side check shows a leg. From beside the person abduction lies along the line of sight, so the legs' angles
  // depend on the frame at which the start is held (lab/accuracy/README.md).
  const guarded = channels.filter(({ channel }) => readsLegs || !channelOf(channel).sided);
  return [
    ['not-run', 'clips that could not be run', failed],
    ...guarded.flatMap(channelFigures),
    ['range', 'clean', ranges.clean],
    ['range', 'gross', ranges.gross],
    ['range', 'borrowed', ranges.borrowed],
    ['missed', 'compensations', events.missed],
    ['extra', 'flags', events.false],
    ['delay', 'flags', events.delay],
    ['missed', 'repetitions', reps.true - reps.found],
    ['extra', 'repetitions', reps.extra],
    ['rep-amplitude', 'repetitions', reps.amplitude],
    ['rep-hold', 'repetitions', reps.hold],
  ] satisfies Entry[];
}

function channelFigures({
  channel,
  score: { mae, bias, limits, inBand, coverage },
}: Group['channels'][number]): Entry[] {
  const unit = channelOf(channel).unit === 'm' ? '-metres' : '';
  return [
    [`mean-error${unit}`, channel, mae],
    [`bias${unit}`, channel, sizeOf(bias)],
    [`limits${unit}`, channel, limits && (limits.high - limits.low) / 2],
    ['in-band', channel, inBand],
    ['coverage', channel, coverage],
  ];
}

const sizeOf = (bias: number | null | undefined) => (bias == null ? null : Math.abs(bias));

/** Compares each group whose clips are the same as in the reference; figures of other clips cannot be compared. */
export function compareWithReference(pooled: Pooled, { groups, tolerances }: Reference): Comparison {
  const now = groupsOf(pooled);
  const isSame = ([name, { clips }]: readonly [string, ReferenceGroup]) => isDeepStrictEqual(now[name]?.clips, clips);
  const judged = Object.entries(groups)
    .filter(isSame)
    .flatMap(([name, { figures }]) =>
      Object.entries(figures).flatMap(([kind, subjects]) =>
        Object.entries(subjects).map(([subject, value]) =>
          judge(`${name}: ${kind} of ${subject}`, kind, {
            old: value,
            now: now[name]?.figures[kind]?.[subject] ?? null,
            allowed: tolerances[kind]?.allowed ?? 0,
          }),
        ),
      ),
    );
  return {
    worse: judged.flatMap(({ by, sentence }) => (by > ROUNDING ? [sentence] : [])),
    better: judged.filter(({ by, allowed }) => by < -2 * allowed - ROUNDING).length,
    compared: judged.length,
    skipped: Object.entries(groups)
      .filter((group) => !isSame(group))
      .map(([name]) => name),
  };
}

/** @returns `by`: how much more than allowed it is worse */
function judge(
  what: string,
  kind: string,
  { old, now, allowed }: { old: number; now: number | null; allowed: number },
) {
  if (now === null) return { by: Infinity, allowed, sentence: `${what} was ${old} and is no longer measured.` };
  const worse = LARGE_IS_GOOD.has(kind) ? old - now : now - old;
  const sentence = `${what} is ${now} and was ${old}; ${allowed} worse would be allowed.`;
  return { by: worse - allowed, allowed, sentence };
}

/** @param name of the reference */
export function comparisonLines({ worse, better, compared, skipped }: Comparison, name: string): readonly string[] {
  if (compared === 0) return [`Not compared with ${name}: it was made with other clips.`];
  return [
    `Compared with ${name}: ${compared} figures, ${worse.length} worse by more than the tolerance.`,
    ...worse.map((sentence) => `  ${sentence}`),
    ...(better > 0
      ? [`Better by more than the tolerance: ${better}; --write-reference would hold later runs to them.`]
      : []),
    ...(skipped.length > 0 ? [`Not compared, because of other clips: ${skipped.join('; ')}.`] : []),
  ];
}
