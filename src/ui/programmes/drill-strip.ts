import { css, html, nothing } from 'lit';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { partsHere } from '../../training/planning/parts.ts';
import type { DrillPart } from './programme-plan.ts';
import '../home-and-drill/th-drill-still.ts';

const drillsInOrder = (parts: readonly DrillPart[]): readonly DrillDefinition[] => [
  ...new Set(partsHere(parts).map(({ drill }) => drill)),
];

/** The most pictures that are large enough to be made out. */
const MOST = 4;

/** Pictures of the first drills of a programme in their order. Decoration: the drills are named in the list of parts. */
export function drillStrip(parts: readonly DrillPart[]) {
  const drills = drillsInOrder(parts).slice(0, MOST);
  if (drills.length === 0) return nothing;
  return html`<div class="strip" aria-hidden="true">
    ${drills.map((drill) => html`<th-drill-still .drill=${drill}></th-drill-still>`)}
  </div>`;
}

/** One picture fills the place, two stand side by side, of three the first is the largest, four fill two rows. */
export const stripStyles = css`
  .strip {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-auto-rows: minmax(0, 1fr);
    gap: 2px;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    border-radius: var(--radius);
  }
  .strip th-drill-still {
    aspect-ratio: auto;
  }
  .strip :only-child {
    grid-column: span 2;
  }
  .strip :first-child:nth-last-child(3) {
    grid-row: span 2;
  }
`;
