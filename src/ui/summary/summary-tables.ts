import { html } from 'lit';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { isWatched } from '../../coach/progress/real-change.ts';
import type { FlagRecord, RangeSummary, RepRecord, SetRecord } from '../../coach/record/set-record.ts';
import { isSideCheck } from '../../coach/rules/range-rules.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { figure } from '../../i18n/speaking.ts';
import type { Units } from '../../storage/storage-contract.ts';
import { borrowedCell, isHipFlexion } from './range-words.ts';
import { formatDegrees, formatGross, formatMoment, formatShare } from '../elements/format.ts';
import { strongAngle } from './range-cells.ts';
import { dataTable, numbers, rowHead, plain } from '../elements/data-table.ts';
import { recordedTitle, titleOfFlag } from '../elements/phase-title.ts';
import { flagSize, ruleName, sideName } from '../shell/words.ts';
import { fold } from './fold.ts';
import { gapTexts, noFlagText, watchedIn } from './watched-text.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** The name of a flag: "Pelvis twist, strong". */
const flagName = ({ rule, severity }: FlagRecord): string =>
  severity === 'red' ? summaryWords().tables.strong(ruleName(rule)) : ruleName(rule);

/** Tables of a set, folded up: flags, repetitions, and ranges by round and phase. */
export function summaryTables(record: SetRecord, drill: DrillDefinition | null, units: Units = 'cm') {
  const zero = record.phases[0]?.start ?? record.frames[0]?.t ?? 0;
  const tables = html`${flagSection(record, drill, zero, units)} ${repSection(record.reps, drill, zero)}`;
  if (isSideCheck(record)) return tables;
  return html`${tables} ${fold('rounds', summaryWords().tables.ranges, rangeTable(record, drill))}`;
}

function rangeTable(record: SetRecord, drill: DrillDefinition | null) {
  const { summary } = record;
  // In hip flexion the pelvis may move, so the columns about it are left out.
  const bend = summary.sets.some(isHipFlexion);
  const rows = summary.sets.flatMap((range) => [
    { name: rangeTexts().round(sideName(range.side), range.round), range, whole: true },
    ...summary.phases
      .filter(({ side, round }) => side === range.side && round === range.round)
      .map((phase) => ({ name: recordedTitle(record, drill, phase), range: phase, whole: false })),
  ]);
  const words = summaryWords().tables;
  return dataTable(
    rows,
    [
      rowHead(
        words.roundOrPhase,
        ({ name }) => name,
        ({ whole }) => (whole ? '' : 'within'),
      ),
      numbers(commonWords().hipAlone, ({ range }) => cleanCell(range)),
      numbers(commonWords().fromPelvis, ({ range }) => borrowedCell(range)),
      numbers(commonWords().legInTotal, ({ range }) => formatGross(range)),
      bend
        ? null
        : numbers(words.beforePelvis, ({ range }) => (isWatched(range) ? formatDegrees(range.endRange) : '–')),
      numbers(words.seen, ({ range }) => formatShare(range.coverage)),
      bend ? null : numbers(words.pelvisWatched, ({ range }) => formatShare(range.pelvisWatched)),
    ],
    { labelledby: 'rounds' },
  );
}

/** The range under "Clean"; marked as unknown if the pelvis was not watched. */
function cleanCell(range: RangeSummary) {
  if (range.clean === null) return '–';
  const number = strongAngle(range.clean, range.sd);
  return isWatched(range) || isHipFlexion(range)
    ? number
    : html`<span class="muted">${summaryWords().tables.unknownTurned}</span> ${number}`;
}

function flagSection(record: SetRecord, drill: DrillDefinition | null, zero: Seconds, units: Units) {
  const { flags } = record;
  const words = summaryWords().tables;
  const watched = watchedIn(record, drill);
  const gaps = gapTexts(watched, zero).map((text) => html`<p class="small">${text}</p>`);
  if (flags.length === 0)
    return fold('flags', commonWords().flags, html`<p>${noFlagText(words.noFlags, watched)}</p>${gaps}`);
  const cause = (flag: FlagRecord) => drill?.rules.find(({ id }) => id === flag.rule)?.explanation ?? '';
  const table = dataTable(
    flags,
    [
      numbers(words.number, (_, i) => i + 1),
      plain(words.when, (flag) => whenCell(flag, titleOfFlag(record, drill, flag), zero), 'num'),
      plain(commonWords().what, (flag) => html`<span class="severity ${flag.severity}">${flagName(flag)}</span>`),
      numbers(words.peak, (flag) => flagSize(drill, flag, units) ?? words.eventOnly),
      plain(
        words.means,
        (flag) => html`${cause(flag)}${flag.spoken ? html` <span class="muted">${words.cue(flag.cue)}</span>` : null}`,
      ),
    ],
    { labelledby: 'flags' },
  );
  const content = html`${table}
    ${watched.share === null || gaps.length === 0 ? null : html`<p>${summaryWords().watched.share(formatShare(watched.share))}</p>`} ${gaps}`;
  return fold('flags', words.flagsOf(flags.length), content);
}

const whenCell = ({ start, end }: FlagRecord, phase: string | null, zero: Seconds) => html`
  ${summaryWords().tables.fromTo(formatMoment(start - zero), formatMoment(end - zero))}
  ${phase ? html`<span class="small muted">${phase}</span>` : null}`;

/** Title of the repetition's direction; its id if the drill is not in this version. */
const stepName = ({ step }: RepRecord, drill: DrillDefinition | null): string =>
  drill?.reps?.sequence?.find(({ id }) => id === step)?.title ?? step ?? '–';

function repSection(reps: readonly RepRecord[], drill: DrillDefinition | null, zero: Seconds) {
  if (reps.length === 0) return null;
  const words = summaryWords().tables;
  const steps = reps.some(({ step }) => step !== undefined);
  const held = (seconds: Seconds) => `${figure(seconds, 1)} s`;
  const table = dataTable(
    reps,
    [
      numbers(words.number, (_, i) => i + 1),
      plain(words.began, ({ start }) => formatMoment(start - zero), 'num'),
      numbers(words.swing, ({ amplitude }) => formatDegrees(amplitude)),
      steps ? plain(words.direction, (rep) => stepName(rep, drill)) : null,
      steps ? null : numbers(words.internalHold, ({ holdInternal }) => held(holdInternal)),
      steps ? null : numbers(words.externalHold, ({ holdExternal }) => held(holdExternal)),
      plain(words.counted, ({ good, why }) => (good ? commonWords().yes : words.no(why || null))),
    ],
    { labelledby: 'reps' },
  );
  return fold('reps', commonWords().phases.reps, table);
}
