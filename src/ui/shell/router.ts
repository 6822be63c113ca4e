/** Where the person is; the address bar's hash says the same. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'drill'; readonly id: string }
  | { readonly screen: 'session' }
  | { readonly screen: 'set'; readonly id: string }
  | { readonly screen: 'report'; readonly id: string }
  | { readonly screen: 'history' }
  /** All sets of one day; `id` as in "2026-11-20". */
  | { readonly screen: 'day'; readonly id: string }
  | { readonly screen: 'trends' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'programmes' }
  | { readonly screen: 'programme'; readonly id: string }
  /** One set of a programme; `at` counts from 0, the address from 1. */
  | { readonly screen: 'part'; readonly id: string; readonly at: number }
  | { readonly screen: 'edit'; readonly id: string }
  | { readonly screen: 'week' }
  | { readonly screen: 'offline' }
  | { readonly screen: 'diagnostics' };

const PLAIN = ['session', 'history', 'trends', 'settings', 'diagnostics', 'programmes', 'week', 'offline'] as const;
const WITH_ID = ['drill', 'set', 'report', 'day', 'edit', 'programme'] as const;

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

/** Anything unknown is home: a mistyped address is no error worth a page. */
export const parseRoute = (hash: string): Route => {
  const [screen = '', rawId = '', rawAt = ''] = hash.replace(/^#?\/?/, '').split('/');
  const plain = PLAIN.find((name) => name === screen);
  if (plain) return { screen: plain };
  const id = decoded(rawId);
  const named = WITH_ID.find((name) => name === screen);
  if (!named || !id) return { screen: 'home' };
  if (named === 'programme' && /^[1-9]\d{0,3}$/.test(rawAt)) return { screen: 'part', id, at: Number(rawAt) - 1 };
  return { screen: named, id };
};

export const routeHash = (route: Route): string => {
  if (route.screen === 'home') return '#/';
  if (route.screen === 'part') return `#/programme/${encodeURIComponent(route.id)}/${route.at + 1}`;
  return 'id' in route ? `#/${route.screen}/${encodeURIComponent(route.id)}` : `#/${route.screen}`;
};

/** What the router needs of a window; a test hands in a small fake. */
export interface RouterWindow {
  readonly location: { readonly hash: string };
  readonly history: {
    pushState(data: unknown, unused: string, url: string): void;
    replaceState(data: unknown, unused: string, url: string): void;
  };
  addEventListener(type: 'hashchange', listener: () => void): void;
  removeEventListener(type: 'hashchange', listener: () => void): void;
}

/**
 * Follows the hash. `mayLeave` is asked before every change, whether it comes from a link, from code or from the back
 * button; when it says no, the address is put back and nothing else happens.
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
    // The address may have changed while the app was being put together.
    this.#route = parseRoute(this.#window.location.hash);
  }

  disconnect(): void {
    this.#window.removeEventListener('hashchange', this.#onHash);
  }

  /** `replace`: the page that is left is not worth coming back to. `force`: the person has already been asked. */
  go(to: Route, options: { readonly replace?: boolean; readonly force?: boolean } = {}): void {
    if (routeHash(to) === routeHash(this.#route)) return;
    if (!options.force && !this.#mayLeave(this.#route, to)) return;
    const { history } = this.#window;
    if (options.replace) history.replaceState(null, '', routeHash(to));
    else history.pushState(null, '', routeHash(to));
    this.#settle(to);
  }

  #settle(route: Route): void {
    const from = this.#route;
    this.#route = route;
    this.#changed(route, from);
  }

  readonly #onHash = (): void => {
    const to = parseRoute(this.#window.location.hash);
    if (routeHash(to) === routeHash(this.#route)) return;
    if (this.#mayLeave(this.#route, to)) this.#settle(to);
    else this.#window.history.pushState(null, '', routeHash(this.#route));
  };
}
