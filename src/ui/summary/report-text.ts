import { ownErrorsIn } from '../../training/assessment/retest.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { isSymptom } from '../../training/planning/symptom-lock.ts';
import { realChangeLine } from '../../coach/progress/real-change.ts';
import { type FlagRecord, isPerformed, type SetRecord } from '../../coach/record/set-record.ts';
import { hipStories, type HipStory } from '../../training/review/hip-story.ts';
import { isSideCheck } from '../../coach/rules/range-rules.ts';
import { isCoarse } from '../../coach/progress/clean-range.ts';
import { reportWords } from '../../i18n/en/report.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { figure } from '../../i18n/speaking.ts';
import type { Units, SetOverview } from '../../storage/storage-contract.ts';
import { datedSets } from '../history/days.ts';
import { isHipFlexion } from './range-words.ts';
import { bestRange, isFlexionInReps, originText } from './summary-text.ts';
import { bandDegrees, dayText, formatDegrees } from '../elements/format.ts';
import { endName, flagSize, ruleName, strictnessName } from '../shell/words.ts';

/** Number of sets that fit on the second sheet. */
const MAX_TREND_SETS = 10;

/** This set and the earlier ones of the same drill and side, newest first. Demos and videos are left out. */
export function trendOf(record: SetRecord, sets: readonly SetOverview[]): readonly SetOverview[] {
  const at = sets.findIndex(({ id }) => id === record.id);
  const key = sets[at]?.drill ?? record.drill;
  return sets
    .slice(Math.max(0, at))
    .filter(
      (set) =>
        set.id === record.id ||
        (set.drill === key &&
          set.side === record.side &&
          set.clean !== null &&
          (set.source === undefined || set.source === 'camera')),
    )
    .slice(0, MAX_TREND_SETS);
}

/** The way of each hip in the drill of this set, up to this set, as the progress page tells it: left before right. */
export function reportStories({ id, drill }: SetRecord, sets: readonly SetOverview[]): readonly HipStory[] {
  const at = sets.findIndex((set) => set.id === id);
  const own = sets.slice(Math.max(0, at));
  return hipStories(datedSets(own), drill, ownErrorsIn(own).get(drill) ?? null);
}

/**
 * The worst pain of the sets that are listed, and the sets of any drill that a symptom ended in their time.
 * @param all newest first
 */
export function painLines(
  listed: readonly SetOverview[],
  all: readonly SetOverview[],
  titleOf: (drill: string) => string,
): readonly string[] {
  const words = reportWords();
  const day = ({ startedAt }: SetOverview) => dayText(Date.parse(startedAt ?? ''));
  const worst = listed.reduce<SetOverview | null>(
    (most, set) => ((set.pain ?? 0) > (most?.pain ?? 0) ? set : most),
    null,
  );
  const [first, last] = [listed[0], listed.at(-1)].map((set) => all.findIndex(({ id }) => id === set?.id));
  const stopped = all
    .slice(first, (last ?? 0) + 1)
    .filter(({ ended, source }) => isSymptom(ended) && isPerformed(source));
  return [
    ...(worst ? [words.worstPain(worst.pain ?? 0, day(worst))] : []),
    ...(stopped.length === 0
      ? []
      : [words.stopped(stopped.map((set) => `${day(set)}, ${titleOf(set.drill)}: ${endName(set.ended)}`).join('; '))]),
  ];
}

/** One line a rule: number of flags, largest deviation, total time. */
export function flagLines(
  flags: readonly FlagRecord[],
  units: Units = 'cm',
  drill: DrillDefinition | null = null,
): readonly string[] {
  const rules = [...new Set(flags.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const own = flags.filter((flag) => flag.rule === rule);
    const peak = Math.max(...own.map((flag) => Math.abs(flag.peak)));
    const rough = own.some((flag) => flag.rough) || undefined;
    const total = own.reduce((sum, { start, end }) => sum + end - start, 0);
    return reportWords().flag(
      ruleName(rule),
      own.length,
      flagSize(drill, { rule, peak, rough }, units),
      total.toFixed(0),
    );
  });
}

export function methodLines(record: SetRecord): readonly string[] {
  const { engine, source } = record;
  const words = reportWords();
  if (source.kind === 'none') return [words.timed];
  const best = bestRange(record);
  const bend = record.summary.sets.some(isHipFlexion);
  return [
    words.camera(`${source.width} × ${source.height}`, source.frames, engine.model),
    words.referencePose,
    ...(isSideCheck(record)
      ? []
      : [
          bend ? (isFlexionInReps(record) ? words.bendAlone : words.bend) : words.gross,
          best?.sd && !isCoarse(best.sd) ? words.bandHere(bandDegrees(best.sd)) : words.band,
        ]),
    ...(record.strictness === undefined || record.strictness === 'standard'
      ? []
      : [words.strictness(strictnessName(record.strictness))]),
    originText(record),
  ];
}

/** The limits of the measurement: smallest real change, agreement with other devices, purpose. */
export function limitLines(record: SetRecord): readonly string[] {
  const words = reportWords();
  if (isSideCheck(record)) return [summaryWords().says.backNorms, words.checked, words.noDevice];
  const sd = bestRange(record)?.sd ?? null;
  const minChange = realChangeLine({ value: 0, sd: 0 }, { value: 0, sd: 0 });
  const own = sd === null ? null : realChangeLine({ value: 0, sd }, { value: 0, sd });
  return [
    own === null
      ? words.toldApart(oneDecimal(minChange))
      : words.toldApartHere(oneDecimal(minChange), `${Math.ceil(own)}°`),
    words.dayToDay,
    words.checked,
    words.noDevice,
  ];
}

const oneDecimal = (value: number): string => (Number.isInteger(value) ? formatDegrees(value) : `${figure(value, 1)}°`);
