import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fitting } from '../styles/tokens.ts';
import { type Goal, GOALS } from '../../coach/drill-definition.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { partsHere, resolveDrill } from '../../training/planning/parts.ts';
import {
  type Programme,
  PROGRAMME_LIMITS,
  type ProgrammeBlock,
  type ProgrammeItem,
} from '../../training/planning/programme.ts';
import { choicesOf, selectField } from '../elements/fields.ts';
import { formatLength } from '../elements/format.ts';
import { stepperField } from '../elements/stepper-field.ts';
import { exercises } from '../home-and-drill/plan-choice.ts';
import { partsFor, programmeLength, wholeMinutes } from './programme-plan.ts';
import { programmeStyles } from './programme-styles.ts';
import { routeHash } from '../shell/router.ts';
import { changeSettings, fire, goTo, Served } from '../shell/services.ts';
import { goalName } from '../shell/words.ts';
import { commonStyles } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** The changed item, or the command to move or remove it. */
type ItemChange = ProgrammeItem | 'up' | 'down' | 'remove';

const EMPTY: ProgrammeBlock = { times: 1, items: [] };

/** Edits a programme of the person's own. Every change is stored at once. Fires `th-go` (a route). */
@customElement('th-programme-editor')
export class ThProgrammeEditor extends Served {
  static override styles = [
    commonStyles,
    programmeStyles,
    css`
      fieldset {
        display: grid;
        gap: var(--s3);
      }
      legend {
        float: inline-start;
        font-weight: 640;
      }
      ${fitting('.fields', '12rem', 'var(--s3)', 'end')}
      .wide {
        grid-column: 1 / -1;
      }
      .narrow {
        max-inline-size: 26rem;
      }
      .times {
        inline-size: 12rem;
      }
    `,
  ];

  @property() programmeId = '';
  @state() private _message = '';

