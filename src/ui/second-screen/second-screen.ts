import { newId } from '../../app/new-id.ts';
import { setWords } from '../../i18n/en/set.ts';
import { spokenLanguage } from '../../i18n/speaking.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { ThemeChoice } from '../../storage/storage-contract.ts';
import type { ShownPlan } from '../live-set/set-view.ts';
import type { Services } from '../shell/services.ts';
import { isTouch } from '../live-set/th-set-controls.ts';
import { isDark } from '../shell/take-theme.ts';
import {
  channelOf,
  type FromFirst,
  messageText,
  type PassedAction,
  readFromSecond,
  secondHash,
  type Shown,
  type ToldLine,
} from './second-messages.ts';

/** What is used of the Presentation API, which only Chromium has and TypeScript does not know. */
interface Connection extends EventTarget {
  readonly state: string;
  send(text: string): void;
}
interface Request {
  start(): Promise<Connection>;
  getAvailability(): Promise<EventTarget & { readonly value: boolean }>;
}
type RequestClass = new (addresses: readonly string[]) => Request;

/** `gone`: it was open a moment ago. `blocked`: the browser opened no window. `noneFound`: there is no television. */
export type SecondState = 'closed' | 'open' | 'gone' | 'blocked' | 'noneFound';

/** The name of the window, so that a second press finds it. */
const WINDOW = 'truehip-second-screen';
/** The id of this tab, kept only while it loads anew. */
const KEPT = 'truehip-second-screen';
/** A second screen that loads anew is back sooner. */
const RELOAD: Milliseconds = 3000;
/** For how long the screen says what has become of the second. */
const TOLD: Milliseconds = 8000;

/** Null: this browser finds no television. */
function requestFor(address: string): Request | null {
  const Requests = (globalThis as { PresentationRequest?: RequestClass }).PresentationRequest;
  try {
    return Requests ? new Requests([address]) : null;
  } catch {
    return null;
  }
}

/** The same after this page was loaded anew. Not in the storage meanwhile, because a copy of the tab would get it too. */
function idOfTab(): string {
  try {
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    return kept ?? newId();
  } catch {
    return newId();
  }
}

/**
 * The second screen, seen from the first: opens a television or a window, tells it what to show, and passes its keys on. It lives as
 * long as the page, and says nothing where nobody listens.
 */
export class SecondScreen {
  changed: (() => void) | null = null;
  /** Called with each key that is pressed there. */
  pressed: ((action: PassedAction) => void) | null = null;
  readonly #services: Services;
  readonly #id = idOfTab();
  readonly #channel = new BroadcastChannel(channelOf(this.#id));
  readonly #request = requestFor(this.#address);
  #hasTelevision = false;
  #television: Connection | null = null;
  #window: Window | null = null;
  /** A window listens. */
  #isFollowed = false;
  #state: SecondState = 'closed';
  #timer = 0;
  #shown: () => Shown = () => ({ kind: 'waiting' });
  #plan: ShownPlan | null = null;

