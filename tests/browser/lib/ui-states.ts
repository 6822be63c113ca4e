import type { Page } from '@playwright/test';
import type { FramingCheck, LightCheck, Reading } from '../../../src/instrument/output/reading.ts';
import type { RuleId } from '../../../src/coach/drill-definition.ts';
import type { SessionSnapshot } from '../../../src/app/session/session-contract.ts';
import type { UiPage } from './ui-page.ts';
import { untilOpened } from './programme-steps.ts';

/** One screen in one state. */
export interface UiState {
  readonly name: string;
  show(ui: UiPage): Promise<void>;
  /** Does again what is undone when the screen is drawn anew in German. Absent: nothing is. */
  again?(ui: UiPage): Promise<void>;
}

/** Addresses of the screens. */
export const ROUTES = {
  home: '#/',
  drill: '#/drill/supine-sleeper',
  'drill-timer': '#/drill/soft-tissue-ball',
  'drill-both-legs': '#/drill/knee-to-knee-wall',
  summary: '#/set/set-1',
  'summary-repetitions': '#/set/set-2',
  report: '#/report/set-1',
  history: '#/history',
  trends: '#/trends',
  settings: '#/settings',
  'your-data': '#/your-data',
  people: '#/people',
  passport: '#/passport',
  prescription: '#/prescription',
  prescribe: '#/prescribe',
  test: '#/test',
  video: '#/video/supine-sleeper',
  programmes: '#/programmes',
  programme: '#/programme/hip-ir-breakout',
  part: '#/programme/hip-ir-strength/2',
  editor: '#/edit/own-1',
  week: '#/week',
  'self-check': '#/self-check/supine-sleeper',
  check: '#/check/check-1',
  'not-found': '#/set/never-was',
  'programme-not-found': '#/programme/never-was',
} as const;

