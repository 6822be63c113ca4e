import type { Degrees } from '../../body/units.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import type { Change } from '../real-change.ts';
import type { SetRecord } from '../set-record.ts';
import { bothSides } from './both-sides.ts';
import { earlyPelvis } from './early-pelvis.ts';
import { type HoldTruth, holdTruths } from './hold-truth.ts';
import { phaseGains } from './phase-gains.ts';

/** What a set shows, in plain sentences; only what the data bear out. */
export function lessonLines(record: SetRecord, drill: DrillDefinition): readonly string[] {
  return [
    ...gainLines(record),
    ...earlyLines(record, drill),
    ...holdLines(record, drill),
    ...sideLines(record),
  ];
}

const whole = (angle: Degrees): string => `${Math.round(angle)}°`;

const within = ({ line }: Change): string => `no more than the error of measuring (${Math.ceil(line)}°)`;

/** "Left, round 2: " where it may be in doubt. */
function placeOf(record: SetRecord): (of: { readonly side: string; readonly round: number }) => string {
  const { sets } = record.summary;
  const sides = new Set(sets.map(({ side }) => side)).size > 1;
  const rounds = sets.some(({ round }) => round > 1);
  return ({ side, round }) => {
    const parts = [
      ...(sides ? [side === 'left' ? 'left' : 'right'] : []),
      ...(rounds ? [`round ${round}`] : []),
    ];
    const text = parts.join(', ');
    return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}: `;
  };
}

/** The pull's own gain is always named; a new range only where it is beyond the error. */
function gainLines(record: SetRecord): readonly string[] {
  const place = placeOf(record);
  const verb = record.range === 'hip-flexion' ? 'bent' : 'turned';
  return phaseGains(record.summary)
    .flatMap((gain) => {
      const { kind, change } = gain;
      if (kind === 'sink')
        return change.kind === 'more'
          ? [`${place(gain)}in the sink you rested ${whole(change.by)} further than before the push.`]
          : [];
      const pull =
        change.kind === 'more'
          ? `by your own pull the hip ${verb} ${whole(change.by)} further than in the passive phase.`
          : change.kind === 'less'
            ? `by your own pull the hip came to ${whole(-change.by)} less than it rested at: that is the part to train.`
            : `by your own pull the hip held what it had passively; the difference is ${within(change)}.`;
      return [`${place(gain)}${pull}`];
    })
    .map(upperFirst);
}

function earlyLines(record: SetRecord, drill: DrillDefinition): readonly string[] {
  const place = placeOf(record);
  return earlyPelvis(record, drill).map((early) =>
    upperFirst(
      `${place(early)}the pelvis had moved ${whole(early.moved)} before half of the range (${whole(early.half)}) was used.`,
    ),
  );
}

function holdLines(record: SetRecord, drill: DrillDefinition): readonly string[] {
  const place = placeOf(record);
  const holds = holdTruths(record, drill);
  if (holds.length === 0) return [];
  const sum = (of: (hold: HoldTruth) => number) => Math.round(holds.reduce((all, hold) => all + of(hold), 0));
  return [
    `Near your furthest for ${sum(({ inZone }) => inZone)} of ${sum(({ length }) => length)} s in which to stay there.`,
    ...holds.flatMap((hold) => {
      if (hold.leftEarly === null) return [];
      const name = drill.phases.find(({ kind }) => kind === hold.kind)?.title ?? hold.kind;
      return [upperFirst(`${place(hold)}out of “${name}” ${Math.round(hold.leftEarly)} s before its end.`)];
    }),
  ];
}

/** A difference is shown, not scolded. */
function sideLines({ summary }: SetRecord): readonly string[] {
  const sides = bothSides(summary);
  if (sides === null) return [];
  const both = `Left ${whole(sides.left)}, right ${whole(sides.right)}`;
  return sides.change.kind === 'about-the-same'
    ? [`${both}: about the same, ${within(sides.change)} apart.`]
    : [
        `${both}: ${whole(Math.abs(sides.change.by))} apart. Left and right differ in four of ten healthy adults; give both the same care.`,
      ];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
