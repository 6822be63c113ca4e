import type { GateView } from '../../../src/coach/setup/setup-gate.ts';
import type { PhaseKind } from '../../../src/coach/drill-definition.ts';
import type { SessionSnapshot } from '../../../src/app/session/session-contract.ts';
import type { LightCheck } from '../../../src/instrument/output/reading.ts';
import { PASSPORT_STATES } from './passport-states.ts';
import { PHONE_STATES } from './phone-states.ts';
import { PRESCRIPTION_STATES } from './prescription-states.ts';
import { beginStrength, finish, untilOpened } from './programme-steps.ts';
import type { UiPage } from './ui-page.ts';
import { failed, placing, running, type UiState, UI_STATES } from './ui-states.ts';

type AdviceName = 'several' | 'hold' | 'posture';

/** Placing before a camera, where the set starts by itself; `gate` is what the setup waits for, in the coach's words. */
const handsFree = (name: AdviceName, gate: Partial<GateView>): UiState => ({
  name: `placing-${name}`,
  async show(ui) {
    await ui.startPlacing();
    await ui.page.evaluate(
      ({ of, ...given }) => {
        const { session, sleeperPlan } = window.harness;
        const { gate: words } = sleeperPlan.words;
        const posture = { what: words.posture, todo: sleeperPlan.drill.steps[0] ?? '' };
        const advice = { several: words.several, hold: words.hold, posture }[of];
        const checks = (['light', 'person', 'laptop', 'body', 'posture', 'view'] as const).map((id) => ({
          id,
          state: given.check === id ? ('bad' as const) : ('ok' as const),
          advice: null,
        }));
        session.show({ source: 'camera', gate: { checks, check: null, advice, hold: null, ...given } });
      },
      { ...gate, of: name },
    );
  },
});

/** The same state for a person on the mat, who has not touched the laptop for five seconds. */
const fromTheMat = (state: UiState): UiState => ({
  name: `${state.name}-mat`,
  async show(ui) {
    await state.show(ui);
    await ui.page.waitForTimeout(5100);
    await ui.page.evaluate(() => window.harness.session.show({ reading: window.harness.goodReading }));
    await ui.page.locator('[data-far]').waitFor();
  },
});

const light = (problem: NonNullable<LightCheck['problem']>): UiState => placing(problem, {}, { problem });

const shown = (part: Partial<SessionSnapshot>) => (ui: UiPage) => ui.show(part);

const inPhase = (kind: PhaseKind, effort: number | null) => (ui: UiPage) =>
  ui.page.evaluate(
    ([phase, share]) => {
      const { session, gaugeOf, phaseOf } = window.harness;
      const ramp = { length: 25, ramp: 15, effort: [0.5, 0.6] as const };
      session.show({ gauge: gaugeOf({ phase: phaseOf(phase, share === null ? {} : ramp), effort: share }) });
    },
    [kind, effort] as const,
  );

/** @param newInstrument how many of the six the app measured as it does now; the others are older */
const severalSets = async (ui: UiPage, newInstrument = 6): Promise<void> => {
  const { page } = ui;
  await ui.open();
  await page.evaluate((measuredAsNow) => {
    const { sets } = window.harness;
    const [first] = sets.records;
    if (!first) throw new Error('the harness has sets');
    sets.records = [0, 1, 2, 3, 4, 5].map((i) => ({
      ...first,
      id: `day-${i}`,
      frames: [],
      startedAt: `2026-11-${20 - 2 * i}T09:12:00.000Z`,
      instrument: i < measuredAsNow ? first.instrument : 1,
      summary: {
        ...first.summary,
        sets: first.summary.sets.map((one) => ({ ...one, clean: (one.clean ?? 0) - 2.4 * i })),
      },
    }));
    location.hash = '#/trends';
  }, newInstrument);
  await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
  await page
    .getByText(/First day:/)
    .first()
    .waitFor();
};

/** A running check against your own instrument; the demo opens it. */
const checking = (name: string, change: (ui: UiPage) => Promise<void>): UiState => ({
  name: `set-check-${name}`,
  async show(ui) {
    await ui.open('#/self-check/supine-sleeper');
    await ui.page.getByRole('button', { name: 'Watch the demo' }).click();
    await ui.page.evaluate(() => {
      const { session, gaugeOf, phaseOf, goodReading } = window.harness;
      const phase = phaseOf('reps', { length: null });
      session.show({ stage: 'running', gauge: gaugeOf({ phase, left: null }), reading: goodReading });
    });
    await ui.page.getByRole('button', { name: /^Measure now/ }).waitFor();
    await change(ui);
  },
  again: change,
});

