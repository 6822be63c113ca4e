import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition, Preset } from '../coach/drill-definition.ts';
import type { PresetNumber, PresetRules } from './services.ts';
import { usedNumbers, usesEffort } from './set-length.ts';
import { base } from './styles.ts';
import type { StepEvent } from './th-stepper.ts';
import './th-stepper.ts';

const LABELS: Readonly<Record<PresetNumber, { readonly label: string; readonly unit: string }>> = {
  passive: { label: 'Passive', unit: 's' },
  pailsRamp: { label: 'PAILs, build up', unit: 's' },
  pailsHold: { label: 'PAILs, hold', unit: 's' },
  rails: { label: 'RAILs', unit: 's' },
  sink: { label: 'Sink', unit: 's' },
  rest: { label: 'Rest between rounds', unit: 's' },
  rounds: { label: 'Rounds a side', unit: '' },
  reps: { label: 'Repetitions', unit: '' },
};

/** Fired as `th-preset` with the edited preset, already inside its limits. */
export type PresetEvent = CustomEvent<Preset>;

/** The numbers of the goal of the day, each within its limits. */
@customElement('th-preset-editor')
export class ThPresetEditor extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: var(--s4) var(--s4);
      }
    `,
  ];

  @property({ attribute: false }) drill!: DrillDefinition;
  @property({ attribute: false }) preset!: Preset;
  @property({ attribute: false }) rules!: PresetRules;

  override render() {
    return html`${usedNumbers(this.drill).map((key) => this.#number(key))}
    ${usesEffort(this.drill) ? [this.#effort(0, 'Effort from'), this.#effort(1, 'Effort to')] : null}`;
  }

  #number(key: PresetNumber) {
    const { min, max, step } = this.rules.limits[key];
    const { label, unit } = LABELS[key];
    return html`<th-stepper
      label=${label}
      unit=${unit}
      .value=${this.preset[key]}
      .min=${min}
      .max=${max}
      .step=${step}
      @th-step=${(event: StepEvent) => this.#change({ [key]: event.detail })}
    ></th-stepper>`;
  }

  #effort(end: 0 | 1, label: string) {
    const { min, max, step } = this.rules.effort;
    return html`<th-stepper
      label=${label}
      unit="%"
      .value=${Math.round(this.preset.effort[end] * 100)}
      .min=${Math.round(min * 100)}
      .max=${Math.round(max * 100)}
      .step=${Math.round(step * 100)}
      @th-step=${(event: StepEvent) => this.#changeEffort(end, event.detail / 100)}
    ></th-stepper>`;
  }

  #changeEffort(end: 0 | 1, share: number): void {
    const [low, high] = this.preset.effort;
    const effort =
      end === 0 ? ([share, Math.max(share, high)] as const) : ([Math.min(low, share), share] as const);
    this.#change({ effort });
  }

  #change(part: Partial<Preset>): void {
    const detail = this.rules.clamp({ ...this.preset, ...part });
    this.dispatchEvent(new CustomEvent('th-preset', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-preset-editor': ThPresetEditor;
  }
}
