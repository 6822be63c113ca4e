import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { RangeSummary } from '../../coach/record/set-record.ts';
import { homeWords } from '../../i18n/en/home.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { Fetched } from '../elements/fetched.ts';
import { fire, loadPart, type Services } from '../shell/services.ts';
import { formatAbout } from '../elements/format.ts';
import { chosenPreset, setLength, sidesOf, usualDrill, usualWays } from './plan-choice.ts';
import { routeHash } from '../shell/router.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { cards, commonStyles } from '../styles/styles.ts';
import { goalName } from '../shell/words.ts';
import pictureUrl from '../assets/measured.webp?url';
import '../charts/th-range-bars.ts';
import './th-drill-still.ts';

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

/** The first page: today's plan, the demo, a way to the right drill, all drills, and links to the other screens. Fires `th-demo`. */
@customElement('th-home')
export class ThHome extends LitElement {
  static override styles = [
    commonStyles,
    cards,
    css`
      .hero {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: var(--s6) var(--s7);
        align-items: center;
        padding-block: var(--s4) var(--s2);
      }
      .pitch {
        display: grid;
        gap: var(--s4);
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
      .planned {
        display: grid;
        gap: var(--s4);
      }
      /* The plan is fetched late; what stands below it should not jump. */
      th-today {
        min-block-size: 9rem;
      }
      /* While something is due, only that is the main button. */
      th-today[due] + .ways .primary {
        background: var(--surface-2);
        border-color: var(--edge);
        color: var(--text);
      }
      @media (max-width: 860px) {
        .hero {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--s5);
        }
      }
      @media (max-width: 640px) {
        .ways > * {
          inline-size: 100%;
        }
      }
      .pitch p {
        max-inline-size: 54ch;
        font-size: var(--t-lead);
        color: var(--muted);
      }
      .pitch .small {
        font-size: 0.9375rem;
      }
      .hero h1 {
        font-size: var(--t-display);
        max-inline-size: 20ch;
      }
      .planned h1 {
        font-size: 1.5rem;
      }
      ul {
        list-style: none;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
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
      .card .text {
        padding: var(--s3) var(--s4) var(--s4);
        display: grid;
        gap: var(--s1);
        grid-template-rows: auto 1fr auto;
      }
      .length {
        color: var(--accent);
        font-weight: 580;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  readonly #sets = new Fetched<readonly SetOverview[]>(this, () => this.services.sets.list());
  /** Fetched late: the cards are there before it is known. */
  readonly #onHold = new Fetched<ReadonlySet<string>>(this, async () => {
    const { drillsOnHold } = await import('../safety/person-now.ts');
    return drillsOnHold(this.services);
  });
  /** The questions that lead to a drill are open. */
  @state() private _finding = false;

  override render() {
    const words = homeWords();
    const planned = this.services.settings.current.week.length > 0;
    return html`<div class="page">
      ${planned ? this.#planned() : this.#hero()} ${this.#goals()}
      ${this._finding ? html`<th-drill-finder id="finder" .services=${this.services}></th-drill-finder>` : null}
      <section class="stack" aria-labelledby="drills">
        <h2 id="drills">${words.pick}</h2>
        <ul>
          ${usualWays(this.services.drills).map((drill) => html`<li>${this.#card(drill)}</li>`)}
        </ul>
      </section>
      <nav class="row" aria-label=${words.more}>
        <a class="button" href="#/programmes">${words.programmes}</a>
        <a class="button" href="#/week">${words.week}</a>
        <a class="button" href="#/goals">${words.goals}</a>
        <a class="button" href="#/video">${words.video}</a>
        <a class="button" href="#/offline">${words.offline}</a>
        <a class="button" href="#/your-data">${words.yourData}</a>
        <a class="button" href="#/settings">${frameWords().links.settings}</a>
      </nav>
      ${this.#language()}
    </div>`;
  }

  /** For somebody without a plan: what this is, and the ways in. */
  #hero() {
    const words = homeWords();
    return html`<div class="hero">
      <div class="pitch">
        <h1 tabindex="-1">${words.heading}</h1>
        <p>${words.pitch}</p>
        ${this.#waysIn(false)}
        <p class="small">${words.demoNote}</p>
        ${
          // The questions follow their button by Tab.
          this._finding ? null : this.#passport()
        }
      </div>
      ${
        this._finding
          ? null
          : html`<figure class="panel example">
        <img src=${pictureUrl} width="640" height="360" alt=${words.picture} />
        <th-range-bars .ranges=${[EXAMPLE]}></th-range-bars>
        <figcaption class="small muted">${words.example}</figcaption>
      </figure>`
      }
    </div>`;
  }

  /** For somebody with a plan: today's part of it comes first. Fetched only then. */
  #planned() {
    loadPart(this, import('../programmes/th-today.ts'));
    return html`<div class="planned">
      <h1 tabindex="-1">${homeWords().heading}</h1>
      <th-today .services=${this.services}></th-today>
      ${this.#waysIn(true)} ${this.#passport()}
    </div>`;
  }

  /** Fetched only where there is a goal. */
  #goals() {
    if (this.services.settings.current.hipGoals.length === 0) return null;
    loadPart(this, import('../goals/th-goal-lines.ts'));
    return html`<th-goal-lines .services=${this.services}></th-goal-lines>`;
  }

  #passport() {
    return html`<p><a href=${routeHash({ screen: 'passport' })}>${homeWords().passport}</a></p>`;
  }

  /** @param known the person has been here before, so that the camera comes before the demo */
  #waysIn(known: boolean) {
    const words = homeWords();
    const camera = routeHash({ screen: 'drill', id: this.#usual() });
    const demo = html`<button class="${known ? 'quiet' : 'primary'} large" @click=${() => fire(this, 'th-demo')}>${words.demo}</button>`;
    return html`<div class="row ways">
      ${known ? null : demo}
      <a class="button large ${known ? 'primary' : ''}" href=${camera}>${words.camera}</a>
      <button
        class="quiet large"
        aria-expanded=${this._finding}
        aria-controls="finder"
        @click=${this.#find}
      >${words.find}</button>
      ${known ? demo : null}
    </div>`;
  }

  /** The drill that was done last; before the first set, the one of the demo. */
  #usual(): string {
    const { drills, demoPlan } = this.services;
    return usualDrill(drills, this.#sets.value ?? [], demoPlan().drill.id);
  }

  /** Fetched late, because it stands below everything else. */
  #language() {
    loadPart(this, import('../settings/th-language-field.ts'));
    return html`<th-language-field .services=${this.services}></th-language-field>`;
  }

  #card(drill: DrillDefinition) {
    const { settings } = this.services;
    const words = homeWords();
    const { goal, side } = settings.current;
    const preset = chosenPreset(drill, goal, settings.current);
    const length = formatAbout(setLength(drill, preset, sidesOf(drill, side).length));
    return html`<article class="panel card">
      <th-drill-still .drill=${drill} marked></th-drill-still>
      <div class="text">
        <h3><a href=${routeHash({ screen: 'drill', id: drill.id })}>${drill.title}</a></h3>
        <p>${drill.line ?? drill.summary}</p>
        ${
          this.#onHold.value?.has(drill.id)
            ? html`<p class="small held">${words.onHold}</p>`
            : html`<p class="small length">${words.length(goalName(goal), length)}</p>`
        }
      </div>
    </article>`;
  }

  readonly #find = (): void => {
    this._finding = !this._finding;
    if (this._finding) this.#showFinder().catch(() => undefined);
  };

  /** On a phone the questions would open below the window. */
  async #showFinder(): Promise<void> {
    await Promise.all([import('./th-drill-finder.ts'), this.updateComplete]);
    const finder = this.renderRoot.querySelector('th-drill-finder');
    await finder?.updateComplete;
    finder?.scrollIntoView({ block: 'nearest' });
  }
}