/** Two and a half seconds of readings with the leg held still. */
const heldStill = (ui: UiPage): Promise<void> =>
  ui.page.evaluate(() => {
    const { session, goodReading } = window.harness;
    for (let i = 0; i < 60; i += 1) session.show({ reading: { ...goodReading, time: 10 + i / 10 } });
  });

/** A set before a camera: without the guide of the demo, and with the last best of this hip to aim at. */
export const beforeCamera = (ui: UiPage, kind: 'camera' | 'demo' = 'camera'): Promise<void> =>
  ui.page.evaluate(async (source) => {
    const { session, sets, sleeperPlan, gaugeOf, goodReading } = window.harness;
    sets.records = sets.records.map((one) => ({ ...one, source: { ...one.source, kind: 'camera' } }));
    session.show({ stage: 'starting', source, plan: sleeperPlan });
    await new Promise(requestAnimationFrame);
    session.show({ stage: 'placing' });
    await new Promise(requestAnimationFrame);
    session.show({ stage: 'running', gauge: gaugeOf(), reading: goodReading });
  }, kind);

const drawn = (what: 'body' | 'nothing') => (ui: UiPage) =>
  ui.page.evaluate(async (chosen) => {
    const { services, session, goodReading } = window.harness;
    await services.settings.change({ shown: chosen });
    session.show({ source: 'camera', reading: goodReading });
  }, what);

/** The summary of the first part of the strength programme. */
const afterPart = (name: string, ended: 'finished' | 'stopped' | 'pinch', record: string): UiState => ({
  name: `summary-part-${name}`,
  async show(ui) {
    await beginStrength(ui.page, ui);
    await ui.page.getByRole('button', { name: 'Turn on the camera' }).click();
    await finish(ui.page, ended, record);
    await ui.page.locator('th-next-part').waitFor();
  },
});

