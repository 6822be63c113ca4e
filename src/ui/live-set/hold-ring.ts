import { html, svg, type TemplateResult } from 'lit';
import type { Share } from '../../instrument/geometry/units.ts';

const RADIUS = 42;
const AROUND = 2 * Math.PI * RADIUS;

/** A ring that fills while the start is held; styled by `sessionStyles`. */
export const holdRing = (
  share: Share,
): TemplateResult => html`<svg class="hold" viewBox="0 0 100 100" aria-hidden="true">
  ${svg`<circle class="track" cx="50" cy="50" r=${RADIUS} />
    <circle class="done" cx="50" cy="50" r=${RADIUS} stroke-dasharray=${AROUND} stroke-dashoffset=${AROUND * (1 - share)} />
    <text x="50" y="50" text-anchor="middle" dominant-baseline="central">${Math.max(0, Math.ceil(3 * (1 - share)))}</text>`}
</svg>`;
