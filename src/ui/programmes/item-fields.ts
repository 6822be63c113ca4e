import { css, html } from 'lit';
import { type DrillDefinition, type Goal, GOALS } from '../../coach/drill-definition.ts';
import { resolveDrill } from '../../training/planning/parts.ts';
import { PROGRAMME_LIMITS, type ProgrammeItem } from '../../training/planning/programme.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { selectField } from '../elements/fields.ts';
import { stepperField } from '../elements/stepper-field.ts';
import { goalName } from '../shell/words.ts';

/** The changed item, or the command to move or remove it. */
export type ItemChange = ProgrammeItem | 'up' | 'down' | 'remove';

const SIDES: readonly ProgrammeItem['side'][] = ['each', 'left', 'right'];

const sideLabel = (side: ProgrammeItem['side']): string => {
  const { sides } = weekWords().own;
  return side === 'both' ? '' : sides[side];
};

/** For `itemFields`, beside `programmeStyles`. */
export const itemStyles = css`
  fieldset {
    display: grid;
    gap: var(--s3);
  }
  legend {
    float: inline-start;
    padding: 0;
    font-weight: 640;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    gap: var(--s3);
    align-items: end;
  }
  .wide {
    grid-column: 1 / -1;
  }
`;

interface Place {
  readonly position: number;
  readonly count: number;
}

/** Edits one item of a programme: drill, goal, side, rounds and rest. */
export function itemFields(
  item: ProgrammeItem,
  { position, count }: Place,
  drills: readonly DrillDefinition[],
  change: (change: ItemChange) => void,
) {
  const words = weekWords().own;
  return html`<fieldset class="panel">
    <legend>${words.part(position + 1)}</legend>
    <div class="fields">${choices(item, position, drills, (part) => change({ ...item, ...part }))}</div>
    <div class="row">
      <button ?disabled=${position === 0} aria-label=${words.partEarlier(position + 1)} @click=${() => change('up')}>${words.earlier}</button>
      <button ?disabled=${position === count - 1} aria-label=${words.partLater(position + 1)} @click=${() => change('down')}>${words.later}</button>
      <button class="quiet" ?disabled=${count === 1} aria-label=${words.removePart(position + 1)} @click=${() => change('remove')}>
        ${weekWords().remove}
      </button>
    </div>
  </fieldset>`;
}

function choices(
  item: ProgrammeItem,
  key: number,
  drills: readonly DrillDefinition[],
  edit: (part: Partial<ProgrammeItem>) => void,
) {
  const words = weekWords().own;
  const [reference] = item.drills;
  const known = reference ? resolveDrill(drills, reference) : null;
  const titles = drills.map(({ id, title }) => ({ value: id, label: title }));
  const goals = [{ value: null, label: words.goalOfDay }, ...GOALS.map((value) => ({ value, label: goalName(value) }))];
  const sides = SIDES.map((side) => ({ value: side, label: sideLabel(side) }));
  const counts = Array.from({ length: PROGRAMME_LIMITS.rounds }, (_, index) => index + 1);
  const rounds = [
    { value: null, label: words.asGoal },
    ...counts.map((count) => ({ value: count, label: String(count) })),
  ];
  const rest = { label: words.rest, unit: 's', value: item.rest, min: 0, max: PROGRAMME_LIMITS.rest, step: 15 };
  return html`${selectField(
    words.drill,
    titles,
    known?.id ?? '',
    (drill) => edit({ drills: [{ drill, variant: null }] }),
    {
      look: 'wide',
      otherwise: programmeTexts().absent,
      key,
    },
  )}
  ${selectField<Goal | null>(words.goal, goals, item.goal, (goal) => edit({ goal }), { key })}
  ${known?.bilateral ? null : selectField(words.leg, sides, item.side, (side) => edit({ side }), { key })}
  ${selectField<number | null>(words.rounds, rounds, item.rounds, (changed) => edit({ rounds: changed }), { key })}
  ${stepperField(rest, (changed) => edit({ rest: changed }))}`;
}
