import { html, type LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { type AppErrorCode, isAppErrorCode, type WayOn } from '../../app/app-error.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { spokenLanguage } from '../../i18n/speaking.ts';
import { AppFlow, type OpenRequest } from './app-flow.ts';
import { appStyles } from './app-styles.ts';
import { focusHeadingOf, lateScreen } from './late-screens.ts';
import { partOfScreen, type Route, routeHash } from './router.ts';
import { isDark, otherTheme, takeTheme } from './take-theme.ts';
import { applySettings } from './take-language.ts';
import { changeSettings, Served } from './services.ts';
import type { ThemeChoice } from '../../storage/storage-contract.ts';
import { base, buttons } from '../styles/styles.ts';
import type { ThUndo, Undo } from './th-undo.ts';
import type { AskingDialog } from '../elements/asking-dialog.ts';
import type { ThHistory } from '../history/th-history.ts';
import type { WayEvent } from './th-error-card.ts';
import { tokens } from '../styles/tokens.ts';
import './th-error-card.ts';
import '../home-and-drill/th-home.ts';

/** The screens that lie below an entry of the header. */
const BELOW: Partial<Record<Route['screen'], readonly Route['screen'][]>> = {
  home: ['drill', 'test', 'video', 'passport'],
  history: ['set', 'trends'],
  programmes: ['programme', 'part', 'edit', 'prescription', 'prescribe'],
  settings: ['people', 'your-data', 'check', 'self-check'],
};

/** The sign of the settings on a phone, in a box of 24 × 24. */
const SLIDERS = 'M4 7h8M18 7h2M12 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0M4 17h2M12 17h8M6 17a3 3 0 1 0 6 0a3 3 0 1 0-6 0';

/** The sign of the palette: half of a disc is dark. */
const HALF = 'M12 4a8 8 0 1 0 0 16z';

const currentOf = (route: Route, to: Route): 'page' | 'true' | 'false' => {
  if (route.screen === to.screen) return 'page';
  return BELOW[to.screen]?.includes(route.screen) ? 'true' : 'false';
};

/** Whether the code of a screen could not be loaded, in the words of Chromium, Firefox and Safari. */
const isMissingScript = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message);

/** Ways on that only make sense in a session. */
const SESSION_WAYS: readonly WayOn[] = ['retry', 'other-camera', 'without-camera', 'open-video', 'demo'];

/** Screens from which something is measured. */
const MEASURING: readonly Route['screen'][] = ['home', 'drill', 'test', 'video', 'self-check'];

const tabTitle = ({ screen }: Route): string => [frameWords().titles[screen], 'Truehip'].filter(Boolean).join(' · ');

/** The app: header, error banner, and the screen of the current route. */
@customElement('th-app')
export class ThApp extends Served {
  static override styles = [tokens, base, buttons, appStyles];

  @query('th-undo') private _inside!: HTMLElement;

