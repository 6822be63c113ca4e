import { html } from 'lit';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { isWatched } from '../../coach/progress/best-range.ts';
import type { FlagRecord, PhaseSummary, RangeSummary, RepRecord, SetRecord } from '../../coach/record/set-record.ts';
import { isSideCheck } from '../../coach/rules/range-rules.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { figure } from '../../i18n/speaking.ts';
import type { Units } from '../../storage/storage-contract.ts';
import { borrowedCell, isHipFlexion } from './range-words.ts';
import { formatDegrees, formatGross, formatMoment, formatShare } from '../elements/format.ts';
import { strongAngle } from '../elements/strong-angle.ts';
import { rowsInSteps } from '../elements/in-steps.ts';
import { recordedTitle, titleOfFlag } from '../elements/phase-title.ts';
import { flagName } from '../charts/replay-text.ts';
import { flagSize, sideName } from '../shell/words.ts';
import { fold } from './fold.ts';
import { gapTexts, noFlagText, watchedIn } from './watched-text.ts';

/** Tables of a set, folded up: flags, repetitions, and ranges by round and phase. */
export function summaryTables(record: SetRecord, drill: DrillDefinition | null, units: Units = 'cm') {
  const zero = record.phases[0]?.start ?? record.frames[0]?.t ?? 0;
  const tables = html`${flagSection(record, drill, zero, units)} ${repSection(record.reps, drill, zero)}`;
  if (isSideCheck(record)) return tables;
  const table = html`<div class="table-wrap" tabindex="0" role="region" aria-labelledby="rounds">${rangeTable(record, drill)}</div>`;
  return html`${tables} ${fold('rounds', summaryWords().tables.ranges, table)}`;
}

function rangeTable(record: SetRecord, drill: DrillDefinition | null) {
  const { summary } = record;
  // In hip flexion the pelvis may move, so the columns about it are left out.
  const bend = summary.sets.some(isHipFlexion);
  const rows = [...summary.sets].flatMap((range) => [
    () => rangeRow(rangeTexts().round(sideName(range.side), range.round), range, true),
    ...summary.phases
      .filter(({ side, round }) => side === range.side && round === range.round)
      .map((phase: PhaseSummary) => () => rangeRow(recordedTitle(record, drill, phase), phase, false)),
  ]);
  const words = summaryWords().tables;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.roundOrPhase}</th>
        <th scope="col" class="n">${words.clean}</th>
        <th scope="col" class="n">${words.borrowed}</th>
        <th scope="col" class="n">${words.gross}</th>
        ${bend ? null : html`<th scope="col" class="n">${words.beforePelvis}</th>`}
        <th scope="col" class="n">${words.seen}</th>
        ${bend ? null : html`<th scope="col" class="n">${words.pelvisWatched}</th>`}
      </tr>
    </thead>
    <tbody>
      ${rowsInSteps(rows, (row) => row())}
    </tbody>
  </table>`;
}

const rangeRow = (name: string, range: RangeSummary, whole: boolean) => html`<tr>
  <th scope="row" class=${whole ? '' : 'within'}>${name}</th>
  <td class="n">${cleanCell(range)}</td>
  <td class="n">${borrowedCell(range)}</td>
  <td class="n">${formatGross(range)}</td>
  ${isHipFlexion(range) ? null : html`<td class="n">${isWatched(range) ? formatDegrees(range.endRange) : '–'}</td>`}
  <td class="n">${formatShare(range.coverage)}</td>
  ${isHipFlexion(range) ? null : html`<td class="n">${formatShare(range.pelvisWatched)}</td>`}
</tr>`;

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
  if (flags.length === 0) return fold('flags', words.flags, html`<p>${noFlagText(words.noFlags, watched)}</p>${gaps}`);
  const content = html`<div class="table-wrap" tabindex="0" role="region" aria-labelledby="flags">
      <table>
        <thead>
          <tr>
            <th scope="col" class="n">${words.number}</th>
            <th scope="col">${words.when}</th>
            <th scope="col">${words.what}</th>
            <th scope="col" class="n">${words.peak}</th>
            <th scope="col">${words.means}</th>
          </tr>
        </thead>
        <tbody>
          ${rowsInSteps(flags, (flag, i) => flagRow(flag, i, titleOfFlag(record, drill, flag), drill, zero, units))}
        </tbody>
      </table>
    </div>
    ${watched.share === null || gaps.length === 0 ? null : html`<p>${summaryWords().watched.share(formatShare(watched.share))}</p>`} ${gaps}`;
  return fold('flags', words.flagsOf(flags.length), content);
}

const flagRow = (
  flag: FlagRecord,
  i: number,
  phase: string | null,
  drill: DrillDefinition | null,
  zero: Seconds,
  units: Units,
) => html`<tr>
  <td class="n">${i + 1}</td>
  <td class="num">
    ${summaryWords().tables.fromTo(formatMoment(flag.start - zero), formatMoment(flag.end - zero))}
    ${phase ? html`<span class="small muted">${phase}</span>` : null}
  </td>
  <td><span class="severity ${flag.severity}">${flagName(flag)}</span></td>
  <td class="n">${flagSize(drill, flag, units) ?? summaryWords().tables.eventOnly}</td>
  <td>${drill?.rules.find(({ id }) => id === flag.rule)?.explanation ?? ''}${flag.spoken ? html` <span class="muted">${summaryWords().tables.cue(flag.cue)}</span>` : null}</td>
</tr>`;

/** Title of the repetition's direction; its id if the drill is not in this version. */
const stepName = ({ step }: RepRecord, drill: DrillDefinition | null): string =>
  drill?.reps?.sequence?.find(({ id }) => id === step)?.title ?? step ?? '–';

function repSection(reps: readonly RepRecord[], drill: DrillDefinition | null, zero: Seconds) {
  if (reps.length === 0) return null;
  const words = summaryWords().tables;
  const steps = reps.some(({ step }) => step !== undefined);
  const table = html`<div class="table-wrap" tabindex="0" role="region" aria-labelledby="reps">
      <table>
        <thead>
          <tr>
            <th scope="col" class="n">${words.number}</th>
            <th scope="col">${words.began}</th>
            <th scope="col" class="n">${words.swing}</th>
            ${steps ? html`<th scope="col">${words.direction}</th>` : html`<th scope="col" class="n">${words.internalHold}</th><th scope="col" class="n">${words.externalHold}</th>`}
            <th scope="col">${words.counted}</th>
          </tr>
        </thead>
        <tbody>
          ${rowsInSteps(
            reps,
            (rep, i) => html`<tr>
              <td class="n">${i + 1}</td>
              <td class="num">${formatMoment(rep.start - zero)}</td>
              <td class="n">${formatDegrees(rep.amplitude)}</td>
              ${steps ? html`<td>${stepName(rep, drill)}</td>` : html`<td class="n">${figure(rep.holdInternal, 1)} s</td><td class="n">${figure(rep.holdExternal, 1)} s</td>`}
              <td>${rep.good ? words.yes : words.no(rep.why || null)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  return fold('reps', words.reps, table);
}

/**
 * Copies each column's heading to its cells and sets the class `stacked` (`table-styles.ts`), so that the table can be
 * read downwards on a phone. Call it after each render.
 */
export function stackForPhones(table: HTMLTableElement): void {
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim());
  for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
    for (const cell of row.querySelectorAll('td')) {
      const name = names[cell.cellIndex];
      if (name) cell.dataset['label'] = name;
    }
  }
  table.classList.add('stacked');
}
