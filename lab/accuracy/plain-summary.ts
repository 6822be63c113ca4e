import type { RangeSummary, RepRecord, SetRecord } from '../../src/coach/record/set-record.ts';
import type { DrillDefinition } from '../../src/coach/drill-definition.ts';
import { band90 } from '../../src/instrument/geometry/units.ts';
import { isWatched } from '../../src/coach/progress/real-change.ts';
import { recordedTitle, titleOfFlag } from '../../src/ui/elements/phase-title.ts';
import { flagSize, ruleName, sideName, storedGoalName } from '../../src/ui/shell/words.ts';
import { causeTexts, gapTexts, noFlagText, watchedIn } from '../../src/ui/summary/watched-text.ts';
import type { Watched } from '../../src/coach/record/watched.ts';

/** A set record as plain text for the terminal, with the names that the screens use. */
interface Outcome {
  /** Why nothing was measured. */
  unmeasured: string | null;
  drill: DrillDefinition | null;
}

/** @returns lines */
export function plainSummary(record: SetRecord, outcome: Outcome): string[] {
  const { source, engine, summary } = record;
  const { drill, unmeasured } = outcome;
  const rate = source.fps === null ? '' : ` at ${round(source.fps)} a second`;
  const side = sideName(record.side);
  const head = [
    `${drill?.title ?? record.drill}, ${side.toLowerCase()}${record.side === 'both' ? '' : ' side'}, ${storedGoalName(record.goal).toLowerCase()}`,
    `${source.frames} frames${rate}, ${source.width}×${source.height}; model ${engine.model} on ${engine.backend}`,
    referencePoseLine(record, unmeasured),
  ];
  // Without a measurement, "no compensation was flagged" would be misleading.
  if (!record.neutral) return head;
  const watched = watchedIn(record, drill);
  const zero = record.phases[0]?.start ?? 0;
  const muted = summary.muted.map(({ rule, reason }) => `  ${ruleName(rule)}: ${plain(reason)}`);
  return [
    ...head,
    ...phaseLines(record, outcome),
    ...summary.sets.map((set) => `Round ${set.round}, ${sideName(set.side).toLowerCase()}: ${rangeWords(set)}`),
    ...repLines(record, drill),
    ...causeTexts(record),
    ...flagLines(record, outcome, watched),
    ...gapTexts(watched, zero).map((text) => `  ${text}`),
    ...(muted.length > 0 ? ['Not watched:', ...muted] : []),
  ];
}

function referencePoseLine({ neutral: referencePose }: SetRecord, unmeasured: string | null) {
  if (!referencePose)
    return `No reference pose was held, so nothing was measured${unmeasured ? `: ${unmeasured}` : '.'}`;
  const { at, view, azimuth, lookingDown, distance } = referencePose;
  return `Reference pose held at ${round(at)} s; the view is ${view} (lens at ${round(azimuth, 0)}°, looking down ${round(lookingDown, 0)}°, ${round(distance)} m away).`;
}

function phaseLines(record: SetRecord, { drill }: Outcome) {
  if (record.phases.length === 0) return [];
  return [
    'Phases:',
    ...record.phases.map((phase) => {
      const own = record.summary.phases.filter((one) => one.kind === phase.kind && one.start === phase.start);
      const ranges = own.map(({ side, clean }) => `${own.length > 1 ? `${side} ` : ''}${degrees(clean)} clean`);
      const title = recordedTitle(record, drill, phase);
      return `  ${span(phase)}  ${title}${ranges.length > 0 ? `: ${ranges.join(', ')}` : ''}`;
    }),
  ];
}

