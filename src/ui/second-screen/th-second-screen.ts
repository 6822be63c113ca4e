import { css, html, LitElement, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { setWords } from '../../i18n/en/set.ts';
import { spokenLanguage } from '../../i18n/speaking.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { whileShown } from '../elements/while-shown.ts';
import { liveStyles, loopRoomStyles, sessionStyles } from '../live-set/session-styles.ts';
import { headline, isMirrored, setParts, type ShownPlan } from '../live-set/set-view.ts';
import { type ActionEvent, switchFullScreen } from '../live-set/th-set-controls.ts';
import { type KeyTarget, ownsKey, setActionFor, startsSet } from '../shell/key-map.ts';
import { takeLanguage } from '../shell/take-language.ts';
import { takeTheme } from '../shell/take-theme.ts';
import { buttons } from '../styles/styles.ts';
import { tokens } from '../styles/tokens.ts';
import {
  channelOf,
  type FromSecond,
  type Look,
  messageText,
  readFromFirst,
  secondIdOf,
  type Shown,
} from './second-messages.ts';
import '../home-and-drill/th-loop.ts';
import '../live-set/th-placing.ts';

/** What is used of the receiving end of the Presentation API. */
interface Connection extends EventTarget {
  send(text: string): void;
}
interface ConnectionList extends EventTarget {
  readonly connections: readonly Connection[];
}
interface Receiver {
  readonly connectionList: Promise<ConnectionList>;
}

/** Whoever shows a running set hears of it ten times a second. After this silence it shows nothing old. */
const SILENCE: Milliseconds = 5000;

const WAITING: Shown = { kind: 'waiting' };

/** The line to the first screen: that of a television, or the channel between two windows. */
function lineTo(id: string, receiver: Receiver | undefined, read: (text: unknown) => void): (text: string) => void {
  if (receiver === undefined) {
    const channel = new BroadcastChannel(channelOf(id));
    channel.onmessage = ({ data }) => read(data);
    return (text) => channel.postMessage(text);
  }
  const connections = new Set<Connection>();
  const take = (connection: Connection): void => {
    if (connections.has(connection)) return;
    connections.add(connection);
    connection.addEventListener('message', (event) => read((event as MessageEvent).data));
    connection.addEventListener('close', () => {
      connections.delete(connection);
      if (connections.size === 0) read(messageText({ kind: 'bye' }));
    });
    connection.send(messageText({ kind: 'hello' }));
  };
  receiver.connectionList.then(
    (list) => {
      for (const connection of list.connections) take(connection);
      list.addEventListener('connectionavailable', () => list.connections.forEach(take));
    },
    () => undefined,
  );
  return (text) => connections.forEach((connection) => connection.send(text));
}

/**
 * The set's screen for a television: what the first screen shows, without its picture and its buttons. It measures, says and stores
 * nothing; its keys act on the first.
 */
@customElement('th-second-screen')
export class ThSecondScreen extends LitElement {
  static override styles = [
    tokens,
    liveStyles,
    buttons,
    sessionStyles,
    loopRoomStyles,
    css`
      .show {
        grid-area: stage;
      }
      .foot {
        grid-area: controls;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s4);
        color: var(--muted);
        font-size: max(0.875rem, calc(1.4 * var(--u)));
        line-height: 1.25;
      }
      [data-stage='placing'] .foot {
        grid-area: start;
      }
      [data-stage='placing'] {
        block-size: 100dvh;
      }
      [data-stage='waiting'] {
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
      }
      [data-stage='waiting'] .foot {
        grid-area: 2 / 1;
      }
      .words {
        align-self: center;
        display: grid;
        gap: calc(2.2 * var(--u));
        padding: calc(3 * var(--u));
        font-size: max(1.25rem, calc(3.4 * var(--u)));
        line-height: 1.15;
        text-wrap: balance;
      }
      .now,
      .hip,
      .lead {
        font-size: max(1.75rem, calc(6 * var(--u)));
        font-weight: 660;
      }
      .how {
        font-size: max(1.5rem, calc(5 * var(--u)));
      }
    `,
  ];

  @query('h1') private _heading!: HTMLElement;
  /** Of which first screen this is the second. */
  readonly #id = secondIdOf(location.hash) ?? '';
  readonly #receiver =
    (navigator as { presentation?: { receiver?: Receiver | null } }).presentation?.receiver ?? undefined;
  readonly #say = lineTo(this.#id, this.#receiver, (text) => this.#read(text));
  #look: Look | null = null;
  #plan: ShownPlan | null = null;
  /** Null: the first screen is not there. */
  #shown: Shown | null = null;
  #silence = 0;

  constructor() {
    super();
    whileShown(this, () => this.#listen());
  }

  #listen(): () => void {
    const ends = new AbortController();
    const { signal } = ends;
    window.addEventListener('keydown', this.#onKey, { signal });
    window.addEventListener('pagehide', () => this.#tell({ kind: 'gone' }), { signal });
    window.addEventListener('pageshow', () => this.#tell({ kind: 'hello' }), { signal });
    // Another address is another screen.
    window.addEventListener('hashchange', () => location.reload(), { signal });
    document.addEventListener('fullscreenchange', () => this.requestUpdate(), { signal });
    this.#tell({ kind: 'hello' });
    return () => ends.abort();
  }

  protected override firstUpdated(): void {
    this._heading.focus();
  }

  /** What cannot be drawn, such as the message of a newer version, is not shown. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch {
      this.#shown = WAITING;
      this.requestUpdate();
    }
  }

  override render() {
    const { second, buttons: names } = setWords();
    const shown = this.#plan === null && this.#shown?.kind !== 'ending' ? this.#shown && WAITING : this.#shown;
    const stage = shown?.kind === 'set' ? 'running' : shown?.kind === 'placing' ? 'placing' : 'waiting';
    document.title = `Truehip: ${second.title}`;
    return keyed(
      spokenLanguage(),
      html`<main class="session" data-stage=${stage} ?data-far=${stage === 'placing'} ?data-timer=${shown?.kind === 'set' && shown.view.source === 'none'} .style="--picture: 1.778">
        <h1 class="visually-hidden" tabindex="-1">${second.title}</h1>
        ${this.#content(shown)}
        ${
          document.fullscreenElement
            ? nothing
            : html`<p class="foot"><span>${this.#receiver ? null : second.drag} ${second.note}</span>
          ${document.fullscreenEnabled ? html`<button @click=${switchFullScreen}>${names.full}</button>` : null}</p>`
        }
      </main>`,
    );
  }

  #content(shown: Shown | null) {
    const { second, headings } = setWords();
    const plan = this.#plan;
    if (shown === null)
      return html`<div class="words" role="status"><p class="lead">${second.noLaptop}</p><p>${second.openThere}</p></div>`;
    if (plan && shown.kind === 'set') {
      const { view } = shown;
      const parts = setParts(view, plan, this.#pressed, (part) => void part.catch(() => undefined));
      return html`${parts} ${view.source === 'none' ? null : this.#loop(plan, view.source, view.gauge.phase?.side)}`;
    }
    if (plan && shown.kind === 'placing')
      return html`${this.#loop(plan, shown.source)}
        <th-placing brief .plan=${plan} .checks=${shown.gate.checks}></th-placing>
        ${headline(shown.gate, plan, true)}`;
    const lines = shown.kind === 'ending' ? shown.lines : null;
    return html`<div class="words">
      ${lines && !lines.some(({ kind, text }) => kind === 'now' && text !== '') ? html`<p class="lead">${headings.finished}</p>` : null}
      ${lines?.map(({ kind, text }) => html`<p class=${kind} translate="no" .textContent=${text}></p>`)}
      ${lines?.some(({ kind }) => kind === 'advice') ? null : html`<p class="muted">${second.waiting}</p>`}
    </div>`;
  }

  #loop({ drill, sides: [first = 'left'] }: ShownPlan, source: Parameters<typeof isMirrored>[0], side = first) {
    return html`<div class="show"><th-loop bare .drill=${drill} .side=${side} .reflected=${isMirrored(source)}></th-loop></div>`;
  }

  #read(text: unknown): void {
    const message = readFromFirst(text);
    if (message === null) return;
    if (message.kind === 'here') return this.#tell({ kind: 'hello' });
    if (message.kind === 'plan') this.#plan = message.plan;
    else if (message.kind === 'bye') this.#shown = null;
    else this.#take(message.look, message.shown);
    this.requestUpdate();
  }

  #take(look: Look, shown: Shown): void {
    this.#shown = shown;
    clearTimeout(this.#silence);
    if (shown.kind === 'set' && !shown.view.gauge.paused)
      this.#silence = window.setTimeout(() => {
        this.#shown = null;
        this.requestUpdate();
      }, SILENCE);
    const before = this.#look;
    this.#look = look;
    if (look.theme !== before?.theme) takeTheme(look.theme);
    if (look.language !== before?.language)
      takeLanguage(look.language).then(
        () => this.requestUpdate(),
        () => undefined,
      );
  }

  #tell(message: FromSecond): void {
    this.#say(messageText(message));
  }

  readonly #pressed = ({ detail: action }: ActionEvent): void => this.#tell({ kind: 'key', action });

  readonly #onKey = (event: KeyboardEvent): void => {
    const stage = this.#shown?.kind;
    const action = setActionFor(event, this.#look?.singleKeys ?? true);
    if (ownsKey(event.composedPath()[0] as KeyTarget | undefined, event.key)) return;
    if (action === 'full') switchFullScreen();
    else if (stage === 'placing' && action && startsSet(event.key)) this.#tell({ kind: 'key', action: 'start' });
    else if (stage === 'set' && action && action !== 'keys') this.#tell({ kind: 'key', action });
    else return;
    event.preventDefault();
  };
}
