import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { LOAD_KEYS, type LoadChange } from '../../training/load/overload.ts';
import { loadWords } from '../../i18n/en/hip/load.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { Fetched } from '../elements/fetched.ts';
import { dayAmong, doneSets } from '../programmes/week-input.ts';
import { limitedPlan } from '../safety/limited-plan.ts';
import { personNow } from '../safety/person-now.ts';
import { changeSettings, fire, focusLater, presetKey, Served } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import { loadText, nextLoad, settingsWith } from './next-load.ts';
import { planFor } from './plan-choice.ts';

/** The numbers of a programme that its own parts do not set. */
const OF_PROGRAMME: ReadonlySet<LoadChange['what']> = new Set(['hold', 'seconds']);

/** Offers one thing more or less for the set that the page of a drill prepares. Fires `th-changed` with the settings that it changes. */
@customElement('th-next-load')
export class ThNextLoad extends Served {
  static override styles = [commonStyles];

  @property({ attribute: false }) drill!: DrillDefinition;
  @property({ attribute: false }) settings!: Settings;
  @property({ type: Boolean }) fixed = false;
  @state() private _taken = false;
  readonly #sets = new Fetched(this, () => this.services.sets.list());

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('drill')) this._taken = false;
  }

  override render() {
    const words = loadWords();
    if (this._taken) return html`<p class="note good" role="status" tabindex="-1">${words.taken}</p>`;
    const all = this.#sets.value;
    if (all === null || this.#isDoneToday(all)) return null;
    const { change, strength } = nextLoad(this.services, this.drill, this.settings, doneSets(all), dayAmong(all));
    if (strength !== null && !this.fixed) return html`<p class="note">${words.why.easy} ${strength}</p>`;
    if (change === null || !this.#isOpen(change, all)) return null;
    return html`<div class="note ${change.way === 'up' ? 'good' : ''}" role="note">
      <span>${words.why[change.why]} <strong>${words.today(loadText(change))}</strong></span>
      <p><button @click=${() => this.#take(change)}>${words.take}</button></p>
    </div>`;
  }

  /** What was done today is answered tomorrow, when the hip has told how it was. */
  #isDoneToday(all: readonly SetOverview[]): boolean {
    const dayOf = dayAmong(all);
    const today = dayOf(Date.now());
    return doneSets(all).some(({ drill, startedAt }) => drill === this.drill.id && dayOf(startedAt) === today);
  }

  /** Whether the set would be done so: no programme sets this number, and no limit stands against it. */
  #isOpen(change: LoadChange, all: readonly SetOverview[]): boolean {
    const { drill, services, settings } = this;
    if (this.fixed && !OF_PROGRAMME.has(change.what)) return false;
    if (change.way === 'down') return true;
    const now = Date.now();
    const person = personNow(services.drills, services.settings.current, all, now);
    const presets = { ...settings.presets, [presetKey(drill.id, change.goal)]: change.preset };
    const plan = limitedPlan(planFor(drill, { ...settings, goal: change.goal, presets }), person, now);
    if (plan === null || plan.goal !== change.goal) return false;
    return change.what === 'goal' || plan.preset[LOAD_KEYS[change.what]] === change.to;
  }

  #take(change: LoadChange): void {
    const part = settingsWith({ drill: this.drill, current: this.services.settings.current }, change);
    changeSettings(this, part);
    this._taken = true;
    fire(this, 'th-changed', part);
    // The button that had the focus is gone.
    focusLater(this, '.note');
  }
}
