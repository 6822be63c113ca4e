/** Screens whose address is their name alone. */
const PLAIN = [
  'session',
  'history',
  'trends',
  'settings',
  'programmes',
  'week',
  'your-data',
  'people',
  // Before a hip test.
  'test',
  'passport',
  // The patient's prescription, and the page on which a physiotherapist writes one.
  'prescription',
  'prescribe',
] as const;
/** Screens whose address has an id after their name. */
const WITH_ID = ['drill', 'set', 'report', 'edit', 'programme', 'check'] as const;

/** The screen that is shown. The hash of the address bar says the same. */
export type Route =
  | { readonly screen: 'home' | (typeof PLAIN)[number] }
  | { readonly screen: (typeof WITH_ID)[number]; readonly id: string }
  /** One part of a programme; `at` counts from 0, the address from 1. */
  | { readonly screen: 'part'; readonly id: string; readonly at: number }
  /**
   * `id` is the drill that a recorded video shows, null: not chosen yet; or that a check against your own instrument begins with, null:
   * the usual one.
   */
  | { readonly screen: 'video' | 'self-check'; readonly id: string | null };

/** Addresses that are a part of another screen, or were a screen once. */
const MOVED: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['day', { screen: 'history' }],
  ['goals', { screen: 'trends' }],
  ['offline', { screen: 'your-data' }],
  ['diagnostics', { screen: 'settings' }],
  ['agreement', { screen: 'self-check', id: null }],
]);

const nameIn = (hash: string): string => /^#?\/?([^/]*)/.exec(hash)?.[1] ?? '';

/** The part of a screen that an address leads to; null: its heading. */
export const partOfScreen = (hash: string): string | null => (MOVED.has(nameIn(hash)) ? nameIn(hash) : null);

/** Half of a character, for which `encodeURIComponent` throws. A set that was imported long ago may have one in its id: it has no link. */
const HALF = /\p{Surrogate}/gu;

const encoded = (text: string): string => encodeURIComponent(text.replaceAll(HALF, '\uFFFD'));

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

/** An unknown address is home: a typing error needs no error page. */
export const parseRoute = (hash: string): Route => {
  const moved = MOVED.get(nameIn(hash));
  if (moved) return moved;
  const [screen = '', rawId = '', rawAt = ''] = hash.replace(/^#?\/?/, '').split('/');
  const plain = PLAIN.find((name) => name === screen);
  if (plain) return { screen: plain };
  const id = decoded(rawId);
  if (screen === 'self-check' || screen === 'video') return { screen, id: id || null };
  const named = WITH_ID.find((name) => name === screen);
  if (!named || !id) return { screen: 'home' };
  if (named === 'programme' && /^[1-9]\d{0,3}$/.test(rawAt)) return { screen: 'part', id, at: Number(rawAt) - 1 };
  return { screen: named, id };
};

export const routeHash = (route: Route): string => {
  if (route.screen === 'home') return '#/';
  if (route.screen === 'part') return `#/programme/${encoded(route.id)}/${route.at + 1}`;
  return 'id' in route && route.id !== null ? `#/${route.screen}/${encoded(route.id)}` : `#/${route.screen}`;
};

/** What the router uses of a window; tests pass a fake. */
export interface RouterWindow {
  readonly location: Pick<Location, 'hash'>;
  readonly history: {
    pushState(data: unknown, unused: string, url: string): void;
    replaceState(data: unknown, unused: string, url: string): void;
  };
  addEventListener(type: 'hashchange', listener: () => void): void;
  removeEventListener(type: 'hashchange', listener: () => void): void;
}

/**
 * Keeps the route and the hash of the address bar the same. `mayLeave` is asked before every change, be it by a link, by code or
 * by the back button. If it refuses, the old address is restored and `changed` is not called.
 */
export class HashRouter {
  readonly #window: RouterWindow;
  readonly #mayLeave: (from: Route, to: Route) => boolean;
  readonly #changed: (route: Route, from: Route) => void;
  #route: Route;

  constructor(
    browser: RouterWindow,
    changed: (route: Route, from: Route) => void,
    mayLeave: (from: Route, to: Route) => boolean,
  ) {
    this.#window = browser;
    this.#changed = changed;
    this.#mayLeave = mayLeave;
    this.#route = parseRoute(browser.location.hash);
  }

  get route(): Route {
    return this.#route;
  }

  connect(): void {
    this.#window.addEventListener('hashchange', this.#onHash);
    // The address may have changed since the constructor ran.
    this.#route = parseRoute(this.#window.location.hash);
  }

  disconnect(): void {
    this.#window.removeEventListener('hashchange', this.#onHash);
  }

  /**
   * @param options.replace the back button does not return to the screen that is left
   * @param options.force `mayLeave` is not asked, because the person was asked already
   */
  go(to: Route, options: { readonly replace?: boolean; readonly force?: boolean } = {}): void {
    if (routeHash(to) === routeHash(this.#route)) return;
    if (!options.force && !this.#mayLeave(this.#route, to)) return;
    const { history } = this.#window;
    if (options.replace) history.replaceState(null, '', routeHash(to));
    else history.pushState(null, '', routeHash(to));
    this.#change(to);
  }

  #change(route: Route): void {
    const from = this.#route;
    this.#route = route;
    this.#changed(route, from);
  }

  readonly #onHash = (): void => {
    const { hash } = this.#window.location;
    const to = parseRoute(hash);
    if (routeHash(to) === routeHash(this.#route) && partOfScreen(hash) === null) return;
    if (this.#mayLeave(this.#route, to)) this.#change(to);
    else this.#window.history.pushState(null, '', routeHash(this.#route));
  };
}
