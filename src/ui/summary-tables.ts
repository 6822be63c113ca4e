import { html } from 'lit';
import type { Seconds } from '../body/units.ts';
import type { DrillDefinition } from '../coach/drill-definition.ts';
import { isWatched } from '../coach/best-range.ts';
import type { FlagRecord, PhaseSummary, RangeSummary, RepRecord, SetRecord } from '../coach/set-record.ts';
import type { Units } from '../storage/storage-contract.ts';
import { isBend } from './angle-words.ts';
import { formatBand, formatDegrees, formatMoment, formatShare, lowerFirst } from './format.ts';
import { borrowedCell } from './range-words.ts';
import { recordedTitle, titleOfFlag } from './phase-title.ts';
import { peakText, ruleName, sideName } from './words.ts';

/** Ranges by round and by phase, flags and repetitions of a set, as tables. */
export function summaryTables(record: SetRecord, drill: DrillDefinition | null, units: Units = 'cm') {
  const zero = record.phases[0]?.start ?? record.frames[0]?.t ?? 0;
  return html`${flagSection(record, drill, zero, units)} ${repSection(record.reps, drill, zero)}
    <section class="panel stack">
      <h2 id="rounds">Range by round and by phase</h2>
      <div class="table-wrap" tabindex="0" role="region" aria-labelledby="rounds">${rangeTable(record, drill)}</div>
    </section>`;
}

function rangeTable(record: SetRecord, drill: DrillDefinition | null) {
  const { summary } = record;
  // A bend of the hip is the pelvis' own work: when it moved, and whether it was watched, is no question there.
  const bend = summary.sets.some(isBend);
  const rows = [...summary.sets].flatMap((range) => [
    rangeRow(`${sideName(range.side)}, round ${range.round}`, range, true),
    ...summary.phases
      .filter(({ side, round }) => side === range.side && round === range.round)
      .map((phase: PhaseSummary) => rangeRow(recordedTitle(record, drill, phase), phase, false)),
  ]);
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Round or phase</th>
        <th scope="col" class="n">Clean</th>
        <th scope="col" class="n">Borrowed</th>
        <th scope="col" class="n">Gross</th>
        ${bend ? null : html`<th scope="col" class="n">Before the pelvis moved</th>`}
        <th scope="col" class="n">Seen</th>
        ${bend ? null : html`<th scope="col" class="n">Pelvis watched</th>`}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

const rangeRow = (name: string, range: RangeSummary, whole: boolean) => html`<tr>
  <th scope="row" style=${whole ? '' : 'font-weight: 400; padding-inline-start: 2em'}>${name}</th>
  <td class="n">${cleanCell(range)}</td>
  <td class="n">${borrowedCell(range)}</td>
  <td class="n">${formatDegrees(range.gross)}</td>
  ${isBend(range) ? null : html`<td class="n">${isWatched(range) ? formatDegrees(range.endRange) : '–'}</td>`}
  <td class="n">${formatShare(range.coverage)}</td>
  ${isBend(range) ? null : html`<td class="n">${formatShare(range.pelvisWatched)}</td>`}
</tr>`;

/** Under "Clean" a number stands by itself only where the pelvis was watched. */
function cleanCell(range: RangeSummary) {
  if (range.clean === null) return '–';
  const number = html`<strong>${formatDegrees(range.clean)}</strong> ${formatBand(range.sd)}`;
  return isWatched(range) || isBend(range)
    ? number
    : html`<span class="muted">not known; turned</span> ${number}`;
}

function flagSection(record: SetRecord, drill: DrillDefinition | null, zero: Seconds, units: Units) {
  const { flags } = record;
  if (flags.length === 0)
    return html`<section class="stack-s" aria-labelledby="flags"><h2 id="flags">Flags</h2>
      <p>None: nothing that could be watched from here helped along.</p></section>`;
  return html`<section class="panel stack">
    <h2 id="flags">Flags</h2>
    <div class="table-wrap" tabindex="0" role="region" aria-labelledby="flags">
      <table>
        <thead>
          <tr>
            <th scope="col" class="n">No.</th>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col" class="n">Peak</th>
            <th scope="col">What it means</th>
          </tr>
        </thead>
        <tbody>
          ${flags.map((flag, i) => flagRow(flag, i, titleOfFlag(record, drill, flag), drill, zero, units))}
        </tbody>
      </table>
    </div>
  </section>`;
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
    ${formatMoment(flag.start - zero)} to ${formatMoment(flag.end - zero)}
    ${phase ? html`<span class="small muted">${phase}</span>` : null}
  </td>
  <td><span class="severity ${flag.severity}">${ruleName(flag.rule)}${flag.severity === 'red' ? ', strong' : ''}</span></td>
  <td class="n">${peakText(flag.rule, flag.peak, units)}</td>
  <td>${drill?.rules.find(({ id }) => id === flag.rule)?.explanation ?? ''}${flag.spoken ? html` <span class="muted">Cue: “${flag.cue}”</span>` : null}</td>
</tr>`;

/** The direction in the drill's own words, where the drill is known. */
const stepName = ({ step }: RepRecord, drill: DrillDefinition | null): string =>
  drill?.reps?.sequence?.find(({ id }) => id === step)?.title ?? step ?? '–';

function repSection(reps: readonly RepRecord[], drill: DrillDefinition | null, zero: Seconds) {
  if (reps.length === 0) return null;
  const steps = reps.some(({ step }) => step !== undefined);
  return html`<section class="panel stack">
    <h2 id="reps">Repetitions</h2>
    <div class="table-wrap" tabindex="0" role="region" aria-labelledby="reps">
      <table>
        <thead>
          <tr>
            <th scope="col" class="n">No.</th>
            <th scope="col">Began</th>
            <th scope="col" class="n">Swing</th>
            ${steps ? html`<th scope="col">Direction</th>` : html`<th scope="col" class="n">Internal hold</th><th scope="col" class="n">External hold</th>`}
            <th scope="col">Counted</th>
          </tr>
        </thead>
        <tbody>
          ${reps.map(
            (rep, i) => html`<tr>
              <td class="n">${i + 1}</td>
              <td class="num">${formatMoment(rep.start - zero)}</td>
              <td class="n">${formatDegrees(rep.amplitude)}</td>
              ${steps ? html`<td>${stepName(rep, drill)}</td>` : html`<td class="n">${rep.holdInternal.toFixed(1)} s</td><td class="n">${rep.holdExternal.toFixed(1)} s</td>`}
              <td>${rep.good ? 'Yes' : html`No${rep.why ? `: ${lowerFirst(rep.why)}` : ''}`}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
