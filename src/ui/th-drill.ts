import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SourceRequest } from '../app/session-contract.ts';
import type { WorkingSide } from '../body/units.ts';
import type { DrillDefinition } from '../coach/drill-definition.ts';
import type { EndReason } from '../coach/set-record.ts';
import { drillWays, drillWayStyles } from './drill-ways.ts';
import { lowerFirst } from './format.ts';
import { chosenPreset, planFor, repeatedSymptom, sidesOf } from './plan-choice.ts';
import { presetKey, type Services, type UiSettings } from './services.ts';
import { base, buttons, panels } from './styles.ts';
import type { PresetEvent } from './th-preset-editor.ts';
import type { ThSetup } from './th-setup.ts';
import type { SourceEvent } from './th-source-panel.ts';
import { goalName, symptomName } from './words.ts';
import './th-demonstration.ts';
import './th-placement-drawing.ts';
import './th-preset-editor.ts';
import './th-setup.ts';
import './th-source-panel.ts';

/** One drill: what to do, where the laptop stands, the numbers, and where the picture comes from. Fires `th-open`. */
@customElement('th-drill')
export class ThDrill extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    drillWayStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(20rem, 25rem);
        gap: var(--s6) var(--s7);
        align-items: start;
      }
      .text {
        gap: var(--s6);
      }
      .lead {
        font-size: 1.15rem;
        color: var(--muted);
        max-inline-size: var(--measure);
      }
      ol {
        padding-inline-start: 1.3em;
        display: grid;
        gap: var(--s2);
        max-inline-size: var(--measure);
      }
      ol ::marker {
        color: var(--accent);
        font-weight: 650;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--s2) var(--s4);
      }
      dt {
        color: var(--muted);
      }
      hr {
        inline-size: 100%;
        margin: 0;
        border: 0;
        border-block-start: 1px solid var(--line);
      }
      .check {
        display: flex;
        gap: var(--s3);
        align-items: start;
        margin-block-start: var(--s2);
      }
      .check input {
        inline-size: 24px;
        block-size: 24px;
        accent-color: var(--accent);
        flex: none;
      }
      @media (max-width: 900px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) drill!: DrillDefinition;
  @query('th-setup') private _setup!: ThSetup;
  @state() private _symptom: EndReason | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.services.sets.list().then(
      (sets) => {
        this._symptom = repeatedSymptom(this.drill.id, sets, this.#settings, Date.now());
      },
      () => undefined,
    );
  }

  get #settings(): UiSettings {
    return this.services.settings.current;
  }

  get #side(): WorkingSide {
    return sidesOf(this.drill, this.#settings.side)[0] ?? 'left';
  }

  override render() {
    const { drill, services } = this;
    return html`<div class="page">
      <header class="stack-s">
        <h1 tabindex="-1">${drill.title}</h1>
        <p class="lead">${drill.summary}</p>
        ${drillWays(services.drills, drill)}
      </header>
      <div class="columns">
        <div class="stack text">
          <section class="stack" aria-labelledby="how">
            <h2 id="how">How it goes</h2>
            <th-demonstration .drill=${drill} .side=${this.#side}></th-demonstration>
            <ol>
              ${drill.steps.map((step) => html`<li>${step}</li>`)}
            </ol>
          </section>
          <div class="note" role="note"><strong>Before you start</strong><span>${drill.caution}</span></div>
          ${drill.camera === 'none' ? null : this.#placement()} ${this.#numbers()}
        </div>
        <section class="panel stack" aria-labelledby="setup">
          <h2 id="setup">Your set</h2>
          <th-setup .services=${services} .drill=${drill} @th-changed=${() => this.requestUpdate()}></th-setup>
          <hr />
          ${this._symptom === null ? null : this.#lock(this._symptom)}
          ${drill.camera === 'none' ? this.#timer() : this.#source()}
        </section>
      </div>
    </div>`;
  }

  #source() {
    return html`<th-source-panel
      .cameraId=${this.#settings.cameraId}
      .disabled=${this._symptom !== null}
      demoTitle=${this.services.demoPlan.drill.title}
      @th-source=${(event: SourceEvent) => this.#open(event.detail)}
    ></th-source-panel>`;
  }

  #timer() {
    return html`<p class="small muted">No camera: I keep the time and tell you what to do. Nothing is measured.</p>
      <button
        class="primary large"
        ?disabled=${this._symptom !== null}
        @click=${() => this.#open({ kind: 'none' })}
      >
        Start the timer
      </button>`;
  }

  #placement() {
    const { placement } = this.drill;
    return html`<section class="stack" aria-labelledby="place">
      <h2 id="place">Where the laptop goes: ${lowerFirst(placement.title)}</h2>
      <th-placement-drawing .drill=${this.drill} .side=${this.#side}></th-placement-drawing>
      <dl>
        <dt>Where</dt>
        <dd>${placement.where}</dd>
        <dt>Lens</dt>
        <dd>${placement.lens}</dd>
        <dt>Screen</dt>
        <dd>${placement.tilt}</dd>
        <dt>Avoid</dt>
        <dd>${placement.avoid}</dd>
        ${placement.blind ? html`<dt>Not seen</dt><dd>${placement.blind}</dd>` : null}
      </dl>
    </section>`;
  }

  #numbers() {
    const settings = this.#settings;
    const key = presetKey(this.drill.id, settings.goal);
    const edited = settings.presets[key] !== undefined;
    return html`<section class="stack" aria-labelledby="numbers">
      <h2 id="numbers">The numbers for “${goalName(settings.goal)}”</h2>
      <th-preset-editor
        .drill=${this.drill}
        .preset=${chosenPreset(this.drill, settings.goal, settings)}
        .rules=${this.services.presets}
        @th-preset=${(event: PresetEvent) => this.#change({ presets: { ...settings.presets, [key]: event.detail } })}
      ></th-preset-editor>
      ${edited ? html`<div><button class="quiet" @click=${() => this.#reset(key)}>Back to the preset</button></div>` : null}
    </section>`;
  }

  #reset(key: string): void {
    const { [key]: _dropped, ...presets } = this.#settings.presets;
    this.#change({ presets });
  }

  /** What cannot be kept for the next visit still counts for this one. */
  #change(part: Partial<UiSettings>): void {
    this.services.settings.change(part).catch(() => undefined);
    this.requestUpdate();
    this._setup.requestUpdate();
  }

  #lock(symptom: EndReason) {
    return html`<div class="note bad">
      <strong>This drill is on hold</strong>
      <span>You stopped it for ${symptomName(symptom)} twice within seven days. Have that checked before you go on.</span>
      <label class="check">
        <input type="checkbox" @change=${this.#unlock} />
        <span>I have had it checked and may go on.</span>
      </label>
    </div>`;
  }

  readonly #unlock = (): void => {
    const symptomChecked = { ...this.#settings.symptomChecked, [this.drill.id]: new Date().toISOString() };
    this.#change({ symptomChecked });
    this._symptom = null;
  };

  #open(source: SourceRequest): void {
    if (source.kind === 'camera' && source.deviceId !== this.#settings.cameraId)
      this.#change({ cameraId: source.deviceId });
    const plan = source.kind === 'demo' ? this.services.demoPlan : planFor(this.drill, this.#settings);
    this.dispatchEvent(
      new CustomEvent('th-open', { detail: { plan, source }, bubbles: true, composed: true }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-drill': ThDrill;
  }
}
