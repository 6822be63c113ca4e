import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { newId } from '../../app/new-id.ts';
import { peopleWords } from '../../i18n/en/settings.ts';
import type { Trainee } from '../../storage/people/people.ts';
import type { SetsOfPerson } from '../../storage/people/sets-of.ts';
import { dayText } from '../elements/format.ts';
import { ask } from '../elements/th-confirm.ts';
import { focusLater, Served } from '../shell/services.ts';
import { commonStyles, fields, lists, readable } from '../styles/styles.ts';
import { changePerson, nameOf } from './change-person.ts';

type Fault = keyof ReturnType<typeof peopleWords>['faults'];

/** The page on which people are added, changed, renamed and deleted. */
@customElement('th-people')
export class ThPeople extends Served {
  static override styles = [
    commonStyles,
    fields,
    lists,
    readable,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--s2) var(--s4);
      }
      strong {
        overflow-wrap: anywhere;
      }
      form.row {
        align-items: end;
      }
      label {
        display: grid;
        gap: var(--s1);
      }
    `,
  ];

  /** Id of the person whose name is being changed; null: nobody. */
  @state() private _renaming: string | null = null;
  @state() private _message = '';
  @state() private _fault: Fault | null = null;
  @state() private _sets: ReadonlyMap<string, SetsOfPerson> = new Map();

  protected override firstUpdated(): void {
    this.#recover().catch(() => undefined);
  }

  override render() {
    const { people } = this.services;
    const words = peopleWords();
    return html`<div class="page">
      <header class="stack-s">
        <h1 tabindex="-1">${words.heading}</h1>
        <p>${words.lead}</p>
      </header>
      <section class="panel stack" aria-label=${words.heading}>
        <ul class="list">
          ${people.all.map((one) => html`<li>${this._renaming === one.id ? this.#rename(one) : this.#row(one)}</li>`)}
        </ul>
        <p role="status">${this._message}</p>
        ${this._fault ? html`<p class="note" role="alert">${words.faults[this._fault]}</p>` : null}
      </section>
      <section class="panel stack">
        <h2>${words.add}</h2>
        <form class="row" @submit=${this.#add}>
          ${people.here.name === '' && !people.several ? this.#field('mine', words.yourName, 'nickname') : null}
          ${this.#field('name', words.theirName)}
          <button class="primary">${words.add}</button>
        </form>
      </section>
    </div>`;
  }

  #field(name: string, label: string, complete: 'off' | 'nickname' = 'off', value = '') {
    return html`<label>${label}<input name=${name} .value=${value} required maxlength=${this.services.people.limits.name} autocomplete=${complete} /></label>`;
  }

  #row(one: Trainee) {
    const { people } = this.services;
    const words = peopleWords();
    const name = nameOf(this.services, one);
    const isHere = one.id === people.here.id;
    const sets = this._sets.get(one.id);
    const facts = [
      ...(isHere && people.several ? [words.here] : []),
      ...(sets
        ? [sets.count === 0 ? words.noSets : words.sets(sets.count, sets.last === null ? null : dayText(sets.last))]
        : []),
    ];
    return html`<div><strong translate="no">${name}</strong> <p class="small muted">${facts.join(' · ')}</p></div>
      <div class="row">
        ${isHere ? null : html`<button class="primary" @click=${() => changePerson(this.services, one.id, '#/')}>${words.use(name)}</button>`}
        <button class="quiet" aria-label=${words.renameOf(name)} @click=${() => this.#startRename(one.id)}>${words.rename}</button>
        ${isHere ? null : html`<button class="quiet danger" aria-label=${words.removeOf(name)} @click=${() => this.#remove(one)}><span translate="no">${words.remove(name)}</span></button>`}
      </div>`;
  }

  #rename(one: Trainee) {
    const words = peopleWords();
    return html`<form class="row" @submit=${(event: SubmitEvent) => this.#takeName(event, one.id)}>
      ${this.#field('name', words.name, 'off', one.name)}
      <button class="primary">${words.save}</button>
    </form>`;
  }

  async #startRename(id: string): Promise<void> {
    this._renaming = id;
    this.#told('');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('li input')?.select();
  }

  readonly #takeName = (event: SubmitEvent, id: string): void => {
    const name = given(event, 'name');
    const fault = this.services.people.rename(id, name);
    this.#told(fault === null ? peopleWords().renamed(name) : '', fault);
    if (fault !== null) return;
    this._renaming = null;
    focusLater(this);
  };

  readonly #add = (event: SubmitEvent): void => {
    const { people } = this.services;
    const name = given(event, 'name');
    const mine = given(event, 'mine');
    // The first person gets a name as soon as there is somebody else.
    const fault =
      (mine !== '' && mine.toLowerCase() === name.toLowerCase() ? 'taken' : null) ??
      (people.here.name === '' && !people.several ? people.rename(people.here.id, mine) : null) ??
      people.add(newId(), name);
    this.#told(fault === null ? peopleWords().added(name) : '', fault);
    if (fault === null) (event.target as HTMLFormElement).reset();
  };

  async #remove(one: Trainee): Promise<void> {
    const { askRemove, removed } = peopleWords();
    const name = nameOf(this.services, one);
    if (!(await ask(this, { ...askRemove, title: askRemove.title(name) }))) return;
    const result = await this.services.people.remove(one.id).catch(() => 'failed' as const);
    this.#told(result === 'removed' ? removed(name) : '', result === 'removed' ? null : result);
    focusLater(this);
  }

  #told(message: string, fault: Fault | null = null): void {
    this._message = message;
    this._fault = fault;
    this.requestUpdate();
  }

  /** Names can be lost while the data are there. Then says how many sets each person has. */
  async #recover(): Promise<void> {
    const databases = await indexedDB.databases();
    this.services.people.recover(
      databases.flatMap(({ name }) => name ?? []),
      peopleWords().unnamed,
    );
    const found = this.services.people.all.map(async ({ id }) => [id, await this.services.setsOf(id)] as const);
    this._sets = new Map((await Promise.all(found)).flatMap(([id, sets]) => (sets ? [[id, sets] as const] : [])));
  }
}

/** What was written into a field; stops the form from being sent. */
function given(event: SubmitEvent, field: string): string {
  event.preventDefault();
  const value = new FormData(event.target as HTMLFormElement).get(field);
  return typeof value === 'string' ? value.trim() : '';
}
