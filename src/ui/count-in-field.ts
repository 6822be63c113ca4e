import { html } from 'lit';
import type { Seconds } from '../body/units.ts';
import { drillWords } from '../language/en/drill.ts';
import type { UiSettings } from './services.ts';
import type { StepEvent } from './th-stepper.ts';
import './th-stepper.ts';

const SHORTEST: Seconds = 5;
const LONGEST: Seconds = 60;
const STEP: Seconds = 5;

/** How long the person has to get into place. */
export const countInField = (
  { countIn }: Pick<UiSettings, 'countIn'>,
  change: (countIn: Seconds) => void,
) => html`<th-stepper
  label=${drillWords().intoPlace}
  unit="s"
  .value=${countIn}
  .min=${SHORTEST}
  .max=${LONGEST}
  .step=${STEP}
  @th-step=${(event: StepEvent) => change(event.detail)}
></th-stepper>`;