/** Adds a planned week and a programme, because an empty screen would test little. */
export const fillScreens = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const { settings } = window.harness.services;
    const item = {
      drills: [{ drill: 'quadruped-band-ir', variant: null }],
      goal: null,
      side: 'each',
      rounds: 2,
      reps: null,
      rest: 30,
    } as const;
    await settings.change({
      programmes: [{ id: 'own-1', title: 'Mine', summary: '', blocks: [{ times: 2, items: [item, item] }] }],
      week: [
        { programme: 'movement-sequence', days: [0, 1, 2, 3, 4, 5, 6], at: [450, 1140] },
        { programme: 'hip-ir-strength', days: [0, 1, 2, 3, 4, 5, 6], at: [1080] },
      ],
    });
  });
  const { hash } = new URL(page.url());
  // Leave and return, so that the screen is created again.
  const away = hash === '#/history' ? ['#/settings', 'Settings'] : ['#/history', 'Past sets'];
  await page.evaluate((to) => (location.hash = to), away[0] ?? '');
  await page.getByRole('heading', { level: 1, name: away[1] ?? '' }).waitFor();
  await page.evaluate((to) => (location.hash = to), hash);
  await page.getByRole('heading', { level: 1, name: away[1] ?? '' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // A screen with late code has its controls a moment after its heading.
  await page.waitForLoadState('networkidle');
};

const route = (name: string, hash: string): UiState => ({
  name,
  async show(ui) {
    await ui.open(hash);
    await fillScreens(ui.page);
    // The other summary stays folded up.
    if (hash === ROUTES.summary) await ui.unfold();
  },
});

export const placing = (
  name: string,
  framing: Partial<FramingCheck>,
  light: Partial<LightCheck> = {},
  person: Reading['person'] = { seen: true },
): UiState => ({
  name: `placing-${name}`,
  async show(ui) {
    await ui.startPlacing();
    await ui.page.evaluate(
      (given) => {
        const { session, goodReading } = window.harness;
        session.show({
          reading: {
            ...goodReading,
            person: given.person,
            framing: { ...goodReading.framing, ready: false, ...given.framing },
            light: { ...goodReading.light, ...given.light },
          },
        });
      },
      { framing, light, person },
    );
  },
});

export const running = (name: string, change: (ui: UiPage) => Promise<void>): UiState => ({
  name: `set-${name}`,
  async show(ui) {
    await ui.startSet();
    await change(ui);
  },
});

/** A set that could not be opened. */
export const failed = (name: string, error: SessionSnapshot['error']): UiState => ({
  name: `error-${name}`,
  async show(ui) {
    await ui.open('#/drill/supine-sleeper');
    await ui.page.getByRole('button', { name: 'Turn on the camera' }).click();
    await untilOpened(ui.page);
    await ui.show({ stage: 'failed', error });
  },
});

/** A set in which a key has done something. */
const pressed = (name: string, key: string, shown: (ui: UiPage) => Promise<void> = async () => {}): UiState => {
  const press = async (ui: UiPage) => {
    await ui.page.keyboard.press(key);
    await shown(ui);
  };
  return { ...running(name, press), again: press };
};

/** A cue of the drill, in its words. */
const cued = (severity: 'amber' | 'red', rule: RuleId) => (ui: UiPage) =>
  ui.page.evaluate(
    (cue) => {
      const { session, gaugeOf, sleeperPlan } = window.harness;
      const text = sleeperPlan.drill.rules.find(({ id }) => id === cue.rule)?.cue ?? '';
      session.show({ gauge: gaugeOf({ cue: { ...cue, text } }) });
    },
    { rule, severity },
  );

const ring = (problem: 'wrong-posture' | null) => (ui: UiPage) =>
  ui.page.evaluate((given) => {
    const { session, gaugeOf, goodReading, phaseOf } = window.harness;
    const referencePose = { kind: 'holding', progress: 0.4, problem: given } as const;
    const phase = phaseOf('neutral', { length: null });
    session.show({
      gauge: gaugeOf({ phase, left: null, angle: null, angleReason: 'no-neutral' }),
      reading: { ...goodReading, referencePose },
    });
  }, problem);

/** Every screen and state; states that differ only in their words are listed once. */
export const UI_STATES: readonly UiState[] = [
  ...Object.entries(ROUTES).map(([name, hash]) => route(name, hash)),
  {
    name: 'drill-locked',
    async show(ui) {
      await ui.open();
      await ui.page.evaluate(async () => {
        const { sets } = window.harness;
        const [item] = await sets.list();
        if (!item) throw new Error('the harness has sets');
        const startedAt = new Date().toISOString();
        sets.items = [1, 2].map((i) => ({ ...item, id: `p${i}`, ended: 'pain' as const, startedAt }));
        location.hash = '#/drill/supine-sleeper';
      });
      await ui.page.getByText('This drill is on hold').waitFor();
    },
  },
  {
    name: 'loading',
    async show(ui) {
      await ui.open();
      await ui.page.getByRole('button', { name: /20-second demo/ }).click();
      await ui.show({ load: { stage: 'weights', loaded: 5e6, total: 20e6, detail: 'full' } });
    },
  },
  failed('card', 'camera-denied'),
  { name: 'placing-good', show: (ui) => ui.startPlacing() },
  placing('missing', { missing: ['left foot', 'head'], problem: 'out-of-frame' }),
  placing('small', { size: 'too-far', extent: 0.2, problem: 'person-too-small' }),
  placing('posture', { posture: 'wrong', problem: 'wrong-posture' }),
  placing('view', { view: 'poor', problem: 'bad-view' }),
  placing('dark', {}, { mean: 20, problem: 'too-dark' }),
  placing('nobody', { extent: 0 }, {}, { seen: false, reason: 'no-person' }),
  running('neutral', ring(null)),
  running('neutral-posture', ring('wrong-posture')),
  running('calm', async () => {}),
  running('amber', cued('amber', 'pelvis-lift')),
  running('red', cued('red', 'pelvis-twist')),
  running('paused', (ui) => ui.page.keyboard.press('Space')),
  pressed('stopping', 'Escape'),
  running('no-number', (ui) =>
    ui.page.evaluate(() => {
      const { session, gaugeOf } = window.harness;
      session.show({ gauge: gaugeOf({ angle: null, angleReason: 'thigh-towards-lens' }) });
    }),
  ),
  running('repetitions', (ui) =>
    ui.page.evaluate(() => {
      const { session, gaugeOf, phaseOf } = window.harness;
      const phase = phaseOf('reps', { length: null });
      session.show({ gauge: gaugeOf({ phase, left: null, repsDone: 4, repsGoal: 12, hold: 0.6 }) });
    }),
  ),
  running('notice', (ui) => ui.show({ notice: 'The measuring stopped and was restarted' })),
  pressed('keys-dialog', '?', (ui) => ui.page.getByRole('dialog').waitFor()),
  {
    name: 'confirm-dialog',
    async show(ui) {
      await ui.open('#/your-data');
      await ui.page.getByRole('button', { name: 'Delete: Settings' }).click();
      await ui.page.getByRole('alertdialog').waitFor();
    },
    async again(ui) {
      await ui.page.getByRole('button', { name: 'Löschen: Einstellungen' }).click();
      await ui.page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'history-deleted',
    async show(ui) {
      await ui.open('#/set/set-1');
      await ui.page.getByRole('button', { name: 'Delete', exact: true }).click();
      await ui.page.getByRole('button', { name: 'Undo' }).waitFor();
    },
    async again(ui) {
      await ui.page.evaluate(() => (location.hash = '#/set/set-2'));
      await ui.page.getByRole('button', { name: 'Löschen', exact: true }).click();
      await ui.page.getByRole('button', { name: 'Rückgängig machen' }).waitFor();
    },
  },
];
