import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { toldNote } from '../elements/page-parts.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import { type Side, sidesOf } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { dayInZone, dayWithSets } from '../../training/planning/civil-day.ts';
import {
  type PrescriptionReport,
  type ReportedSet,
  reportOf,
} from '../../training/prescription/prescription-report.ts';
import type { TakenPrescription } from '../../training/prescription/prescription.ts';
import { Fetched } from '../elements/fetched.ts';
import { download } from '../history/download.ts';
import { prescriptionStyles } from './prescription-styles.ts';
import { isEmpty, reportTables } from './report-tables.ts';
import { doneSets, personsZone } from '../programmes/week-input.ts';
import { loadPart, type Services, Served } from '../shell/services.ts';
import { commonStyles, readable } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { reportStyles } from '../summary/report-styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

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

/** The report of a prescription: made when it is shown, saved, shown as a code or printed. */
@customElement('th-prescription-report')
export class ThPrescriptionReport extends Served {
  static override styles = [commonStyles, readable, tables, reportStyles, prescriptionStyles];

  @property({ attribute: false }) taken!: TakenPrescription;
  readonly #report = new Fetched<PrescriptionReport>(this, () => makeReport(this.services, this.taken));
  @state() private _code: string | null = null;
  @state() private _message = '';

  override render() {
    const { report: words } = prescriptionWords();
    const report = this.#report.value;
    if (report === null) return html`<p role="status">${this.#report.failed ? words.unreadable : words.collecting}</p>`;
    if (isEmpty(report)) return html`<p class="tools muted screen-only">${words.empty}</p>`;
    return html`${this.#hand(report)} ${reportTables(report, this.services.drills)}`;
  }

  #hand(report: PrescriptionReport) {
    const { report: words, code } = prescriptionWords();
    return html`<div class="stack tools screen-only">
      <p class="muted">${words.lead}</p>
      <div class="row">
        <button @click=${async () => download((await this.services.prescriptions()).reportFile(report))}>${commonWords().saveFile}</button>
        <button @click=${() => this.#showCode(report)}>${this._code === null ? code.show : code.hide}</button>
        <button @click=${() => print()}>${words.print}</button>
      </div>
      ${toldNote(this._message)}
      ${this._code === null ? null : html`<p>${code.health}</p><th-code text=${this._code}></th-code>`}
    </div>`;
  }

  async #showCode(report: PrescriptionReport): Promise<void> {
    if (this._code !== null) {
      this._code = null;
      return;
    }
    loadPart(this, import('./th-code.ts'));
    const { reportCode } = await this.services.prescriptions();
    this._code = await reportCode(report);
    this._message = this._code === null ? prescriptionWords().code.tooLong : '';
  }
}
