import type { Degrees, Side } from '../../instrument/geometry/units.ts';

import type { LessonLines, LessonWords } from './lesson-words.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { bothSides, type Change } from '../../coach/progress/real-change.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { type HoldTime, holdTimes, LEAST_HOLD } from './hold-time.ts';
import { earlyPelvis } from './early-pelvis.ts';
import { phaseGains } from './phase-gains.ts';

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
  return [
    ...(length < LEAST_HOLD
      ? []
      : [
          lines.held(
            sum(({ inZone }) => inZone),
            length,
          ),
        ]),
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
