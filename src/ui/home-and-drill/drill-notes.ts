import { css, html } from 'lit';
import { figure } from '../../i18n/speaking.ts';
import { placingWords } from '../../i18n/en/placing.ts';
import { canBeChecked } from '../../training/self-check/self-check-plan.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { SymptomLock } from '../../training/planning/symptom-lock.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { setWords } from '../../i18n/en/set.ts';
import { checkField } from '../elements/fields.ts';
import { dayText } from '../elements/format.ts';
import { routeHash } from '../shell/router.ts';
import { symptomName } from '../shell/words.ts';
import { sideCheckFor, waysOf } from './plan-choice.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** How a person on the floor pauses and ends this drill. */
export function armNote({ armSignal, measure }: Pick<DrillDefinition, 'armSignal' | 'measure'>): string {
  const { noArm, arm, armBack } = setWords();
  if (armSignal === 'wide' || armSignal === 'ahead') return noArm[armSignal];
  return measure.neverSeen.includes('back-arch') ? `${arm} ${armBack}` : arm;
}

/**
 * Says that a drill is on hold, and why. A screen reader reads it as soon as it appears.
 * @param confirm called when the person ticks that the symptom has been checked; without it there is no tick box
 */
export const lockNote = ({ symptom, first, second }: SymptomLock, confirm?: () => void) => html`<div
  class="note bad"
  role="alert"
>
  <strong>${drillWords().lock.title}</strong>
  <span>${drillWords().lock.text(symptomName(symptom), dayText(first), dayText(second))}</span>
  ${confirm ? checkField(drillWords().lock.confirm, false, confirm) : null}
</div>`;

/** Links to the variants of a drill; each has a page of its own. Null when there is only one. */
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

/** Link from a drill to its side check, a set filmed from the side that shows the back. Null when it has none. */
export function sideCheckLink(drills: readonly DrillDefinition[], shown: DrillDefinition) {
  const check = sideCheckFor(drills, shown);
  return check && html`<a href=${routeHash({ screen: 'drill', id: check.id })}>${drillWords().sideCheck}</a>`;
}

export function backToDrill(drills: readonly DrillDefinition[], shown: DrillDefinition) {
  const drill = drills.find(({ id }) => id === shown.sideCheckOf);
  return (
    drill &&
    html`<p><a href=${routeHash({ screen: 'drill', id: drill.id })}>${drillWords().sideCheckOf(drill.title)}</a></p>`
  );
}

/** Link to the check against your own instrument; null: an instrument cannot show this drill's rotation. */
export const selfCheckLink = (drill: DrillDefinition) =>
  canBeChecked(drill)
    ? html`<p class="small">
        <a href=${routeHash({ screen: 'self-check', id: drill.id })}>${commonWords().selfCheck}</a>
      </p>`
    : null;

/** Whether an ordinary table will do for this drill, and where the laptop then stands. Null: the drill uses no camera. */
export function tableText({ table: fit }: DrillDefinition): string | null {
  if (fit === undefined) return null;
  const { table } = placingWords();
  if (fit === 'too-high') return table.tooHigh;
  if (fit === 'too-low') return table.tooLow;
  const works = table.works(figure(fit.from, 1), figure(fit.to, 1), fit.tilt);
  return fit.fair ? `${works} ${table.fair}` : works;
}
