import { html } from 'lit';
import type { Seconds } from '../../instrument/geometry/units.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import type { UiSettings } from '../shell/services.ts';
import type { StepEvent } from '../elements/th-stepper.ts';
import '../elements/th-stepper.ts';

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
