import { html } from 'lit';
import type { Degrees } from '../../instrument/geometry/units.ts';
import { angleText } from './format.ts';

/** An angle with its error, the angle in bold: "**26°** ± 4°", "**about 20°**, give or take 10". */
export const strongAngle = (value: Degrees | null, sd: Degrees | null, bold = true) => {
  const told = angleText(value, sd);
  return bold ? html`<strong>${told.value}</strong>${told.band}` : html`${told.value}${told.band}`;
};
