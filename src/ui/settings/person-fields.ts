import { html } from 'lit';
import type { Metres, Seconds } from '../../instrument/geometry/units.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { lengthIn, metresFrom } from '../elements/format.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { stepperField } from '../elements/stepper-field.ts';

/** Body heights that the field offers. */
const HEIGHTS: { readonly least: Metres; readonly most: Metres } = { least: 1.2, most: 2.2 };

/** A field for the person's height, shown in the chosen units and returned in metres. */
const heightField = (
  { subjectHeight, units }: Pick<Settings, 'subjectHeight' | 'units'>,
  change: (height: Metres) => void,
) => {
  const value = Math.round(lengthIn(subjectHeight, units));
  const [min, max] = [Math.ceil(lengthIn(HEIGHTS.least, units)), Math.floor(lengthIn(HEIGHTS.most, units))];
  return stepperField({ label: drillWords().height, unit: units, value, min, max }, (height) =>
    change(metresFrom(height, units)),
  );
};

/** Times that the person can choose to get into place, and the step between them (s). */
const COUNT_INS = { min: 5, max: 60, step: 5 };

/** A field for the time that the person has to get into place after starting a set. */
const countInField = ({ countIn }: Pick<Settings, 'countIn'>, change: (countIn: Seconds) => void) =>
  stepperField({ label: drillWords().intoPlace, unit: 's', value: countIn, ...COUNT_INS }, change);

/** Both beside each other, each stored as `change` is called. The styles are `selects`. @param isMeasured without a camera no height is needed */
export const personFields = (
  settings: Pick<Settings, 'subjectHeight' | 'units' | 'countIn'>,
  change: (part: Partial<Settings>) => void,
  isMeasured = true,
) => html`<div class="pair">
  ${isMeasured ? heightField(settings, (subjectHeight) => change({ subjectHeight })) : null}
  ${countInField(settings, (countIn) => change({ countIn }))}
</div>`;
