import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition, PhaseKind, Preset } from '../coach/drill-definition.ts';
import type { PresetNumber, PresetRules } from './services.ts';
import { usedNumbers, usesEffort } from './set-length.ts';
import { base } from './styles.ts';
import type { StepEvent } from './th-stepper.ts';
import './th-stepper.ts';

/** What a number sets: the phase of that kind under the drill's own name, where there is one, and what of it. */
interface Label {
  readonly phases: readonly PhaseKind[];
  readonly label: string;
  readonly unit: string;
}

const LABELS: Readonly<Record<PresetNumber, Label>> = {
  passive: { phases: ['passive', 'hold', 'guided', 'reps'], label: '', unit: 's' },
  pailsRamp: { phases: ['pails'], label: ', build up', unit: 's' },
  pailsHold: { phases: ['pails'], label: ', hold', unit: 's' },
  rails: { phases: ['rails'], label: '', unit: 's' },
  sink: { phases: ['sink'], label: '', unit: 's' },
  rest: { phases: [], label: 'Rest between rounds', unit: 's' },
  rounds: { phases: [], label: 'Rounds a side', unit: '' },
  reps: { phases: [], label: 'Repetitions', unit: '' },
};

/** A time goes by the phase that takes it, under the drill's own name for it: "PAILs: push out" is called "PAILs". */
function labelOf(drill: DrillDefinition, key: PresetNumber): string {
  const { phases, label } = LABELS[key];
  const phase = drill.phases.find(({ kind }) => phases.includes(kind));
  if (key === 'rounds' && drill.bilateral) return 'Rounds';
  if (key === 'reps' && drill.reps?.sequence) return 'Times through';
  return `${phase?.title.split(':', 1)[0] ?? ''}${label}`;
}

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
    return html`<th-stepper
      label=${labelOf(this.drill, key)}
      unit=${LABELS[key].unit}
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
