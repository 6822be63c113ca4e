import type { Page } from '@playwright/test';
import type { Route } from '../../../src/ui/shell/router.ts';

/** An address of every screen; a new screen does not compile without one. */
export const addresses = (id: string, day: string): Readonly<Record<Route['screen'], string>> => ({
  home: '#/',
  drill: '#/drill/supine-sleeper',
  session: '#/session',
  set: `#/set/${id}`,
  report: `#/report/${id}`,
  prescription: '#/prescription',
  prescribe: '#/prescribe',
  history: '#/history',
  day: `#/day/${day}`,
  trends: '#/trends',
  settings: '#/settings',
  programmes: '#/programmes',
  programme: '#/programme/hip-ir-breakout',
  part: '#/programme/hip-ir-breakout/1',
  edit: '#/edit/new',
  week: '#/week',
  offline: '#/offline',
  diagnostics: '#/diagnostics',
  licences: '#/licences',
  'your-data': '#/your-data',
  people: '#/people',
  test: '#/test',
  goals: '#/goals',
  passport: '#/passport',
  video: '#/video',
  'self-check': '#/self-check',
  check: '#/check/none',
});

/** Goes to a screen and waits until it is drawn. */
export const visit = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((to) => (location.hash = to), hash);
  // The screen is loaded and drawn.
  await page.waitForFunction(() => {
    const screen = document.querySelector('th-app')?.shadowRoot?.querySelector('.screen');
    return screen?.shadowRoot?.firstElementChild && customElements.get(screen.localName);
  });
  // Every fold is opened, because what it holds is drawn only then.
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
};
