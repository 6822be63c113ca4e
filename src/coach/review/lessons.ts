import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import { lessons as english } from '../../i18n/en/lessons.ts';
import type { Words } from '../../i18n/words.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import type { Change } from '../progress/real-change.ts';
import type { SetRecord } from '../record/set-record.ts';
import { bothSides } from './both-sides.ts';
import { earlyPelvis } from './early-pelvis.ts';
import { type HoldTruth, holdTruths } from './hold-truth.ts';
import { phaseGains } from './phase-gains.ts';

type Lines = Words['lessons']['lines'];

/** What a set shows, in plain sentences; only what the data bear out. */
export function lessonLines(
  record: SetRecord,
  drill: DrillDefinition,
  { lines }: Pick<Words['lessons'], 'lines'> = english,
): readonly string[] {
  return [
    ...gainLines(record, lines),
    ...earlyLines(record, drill, lines),
    ...holdLines(record, drill, lines),
    ...sideLines(record, lines),
  ];
}

/** Whole degrees that a change must reach, never fewer than it must. */
const lineOf = ({ line }: Change): Degrees => Math.ceil(line);

/** Names side and round where they may be in doubt. */
function placed(
  { summary: { sets } }: SetRecord,
  { at }: Lines,
): (of: { readonly side: Side; readonly round: number }, text: string) => string {
  const sides = new Set(sets.map(({ side }) => side)).size > 1;
  const rounds = sets.some(({ round }) => round > 1);
  return ({ side, round }, text) => at(sides ? side : null, rounds ? round : null, text);
}

/** The pull's own gain is always named; a new range only where it is beyond the error. */
function gainLines(record: SetRecord, lines: Lines): readonly string[] {
  const place = placed(record, lines);
  return phaseGains(record.summary).flatMap((gain) => {
    const { kind, change } = gain;
    const by = Math.round(Math.abs(change.by));
    if (kind === 'sink') return change.kind === 'more' ? [place(gain, lines.sink(by))] : [];
    if (change.kind === 'more') return [place(gain, lines.pullMore(by, record.range === 'hip-flexion'))];
    return [place(gain, change.kind === 'less' ? lines.pullLess(by) : lines.pullSame(lineOf(change)))];
  });
}

function earlyLines(record: SetRecord, drill: DrillDefinition, lines: Lines): readonly string[] {
  const place = placed(record, lines);
  return earlyPelvis(record, drill).map((early) =>
    place(early, lines.earlyPelvis(Math.round(early.moved), Math.round(early.half))),
  );
}

function holdLines(record: SetRecord, drill: DrillDefinition, lines: Lines): readonly string[] {
  const place = placed(record, lines);
  const holds = holdTruths(record, drill);
  if (holds.length === 0) return [];
  const sum = (of: (hold: HoldTruth) => number) => Math.round(holds.reduce((all, hold) => all + of(hold), 0));
  return [
    lines.held(
      sum(({ inZone }) => inZone),
      sum(({ length }) => length),
    ),
    ...holds.flatMap((hold) => {
      if (hold.leftEarly === null) return [];
      const name = drill.phases.find(({ kind }) => kind === hold.kind)?.title ?? hold.kind;
      return [place(hold, lines.leftEarly(name, Math.round(hold.leftEarly)))];
    }),
  ];
}

/** A difference is shown, not scolded. */
function sideLines({ summary }: SetRecord, lines: Lines): readonly string[] {
  const sides = bothSides(summary);
  if (sides === null) return [];
  const both = [Math.round(sides.left), Math.round(sides.right)] as const;
  return sides.change.kind === 'about-the-same'
    ? [lines.sidesSame(...both, lineOf(sides.change))]
    : [lines.sidesApart(...both, Math.round(Math.abs(sides.change.by)))];
}
