import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import { type Side, SIDES, sidesOf } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { dayInZone, dayWithSets } from '../../training/planning/civil-day.ts';
import {
  type PrescriptionReport,
  type ReportedRange,
  type ReportedSet,
  type ReportedWeek,
  reportOf,
} from '../../training/prescription/prescription-report.ts';
import type { TakenPrescription } from '../../training/prescription/prescription.ts';
import { section } from '../elements/page-parts.ts';
import { dataTable, numbers, rowHead } from '../elements/data-table.ts';
import { Fetched } from '../elements/fetched.ts';
import { dayDate, formatDateAlone } from '../elements/format.ts';
import { prescriptionStyles } from './prescription-styles.ts';
import { doneSets, personsZone } from '../programmes/week-input.ts';
import { type Services, Served } from '../shell/services.ts';
import { drillTitle } from '../shell/words.ts';
import { commonStyles, readable } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { reportStyles } from '../summary/report-styles.ts';

/** The flags of each hip: those in a phase of this side. */
function flagsOf(record: Pick<SetRecord, 'flags' | 'phases'> | null): Readonly<Record<Side, number>> {
  const count = { left: 0, right: 0 };
  for (const { start } of record?.flags ?? []) {
    const phase = record?.phases.find((one) => start >= one.start && start <= one.end);
    for (const side of phase ? sidesOf(phase.side) : []) count[side] += 1;
  }
  return count;
}

/** The person's own sets since the prescription was taken. A set that cannot be read has no flags. */
async function setsSince(services: Services, list: readonly SetOverview[], from: number): Promise<ReportedSet[]> {
  const own = list.flatMap((overview) => doneSets([overview]).map((done) => ({ overview, done })));
  const dayOf = dayWithSets(
    own.map(({ done }) => done),
    personsZone(),
  );
  const sets: ReportedSet[] = [];
  for (const { overview, done } of own) {
    const day = dayOf(done.startedAt);
    if (day < from) continue;
    const record = overview.flags === 0 ? null : await services.sets.load(overview.id).catch(() => null);
    sets.push({ ...done, day, hips: overview.hips, flags: flagsOf(record) });
  }
  return sets;
}

export async function makeReport(services: Services, taken: TakenPrescription): Promise<PrescriptionReport> {
  const now = new Date();
  const dayOf = dayInZone(personsZone());
  const from = dayOf(Date.parse(taken.takenAt));
  const sets = await setsSince(services, await services.sets.list(), from);
  return reportOf(taken, sets, { at: now.toISOString(), from, today: dayOf(now.getTime()) });
}

const NONE = '–';

/** Whether a set of this hip is known of in a week: without one, no flag is not a good sign. */
const hasSet = ({ items }: PrescriptionReport, week: ReportedWeek, side: Side): boolean =>
  week[side].pain !== null ||
  week[side].flags > 0 ||
  items.some((item, index) => {
    const drill = week.drills[index];
    return sidesOf(item.side).includes(side) && drill !== undefined && (drill.done > 0 || drill[side] !== null);
  });

/** Nothing of it was done yet. */
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

/** The report as two sheets: the weeks, and drill by drill. */
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

/** The report of a prescription, made when it is shown: for the screen and for paper. */
@customElement('th-prescription-report')
export class ThPrescriptionReport extends Served {
  static override styles = [commonStyles, readable, tables, reportStyles, prescriptionStyles];

  @property({ attribute: false }) taken!: TakenPrescription;
  readonly #report = new Fetched<PrescriptionReport>(this, () => makeReport(this.services, this.taken));

  override render() {
    const { report: words } = prescriptionWords();
    const report = this.#report.value;
    if (report === null) return html`<p role="status">${this.#report.failed ? words.unreadable : words.collecting}</p>`;
    if (isEmpty(report)) return html`<p class="tools muted screen-only">${words.empty}</p>`;
    return html`<div class="stack tools screen-only">
        <p class="muted">${words.lead}</p>
        <p class="row"><button @click=${() => print()}>${words.print}</button></p>
      </div>
      ${reportTables(report, this.services.drills)}`;
  }
}
