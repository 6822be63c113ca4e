import { html } from 'lit';
import type {
  PrescriptionReport,
  ReportedRange,
  ReportedWeek,
} from '../../training/prescription/prescription-report.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import { type Side, SIDES, sidesOf } from '../../instrument/geometry/units.ts';
import { section } from '../elements/page-parts.ts';
import { dataTable, numbers, rowHead } from '../elements/data-table.ts';
import { dayDate, formatDateAlone } from '../elements/format.ts';
import { drillTitle } from '../shell/words.ts';

const NONE = '–';

/** Whether a set of this hip is known of in a week: without one, no flag is not a good sign. */
const hasSet = ({ items }: PrescriptionReport, week: ReportedWeek, side: Side): boolean =>
  week[side].pain !== null ||
  week[side].flags > 0 ||
  items.some((item, index) => {
    const drill = week.drills[index];
    return sidesOf(item.side).includes(side) && drill !== undefined && (drill.done > 0 || drill[side] !== null);
  });

export const isEmpty = (report: PrescriptionReport): boolean =>
  !report.weeks.some((week) => SIDES.some((side) => hasSet(report, week, side)));

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const rangeText = (range: ReportedRange | null): string =>
  range === null ? NONE : `${Math.round(range.degrees)}° ± ${Math.round(range.within)}°`;

function weekTable(report: PrescriptionReport) {
  const { items, weeks } = report;
  const words = prescriptionWords().report;
  const asked = sum(items.map(({ days }) => days));
  return dataTable<ReportedWeek>(
    weeks,
    [
      rowHead(words.week, ({ from }) => dayDate(from)),
      numbers(words.days, ({ drills }) => words.of(sum(drills.map(({ done }) => done)), asked)),
      ...SIDES.map((side) => numbers<ReportedWeek>(words.pain[side], (week) => week[side].pain ?? NONE)),
      ...SIDES.map((side) =>
        numbers<ReportedWeek>(words.flags[side], (week) => (hasSet(report, week, side) ? week[side].flags : NONE)),
      ),
    ],
    { labelledby: 'report-weeks' },
  );
}

function drillTable({ items, weeks }: PrescriptionReport, index: number, title: string) {
  const words = prescriptionWords().report;
  const of = (week: ReportedWeek) => week.drills[index];
  const range = (side: Side) => numbers<ReportedWeek>(words.range[side], (week) => rangeText(of(week)?.[side] ?? null));
  return html`<div class="stack-s drill">
    <h3 id="report-drill-${index}">${title}</h3>
    ${dataTable<ReportedWeek>(
      weeks,
      [
        rowHead(words.week, ({ from }) => dayDate(from)),
        numbers(words.days, (week) => words.of(of(week)?.done ?? 0, items[index]?.days ?? 0)),
        ...SIDES.map(range),
      ],
      { labelledby: `report-drill-${index}` },
    )}
  </div>`;
}

/** The report as two sheets: the weeks, and drill by drill. The same on both pages and on paper. */
export function reportTables(report: PrescriptionReport, drills: readonly DrillDefinition[]) {
  const words = prescriptionWords().report;
  const { prescription, at } = report;
  const head = words.head(prescription.for, prescription.from, formatDateAlone(at));
  return html`${section('report-heading', words.heading, 'sheet')`
      <p class="says">${head}</p>
      <p>${words.began(formatDateAlone(prescription.takenAt), prescription.weeks)}</p>
      <h3 id="report-weeks">${words.weeks}</h3>
      ${weekTable(report)}
      <p class="small">${words.note}</p>`}
    ${section('report-drills', words.drills, 'sheet')`
      ${report.items.map(({ drill }, index) => drillTable(report, index, drillTitle(drills, drill)))}`}`;
}