  readonly #flow = new AppFlow(this, {
    deleted: (undo) => this.#try(this.#offer(undo)),
    failed: (error) => this.#failed(error),
    arrived: (route) => {
      const asking = 'th-confirm, th-safety-dialog, th-who-lies-there';
      for (const dialog of this.renderRoot.querySelectorAll<AskingDialog<unknown>>(asking)) dialog.dismiss();
      this.#error = null;
      this.#focusHeading(route).catch(() => undefined);
    },
  });
  #error: AppErrorCode | null = null;
  /** After each the screen is made anew, with what is back. */
  #undos = 0;
  #loadingSession = false;

  protected override firstUpdated(): void {
    const toHeading = () => void this.#focusHeading(this.#flow.route);
    // A part of a screen is opened at once; a page that is loaded begins at its top.
    if (partOfScreen(location.hash) !== null) toHeading();
    import('./lost-focus.ts').then(
      ({ keepFocus }) => keepFocus(this, toHeading),
      () => undefined,
    );
  }

  override render() {
    const flow = this.#flow;
    const inSession = flow.route.screen === 'session';
    // In another language everything is rendered anew, including elements that keep texts.
    return html`${keyed(
      spokenLanguage(),
      html`<div
      @th-demo=${() => flow.openDemo()}
      @th-open=${(event: CustomEvent<OpenRequest>) => flow.open(event.detail)}
      @th-way=${(event: WayEvent) => flow.takeWay(event.detail)}
      @th-language=${(event: CustomEvent<boolean>) => this.#languageChanged(event.detail)}
      @th-theme=${(event: CustomEvent<ThemeChoice>) => this.#themeChanged(event.detail)}
      @th-leave=${() => flow.leave()}
      @th-go=${(event: CustomEvent<Route>) => flow.go(event.detail)}
      @th-again=${(event: CustomEvent<string>) => flow.go({ screen: 'drill', id: event.detail })}
      @th-export=${(event: CustomEvent<string>) => this.#try(flow.exportSet(event.detail))}
      @th-csv=${(event: CustomEvent<string>) => this.#try(flow.exportCsv(event.detail))}
      @th-missing=${(event: CustomEvent<unknown>) => this.#failed(event.detail)}
      @th-deleted=${(event: CustomEvent<Undo | null>) => this.#try(this.#offer(event.detail))}
      @th-undone=${this.#undone}
      @th-delete=${(event: CustomEvent<string>) => this.#try(this.#delete(event.detail))}
    >
      ${inSession ? null : this.#header()}
      <th-undo></th-undo>
      ${inSession ? this.#screen() : html`<main id="main">${this.#banner()} ${keyed(this.#undos, this.#screen())}</main>`}
    </div>`,
    )}`;
  }

  #header() {
    const { route } = this.#flow;
    const { theme } = this.services.settings.current;
    const words = frameWords();
    const { drills, programmes, week, history, settings } = words.links;
    const { several, here } = this.services.people;
    const link = (to: Route, text: string) =>
      html`<a href=${routeHash(to)} aria-current=${currentOf(route, to)}>${text}</a>`;
    return html`<button class="skip screen-only" @click=${() => this.#focusHeading(route)}>${words.skip}</button>
      <header class="screen-only">
        <a class="brand" href="#/" aria-label=${words.home}>
          <svg class="lines" viewBox="0 0 32 32" aria-hidden="true"><path d="M5 8h22M9 8l6 9-5 10M23 8l-1 10 4 9" /></svg><span>Truehip</span>
        </a>
        <nav aria-label=${words.main}>
          ${several && here.name ? html`<a class="who" href="#/people" translate="no" aria-current=${currentOf(route, { screen: 'people' })}>${here.name}</a>` : null}
          ${link({ screen: 'home' }, drills)} ${link({ screen: 'programmes' }, programmes)}
          ${link({ screen: 'week' }, week)} ${link({ screen: 'history' }, history)}
          <a href="#/settings" aria-current=${currentOf(route, { screen: 'settings' })} aria-label=${settings}>
            <svg class="lines" viewBox="0 0 24 24" aria-hidden="true"><path d=${SLIDERS} /></svg><span>${settings}</span>
          </a>
          <button class="quiet theme" aria-label=${words.dark} title=${words.dark} aria-pressed=${isDark(theme)} @click=${() => this.#themeChanged(otherTheme(theme))}>
            <svg class="lines" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8" /><path d=${HALF} fill="currentColor" /></svg>
          </button>
        </nav>
      </header>`;
  }

  #banner() {
    const { storageTrouble, measuringOff } = this.services;
    const off = MEASURING.includes(this.#flow.route.screen) ? measuringOff : null;
    return [this.#error ?? storageTrouble, off].map(
      (code) =>
        code &&
        html`<div class="banner screen-only">
      <th-error-card compact .code=${code} .without=${SESSION_WAYS}></th-error-card>
    </div>`,
    );
  }

  /** The trouble with the storage has changed. @param taken a late database was taken, which has other settings and sets */
  async storageChanged(taken: boolean): Promise<void> {
    this.requestUpdate();
    if (!taken) return;
    const [{ isTyping }] = await Promise.all([import('./lost-focus.ts'), this.updateComplete]);
    await applySettings(this._inside, this.services);
    // What somebody is writing stays: the next screen shows the sets.
    if (!isTyping()) this.#undone();
  }

  #screen() {
    const { services } = this;
    const { route } = this.#flow;
    const late = lateScreen(route, services, (error) => this.#failed(error));
    if (late) return late;
    if (route.screen === 'session') return this.#session(route);
    if (route.screen === 'settings')
      return html`<th-settings class="screen" .services=${services} .last=${this.#flow.lastRun}></th-settings>`;
    return html`${this.#peopleSwitch()}<th-home class="screen" .services=${services}></th-home>`;
  }

  /** Fetched only where several people train. */
  #peopleSwitch() {
    if (!this.services.people.several) return null;
    import('../people/th-people-switch.ts').catch(() => undefined);
    return html`<th-people-switch .services=${this.services}></th-people-switch>`;
  }

  /** Rendered only once it is loaded, because the element reads its services as soon as it is connected. */
  #session(route: Route) {
    if (customElements.get('th-session'))
      return html`<th-session class="screen" .services=${this.services} .check=${this.#flow.check}>${this.#demoGuide()}</th-session>`;
    if (!this.#loadingSession) this.#loadSession(route).catch((error: unknown) => this.#failed(error));
    return null;
  }

  /** Only while the demo runs, which somebody watches who does not do the drill. */
  #demoGuide() {
    if (!this.#flow.isShow) return null;
    import('../home-and-drill/th-demo-guide.ts').catch(() => undefined);
    return html`<th-demo-guide .session=${this.services.session}></th-demo-guide>`;
  }

  /** Loads the session's screen. Renders meanwhile do not load it twice; the next render after a failure tries again. */
  async #loadSession(route: Route): Promise<void> {
    this.#loadingSession = true;
    try {
      await import('../live-set/th-session.ts');
      this.requestUpdate();
      await this.#focusHeading(route);
    } finally {
      this.#loadingSession = false;
    }
  }

  /** Renders in the language that was chosen, and gives the focus back to the field of the choice. */
  async #languageChanged(changed: boolean): Promise<void> {
    if (!changed) return;
    document.title = tabTitle(this.#flow.route);
    this.requestUpdate();
    await this.updateComplete;
    const screen = this.renderRoot.querySelector<LitElement>('.screen');
    await screen?.updateComplete;
    screen?.renderRoot.querySelector<HTMLElement>('th-language-field')?.focus();
  }

  #themeChanged(theme: ThemeChoice): void {
    if (theme !== this.services.settings.current.theme) changeSettings(this, { theme });
    takeTheme(theme);
    this.renderRoot.querySelector<LitElement>('.screen')?.requestUpdate();
  }

  /** @param undo null: what was deleted before cannot come back either */
  async #offer(undo: Undo | null): Promise<void> {
    if (undo) await import('./th-undo.ts');
    this.renderRoot.querySelector<ThUndo>('th-undo')?.offer?.(undo);
  }

  readonly #undone = (): void => {
    this.#undos += 1;
    this.requestUpdate();
    this.#focusHeading(this.#flow.route).catch(() => undefined);
  };

  async #delete(id: string): Promise<void> {
    await this.#flow.deleteSet(id);
    await this.renderRoot.querySelector<ThHistory>('th-history')?.refresh();
  }

  #try(work: Promise<void>): void {
    work.catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    const name = error instanceof Error ? error.name : '';
    const code = isAppErrorCode(name) ? name : isMissingScript(error) ? 'app-file-missing' : 'unexpected';
    // A render tries again to load a failed screen. To render again for the same error would therefore never end.
    if (code === this.#error) return;
    this.#error = code;
    this.requestUpdate();
  }

  /** Moves the focus to the heading of a new screen, for the keyboard and for screen readers. */
  async #focusHeading(route: Route): Promise<void> {
    await this.updateComplete;
    document.title = tabTitle(route);
    const screen = this.renderRoot.querySelector<LitElement>('.screen');
    const part = partOfScreen(location.hash);
    if (screen) await focusHeadingOf(screen, part);
    if (route.screen !== 'session' && part === null) scrollTo(0, 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-app': ThApp;
  }
}
