import { html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { AppErrorCode } from '../../app/app-error.ts';
import { isAppErrorCode, type WayOn } from '../../app/app-error-text.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { spokenLanguage } from '../../i18n/speaking.ts';
import { AppFlow, type OpenRequest } from './app-flow.ts';
import { appStyles } from './app-styles.ts';
import { focusHeadingOf, lateScreen } from './late-screens.ts';
import { type Route, routeHash } from './router.ts';
import type { Services } from './services.ts';
import { base, buttons } from '../styles/styles.ts';
import type { ThConfirm } from '../elements/th-confirm.ts';
import type { ThHistory } from '../history/th-history.ts';
import type { WayEvent } from './th-error-card.ts';
import { tokens } from '../styles/tokens.ts';
import '../elements/th-confirm.ts';
import './th-error-card.ts';
import '../home-and-drill/th-home.ts';

/** Screens that belong to one that the header leads to. */
const WITHIN: Partial<Record<Route['screen'], Route['screen']>> = {
  drill: 'home',
  set: 'history',
  day: 'history',
  trends: 'history',
  programme: 'programmes',
  part: 'programmes',
  edit: 'programmes',
};

const currentOf = (route: Route, to: Route): 'page' | 'true' | 'false' => {
  if (route.screen === to.screen) return 'page';
  return WITHIN[route.screen] === to.screen ? 'true' : 'false';
};

/** Ways on that only a session can offer. */
const SESSION_WAYS: readonly WayOn[] = ['retry', 'other-camera', 'open-video', 'demo'];

/** The frame around the screens: header, the screen of the current route, the one question dialog. */
@customElement('th-app')
export class ThApp extends LitElement {
  static override styles = [tokens, base, buttons, appStyles];

  @property({ attribute: false }) services!: Services;
  @query('th-confirm') private _confirm!: ThConfirm;
  @query('input[type=file]') private _file!: HTMLInputElement;

  readonly #flow = new AppFlow(this, {
    services: () => this.services,
    ask: (question) => this._confirm.ask(question),
    pickVideo: () => this._file.click(),
    arrived: (route) => {
      this._confirm.dismiss();
      this.#trouble = null;
      this.#focusHeading(route).catch(() => undefined);
    },
  });
  #trouble: AppErrorCode | null = null;
  /** The set's screen is on its way. */
  #arriving = false;

  override render() {
    const flow = this.#flow;
    const inSession = flow.route.screen === 'session';
    // Another language: everything is drawn anew, also what keeps words of its own.
    return html`${keyed(
      spokenLanguage(),
      html`<div
      @th-demo=${() => flow.openDemo()}
      @th-open=${(event: CustomEvent<OpenRequest>) => flow.open(event.detail)}
      @th-way=${(event: WayEvent) => flow.takeWay(event.detail)}
      @th-language=${(event: CustomEvent<boolean>) => this.#spoken(event.detail)}
      @th-leave=${() => flow.leave()}
      @th-go=${(event: CustomEvent<Route>) => flow.go(event.detail)}
      @th-again=${(event: CustomEvent<string>) => flow.go({ screen: 'drill', id: event.detail })}
      @th-export=${(event: CustomEvent<string>) => this.#try(flow.exportSet(event.detail))}
      @th-csv=${(event: CustomEvent<string>) => this.#try(flow.exportCsv(event.detail))}
      @th-delete=${(event: CustomEvent<string>) => this.#try(this.#delete(event.detail))}
    >
      ${inSession ? null : this.#header()}
      ${inSession ? this.#screen() : html`<main id="main">${this.#banner()} ${this.#screen()}</main>`}
      <th-confirm></th-confirm>
      <input type="file" accept="video/*,.mkv" hidden aria-label=${frameWords().videoFile} @change=${this.#picked} />
    </div>`,
    )}`;
  }

  #header() {
    const { route } = this.#flow;
    const words = frameWords();
    const { drills, programmes, week, history, settings, diagnostics } = words.links;
    const link = (to: Route, text: string) =>
      html`<a href=${routeHash(to)} aria-current=${currentOf(route, to)}>${text}</a>`;
    return html`<button class="skip" @click=${() => this.#focusHeading(route)}>${words.skip}</button>
      <header>
        <a class="brand" href="#/" aria-label=${words.home}>
          <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M5 8h22M9 8l6 9-5 10M23 8l-1 10 4 9" /></svg>Truehip
        </a>
        <nav aria-label=${words.main}>
          ${link({ screen: 'home' }, drills)} ${link({ screen: 'programmes' }, programmes)}
          ${link({ screen: 'week' }, week)} ${link({ screen: 'history' }, history)}
          ${link({ screen: 'settings' }, settings)} ${link({ screen: 'diagnostics' }, diagnostics)}
        </nav>
      </header>`;
  }

  #banner() {
    const code = this.#trouble ?? this.services.storageTrouble;
    if (code === null) return null;
    return html`<div class="banner">
      <th-error-card compact .code=${code} .without=${SESSION_WAYS}></th-error-card>
    </div>`;
  }

  #screen() {
    const { services } = this;
    const { route } = this.#flow;
    const late = lateScreen(route, services, (error) => this.#failed(error));
    if (late) return late;
    if (route.screen === 'session') return this.#session(route);
    if (route.screen === 'set')
      return keyed(route.id, html`<th-summary class="screen" .services=${services} setId=${route.id}></th-summary>`);
    if (route.screen === 'diagnostics')
      return html`<th-diagnostics class="screen" .services=${services} .last=${this.#flow.lastRun}></th-diagnostics>`;
    return html`<th-home class="screen" .services=${services}></th-home>`;
  }

  /** It reads its services as soon as it stands in the page, so it stands there only once it has arrived. */
  #session(route: Route) {
    if (customElements.get('th-session'))
      return html`<th-session class="screen" .services=${this.services}></th-session>`;
    if (!this.#arriving) this.#fetchSession(route).catch((error: unknown) => this.#failed(error));
    return null;
  }

  /** Tried again after a failure, asked for once however often the page is drawn meanwhile. */
  async #fetchSession(route: Route): Promise<void> {
    this.#arriving = true;
    try {
      await import('../live-set/th-session.ts');
      this.requestUpdate();
      await this.#focusHeading(route);
    } finally {
      this.#arriving = false;
    }
  }

  /** The page speaks another language from here on; the field it was chosen in has the focus again. */
  async #spoken(changed: boolean): Promise<void> {
    if (!changed) return;
    document.title = frameWords().titles[this.#flow.route.screen];
    this.requestUpdate();
    await this.updateComplete;
    const screen = this.renderRoot.querySelector<LitElement>('.screen');
    await screen?.updateComplete;
    screen?.renderRoot.querySelector<HTMLElement>('th-language-field')?.focus();
  }

  async #delete(id: string): Promise<void> {
    await this.#flow.deleteSet(id);
    await this.renderRoot.querySelector<ThHistory>('th-history')?.refresh();
    // The button that had the focus went with the set.
    if (document.activeElement === document.body) await this.#focusHeading(this.#flow.route);
  }

  #try(work: Promise<void>): void {
    work.catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    const name = error instanceof Error ? error.name : '';
    const trouble = isAppErrorCode(name) ? name : 'unexpected';
    // A screen that cannot be fetched is tried again at every update: told once, it must not ask for the next.
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.requestUpdate();
  }

  readonly #picked = (): void => {
    const file = this._file.files?.[0];
    this._file.value = '';
    if (file) this.#flow.openVideo(file);
  };

  /** A new screen begins at its heading, for the keyboard and for the screen reader. */
  async #focusHeading(route: Route): Promise<void> {
    await this.updateComplete;
    document.title = frameWords().titles[route.screen];
    const screen = this.renderRoot.querySelector<LitElement>('.screen');
    if (screen) await focusHeadingOf(screen);
    if (route.screen !== 'session') scrollTo(0, 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-app': ThApp;
  }
}
