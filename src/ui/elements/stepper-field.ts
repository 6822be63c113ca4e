import { html } from 'lit';
import type { StepEvent } from './th-stepper.ts';
import './th-stepper.ts';

export interface StepperOptions {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Absent: 1. */
  readonly step?: number;
}

/** A number with buttons for one step less or more. */
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
