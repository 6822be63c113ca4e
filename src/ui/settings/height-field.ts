import { html } from 'lit';
import type { Metres } from '../../instrument/geometry/units.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { lengthIn, metresFrom } from './length-units.ts';
import type { UiSettings } from '../shell/services.ts';
import type { StepEvent } from '../elements/th-stepper.ts';
import '../elements/th-stepper.ts';

const SHORTEST: Metres = 1.2;
const TALLEST: Metres = 2.2;

/** The person's height, in the units of their choice. */
export const heightField = (
  { subjectHeight, units }: Pick<UiSettings, 'subjectHeight' | 'units'>,
  change: (height: Metres) => void,
) => html`<th-stepper
  label=${drillWords().height}
  unit=${units}
  .value=${Math.round(lengthIn(subjectHeight, units))}
  .min=${Math.ceil(lengthIn(SHORTEST, units))}
  .max=${Math.floor(lengthIn(TALLEST, units))}
  @th-step=${(event: StepEvent) => change(metresFrom(event.detail, units))}
></th-stepper>`;
