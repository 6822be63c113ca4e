import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PersonHere } from '../safety/person-now.ts';
import { newId } from '../../app/new-id.ts';
import { section, pageHead } from '../elements/page-parts.ts';
import { bullets, numbered } from '../elements/in-steps.ts';
import type { SourceRequest } from '../../app/session/session-contract.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import {
  canBeChecked,
  checkPosture,
  instrumentsFor,
  sideToMeasure,
} from '../../training/self-check/self-check-plan.ts';
import type { OwnInstrument, SelfCheckRecord } from '../../training/self-check/self-check-record.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { allowed } from '../../training/safety/allowed.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { routeHash } from '../shell/router.ts';
import { hipsIn, limitedPlan } from '../safety/limited-plan.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { leadingSide, type Side } from '../../instrument/geometry/units.ts';
import { dataTable, lead, numbers, plain } from '../elements/data-table.ts';
import { Fetched } from '../elements/fetched.ts';
import { formatDate } from '../elements/format.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { choicesOf, selectField } from '../elements/fields.ts';
import { fire, changeSettings, Served } from '../shell/services.ts';
import { planFor } from '../home-and-drill/plan-choice.ts';
import type { SourceEvent } from '../home-and-drill/th-source-panel.ts';
import { personFields } from '../settings/person-fields.ts';
import type { CheckRequest, OpenRequest } from '../shell/app-flow.ts';
import { drillTitle, sideName } from '../shell/words.ts';
import { columns, commonStyles, selects, sentences } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { formatDifference, formatLimits, totalAgreement } from './check-texts.ts';
import '../home-and-drill/th-placement-drawing.ts';
import '../home-and-drill/th-source-panel.ts';
import '../phone/th-use-phone.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Prepares a check against your own instrument, and lists the earlier ones. Fires `th-open`. */
@customElement('th-self-check')
export class ThSelfCheck extends Served {
  static override styles = [commonStyles, columns, selects, choiceStyles, sentences, tables];

  /** The drill to begin with; null, or one that cannot be checked: the first that can. */
  @property({ attribute: false }) drillId: string | null = null;
  readonly #checks = new Fetched(this, () => this.services.selfChecks.list());
  @state() private _drill: string | null = null;
  @state() private _side: Side | null = null;
  @state() private _instrument: OwnInstrument | null = null;

