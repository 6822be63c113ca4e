import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { drillWords } from '../../i18n/en/drill.ts';
import { base, buttons } from '../styles/styles.ts';

/** Fired as `th-step` with the new number, a whole number inside the limits. */
type StepEvent = CustomEvent<number>;

/** A number field with label, unit, limits, and buttons for one step less or more. Fires `th-step`. */
@customElement('th-stepper')
export class ThStepper extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      label {
        display: block;
        margin-block-end: var(--s1);
        font-size: 0.9375rem;
        color: var(--muted);
      }
      .field {
        display: grid;
        grid-template-columns: 44px 1fr 44px;
        background: var(--bg);
        border: 1px solid var(--edge);
        border-radius: var(--radius-s);
      }
      button {
        min-block-size: 42px;
        padding: 0;
        border: 0;
        background: transparent;
        font-size: 1.3rem;
      }
      .value {
        display: flex;
        align-items: baseline;
        justify-content: center;
        gap: 0.3ch;
        min-inline-size: 0;
      }
      input {
        inline-size: 100%;
        min-inline-size: 0;
        /* 44 px with the border of the field, as the lists beside it. */
        min-block-size: 42px;
        border: 0;
        background: transparent;
        color: inherit;
        font: inherit;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        text-align: end;
        appearance: textfield;
      }
      input::-webkit-inner-spin-button {
        display: none;
      }
      .unit {
        flex: 1 0 40%;
        color: var(--muted);
        font-size: 0.9375rem;
      }
    `,
  ];

  @property() label = '';
  @property() unit = '';
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 100;
  @property({ type: Number }) step = 1;

  override render() {
    const { label, unit, value, min, max, step } = this;
    const words = drillWords().numbers;
    return html`<label for="number">${label}</label>
      <div class="field">
        <button type="button" aria-label=${words.less(label)} ?disabled=${value <= min} @click=${() => this.#set(value - step)}>
          −
        </button>
        <span class="value">
          <input
            id="number"
            type="number"
            inputmode="numeric"
            aria-describedby="limits"
            min=${min}
            max=${max}
            step="any"
            .value=${String(value)}
            @change=${this.#typed}
          /><span class="unit">${unit}</span>
        </span>
        <button type="button" aria-label=${words.more(label)} ?disabled=${value >= max} @click=${() => this.#set(value + step)}>
          +
        </button>
      </div>
      <span id="limits" class="visually-hidden">${words.limits(unit, min, max)}</span>`;
  }

  readonly #typed = (event: Event): void => {
    const field = event.currentTarget as HTMLInputElement;
    this.#set(field.value.trim() === '' ? this.value : Number(field.value));
    // The typed number may be outside the limits: the field shows the number that holds.
    field.value = String(this.value);
  };

  #set(wanted: number): void {
    const bounded = Math.min(this.max, Math.max(this.min, Number.isFinite(wanted) ? wanted : this.value));
    const value = Math.round(bounded);
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(new CustomEvent('th-step', { detail: value }));
  }
}

type StepperOptions = Pick<ThStepper, 'label' | 'unit' | 'value' | 'min' | 'max'> & { readonly step?: number };

export const stepperField = (
  { label, unit, value, min, max, step = 1 }: StepperOptions,
  change: (value: number) => void,
) => html`<th-stepper
  label=${label}
  unit=${unit}
  .value=${value}
  .min=${min}
  .max=${max}
  .step=${step}
  @th-step=${(event: StepEvent) => change(event.detail)}
></th-stepper>`;
