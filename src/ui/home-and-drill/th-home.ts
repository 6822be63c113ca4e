import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { RangeSummary } from '../../coach/record/set-record.ts';
import { homeWords } from '../../i18n/en/home.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { drillPicture } from './drill-picture.ts';
import { figureStyles } from '../charts/figure-svg.ts';
import { formatLength } from '../elements/format.ts';
import { chosenPreset, lockOf, setLength, sidesOf, usualDrill, usualWays } from './plan-choice.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { cards, commonStyles } from '../styles/styles.ts';
import { goalName } from '../shell/words.ts';
import pictureUrl from '../assets/measured.webp?url';
import '../charts/th-range-bars.ts';

/** Invented figures for the picture that explains what the app shows. */
const EXAMPLE: RangeSummary = {
  side: 'left',
  round: 1,
  clean: 26,
  borrowed: 8,
  borrowedAtLeast: true,
  gross: 34,
  sd: 2,
  endRange: 24,
  coverage: 1,
  pelvisWatched: 1,
};

/** The first page: the demo, the drills, and links to the other screens. Fires `th-demo`. */
@customElement('th-home')
export class ThHome extends LitElement {
  static override styles = [
    commonStyles,
    figureStyles,
    cards,
    css`
      .hero {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: var(--s7);
        align-items: center;
        padding-block: var(--s5) var(--s2);
      }
      .pitch {
        display: grid;
        gap: var(--s5);
      }
      .example {
        display: grid;
        gap: var(--s4);
      }
      .example img {
        inline-size: 100%;
        block-size: auto;
        border-radius: var(--radius-s);
      }
      @media (max-width: 860px) {
        .hero {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--s5);
        }
      }
      .pitch p {
        max-inline-size: 56ch;
        font-size: 1.2rem;
        color: var(--muted);
      }
      .hero h1 {
        font-size: clamp(2.2rem, 1.2rem + 3.6vw, 3.6rem);
        max-inline-size: 18ch;
      }
      ul {
        list-style: none;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
        gap: var(--s5);
      }
      .card {
        position: relative;
        display: grid;
        grid-template-rows: auto 1fr;
        block-size: 100%;
        padding: 0;
        overflow: hidden;
        transition: border-color 0.15s;
      }
      .card svg {
        display: block;
        inline-size: 100%;
        background: var(--scene);
        border-block-end: 1px solid var(--line);
        --figure-edge: var(--scene);
      }
      .card .text {
        padding: var(--s4) var(--s5) var(--s5);
        display: grid;
        gap: var(--s2);
        grid-template-rows: auto auto 1fr auto;
      }
      .held {
        color: var(--danger);
        font-weight: 580;
      }
      .length {
        color: var(--accent);
        font-weight: 580;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _sets: readonly SetOverview[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.services.sets.list().then(
      (sets) => (this._sets = sets),
      () => undefined,
    );
  }

  override render() {
    const words = homeWords();
    return html`<div class="page">
      <div class="hero">
        <div class="pitch">
        <h1 tabindex="-1">${words.heading}</h1>
        <p>${words.pitch}</p>
        <div class="row">
          <button class="primary large" @click=${this.#demo}>${words.demo}</button>
          <a class="button large" href=${routeHash({ screen: 'drill', id: this.#usual() })}>${words.camera}</a>
        </div>
        <p class="small">${words.demoNote}</p>
        </div>
        <figure class="panel example">
          <img src=${pictureUrl} width="640" height="360" alt=${words.picture} />
          <th-range-bars .ranges=${[EXAMPLE]}></th-range-bars>
          <figcaption class="small muted">${words.example}</figcaption>
        </figure>
      </div>
      ${this.#today()}
      <section class="stack" aria-labelledby="drills">
        <h2 id="drills">${words.pick}</h2>
        <ul>
          ${usualWays(this.services.drills).map((drill) => html`<li>${this.#card(drill)}</li>`)}
        </ul>
      </section>
      <p class="row">
        <a class="button" href="#/programmes">${words.programmes}</a>
        <a class="button" href="#/week">${words.week}</a>
        <a class="button" href="#/offline">${words.offline}</a>
        <a class="button" href="#/settings">${frameWords().links.settings}</a>
      </p>
      ${this.#language()}
    </div>`;
  }

  /** The drill that was done last; before the first set, the one of the demo. */
  #usual(): string {
    const { drills, demoPlan } = this.services;
    return usualDrill(drills, this._sets, demoPlan.drill.id);
  }

  /** Fetched late, because it stands below everything else. */
  #language() {
    import('../settings/th-language-field.ts').catch(() => undefined);
    return html`<th-language-field .services=${this.services}></th-language-field>`;
  }

  /** Fetched only when something is planned. */
  #today() {
    if (this.services.settings.current.week.length === 0) return null;
    import('../programmes/th-today.ts').catch(() => undefined);
    return html`<th-today .services=${this.services}></th-today>`;
  }

  #card(drill: DrillDefinition) {
    const { settings } = this.services;
    const words = homeWords();
    const { goal, side } = settings.current;
    const preset = chosenPreset(drill, goal, settings.current);
    const length = formatLength(setLength(drill, preset, sidesOf(drill, side).length));
    return html`<article class="panel card">
      ${drillPicture(drill, 'left')}
      <div class="text">
        <h3><a href=${routeHash({ screen: 'drill', id: drill.id })}>${drill.title}</a></h3>
        <p class="small muted">${words.laptop(drill.placement.title)}</p>
        <p>${drill.summary}</p>
        ${
          lockOf(drill, this.services.drills, this._sets, settings.current)
            ? html`<p class="held">${words.onHold}</p>`
            : html`<p class="small length">${words.length(goalName(goal), length)}</p>`
        }
      </div>
    </article>`;
  }

  readonly #demo = (): void => {
    this.dispatchEvent(new CustomEvent('th-demo', { bubbles: true, composed: true }));
  };
}
