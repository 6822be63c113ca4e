import type { Route } from '../../src/ui/shell/router.ts';

/** An address of every screen; a new screen does not compile without one. */
export const screenAddresses = (id: string): Readonly<Record<Route['screen'], string>> => ({
  home: '#/',
  drill: '#/drill/supine-sleeper',
  session: '#/session',
  set: `#/set/${id}`,
  report: `#/report/${id}`,
  prescription: '#/prescription',
  prescribe: '#/prescribe',
  history: '#/history',
  trends: '#/trends',
  settings: '#/settings',
  programmes: '#/programmes',
  programme: '#/programme/hip-ir-breakout',
  part: '#/programme/hip-ir-breakout/1',
  edit: '#/edit/new',
  week: '#/week',
  'your-data': '#/your-data',
  people: '#/people',
  test: '#/test',
  passport: '#/passport',
  video: '#/video',
  'self-check': '#/self-check/supine-sleeper',
  check: '#/check/none',
});
