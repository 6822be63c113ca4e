import { bestOf } from '../../coach/progress/best-range.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { realChangeLine } from '../../coach/progress/real-change.ts';
import type { FlagRecord, SetRecord } from '../../coach/record/set-record.ts';
import { isSideCheck } from '../../coach/record/side-check.ts';
import { reportWords } from '../../i18n/en/report.ts';
import { figure } from '../../i18n/speaking.ts';
import type { Units } from '../../storage/storage-contract.ts';
import { isBend } from './angle-words.ts';
import { originText } from './origin-text.ts';
import { bandDegrees, formatDegrees } from '../elements/format.ts';
import type { StoredSetItem } from '../shell/services.ts';
import { isBentInTurns, normsOf } from './summary-text.ts';
import { flagSize, ruleName, strictnessName } from '../shell/words.ts';

/** As many sets as fit on the second sheet. */
const MOST_IN_TREND = 10;

/** Sets of the same drill and side up to this one, newest first. A demo or a video is nobody's trend. */
export function trendOf(record: SetRecord, sets: readonly StoredSetItem[]): readonly StoredSetItem[] {
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
    .slice(0, MOST_IN_TREND);
}

/** One line a rule: how often, how large at most, how long in all. */
export function flagLines(
  flags: readonly FlagRecord[],
  units: Units = 'cm',
  drill: DrillDefinition | null = null,
): readonly string[] {
  const rules = [...new Set(flags.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const own = flags.filter((flag) => flag.rule === rule);
    const peak = Math.max(...own.map((flag) => Math.abs(flag.peak)));
    const long = own.reduce((sum, { start, end }) => sum + end - start, 0);
    return reportWords().flag(ruleName(rule), own.length, flagSize(drill, { rule, peak }, units), long.toFixed(0));
  });
}

/** How the figures came about. */
export function methodLines(record: SetRecord): readonly string[] {
  const { engine, source } = record;
  const words = reportWords();
  if (source.kind === 'none') return [words.timed];
  const best = bestOf(record.summary.sets);
  const bend = record.summary.sets.some(isBend);
  return [
    words.camera(`${source.width} × ${source.height}`, source.frames, engine.model),
    words.referencePose,
    ...(isSideCheck(record)
      ? []
      : [
          bend ? (isBentInTurns(record) ? words.bendAlone : words.bend) : words.gross,
          best?.sd ? words.bandHere(bandDegrees(best.sd)) : words.band,
        ]),
    ...(record.strictness === undefined || record.strictness === 'standard'
      ? []
      : [words.strictness(strictnessName(record.strictness))]),
    originText(record),
  ];
}

/** How far the figures can be trusted. */
export function limitLines(record: SetRecord): readonly string[] {
  const words = reportWords();
  if (isSideCheck(record)) return [normsOf(record), words.checked, words.noDevice];
  const sd = bestOf(record.summary.sets)?.sd ?? null;
  const least = realChangeLine({ value: 0, sd: 0 }, { value: 0, sd: 0 });
  const own = sd === null ? null : realChangeLine({ value: 0, sd }, { value: 0, sd });
  return [
    own === null
      ? words.toldApart(formatDegrees1(least))
      : words.toldApartHere(formatDegrees1(least), formatDegrees1(own)),
    words.dayToDay,
    words.checked,
    words.noDevice,
  ];
}

const formatDegrees1 = (value: number): string =>
  Number.isInteger(value) ? formatDegrees(value) : `${figure(value, 1)}°`;