/** Every failing setup check, and rare states of a set. */
const MORE_STATES: readonly UiState[] = [
  light('lens-covered'),
  light('too-bright'),
  light('against-light'),
  placing('dim', {}, { remark: 'dim' }),
  placing('close', { size: 'too-close', extent: 1, problem: 'person-too-large' }),
  placing('implausible', {}, {}, { seen: false, reason: 'implausible-body' }),
  placing('view-fair', { view: 'fair', ready: true, problem: null }),
  placing('laptop-moves', { laptopMoves: true }),
  handsFree('several', { check: 'person' }),
  handsFree('hold', { hold: 0.4 }),
  fromTheMat(handsFree('posture', { check: 'posture' })),
  fromTheMat(handsFree('hold', { hold: 0.4 })),
  checking('seek', async () => {}),
  checking('no-number', (ui) =>
    ui.page.evaluate(() => {
      const { session, gaugeOf, phaseOf } = window.harness;
      const phase = phaseOf('reps', { length: null });
      session.show({ gauge: gaugeOf({ phase, left: null, angle: null, angleReason: 'pelvis-hidden' }) });
    }),
  ),
  checking('measure', (ui) => ui.page.keyboard.press('Space')),
  checking('kept', heldStill),
  checking('start', (ui) =>
    ui.page.evaluate(() => {
      const { session, gaugeOf, goodReading, phaseOf } = window.harness;
      const referencePose = { kind: 'holding', progress: 0.4, problem: 'wrong-posture' } as const;
      const phase = phaseOf('neutral', { length: null });
      session.show({
        gauge: gaugeOf({ phase, left: null, angle: null, angleReason: 'no-neutral' }),
        reading: { ...goodReading, referencePose },
      });
    }),
  ),
  {
    name: 'check-untyped',
    async show(ui) {
      await ui.open();
      await ui.page.evaluate(async () => {
        const { selfChecks } = window.harness.services;
        const check = await selfChecks.load('check-1');
        if (!check) throw new Error('the harness has a check');
        await selfChecks.keep({ ...check, positions: check.positions.map((held) => ({ ...held, typed: null })) });
        location.hash = '#/check/check-1';
      });
      await ui.page.getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'check-not-found',
    async show(ui) {
      await ui.open('#/check/never-was');
      await ui.page.getByText('There is no check here').waitFor();
    },
  },
  running('effort', inPhase('pails', 0.37)),
  running('rest', inPhase('rest', null)),
  running('arm', shown({ source: 'camera', arm: 0.6 })),
  running('target', async (ui) => {
    await beforeCamera(ui);
    await ui.page.locator('th-rotation-bar .target').waitFor();
  }),
  running('away', (ui) =>
    ui.page.evaluate(() => {
      const { session, gaugeOf, sleeperPlan } = window.harness;
      session.show({
        source: 'camera',
        gauge: gaugeOf({ away: { text: sleeperPlan.words.away['moved-away'], waits: true } }),
      });
    }),
  ),
  running('camera-lost', (ui) =>
    ui.page.evaluate(() => {
      const { session, gaugeOf } = window.harness;
      session.show({ gauge: gaugeOf({ angle: null, angleReason: 'no-picture' }), blind: 'camera-lost' });
    }),
  ),
  running('body-only', drawn('body')),
  running('hidden', drawn('nothing')),
  {
    name: 'loading-stalled',
    async show(ui) {
      await ui.open();
      await ui.page.getByRole('button', { name: /20-second demo/ }).click();
      await ui.show({ load: { stage: 'weights', loaded: 5e6, total: 20e6, detail: 'full', waiting: true } });
      await ui.page.getByText('The download has stopped').waitFor();
    },
  },
  failed('stalled', 'weights-stalled'),
  { name: 'trends-many', show: (ui) => severalSets(ui) },
  { name: 'trends-seam', show: (ui) => severalSets(ui, 3) },
  {
    name: 'summary-measured-anew',
    async show(ui) {
      await severalSets(ui, 3);
      await ui.page.evaluate(() => (location.hash = '#/set/day-2'));
      await ui.unfold();
    },
    again: (ui) => ui.unfold(),
  },
  { name: 'home-new', show: (ui) => ui.openNew() },
  {
    name: 'set-timer',
    async show(ui) {
      await ui.open('#/drill/soft-tissue-ball');
      await ui.page.getByRole('button', { name: 'Start the timer' }).click();
      await untilOpened(ui.page);
      await ui.page.evaluate(() => {
        const { session, gaugeOf, phaseOf } = window.harness;
        const { plan } = session.snapshot;
        const [first] = plan?.drill.phases.filter(({ kind }) => kind === 'guided') ?? [];
        const phase = phaseOf('guided', {
          title: first?.title ?? '',
          instruction: first?.instruction ?? '',
          length: 90,
        });
        session.show({ stage: 'running', gauge: gaugeOf({ phase, next: null, angle: null, best: null }) });
      });
      await ui.page.locator('th-guided').waitFor();
    },
  },
  {
    name: 'summary-pain',
    async show(ui) {
      await ui.open('#/set/set-1');
      await ui.page
        .getByRole('group', { name: /^Did anything hurt/ })
        .getByRole('radio', { name: '6', exact: true })
        // Not by force: the bar with the main button may lie over it until it is scrolled into sight.
        .check();
      await ui.page.getByRole('link', { name: 'Finish for today' }).waitFor();
    },
  },
  afterPart('next', 'finished', 'set-1'),
  afterPart('unfinished', 'stopped', 'set-1'),
  afterPart('symptom', 'pinch', 'set-2'),
  {
    name: 'home-finder',
    async show(ui) {
      await ui.open();
      await ui.page.getByRole('button', { name: 'Which drill is for me?' }).click();
      for (const name of ['Looser hips', 'Lying on my back', 'A free wall'])
        await ui.page.getByRole('radio', { name }).check({ force: true });
      await ui.page.getByRole('heading', { name: 'Start with one of these' }).waitFor();
    },
    async again(ui) {
      await ui.page.getByRole('button', { name: 'Welche Übung passt zu mir?' }).click();
      for (const group of await ui.page.locator('th-drill-finder fieldset').all())
        await group.getByRole('radio').nth(1).check({ force: true });
    },
  },
  {
    name: 'history-empty',
    async show(ui) {
      await ui.open();
      await ui.page.evaluate(async () => {
        await window.harness.sets.removeAll();
        location.hash = '#/history';
      });
      await ui.page.getByText('Nothing here yet').waitFor();
    },
  },
];

export const ALL_STATES: readonly UiState[] = [
  ...UI_STATES,
  ...MORE_STATES,
  ...PASSPORT_STATES,
  ...PRESCRIPTION_STATES,
  ...PHONE_STATES,
];
