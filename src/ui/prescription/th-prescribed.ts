import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TakenPrescription } from '../../training/prescription/prescription.ts';
import { allowed } from '../../training/safety/allowed.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import { formatDay } from '../elements/format.ts';
import { prescribedText } from '../safety/allowed-note.ts';
import { answeredPerson } from '../safety/person-now.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import { lastDay } from './last-day.ts';
import { prescriptionText } from './prescription-items.ts';
import { prescriptionStyles } from './prescription-styles.ts';

/** On the first page: the prescription that holds, or beside the figures of a drill its limit. */
@customElement('th-prescribed')
export class ThPrescribed extends LitElement {
  static override styles = [commonStyles, prescriptionStyles];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) taken!: TakenPrescription;
  /** Id of the drill whose limit is told; null: the whole prescription. */
  @property() drill: string | null = null;

  override render() {
    const { taken, drill } = this;
    if (drill !== null) return this.#limit(drill);
    const words = prescriptionWords().take;
    return html`<section class="panel stack-s" aria-labelledby="from">
      <h2 id="from">${words.until(taken.from, formatDay(lastDay(taken), { dateStyle: 'medium' }))}</h2>
      ${prescriptionText(taken, this.services.drills)}
      <p><a href=${routeHash({ screen: 'prescription' })}>${words.heading}</a></p>
    </section>`;
  }

  /** So that a range beside it does not look like a goal. */
  #limit(id: string) {
    const { drills, settings } = this.services;
    const drill = drills.find((one) => one.id === id);
    const now = Date.now();
    const may = drill && allowed(drill, answeredPerson(drills, settings.current, now), now);
    if (may === undefined || Object.keys(may.limits).length === 0) return null;
    return html`<p class="note">${prescribedText(may, this.taken)} ${prescriptionWords().take.noGoal}</p>`;
  }
}