  get #programme(): Programme | null {
    return this.services.settings.current.programmes.find(({ id }) => id === this.programmeId) ?? null;
  }

  override render() {
    const programme = this.#programme;
    const words = weekWords().own;
    const { noSuch, all, sets } = programmeTexts();
    if (programme === null)
      return html`<div class="page"><h1 tabindex="-1">${noSuch}</h1>
        <p><a href="#/programmes">${all}</a></p></div>`;
    const block = programme.blocks[0] ?? EMPTY;
    const parts = partsFor(this.services, programme);
    const length = wholeMinutes(programmeLength(parts, this.services.settings.current));
    return html`<div class="page">
      <h1 tabindex="-1">${commonWords().yourProgramme}</h1>
      <div class="plain narrow">
        <label for="name">${words.name}</label>
        <input id="name" type="text" required maxlength=${PROGRAMME_LIMITS.title} .value=${programme.title} @change=${this.#rename} />
      </div>
      <ol class="list">
        ${block.items.map(
          (item, index) => html`<li>
            ${this.#item(item, index, block.items.length)}
          </li>`,
        )}
      </ol>
      <p class="row">
        <button ?disabled=${block.items.length >= PROGRAMME_LIMITS.items} @click=${this.#add}>${words.add}</button>
      </p>
      <div class="times">
        ${stepperField({ label: words.times, unit: '', value: block.times, min: 1, max: PROGRAMME_LIMITS.times }, (times) => this.#changeBlock({ times }))}
      </div>
      <p class="muted" role="status">${sets(partsHere(parts).length, formatLength(length))}. ${this._message}</p>
      <p class="row">
        <a class="button primary" href=${routeHash({ screen: 'programme', id: programme.id })}>${words.done}</a>
        <button class="danger" @click=${this.#delete}>${words.delete}</button>
      </p>
      <p class="small muted">${words.keptAtOnce}</p>
    </div>`;
  }

  #item(item: ProgrammeItem, index: number, count: number) {
    const words = weekWords().own;
    const change = (to: ItemChange): void => this.#itemChanged(index, to);
    return html`<fieldset class="panel">
      <legend>${words.part(index + 1)}</legend>
      <div class="fields">${this.#choices(item, index, (part) => change({ ...item, ...part }))}</div>
      <div class="row">
        <button ?disabled=${index === 0} aria-label=${words.partEarlier(index + 1)} @click=${() => change('up')}>${words.earlier}</button>
        <button ?disabled=${index === count - 1} aria-label=${words.partLater(index + 1)} @click=${() => change('down')}>${commonWords().later}</button>
        <button class="quiet" ?disabled=${count === 1} aria-label=${words.removePart(index + 1)} @click=${() => change('remove')}>
          ${commonWords().remove}
        </button>
      </div>
    </fieldset>`;
  }

  #choices(item: ProgrammeItem, key: number, edit: (part: Partial<ProgrammeItem>) => void) {
    const words = weekWords().own;
    const drills = exercises(this.services.drills);
    const [reference] = item.drills;
    const known = reference ? resolveDrill(drills, reference) : null;
    const titles = drills.map(({ id, title }) => ({ value: id, label: title }));
    const goals = GOALS.map((value) => ({ value, label: goalName(value) }));
    const sides = choicesOf(['each', 'left', 'right'], words.sides);
    const rounds = Array.from({ length: PROGRAMME_LIMITS.rounds }, (_, at) => ({
      value: at + 1,
      label: String(at + 1),
    }));
    const rest = { label: words.rest, unit: 's', value: item.rest, min: 0, max: PROGRAMME_LIMITS.rest, step: 15 };
    const take = (drill: string): void => edit({ drills: [{ drill, variant: null }] });
    return html`${selectField(commonWords().drill, titles, known?.id ?? '', take, { look: 'wide', otherwise: commonWords().absent, key })}
      ${selectField<Goal | null>(commonWords().goal, [{ value: null, label: words.goalOfDay }, ...goals], item.goal, (goal) => edit({ goal }), { key })}
      ${known?.bilateral ? null : selectField<ProgrammeItem['side']>(words.leg, sides, item.side, (side) => edit({ side }), { key })}
      ${selectField<number | null>(commonWords().rounds, [{ value: null, label: words.asGoal }, ...rounds], item.rounds, (changed) => edit({ rounds: changed }), { key })}
      ${stepperField(rest, (changed) => edit({ rest: changed }))}`;
  }

  readonly #rename = (event: Event): void => {
    const field = event.currentTarget as HTMLInputElement;
    const title = field.value.trim();
    if (title === '') field.value = this.#programme?.title ?? '';
    else this.#change({ title });
  };

  readonly #add = (): void => {
    const items = this.#programme?.blocks[0]?.items ?? [];
    const last = items.at(-1);
    if (last) this.#changeBlock({ items: [...items, last] });
    this._message = weekWords().own.added;
  };

  #itemChanged(index: number, change: ItemChange): void {
    const items = this.#programme?.blocks[0]?.items ?? [];
    const changed = changedItems(items, index, change);
    if (changed) this.#changeBlock({ items: changed });
    this._message = change === 'remove' ? weekWords().own.removed : '';
  }

  #changeBlock(part: Partial<ProgrammeBlock>): void {
    const [block = EMPTY, ...others] = this.#programme?.blocks ?? [];
    this.#change({ blocks: [{ ...block, ...part }, ...others] });
  }

  #change(part: Partial<Programme>): void {
    const programmes = this.services.settings.current.programmes.map((one) =>
      one.id === this.programmeId ? { ...one, ...part } : one,
    );
    changeSettings(this, { programmes });
  }

  readonly #delete = (): void => {
    const { settings } = this.services;
    const before = settings.current;
    const { [this.programmeId]: run, ...programmeRuns } = before.programmeRuns;
    const isIt = (id: string) => id === this.programmeId;
    const programmes = before.programmes.filter(({ id }) => !isIt(id));
    const week = before.week.filter(({ programme }) => !isIt(programme));
    changeSettings(this, { programmes, programmeRuns, week });
    fire(this, 'th-deleted', () => {
      const { current } = settings;
      return settings.change({
        programmes: [...current.programmes, ...before.programmes.filter(({ id }) => isIt(id))],
        programmeRuns: { ...current.programmeRuns, ...(run ? { [this.programmeId]: run } : {}) },
        week: [...current.week, ...before.week.filter(({ programme }) => isIt(programme))],
      });
    });
    goTo(this, { screen: 'programmes' });
  };
}

/** The items after a change; null if nothing changes. A programme keeps at least one item. */
const changedItems = (
  items: readonly ProgrammeItem[],
  index: number,
  change: ItemChange,
): readonly ProgrammeItem[] | null => {
  if (typeof change === 'object') return items.with(index, change);
  const rest = items.toSpliced(index, 1);
  if (change === 'remove') return rest.length > 0 ? rest : null;
  const to = index + (change === 'up' ? -1 : 1);
  const item = items[index];
  return item === undefined || to < 0 || to >= items.length ? null : rest.toSpliced(to, 0, item);
};
