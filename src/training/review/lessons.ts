import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { bothSides, type Change } from '../../coach/progress/real-change.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import type { Symptom } from '../planning/symptom-lock.ts';
import { earlyPelvis, type HoldTime, holdTimes, LEAST_HOLD, phaseGains } from './hold-time.ts';

/** What a set shows, in plain sentences. Only findings beyond the measurement error. */
export function lessonLines(
  record: SetRecord,
  drill: DrillDefinition,
  { lines }: Pick<LessonWords, 'lines'>,
): readonly string[] {
  return [
    ...gainLines(record, lines),
    ...earlyLines(record, drill, lines),
    ...holdLines(record, drill, lines),
    ...sideLines(record, lines),
  ];
}

/** The smallest real change, rounded up to whole degrees. */
const lineOf = ({ line }: Change): Degrees => Math.ceil(line);

/** Names side and round if the set has several. */
function placed(
  { summary: { sets } }: SetRecord,
  { at }: LessonLines,
): (of: { readonly side: Side; readonly round: number }, text: string) => string {
  const sides = new Set(sets.map(({ side }) => side)).size > 1;
  const rounds = sets.some(({ round }) => round > 1);
  return ({ side, round }, text) => at(sides ? side : null, rounds ? round : null, text);
}

/** The gain of the person's own pull is always named, that of the sink only beyond the measurement error. */
function gainLines(record: SetRecord, lines: LessonLines): readonly string[] {
  const place = placed(record, lines);
  return phaseGains(record.summary).flatMap((gain) => {
    const { kind, change } = gain;
    const by = Math.round(Math.abs(change.by));
    if (kind === 'sink') return change.kind === 'more' ? [place(gain, lines.sink(by))] : [];
    if (change.kind === 'more') return [place(gain, lines.pullMore(by, record.range === 'hip-flexion'))];
    return [place(gain, change.kind === 'less' ? lines.pullLess(by) : lines.pullSame(lineOf(change)))];
  });
}

function earlyLines(record: SetRecord, drill: DrillDefinition, lines: LessonLines): readonly string[] {
  const place = placed(record, lines);
  return earlyPelvis(record, drill).map((early) => place(early, lines.earlyPelvis(Math.round(early.half))));
}

function holdLines(record: SetRecord, drill: DrillDefinition, lines: LessonLines): readonly string[] {
  const place = placed(record, lines);
  const holds = holdTimes(record, drill);
  if (holds.length === 0) return [];
  const sum = (of: (hold: HoldTime) => number) => Math.round(holds.reduce((all, hold) => all + of(hold), 0));
  const length = sum((hold) => hold.length);
  const inZone = sum((hold) => hold.inZone);
  return [
    ...(length < LEAST_HOLD ? [] : [lines.held(inZone, length)]),
    ...holds.flatMap((hold) => {
      if (hold.leftEarly === null) return [];
      const name = drill.phases.find(({ kind }) => kind === hold.kind)?.title ?? hold.kind;
      return [place(hold, lines.leftEarly(name, Math.round(hold.leftEarly)))];
    }),
  ];
}

/** A difference between the sides is stated, not criticised. */
function sideLines({ summary }: SetRecord, lines: LessonLines): readonly string[] {
  const sides = bothSides(summary);
  if (sides === null) return [];
  const both = [Math.round(sides.left), Math.round(sides.right)] as const;
  return sides.change.kind === 'about-the-same'
    ? [lines.sidesSame(...both, lineOf(sides.change))]
    : [lines.sidesApart(...both, Math.round(Math.abs(sides.change.by)))];
}

/** The traffic light for pain with exercise: go on, do less, stop. */
export type PainLight = 'green' | 'amber' | 'red';

/** Words of the advice for the next set. Angles are whole degrees, shares whole per cent. */
export interface NextTimeWords {
  readonly symptoms: Readonly<Record<Symptom, string>>;
  readonly again: string;
  readonly painRed: string;
  readonly painAmber: string;
  readonly noStart: string;
  readonly unseen: (share: number) => string;
  /** The same where the person had left the position. */
  readonly awayFor: (share: number) => string;
  /** The same where the light was the reason. */
  readonly badLight: (share: number) => string;
  readonly effort: string;
  readonly drift: string;
  readonly tooFast: string;
  readonly stopAt: (degrees: number) => string;
  /** @param cue first sentence of the rule's cue */
  readonly onlyAsDeep: (cue: string) => string;
  /** @param cue first sentence of the rule's cue */
  readonly mind: (cue: string) => string;
  /** The person said that the lower back moved, where the camera cannot see it. */
  readonly backMoved: string;
  /** The same where the back should be long. */
  readonly backBent: string;
  readonly earlyPelvis: (half: number) => string;
  readonly repetitions: (why: string) => string;
  readonly leftEarly: string;
  readonly pelvisUnseen: string;
  /** A part of the set was skipped by hand. */
  readonly partsSkipped: string;
  readonly cutShort: string;
  readonly gain: (degrees: number) => string;
  readonly clean: string;
}

/** What was good in a set: one sentence each. Angles are whole degrees, times whole seconds. */
export interface GoodWords {
  /** Further than in the set before. @param side null: the set was of one hip */
  readonly further: (side: Side | null, degrees: number) => string;
  readonly pull: (degrees: number) => string;
  readonly sink: (degrees: number) => string;
  readonly still: string;
  readonly repetitions: (good: number, all: number) => string;
  readonly finished: string;
}

/** Words of the findings about a set. `line`: the smallest change that can be told from the error, whole degrees. */
export interface LessonLines {
  /** Puts side and round before a finding; null: not named. */
  readonly at: (side: 'left' | 'right' | null, round: number | null, text: string) => string;
  readonly sink: (degrees: number) => string;
  /** @param bend true: the range is hip flexion */
  readonly pullMore: (degrees: number, bend: boolean) => string;
  readonly pullLess: (degrees: number) => string;
  readonly pullSame: (line: number) => string;
  readonly earlyPelvis: (half: number) => string;
  readonly held: (inZone: number, length: number) => string;
  readonly leftEarly: (phase: string, seconds: number) => string;
  readonly sidesSame: (left: number, right: number, line: number) => string;
  readonly sidesApart: (left: number, right: number, apart: number) => string;
}

export interface AfterSetWords {
  readonly pain: Readonly<Record<PainLight | 'none', string>>;
  readonly tooHard: string;
  /** @param enough the effort that the goal asks for, of ten */
  readonly harderThanAsked: (enough: number) => string;
}

/** Everything that is said about a finished set. `src/i18n` has these words in every language. */
export interface LessonWords {
  readonly good: GoodWords;
  readonly next: NextTimeWords;
  readonly lines: LessonLines;
  readonly after: AfterSetWords;
}
