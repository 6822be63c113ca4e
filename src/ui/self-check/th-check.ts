import { css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { comparedPairs, gainsOf } from '../../training/self-check/agreement.ts';
import { type HeldPosition, legInTotal, type SelfCheckRecord } from '../../training/self-check/self-check-record.ts';
import { validationRecord } from '../../training/self-check/validation-record.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { section } from '../elements/page-parts.ts';
import { type Column, dataTable, numbers, rowHead } from '../elements/data-table.ts';
import type { Degrees } from '../../instrument/geometry/units.ts';
import { fire, goTo, Served } from '../shell/services.ts';
import { formatDate } from '../elements/format.ts';
import { download } from '../history/download.ts';
import { routeHash } from '../shell/router.ts';
import { drillTitle, sideName } from '../shell/words.ts';
import { commonStyles, fields, sentences } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import {
  formatAngle,
  formatDifference,
  gainText,
  outcomeSentences,
  totalAgreement,
  typedAngle,
} from './check-texts.ts';
import '../charts/th-agreement-plot.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** What the person typed takes the place of what the phone gave. */
const withTyped = ({ phone: _phone, ...held }: HeldPosition, typed: Degrees | null): HeldPosition => ({
  ...held,
  typed,
});

/** A stored check: the table to type the angles into, what they say, and the anonymous record. Fires `th-go`. */
@customElement('th-check')
export class ThCheck extends Served {
  static override styles = [
    commonStyles,
    tables,
    fields,
    sentences,
    css`
      .outcome {
        font-size: 1.25rem;
        line-height: 1.35;
        max-inline-size: var(--measure);
      }
      input {
        inline-size: 6rem;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
    `,
  ];

  @property() checkId = '';
  @state() private _check: SelfCheckRecord | null = null;
  @state() private _problem: string | null = null;

  protected override firstUpdated(): void {
    this.services.selfChecks.load(this.checkId).then(
      (check) => {
        this._check = check;
        if (check === null) this._problem = selfCheckWords().result.gone;
      },
      () => {
        this._problem = selfCheckWords().prepare.unreadable;
      },
    );
  }

  /** Loading replaces the heading that had the focus, so the new one gets it. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has('_check') && document.activeElement === document.body) this.renderRoot.querySelector('h1')?.focus();
  }

  override render() {
    const words = selfCheckWords();
    const check = this._check;
    if (check === null)
      return html`<div class="page">
        <h1 tabindex="-1">${commonWords().selfCheck}</h1>
        <p role="status">${this._problem ?? commonWords().loading}</p>
        <p><a href=${routeHash({ screen: 'self-check', id: null })}>${words.result.all}</a></p>
      </div>`;
    const title = drillTitle(this.services.drills, check.drill);
    return html`<div class="page">
      <header class="stack-s">
        <p class="muted">${formatDate(check.at)} · ${words.prepare.instruments[check.instrument]}</p>
        <h1 tabindex="-1">${words.result.heading(title, sideName(check.side))}</h1>
        ${check.source === 'camera' ? null : html`<p>${words.result[check.source]}</p>`}
      </header>
      ${this.#table(check)} ${this.#outcome(check)} ${this.#share(check)}
      <div class="row">
        <a class="button" href=${routeHash({ screen: 'self-check', id: check.drill })}>${words.result.again}</a>
        <a class="button quiet" href=${routeHash({ screen: 'self-check', id: null })}>${words.result.all}</a>
        <button class="danger" @click=${this.#delete}>${words.result.delete}</button>
      </div>
      <p role="alert">${this._problem ?? ''}</p>
    </div>`;
  }

  #table(check: SelfCheckRecord) {
    const words = selfCheckWords().result;
    const gains = gainsOf(check.positions, check.instrument);
    const turned = gainText(check) !== null;
    const askew = check.positions.flatMap(({ phone }, index) => (phone?.askew ? [index + 1] : [])).join(', ');
    return html`<div class="stack">
      <h2 id="table">${words.table}</h2>
      <p class="measure">${check.positions.some(({ phone }) => phone) ? words.byPhone : words.lead}</p>
      ${dataTable(check.positions, this.#columns(turned ? gains : null), { labelledby: 'table' })}
      ${askew === '' ? null : html`<p class="measure">${words.askew(askew)}</p>`}
      ${turned ? html`<p class="small muted measure">${words.gain(gainText(check) ?? '')}</p>` : null}
    </div>`;
  }

  /** @param gains of the instrument in each position; null: it turns as far as the leg */
  #columns(gains: readonly number[] | null): readonly (Column<HeldPosition> | null)[] {
    const { columns, ...words } = selfCheckWords().result;
    const ofLeg = (typed: number | null, index: number) => (typed === null ? null : typed / (gains?.[index] ?? 1));
    const field = ({ typed }: HeldPosition, index: number) => html`<input
      inputmode="decimal"
      autocomplete="off"
      maxlength="7"
      aria-label=${words.ofPosition(index + 1)}
      .value=${typed === null ? '' : formatAngle(typed).replace('°', '')}
      @change=${(event: Event) => this.#typed(index, event)}
    />`;
    return [
      rowHead(columns.position, (_, index) => `${columns.position} ${index + 1}`),
      numbers(columns.typed, field),
      gains === null ? null : numbers(columns.asLeg, ({ typed }, index) => formatAngle(ofLeg(typed, index))),
      numbers(columns.total, (held) =>
        held.typed === null ? html`<span class="muted">${words.hidden}</span>` : formatAngle(legInTotal(held)),
      ),
      numbers(commonWords().difference, (held, index) => {
        const own = ofLeg(held.typed, index);
        return own === null ? '–' : formatDifference(legInTotal(held) - own);
      }),
    ];
  }

  #outcome(check: SelfCheckRecord) {
    const words = selfCheckWords().result;
    const agreement = totalAgreement(check);
    const said = outcomeSentences(check).join(' ');
    const pairs = comparedPairs(check.positions, check.instrument);
    return section('outcome', words.outcome)`
      <p class="outcome" role="status">${said}</p>
      ${pairs.length === 0 ? null : html`<th-agreement-plot .pairs=${pairs} label=${words.plot(said)}></th-agreement-plot>`}
      <ul class="sentences small">
        ${agreement.limits ? html`<li>${words.sure(agreement.pairs)}</li>` : null}
        <li>${words.both}</li>
        <li>${selfCheckWords().prepare.limits}</li>
      </ul>`;
  }

  #share(check: SelfCheckRecord) {
    const words = selfCheckWords().result;
    return section('share', words.share, 'stack')`
      <p class="measure">${words.shareText}</p>
      <div><button ?disabled=${validationRecord(check) === null} @click=${this.#save}>${words.save}</button></div>`;
  }

  #typed(index: number, event: Event): void {
    const field = event.currentTarget as HTMLInputElement;
    const check = this._check;
    const typed = typedAngle(field.value);
    if (!check) return;
    if (typed === null && field.value.trim() !== '') {
      field.value = '';
      field.focus();
    }
    const positions = check.positions.map((held, at) => (at === index ? withTyped(held, typed) : held));
    this._check = { ...check, positions };
    this.services.selfChecks.keep(this._check).then(
      () => {
        this._problem = null;
      },
      () => {
        this._problem = selfCheckWords().result.notStored;
      },
    );
  }

  readonly #save = (): void => {
    const record = this._check && validationRecord(this._check);
    if (record)
      download({
        name: `truehip-self-check-${record.drill}-${record.month}.json`,
        content: JSON.stringify(record, null, 2),
      });
  };

  readonly #delete = async (): Promise<void> => {
    const { selfChecks } = this.services;
    const check = await selfChecks.load(this.checkId);
    await selfChecks.remove(this.checkId);
    if (check) fire(this, 'th-deleted', () => selfChecks.keep(check));
    goTo(this, { screen: 'self-check', id: null });
  };
}