  constructor(services: Services) {
    this.#services = services;
    this.#channel.onmessage = ({ data }) => this.#read(data);
    this.#request?.getAvailability().then(
      (found) => {
        const take = () => (this.#hasTelevision = found.value);
        take();
        found.addEventListener('change', take);
      },
      () => undefined,
    );
    window.addEventListener('th-told', (event) =>
      this.show(() => ({ kind: 'ending', lines: (event as CustomEvent<readonly ToldLine[]>).detail })),
    );
    window.addEventListener('pagehide', () => this.#leave());
    window.addEventListener('pageshow', () => this.#send({ kind: 'here' }));
    // Language and palette stand there.
    const watched = { attributeFilter: ['lang', 'data-theme'] };
    new MutationObserver(() => this.#publish()).observe(document.documentElement, watched);
    this.#send({ kind: 'here' });
  }

  get state(): SecondState {
    return this.#state;
  }

  /** What has become of it, in words; null: nothing to tell. */
  get told(): string | null {
    return this.#state === 'closed' || this.#state === 'open' ? null : setWords().second.told[this.#state];
  }

  /** Must run inside the click: browsers open a window only there. */
  open(): void {
    if (this.#television) return;
    if (this.#window && !this.#window.closed) this.#window.focus();
    else if (this.#request && (this.#hasTelevision || isTouch())) void this.#present(this.#request);
    else this.#openWindow();
  }

  /** Tells the second screen what to show from now on. @param read called only if somebody listens */
  show(read: () => Shown, plan: ShownPlan | null = this.#plan): void {
    const isNew = plan !== this.#plan;
    this.#shown = read;
    this.#plan = plan;
    this.#publish(isNew);
  }

  /** The screen of the set is left. What is said at its end comes by `th-told`. */
  leave(): void {
    this.changed = null;
    this.pressed = null;
    this.show(() => ({ kind: 'waiting' }));
  }

  get #address(): string {
    return new URL(secondHash(this.#id), location.href).href;
  }

  async #present(request: Request): Promise<void> {
    try {
      this.#connect(await request.start());
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      const isMissing = name === 'NotFoundError';
      // The person closed the list of televisions: nothing is wanted.
      if (name === 'NotAllowedError') return;
      if (!isTouch()) this.#openWindow();
      else if (isMissing) this.#change('noneFound');
    }
  }

  #openWindow(): void {
    this.#window = window.open(this.#address, WINDOW, 'popup,width=1280,height=720');
    if (this.#window === null) this.#change('blocked');
    else this.#window.focus();
  }

  #connect(television: Connection): void {
    this.#television = television;
    const lose = () => {
      if (this.#television !== television) return;
      this.#television = null;
      this.#lose();
    };
    television.addEventListener('message', (event) => this.#read((event as MessageEvent).data));
    television.addEventListener('close', lose);
    television.addEventListener('terminate', lose);
  }

  #read(text: unknown): void {
    const message = readFromSecond(text);
    if (message === null) return;
    if (message.kind === 'key') return this.pressed?.(message.action);
    if (message.kind === 'gone') return this.#lose();
    this.#isFollowed = true;
    this.#change('open');
    this.#publish(true);
  }

  /** Loading anew is no loss. */
  #lose(): void {
    this.#isFollowed = this.#television !== null;
    if (this.#isFollowed) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#change('gone'), RELOAD);
  }

  #change(state: SecondState): void {
    this.#state = state;
    clearTimeout(this.#timer);
    if (state !== 'open' && state !== 'closed') this.#timer = window.setTimeout(() => this.#change('closed'), TOLD);
    this.changed?.();
  }

  #leave(): void {
    this.#send({ kind: 'bye' });
    try {
      sessionStorage.setItem(KEPT, this.#id);
    } catch {
      // The second screen has to be opened anew.
    }
  }

  /** @param whole the plan too */
  #publish(whole = false): void {
    if (!this.#isFollowed) return;
    // What the coach says is not plain data, and is not shown.
    if (whole && this.#plan) this.#send({ kind: 'plan', plan: Object.assign({ ...this.#plan }, { words: undefined }) });
    const { theme, singleKeys } = this.#services.settings.current;
    const look = { language: spokenLanguage(), theme: this.#themeThere(theme), singleKeys };
    this.#send({ kind: 'show', look, shown: this.#shown() });
  }

  /** A television has a system of its own, which is not followed. */
  #themeThere(theme: ThemeChoice): ThemeChoice {
    if (this.#television === null) return theme;
    return isDark(theme) ? 'dark' : 'light';
  }

  #send(message: FromFirst): void {
    const text = messageText(message);
    this.#channel.postMessage(text);
    if (this.#television?.state === 'connected') this.#television.send(text);
  }
}

let only: SecondScreen | null = null;

/** That of this page: it outlives the screen of a set. */
export const secondScreen = (services: Services): SecondScreen => (only ??= new SecondScreen(services));
