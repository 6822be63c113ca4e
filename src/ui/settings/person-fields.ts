import { html } from 'lit';
import type { Metres, Seconds } from '../../instrument/geometry/units.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { lengthIn, metresFrom } from './length-units.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import type { StepEvent } from '../elements/th-stepper.ts';
import '../elements/th-stepper.ts';

/** Body heights that the field offers. */
const HEIGHTS: { readonly least: Metres; readonly most: Metres } = { least: 1.2, most: 2.2 };

/** A field for the person's height, shown in the chosen units and returned in metres. */
export const heightField = (
  { subjectHeight, units }: Pick<Settings, 'subjectHeight' | 'units'>,
  change: (height: Metres) => void,
) => html`<th-stepper
  label=${drillWords().height}
  unit=${units}
  .value=${Math.round(lengthIn(subjectHeight, units))}
  .min=${Math.ceil(lengthIn(HEIGHTS.least, units))}
  .max=${Math.floor(lengthIn(HEIGHTS.most, units))}
  @th-step=${(event: StepEvent) => change(metresFrom(event.detail, units))}
></th-stepper>`;

/** Times that the person can choose to get into place, and the step between them. */
const COUNT_INS: { readonly least: Seconds; readonly most: Seconds; readonly step: Seconds } = {
  least: 5,
  most: 60,
  step: 5,
};

/** A field for the time that the person has to get into place after starting a set. */
export const countInField = (
  { countIn }: Pick<Settings, 'countIn'>,
  change: (countIn: Seconds) => void,
) => html`<th-stepper
  label=${drillWords().intoPlace}
  unit="s"
  .value=${countIn}
  .min=${COUNT_INS.least}
  .max=${COUNT_INS.most}
  .step=${COUNT_INS.step}
  @th-step=${(event: StepEvent) => change(event.detail)}
></th-stepper>`;
