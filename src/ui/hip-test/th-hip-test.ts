import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Served } from '../shell/services.ts';
import { Fetched } from '../elements/fetched.ts';
import { bullets } from '../elements/in-steps.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { trainedBefore } from '../../training/assessment/retest.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import { selfCheckLink } from '../home-and-drill/drill-notes.ts';
import { dayAmong, pastSets } from '../programmes/week-input.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { commonStyles, sentences } from '../styles/styles.ts';
import '../home-and-drill/th-drill.ts';

/** The screen before a hip test. The page of the test drill starts it; both hips and the lengths are fixed. */
@customElement('th-hip-test')
export class ThHipTest extends Served {
  static override styles = [commonStyles, sentences];

  @property({ attribute: false }) drill!: DrillDefinition;
  readonly #trained = new Fetched(this, async () => {
    const sets = await this.services.sets.list();
    return trainedBefore({ testedAt: new Date().toISOString() }, pastSets(sets), dayAmong(sets));
  });

  override render() {
    const words = hipTestWords();
    const settings: Settings = { ...this.services.settings.current, side: 'each', goal: 'prep' };
    return html`<th-drill class="screen" .services=${this.services} .drill=${this.drill} .fixed=${settings}>
      <section slot="before" class="panel stack-s" aria-labelledby="why">
        <h2 id="why">${words.why}</h2>
        ${bullets(words.reasons, 'sentences')}
        <p><strong>${words.needs}</strong></p>
        ${this.#trained.value ? html`<p class="note" role="status">${words.trained}</p>` : html`<p>${words.before}</p>`}
      </section>
      <div slot="set" class="stack-s">
        <p>${words.set}</p>
        <p class="small muted">${words.unproven} ${words.again}</p>
        ${selfCheckLink(this.drill)}
      </div>
    </th-drill>`;
  }
}
