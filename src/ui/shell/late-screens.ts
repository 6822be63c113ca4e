import { html, type LitElement } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { type Route, routeHash } from './router.ts';
import type { Services } from './services.ts';

/** Loads the code of each screen that the first page does not need. */
const LATE: Partial<Record<Route['screen'], () => Promise<unknown>>> = {
  // With the session's screen, which is likely to be opened next.
  drill: () => Promise.all([import('../home-and-drill/th-drill.ts'), import('../live-set/th-session.ts')]),
  test: () => Promise.all([import('../hip-test/th-hip-test.ts'), import('../live-set/th-session.ts')]),
  programmes: () => import('../programmes/th-programmes.ts'),
  programme: () => import('../programmes/th-programme.ts'),
  part: () => Promise.all([import('../programmes/th-part.ts'), import('../live-set/th-session.ts')]),
  edit: () => import('../programmes/th-programme-editor.ts'),
  week: () => import('../programmes/th-week.ts'),
  report: () => import('../summary/th-report.ts'),
  passport: () => import('../passport/th-passport.ts'),
  prescription: () => import('../prescription/th-prescription.ts'),
  prescribe: () => import('../prescription/th-prescribe.ts'),
  set: () => import('../summary/th-summary.ts'),
  history: () => import('../history/th-history.ts'),
  trends: () => import('../history/th-trends.ts'),
  settings: () => import('../settings/th-settings.ts'),
  'your-data': () => import('../settings/th-your-data.ts'),
  people: () => import('../people/th-people.ts'),
  'self-check': () => Promise.all([import('../self-check/th-self-check.ts'), import('../live-set/th-session.ts')]),
  check: () => import('../self-check/th-check.ts'),
  // With the summary, which it ends in.
  video: () => Promise.all([import('../video/th-video.ts'), import('../summary/th-summary.ts')]),
  // The summary is loaded before the set ends, in case the network fails during it.
  session: () => import('../summary/th-summary.ts'),
};

type Draw<S> = (services: Services, route: Route & { readonly screen: S }) => unknown;

/** The screens that `th-app` does not render itself. */
const DRAWN: { readonly [S in Route['screen']]?: Draw<S> } = {
  drill: (services, { id }) => drillScreen(services, (drill) => drill.id === id),
  test: (services) => drillScreen(services, ({ hipTest }) => hipTest !== undefined),
  set: (services, { id }) => html`<th-summary class="screen" .services=${services} setId=${id}></th-summary>`,
  report: (services, { id }) => html`<th-report class="screen" .services=${services} setId=${id}></th-report>`,
  check: (services, { id }) => html`<th-check class="screen" .services=${services} checkId=${id}></th-check>`,
  'self-check': (services, { id }) =>
    html`<th-self-check class="screen" .services=${services} .drillId=${id}></th-self-check>`,
  video: (services, { id }) => html`<th-video class="screen" .services=${services} .drillId=${id}></th-video>`,
  programme: (services, { id }) =>
    html`<th-programme class="screen" .services=${services} programmeId=${id}></th-programme>`,
  part: (services, { id, at }) =>
    html`<th-part class="screen" .services=${services} programmeId=${id} .at=${at}></th-part>`,
  edit: (services, { id }) =>
    html`<th-programme-editor class="screen" .services=${services} programmeId=${id}></th-programme-editor>`,
  prescription: (services) => html`<th-prescription class="screen" .services=${services}></th-prescription>`,
  prescribe: (services) => html`<th-prescribe class="screen" .services=${services}></th-prescribe>`,
  history: (services) => html`<th-history class="screen" .services=${services}></th-history>`,
  trends: (services) => html`<th-trends class="screen" .services=${services}></th-trends>`,
  programmes: (services) => html`<th-programmes class="screen" .services=${services}></th-programmes>`,
  week: (services) => html`<th-week class="screen" .services=${services}></th-week>`,
  passport: (services) => html`<th-passport class="screen" .services=${services}></th-passport>`,
  'your-data': (services) => html`<th-your-data class="screen" .services=${services}></th-your-data>`,
  people: (services) => html`<th-people class="screen" .services=${services}></th-people>`,
};

/**
 * Starts to load the code of a route's screen and returns its template.
 * @param failed called when the code cannot be loaded
 * @returns null for the screens that `th-app` renders itself, and for an unknown drill
 */
export function lateScreen(route: Route, services: Services, failed: (error: unknown) => void): unknown {
  LATE[screenOf(route, services)]?.().catch(failed);
  const drawn = (DRAWN[route.screen] as Draw<Route['screen']> | undefined)?.(services, route) ?? null;
  // Another address is another element, but a check only begins with another drill.
  return drawn && keyed(route.screen === 'self-check' ? route.screen : routeHash(route), drawn);
}

/** The address of the hip test's drill shows the test's own screen. */
const screenOf = (route: Route, { drills }: Services): Route['screen'] =>
  route.screen === 'drill' && drills.find(({ id }) => id === route.id)?.hipTest !== undefined ? 'test' : route.screen;

function drillScreen(services: Services, isIt: (drill: DrillDefinition) => boolean) {
  const drill = services.drills.find(isIt);
  if (drill === undefined) return null;
  return drill.hipTest === undefined
    ? html`<th-drill class="screen" .services=${services} .drill=${drill}></th-drill>`
    : html`<th-hip-test class="screen" .services=${services} .drill=${drill}></th-hip-test>`;
}

/**
 * Moves the focus to the heading of a screen, once the screen is loaded. The heading may be in a screen inside it.
 * @param part a part of the screen (`data-part`) that gets the focus instead; null: none
 */
export async function focusHeadingOf(screen: LitElement, part: string | null): Promise<void> {
  await customElements.whenDefined(screen.localName);
  await screen.updateComplete;
  const root = screen.renderRoot;
  const heading = root.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? root.querySelector('h1');
  const inner = screen.renderRoot.querySelector<LitElement>('.screen');
  if (heading) heading.focus();
  else if (inner) await focusHeadingOf(inner, part);
}