  get #drills(): readonly DrillDefinition[] {
    return this.services.drills.filter(canBeChecked);
  }

  get #drill(): DrillDefinition {
    const wanted = this._drill ?? this.drillId;
    const drill = this.#drills.find(({ id }) => id === wanted) ?? this.#drills[0];
    if (!drill) throw new Error('no drill measures hip rotation');
    return drill;
  }

  get #side(): Side {
    return this._side ?? (this.services.settings.current.side === 'right' ? 'right' : 'left');
  }

  get #instrument(): OwnInstrument {
    const offered = instrumentsFor(this.#drill, this.#side);
    return offered.find((one) => one === this._instrument) ?? offered[0] ?? 'goniometer';
  }

  override render() {
    const words = selfCheckWords().prepare;
    const drill = this.#drill;
    return html`<div class="page">
      ${pageHead(commonWords().selfCheck, words.lead)}
      <div class="columns">
        <div class="stack text">
          ${section('how', words.how, 'stack')`
            ${numbered(this.#instrument === 'paired-phone' ? words.stepsByPhone : words.steps, 'sentences')}`}
          ${section('where', words.place, 'stack')`
            ${bullets(this.#places(), 'sentences')}`}
          ${section('laptop', drillWords().place(drill.placement.title), 'stack')`
            <th-placement-drawing .drill=${drill} .side=${this.#side}></th-placement-drawing>`}
          <div class="note" role="note"><strong>${commonWords().beforeStart}</strong><span>${drill.caution}</span></div>
        </div>
        ${this.#form(drill)}
      </div>
      <div class="stack">
        <h2 id="earlier">${words.earlier}</h2>
        ${this.#earlier()}
      </div>
    </div>`;
  }

  #earlier() {
    const { prepare } = selfCheckWords();
    if (this.#checks.failed) return html`<p role="alert">${prepare.unreadable}</p>`;
    const checks = this.#checks.value;
    if (checks === null) return html`<p class="muted">${commonWords().loading}</p>`;
    return checks.length === 0 ? html`<p class="muted">${prepare.none}</p>` : this.#table(checks);
  }

  #table(checks: readonly SelfCheckRecord[]) {
    const { list, prepare } = selfCheckWords();
    const heads = list.columns;
    return dataTable(
      checks.map((check) => ({ ...check, agreement: totalAgreement(check) })),
      [
        lead(
          commonWords().date,
          ({ id, at }) => html`<a href=${routeHash({ screen: 'check', id })}>${formatDate(at)}</a>`,
        ),
        lead(
          commonWords().drill,
          ({ drill, side }) => `${drillTitle(this.services.drills, drill)}, ${sideName(side).toLowerCase()}`,
        ),
        plain(commonWords().instrument, ({ instrument }) => prepare.instruments[instrument]),
        numbers(heads.bias, ({ agreement: { bias } }) => (bias === null ? list.noResult : formatDifference(bias))),
        numbers(heads.limits, ({ agreement }) => formatLimits(agreement)),
      ],
      { label: prepare.earlier },
    );
  }

  #places(): readonly string[] {
    const places = selfCheckWords().prepare.places;
    const instrument = this.#instrument;
    if (instrument === 'inclinometer' || instrument === 'paired-phone')
      return places[instrument][checkPosture(this.#drill)];
    return places.goniometer;
  }

  #form(drill: DrillDefinition) {
    const words = selfCheckWords().prepare;
    const instruments = choicesOf(instrumentsFor(drill, this.#side), words.instruments);
    const { legs } = drillWords();
    const drills = this.#drills.map(({ id, title }) => ({ value: id, label: title }));
    return section('setup', words.setup)`
      ${selectField(commonWords().drill, drills, drill.id, (id) => (this._drill = id))}
      ${choiceField<Side>(words.leg, 'leg', choicesOf(['left', 'right'], legs), this.#side, (side) => (this._side = side))}
      ${choiceField(commonWords().instrument, 'instrument', instruments, this.#instrument, (chosen) => (this._instrument = chosen))}
      ${
        this.#instrument === 'paired-phone'
          ? html`<p class="small muted" role="status">${words.nothingToType}</p>
            <th-use-phone .services=${this.services} .place=${'shin'}></th-use-phone>`
          : null
      }
      ${this.#note()}
      ${personFields(this.services.settings.current, (part) => changeSettings(this, part))}
      <th-source-panel
        .cameraId=${this.services.settings.current.cameraId}
        @th-source=${(event: SourceEvent) => this.#open(event.detail)}
      ></th-source-panel>
      <p class="small muted">${words.demo}</p>`;
  }

  readonly #who = new PersonHere(this);

  get #own(): SetPlan {
    const drill = this.#drill;
    return { ...planFor(drill, this.services.settings.current), sides: [sideToMeasure(drill, this.#side)] };
  }

  /** What was stopped is confirmed as checked on the page of the drill. */
  #note() {
    const may = allowed(this.#drill, this.#who.now, Date.now(), hipsIn(this.#own));
    if (may.kind === 'yes') return null;
    const words = safetyWords();
    return html`<p class="note ${may.kind === 'no' ? 'bad' : ''}">
      <strong>${may.kind === 'no' ? words.titleNo : words.titleLimits}</strong>
      <a href=${routeHash({ screen: 'drill', id: this.#drill.id })}>${this.#drill.title}</a>
    </p>`;
  }

  #open(source: SourceRequest): void {
    const demoPlan = this.services.demoPlan(this.#drill.id);
    if (source.kind === 'camera' && source.deviceId !== this.services.settings.current.cameraId)
      changeSettings(this, { cameraId: source.deviceId });
    // The clip of the demo has its own drill and leg.
    const usual = source.kind === 'demo' ? demoPlan : limitedPlan(this.#own, this.#who.now, Date.now());
    if (usual === null) return;
    const { phase, phone } = selfCheckWords().run;
    const instrument = source.kind === 'camera' ? this.#instrument : this.#instrumentIn(usual);
    const isByPhone = instrument === 'paired-phone';
    const plan: SetPlan = { ...usual, check: isByPhone ? { ...phase, over: phone.over } : phase };
    const check: CheckRequest = {
      id: newId(),
      side: source.kind === 'demo' ? leadingSide(demoPlan.sides[0] ?? 'left') : this.#side,
      instrument,
    };
    const request: OpenRequest = { plan, source, check };
    fire(this, 'th-open', request);
  }

  /**
   * In the demo and in a video: the chosen instrument where the drill can be checked with it, else the one that can. The phone here is not
   * on the person there.
   */
  #instrumentIn({ drill }: SetPlan): OwnInstrument {
    const offered = instrumentsFor(drill, 'left').filter((one) => one !== 'paired-phone');
    return offered.find((one) => one === this.#instrument) ?? offered[0] ?? 'goniometer';
  }
}
