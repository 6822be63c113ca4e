import { css, html, nothing } from 'lit';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { partsHere } from '../../coach/planning/parts.ts';
import type { DrillPart } from './programme-plan.ts';
import '../home-and-drill/th-drill-still.ts';

/** The drills of a programme in their order, each once. */
const drillsInOrder = (parts: readonly DrillPart[]): readonly DrillDefinition[] => [
  ...new Set(partsHere(parts).map(({ drill }) => drill)),
];

/** Pictures of the drills of a programme in their order. Decoration: the drills are named in the list of parts. */
export function drillStrip(parts: readonly DrillPart[]) {
  const drills = drillsInOrder(parts);
  if (drills.length === 0) return nothing;
  return html`<div class="strip" aria-hidden="true">
    ${drills.map((drill) => html`<th-drill-still .drill=${drill}></th-drill-still>`)}
  </div>`;
}

export const stripStyles = css`
  .strip {
    display: flex;
    gap: 2px;
    overflow: hidden;
    border-radius: var(--radius-s);
  }
  .strip th-drill-still {
    flex: 1 1 0;
    min-inline-size: 0;
    max-inline-size: 50%;
    aspect-ratio: 4 / 3;
  }
`;
