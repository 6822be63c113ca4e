import { css, html } from 'lit';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { sideCheckFor, waysOf } from './plan-choice.ts';
import { routeHash } from '../shell/router.ts';

/** The ways to do a drill, as links: each has a page of its own. Nothing where there is only one. */
export function drillWays(drills: readonly DrillDefinition[], shown: DrillDefinition) {
  const ways = waysOf(drills, shown);
  if (ways.length < 2) return null;
  return html`<nav class="row" aria-label=${drillWords().ways}>
    ${ways.map(
      ({ id, variant }) => html`<a
        class="way"
        href=${routeHash({ screen: 'drill', id })}
        aria-current=${id === shown.id ? 'page' : 'false'}
        >${variant?.name}</a
      >`,
    )}
  </nav>`;
}

/** To the set that looks at the back from the side, for a drill whose own place does not show it. */
export function sideCheckLink(drills: readonly DrillDefinition[], shown: DrillDefinition) {
  const check = sideCheckFor(drills, shown);
  return check && html`<a href=${routeHash({ screen: 'drill', id: check.id })}>${drillWords().sideCheck}</a>`;
}

/** From a side check to its drill. */
export function backToDrill(drills: readonly DrillDefinition[], shown: DrillDefinition) {
  const drill = drills.find(({ id }) => id === shown.sideCheckOf);
  return (
    drill &&
    html`<p><a href=${routeHash({ screen: 'drill', id: drill.id })}>${drillWords().sideCheckOf(drill.title)}</a></p>`
  );
}

export const drillWayStyles = css`
  .way {
    display: inline-grid;
    place-content: center;
    min-block-size: 44px;
    padding-inline: var(--s4);
    border: 1px solid var(--edge);
    border-radius: var(--radius-s);
    color: inherit;
    text-decoration: none;
    font-weight: 580;
  }
  .way[aria-current='page'] {
    border: 2px solid var(--accent);
    background: var(--surface-2);
  }
`;
