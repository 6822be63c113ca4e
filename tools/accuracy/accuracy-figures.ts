import { channelOf } from '../scoring/score-channels.ts';
import { groupKey, type DrillPool, type Group, type Pooled } from '../scoring/pool-scores.ts';

/** The figures of a run that are compared with the committed reference. A later run must not be worse. */

export type FigureKind = keyof typeof KINDS;

export interface Figure {
  /** Drill and placement, `rulesKey` of a drill, or `EVERYTHING`. */
  group: string;
  kind: FigureKind;
  /** A channel, a range, a rule, or another name that fits the kind. */
  subject: string;
  value: number;
}

/** The group of figures over all clips. */
export const EVERYTHING = 'all clips';

/** The group of the rules of a drill, over all placements. */
export const rulesKey = ({ drill }: { drill: string }) => `rules of ${drill}`;

/** Subject of figures over all rules that the placement shows. */
const WATCHED = 'all-watched-rules';

/** The name of a figure in a sentence, its unit, and which direction is worse. The reference stores `digits` decimals. */
export const KINDS = {
  'mean-error': { words: 'mean error of', unit: '°', worse: 'higher', digits: 2 },
  bias: { words: 'size of the bias of', unit: '°', worse: 'higher', digits: 2 },
  limits: { words: 'half-width of the limits of agreement of', unit: '°', worse: 'higher', digits: 2 },
  'mean-error-metres': { words: 'mean error of', unit: ' m', worse: 'higher', digits: 4 },
  'bias-metres': { words: 'size of the bias of', unit: ' m', worse: 'higher', digits: 4 },
  'limits-metres': {
    words: 'half-width of the limits of agreement of',
    unit: ' m',
    worse: 'higher',
    digits: 4,
  },
  'in-band': { words: 'share of the truth inside the 90 % band of', unit: '', worse: 'lower', digits: 3 },
  coverage: { words: 'share of the frames with a number for', unit: '', worse: 'lower', digits: 3 },
  range: { words: 'mean error of the range', unit: '°', worse: 'higher', digits: 2 },
  missed: { words: 'count of the missed', unit: '', worse: 'higher', digits: 0 },
  extra: { words: 'count of the false', unit: '', worse: 'higher', digits: 0 },
  delay: { words: 'median delay of the', unit: ' s', worse: 'higher', digits: 2 },
  'rep-amplitude': { words: 'mean error of the amplitude of', unit: '°', worse: 'higher', digits: 2 },
  'rep-hold': { words: 'mean error of the hold time of', unit: ' s', worse: 'higher', digits: 2 },
  f1: { words: 'F1 of the', unit: '', worse: 'lower', digits: 3 },
  'false-per-clean-minute': {
    words: 'rate a minute of flags on clips without any',
    unit: '',
    worse: 'higher',
    digits: 2,
  },
  'cue-precision': {
    words: 'share of right ones among the spoken cues of',
    unit: '',
    worse: 'lower',
    digits: 3,
  },
  'wrong-cues': { words: 'count of the wrong spoken cues of', unit: '', worse: 'higher', digits: 0 },
  'wrong-cues-per-clean-minute': {
    words: 'rate a minute, on clips without any compensation, of the spoken cues of',
    unit: '',
    worse: 'higher',
    digits: 2,
  },
  'unlike-truth': {
    words: 'count of the clips that differ from their truth in',
    unit: '',
    worse: 'higher',
    digits: 0,
  },
  'not-run': { words: 'count of', unit: '', worse: 'higher', digits: 0 },
} as const;

/** @returns without values that could not be measured */
export function figuresOf(pooled: Pooled): Figure[] {
  return [
    ...pooled.groups.flatMap(groupFigures),
    ...pooled.drills.flatMap(ruleFigures),
    ...pooled.goals.flatMap(goalFigures),
    ...figures(EVERYTHING, [
      ['f1', 'flags', pooled.events.f1],
      ['false-per-clean-minute', 'compensations', pooled.events.cleanFalsePerMinute],
      ['f1', WATCHED, pooled.all.f1],
      ['cue-precision', WATCHED, pooled.all.cuePrecision],
      ['wrong-cues-per-clean-minute', WATCHED, pooled.all.cleanWrongPerMinute],
    ]),
  ];
}

function ruleFigures(drill: DrillPool): Figure[] {
  if (drill.clips === 0) return [];
  const { cleanReps, clips, phasesRight, rules, counts } = drill;
  return figures(rulesKey(drill), [
    ['unlike-truth', 'phases', clips - phasesRight],
    ['unlike-truth', 'repetitions', cleanReps.counted ? cleanReps.clips - cleanReps.exact : null],
    ['wrong-cues-per-clean-minute', WATCHED, counts.cleanWrongPerMinute],
    ...rules
      .filter(({ seen }) => seen)
      .flatMap(
        ({ rule, counts: { f1, delay, cuePrecision, wrong } }) =>
          [
            ['f1', rule, f1],
            ['delay', rule, delay],
            ['cue-precision', rule, cuePrecision],
            ['wrong-cues', rule, wrong],
          ] as Entry[],
      ),
  ]);
}

/** Goals of a drill that no other figure covers. */
const goalFigures = ({ drill, cheating, cleanBias }: Pooled['goals'][number]): Figure[] =>
  figures(rulesKey({ drill }), [
    ['mean-error', 'the-angle-while-the-pelvis-cheats', cheating.mae],
    ['bias', 'the-clean-range', cleanBias === null ? null : Math.abs(cleanBias)],
  ]);

function groupFigures(group: Group): Figure[] {
  const { events, ranges, reps, readsLegs } = group;
  // No screen of a side check shows a leg. From beside the person abduction lies along the line of sight, so the legs' angles
  // depend on the frame at which the start is held (tests/accuracy/README.md).
  const guarded = group.channels.filter(({ channel }) => readsLegs || !channelOf(channel).sided);
  return figures(groupKey(group), [
    ['not-run', 'clips that could not be run', group.failed],
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
  ]);
}

type Entry = readonly [FigureKind, string, number | null];

function channelFigures({ channel, score }: Group['channels'][number]): Entry[] {
  const { mae, bias, limits, inBand, coverage } = score;
  const half = limits && (limits.high - limits.low) / 2;
  const size = bias === null ? null : Math.abs(bias);
  const metres = channelOf(channel).unit === 'm';
  return [
    [metres ? 'mean-error-metres' : 'mean-error', channel, mae],
    [metres ? 'bias-metres' : 'bias', channel, size],
    [metres ? 'limits-metres' : 'limits', channel, half],
    ['in-band', channel, inBand],
    ['coverage', channel, coverage],
  ];
}

function figures(group: string, entries: readonly Entry[]): Figure[] {
  return entries.flatMap(([kind, subject, value]) => (value === null ? [] : [{ group, kind, subject, value }]));
}
