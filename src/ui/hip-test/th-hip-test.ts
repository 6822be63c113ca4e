import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import type { Services } from '../shell/services.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { commonStyles } from '../styles/styles.ts';
import '../home-and-drill/th-drill.ts';

/** The screen before a hip test. The page of the test drill starts it; both hips and the lengths are fixed. */
@customElement('th-hip-test')
export class ThHipTest extends LitElement {
  static override styles = [
    commonStyles,
    css`
      ul {
        padding-inline-start: 1.3em;
        display: grid;
        gap: var(--s2);
        max-inline-size: var(--measure);
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) drill!: DrillDefinition;

  get #settings(): Settings {
    return { ...this.services.settings.current, side: 'each', goal: 'prep' };
  }

  override render() {
    const words = drillWords().hipTest;
    return html`<th-drill class="screen" .services=${this.services} .drill=${this.drill} .fixed=${this.#settings}>
      <section slot="before" class="panel stack-s" aria-labelledby="why">
        <h2 id="why">${words.why}</h2>
        <ul>
          ${words.reasons.map((line) => html`<li>${line}</li>`)}
        </ul>
        <p><strong>${words.needs}</strong></p>
      </section>
      <div slot="set" class="stack-s">
        <p>${words.set}</p>
        <p class="small muted">${words.unproven} ${words.again}</p>
      </div>
    </th-drill>`;
  }
}
