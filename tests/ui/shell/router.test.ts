import { expect, test } from 'vitest';
import {
  HashRouter,
  parseRoute,
  partOfScreen,
  type Route,
  type RouterWindow,
  routeHash,
} from '../../../src/ui/shell/router.ts';

/** A window as the router sees it: a stack of addresses and a back button. */
const fakeWindow = (start: string) => {
  const stack = [start];
  let at = 0;
  const listeners = new Set<() => void>();
  const browser: RouterWindow = {
    get location() {
      return { hash: stack[at] ?? '' };
    },
    history: {
      pushState: (_data, _unused, url) => {
        stack.splice(at + 1, stack.length, url);
        at += 1;
      },
      replaceState: (_data, _unused, url) => {
        stack[at] = url;
      },
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  const move = (to: number) => {
    at = to;
    for (const listener of listeners) listener();
  };
  return {
    browser,
    stack,
    back: () => move(at - 1),
    type: (hash: string) => (stack.push(hash), move(at + 1)),
  };
};

const routed = (start: string, mayLeave: (from: Route) => boolean = () => true) => {
  const fake = fakeWindow(start);
  const seen: Route[] = [];
  const router = new HashRouter(fake.browser, (route) => seen.push(route), mayLeave);
  router.connect();
  return { ...fake, router, seen };
};

const ANY_UNICODE = ['\u0000', '%ED%A0%80', '%', '.', '..', '/', '#?&', '__proto__', 'session', '🦵🏽 שלום'];

test('half a character in an id makes an address of no set', () => {
  expect(parseRoute(routeHash({ screen: 'set', id: '\ud800x' }))).toEqual({ screen: 'set', id: '\ufffdx' });
});

test.each(ANY_UNICODE)('an id of any characters can be read back from its address: %j', (id) => {
  for (const screen of ['drill', 'set', 'report', 'edit', 'programme', 'check', 'self-check', 'video'] as const) {
    const address = routeHash({ screen, id });
    expect(address).toMatch(/^[\u0021-\u007e]+$/);
    expect(parseRoute(address)).toEqual({ screen, id });
  }
  expect(parseRoute(routeHash({ screen: 'part', id, at: 2 }))).toEqual({ screen: 'part', id, at: 2 });
});

test('every route can be read back from its address', () => {
  const routes: readonly Route[] = [
    { screen: 'home' },
    { screen: 'drill', id: 'supine-sleeper' },
    { screen: 'session' },
    { screen: 'set', id: 'a/b c#d' },
    { screen: 'history' },
    { screen: 'your-data' },
    { screen: 'programmes' },
    { screen: 'programme', id: 'hip-ir-breakout' },
    { screen: 'part', id: 'own-1/2', at: 0 },
    { screen: 'part', id: 'hip-ir-breakout', at: 6 },
    { screen: 'edit', id: 'own-1' },
    { screen: 'week' },
    { screen: 'self-check', id: null },
  ];
  expect(routes.map((route) => parseRoute(routeHash(route)))).toEqual(routes);
});

test('an address of before leads to the screen that has its content now', () => {
  const moved = ['#/day/2026-11-20', '#/goals', '#/offline', '#/diagnostics', '#/agreement'];
  expect(moved.map((hash) => parseRoute(hash).screen)).toEqual([
    'history',
    'trends',
    'your-data',
    'settings',
    'self-check',
  ]);
  expect([...moved, '#/settings'].map(partOfScreen)).toEqual([
    'day',
    'goals',
    'offline',
    'diagnostics',
    'agreement',
    null,
  ]);
});

test('an impossible part number leads to the programme', () => {
  for (const part of ['0', '-1', '1.5', 'x', '99999'])
    expect(parseRoute(`#/programme/hip-ir-breakout/${part}`)).toEqual({
      screen: 'programme',
      id: 'hip-ir-breakout',
    });
});

const MEANINGLESS = ['%', '%E0%A4', '%E0%A4%A', '%ED%A0', '%zz', '%ED%A0%80%'];

test('an unknown address, or one whose percent signs mean nothing, leads home', () => {
  for (const hash of [
    '',
    '#',
    '#/',
    '#/nonsense',
    '#/drill',
    '#/set/',
    '#/check',
    ...MEANINGLESS.map((part) => `#/set/${part}`),
  ])
    expect(parseRoute(hash)).toEqual({ screen: 'home' });
});

test('the back button returns to the screen before', () => {
  const { router, back, seen } = routed('#/');
  router.go({ screen: 'history' });
  router.go({ screen: 'set', id: 'x' });
  back();
  expect(seen.at(-1)).toEqual({ screen: 'history' });
  expect(router.route).toEqual({ screen: 'history' });
});

test('a screen that may not be left stays, and its address is restored', () => {
  const { router, back, seen, browser } = routed('#/', (from) => from.screen !== 'session');
  router.go({ screen: 'session' });
  back();
  expect(router.route).toEqual({ screen: 'session' });
  expect(browser.location.hash).toBe('#/session');
  router.go({ screen: 'home' });
  expect(seen).toEqual([{ screen: 'session' }]);
});

test('a forced change of screen does not ask', () => {
  const { router } = routed('#/session', () => false);
  router.go({ screen: 'history' }, { force: true });
  expect(router.route).toEqual({ screen: 'history' });
});

test('the back button skips a screen that was replaced', () => {
  const { router, stack, back } = routed('#/');
  router.go({ screen: 'session' });
  router.go({ screen: 'set', id: 'x' }, { replace: true });
  expect(stack).toEqual(['#/', '#/set/x']);
  back();
  expect(router.route).toEqual({ screen: 'home' });
});

test('typing the current address changes nothing', () => {
  const { type, seen } = routed('#/history');
  type('#/history');
  expect(seen).toEqual([]);
});
