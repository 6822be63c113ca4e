import { css, html, type LitElement, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { isPerformed, type RangeSummary } from '../../coach/record/set-record.ts';
import { dateLocale } from '../../i18n/speaking.ts';
import { homeWords } from '../../i18n/en/home.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { Fetched } from '../elements/fetched.ts';
import { redrawWhileShown } from '../elements/while-shown.ts';
import { fire, loadPart, Served, latePart } from '../shell/services.ts';
import { formatAbout } from '../elements/format.ts';
import { chosenPreset, setLength, sidesOf, usualWays } from './plan-choice.ts';
import { routeHash } from '../shell/router.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { cards, commonStyles } from '../styles/styles.ts';
import { goalName } from '../shell/words.ts';
import pictureUrl from '../assets/measured.webp?url';
import '../charts/th-range-bars.ts';
import './th-drill-still.ts';
import { commonWords } from '../../i18n/en/common.ts';

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

/**
 * The first page. For a first visit: what this is, the demo, a way to the right drill. For whoever comes back: today (`th-back`), and the
 * rest below the drills. Fires `th-demo`.
 */
@customElement('th-home')
export class ThHome extends Served {
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
      .example img {
        inline-size: 100%;
        block-size: auto;
        border-radius: var(--radius-s);
      }
      /* Fetched late; what stands below it should not jump. */
      th-back {
        display: block;
        min-block-size: 37rem;
      }
      @media (max-width: 860px) {
        .hero {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--s5);
        }
        th-back {
          min-block-size: 58rem;
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
      .card {
        grid-template-rows: auto 1fr;
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

  readonly #sets = new Fetched<readonly SetOverview[]>(this, () => this.services.sets.list());
  /** Fetched late: the cards are there before it is known. */
  readonly #onHold = new Fetched<ReadonlySet<string>>(this, async () => {
    const { drillsOnHold } = await import('../safety/person-now.ts');
    return drillsOnHold(this.services);
  });
  @state() private _finding = false;

  constructor() {
    super();
    redrawWhileShown(this);
  }

  /** Where the page turns into the other one once the sets are read, the focus stays on the heading. */
  protected override update(changed: PropertyValues<this>): void {
    const wasOnHeading = this.shadowRoot?.activeElement?.localName === 'h1';
    super.update(changed);
    if (wasOnHeading && !this.shadowRoot?.activeElement) this.renderRoot.querySelector('h1')?.focus();
  }

  /**
   * Somebody who has trained here or has a plan. Until the sets are read, it tells that a set with the camera was begun: the safety
   * questions may be answered long before the first set.
   */
  get #isKnown(): boolean {
    const { week, blindSpotsTold } = this.services.settings.current;
    const sets = this.#sets.value;
    return (
      week.length > 0 || (sets === null ? blindSpotsTold.length > 0 : sets.some(({ source }) => isPerformed(source)))
    );
  }

  override render() {
    const words = homeWords();
    const known = this.#isKnown;
    const hasGoals = this.services.settings.current.hipGoals.length > 0;
    // Whoever has imported sets, or trains without a camera, would see the page of a newcomer for a moment.
    if (!known && this.#sets.value === null && !this.#sets.failed)
      return html`<div class="page"><h1 class="visually-hidden" tabindex="-1">Truehip</h1></div>`;
    return html`<div class="page">
      ${known ? this.#today() : this.#hero(false)} ${hasGoals ? latePart(this, import('../goals/th-goals.ts'), html`<th-goals .services=${this.services}></th-goals>`) : null}
      <section class="stack" aria-labelledby="drills">
        <div class="row apart"><h2 id="drills">${words.pick}</h2>${known ? this.#findButton('') : null}</div>
        ${this._finding ? html`<th-drill-finder id="finder" .services=${this.services}></th-drill-finder>` : null}
        <ul class="cards">
          ${usualWays(this.services.drills).map((drill) => html`<li>${this.#card(drill)}</li>`)}
        </ul>
      </section>
      ${known ? this.#hero(true) : null}
      <nav class="row" aria-label=${words.more}>
        <a class="button" href="#/programmes">${commonWords().programmes}</a>
        <a class="button" href="#/week">${commonWords().planWeek}</a>
        <a class="button" href="#/goals">${commonWords().goalList}</a>
        <a class="button" href="#/video">${words.video}</a>
        <a class="button" href="#/offline">${commonWords().offline}</a>
        <a class="button" href="#/your-data">${commonWords().yourData}</a>
        <a class="button" href="#/settings">${frameWords().links.settings}</a>
      </nav>
      ${latePart(this, import('../settings/th-language-field.ts'), html`<th-language-field .services=${this.services}></th-language-field>`)}
    </div>`;
  }

  /** What this is, and the ways in. @param below the person has been here before, so that it stands below the drills */
  #hero(below: boolean) {
    const words = homeWords();
    return html`<section class="hero" aria-labelledby="what">
      <div class="pitch stack">
        ${below ? html`<h2 id="what">${words.how}</h2>` : html`<h1 id="what" tabindex="-1">${words.heading}</h1>`}
        <p>${words.pitch}</p>
        ${this.#waysIn(below)}
        <p class="small">${words.demoNote}</p>
        ${
          // The questions follow their button by Tab.
          below || this._finding
            ? null
            : html`<p><a href=${routeHash({ screen: 'passport' })}>${words.passport}</a></p>`
        }
      </div>
      ${
        this._finding && !below
          ? null
          : html`<figure class="panel example stack">
        <img src=${pictureUrl} width="640" height="360" loading=${below ? 'lazy' : 'eager'} alt=${words.picture} />
        <th-range-bars .ranges=${[EXAMPLE]}></th-range-bars>
        <figcaption class="small muted">${words.example}</figcaption>
      </figure>`
      }
    </section>`;
  }

  /** For whoever comes back. Fetched only then. */
  #today() {
    loadPart(this, import('./th-back.ts'));
    const sets = this.#sets.failed ? [] : this.#sets.value;
    return html`<div class="row apart">
        <h1 tabindex="-1">${commonWords().today}</h1>
        <span class="muted">${new Intl.DateTimeFormat(dateLocale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(Date.now())}</span>
      </div>
      <th-back .services=${this.services} .sets=${sets}></th-back>`;
  }

  #waysIn(known: boolean) {
    const words = homeWords();
    const demo = html`<button class="${known ? '' : 'primary'} large" @click=${() => fire(this, 'th-demo')}>${words.demo}</button>`;
    if (known) return html`<div class="row ways">${demo}</div>`;
    const camera = routeHash({ screen: 'drill', id: this.services.demoPlan().drill.id });
    return html`<div class="row ways">
      ${demo} <a class="button large" href=${camera}>${words.camera}</a> ${this.#findButton('large')}
    </div>`;
  }

  #findButton(size: string) {
    return html`<button class="quiet ${size}" aria-expanded=${this._finding} aria-controls="finder" @click=${this.#find}>
      ${homeWords().find}
    </button>`;
  }

  #card(drill: DrillDefinition) {
    const { settings } = this.services;
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
            ? html`<p class="small held">${commonWords().onHold}</p>`
            : html`<p class="small length">${homeWords().length(goalName(goal), length)}</p>`
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
    const finder = this.renderRoot.querySelector<LitElement>('th-drill-finder');
    await finder?.updateComplete;
    finder?.scrollIntoView({ block: 'nearest' });
  }
}