/** A range is called clean only where the pelvis was watched. */
function rangeWords(set: RangeSummary) {
  const flexion = set.of === 'hip-flexion';
  const pelvis = flexion ? '' : `, pelvis watched ${percent(set.pelvisWatched)}`;
  const read = `read ${percent(set.coverage)} of the time${pelvis}.`;
  if (set.clean === null && set.gross === null) return `no range; ${read}`;
  const band = set.sd === null || set.clean === null ? '' : ` ± ${round(band90(set.sd))}°`;
  if (!flexion && !isWatched(set))
    return `leg in total ${degrees(set.gross)}${band}, how much of it is the pelvis is not known; ${read}`;
  const parts = [
    `clean ${degrees(set.clean)}${band}`,
    `borrowed ${set.borrowedAtLeast && set.borrowed !== null ? 'at least ' : ''}${degrees(set.borrowed)}`,
    `gross ${degrees(set.gross)}`,
    ...(set.endRange === null ? [] : [`${degrees(set.endRange)} before the pelvis first moved`]),
  ];
  return `${parts.join(', ')}; ${read}`;
}

/** What it means that nothing was flagged, by how much was watched. */
const NO_FLAGS = {
  whole: 'No compensation that can be seen from here was flagged.',
  part: (share: string) =>
    `No compensation that can be seen from here was flagged in the ${share} of the working time that was watched.`,
  hardly: 'Hardly anything could be watched, so no compensation could be flagged.',
};

/** The same in a side check, which sees only how the back changes. A back that was round from the start stays unflagged. */
const NO_CHANGE = {
  whole: 'No change of the back against its own start was flagged.',
  part: (share: string) =>
    `No change of the back against its own start was flagged in the ${share} of the working time that was watched.`,
  hardly: 'The back was hardly seen, so nothing could be flagged.',
};

function flagLines(record: SetRecord, { drill }: Outcome, watched: Watched) {
  const { flags } = record;
  if (flags.length === 0) return [noFlagText(drill?.sideCheckOf ? NO_CHANGE : NO_FLAGS, watched)];
  const spoken = flags.filter((flag) => flag.spoken).length;
  return [
    `Flags: ${flags.length}, of which ${spoken} ${spoken === 1 ? 'was' : 'were'} spoken about.`,
    ...flags.map((flag) => {
      const where = titleOfFlag(record, drill, flag);
      const peak = flagSize(drill, flag);
      const size = peak === null ? 'size not told' : `up to ${peak}`;
      const said = flag.spoken ? `said: “${flag.cue}”` : 'only shown';
      return `  ${span(flag)}${where === null ? '' : `, ${where}`}: ${ruleName(flag.rule)}, ${flag.severity}, ${size}; ${said}`;
    }),
  ];
}

function repLines({ reps, summary }: SetRecord, drill: DrillDefinition | null) {
  if (reps.length === 0) return [];
  return [
    `Repetitions: ${summary.repsGood} of ${summary.repsAll} count.`,
    ...reps.map((rep, index) => `  ${index + 1}. ${repWords(rep, drill)}`),
  ];
}

function repWords(rep: RepRecord, drill: DrillDefinition | null) {
  const { step, holdInternal, holdExternal } = rep;
  const direction = drill?.reps?.sequence?.find(({ id }) => id === step)?.title ?? (step && plain(step));
  const asked = drill?.reps;
  const holds = [
    ...(asked?.holdInternal ? [`held ${round(holdInternal)} s in`] : []),
    ...(asked?.holdExternal ? [`held ${round(holdExternal)} s out`] : []),
  ];
  const verdict = rep.good ? 'counts' : `does not count${rep.why === null ? '' : `: ${rep.why}`}`;
  return [span(rep), ...(direction ? [direction] : []), degrees(rep.amplitude), ...holds, verdict].join(', ');
}

const span = ({ start, end }: { start: number; end: number }) => `${round(start)}–${round(end)} s`;

const plain = (id: string) => id.replaceAll('-', ' ');

const round = (value: number, digits: number = 1) => value.toFixed(digits).replace(/\.0$/, '');

const degrees = (value: number | null) => (value === null ? 'not known' : `${round(value)}°`);

const percent = (share: number) => `${Math.round(share * 100)} %`;
