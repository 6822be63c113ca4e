import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { partsHere } from '../../training/planning/parts.ts';
import {
  type Programme,
  PROGRAMME_LIMITS,
  type ProgrammeBlock,
  type ProgrammeItem,
} from '../../training/planning/programme.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { formatLength } from '../elements/format.ts';
import { partsFor, programmeLength, wholeMinutes } from './programme-plan.ts';
import { exercises } from '../home-and-drill/plan-choice.ts';
import { programmeStyles } from './programme-styles.ts';
import { routeHash } from '../shell/router.ts';
import { fire, changeSettings, type Services, goTo } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import { type ItemChange, itemFields, itemStyles } from './item-fields.ts';
import { stepperField } from '../elements/stepper-field.ts';

const EMPTY: ProgrammeBlock = { times: 1, items: [] };

/** Edits a programme of the person's own. Every change is stored at once. Fires `th-go` (a route). */
@customElement('th-programme-editor')
export class ThProgrammeEditor extends LitElement {
  static override styles = [
    commonStyles,
    programmeStyles,
    itemStyles,
    css`
      .narrow {
        max-inline-size: 26rem;
      }
      .times {
        inline-size: 12rem;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
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
      <h1 tabindex="-1">${words.heading}</h1>
      <div class="plain narrow">
        <label for="name">${words.name}</label>
        <input id="name" type="text" required maxlength=${PROGRAMME_LIMITS.title} .value=${programme.title} @change=${this.#rename} />
      </div>
      <ol class="list">
        ${block.items.map(
          (item, index) => html`<li>
            ${itemFields(item, { position: index, count: block.items.length }, exercises(this.services.drills), (change) => this.#itemChanged(index, change))}
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
    const { settings } = this.services;
    const programmes = settings.current.programmes.map((one) =>
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
