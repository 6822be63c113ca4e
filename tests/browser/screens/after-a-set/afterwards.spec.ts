import { expect } from '@playwright/test';
import { common } from '../../../../src/i18n/en/common.ts';
import type { ThSummary } from '../../../../src/ui/summary/th-summary.ts';
import { inSight, SIZES } from '../../lib/in-sight.ts';
import { beginStrength, finish } from '../../lib/programme-steps.ts';
import { test } from '../../lib/ui-test.ts';

test('the summary shows hip alone, pelvis and leg in total by round and phase, and explains the flags', async ({
  page,
  ui,
}) => {
  await ui.open('#/set/set-1');
  await expect(ui.heading).toHaveText('Supine sleeper');
  await ui.unfold();
  const table = page.getByRole('region', { name: 'Range by round and by phase' });
  await expect(table.getByRole('row', { name: /^Left, round 1 26° ± 4° 6° or more 32°/ })).toBeVisible();
  // A rule that only older sets have keeps its name and its size.
  await expect(page.getByRole('row', { name: /Pelvis twist, strong 13°/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Pelvis lift.* Your pelvis came off the floor/ })).toBeVisible();
  await expect(page.getByText('Back arches: can’t be seen from here')).toBeVisible();
});

test('the answer of a set is drawn before the rest of its page, so that no task is long', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  await expect(ui.heading).toHaveText('Supine sleeper');
  const stages = await page.evaluate(async () => {
    const shown = document.querySelector('th-app')?.shadowRoot?.querySelector('th-summary') as
      | ThSummary
      | null
      | undefined;
    if (!shown) throw new Error('the page of the set is not there');
    const again = document.createElement('th-summary') as ThSummary;
    Object.assign(again, { services: shown.services, setId: shown.setId });
    shown.after(again);
    await again.updateComplete;
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      const look = () => {
        const has = (name: string) => again.shadowRoot?.querySelector(name) !== null;
        const stage = [has('th-answer') ? 'answer' : '', has('th-note') ? 'rest' : ''].filter(Boolean).join(' and ');
        if (stage !== (seen.at(-1) ?? '')) seen.push(stage);
        if (has('th-note')) resolve();
      };
      if (again.shadowRoot) new MutationObserver(look).observe(again.shadowRoot, { childList: true, subtree: true });
    });
    again.remove();
    return seen;
  });
  expect(stages).toEqual(['answer', 'answer and rest']);
});

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
])
  test(`at ${width} × ${height} the answer is on the first screen, and the folded page is short`, async ({
    page,
    ui,
  }) => {
    await ui.open('#/set/set-1');
    await page.setViewportSize({ width, height });
    await page.waitForLoadState('networkidle');
    const answer = page.getByRole('region', { name: 'Result' });
    for (const part of [
      answer.getByRole('heading', { name: /^Next time, .*\.$/ }),
      answer.getByText('Hip alone', { exact: true }).first(),
      answer.locator('.track').first(),
    ]) {
      const box = await part.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    }
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3 * height);
  });

for (const size of SIZES)
  test(`at ${size.width} × ${size.height} what to do next is in sight before anything is scrolled`, async ({
    page,
    ui,
  }) => {
    await ui.open('#/set/set-1');
    await page.setViewportSize(size);
    await expect.poll(() => inSight(page.getByRole('button', { name: 'Do it again' }))).toBe(true);
    await beginStrength(page, ui);
    await page.getByRole('button', { name: 'Skip to part 2' }).click();
    await page.getByRole('button', { name: 'Turn on the camera' }).click();
    await finish(page);
    await expect.poll(() => inSight(page.getByRole('link', { name: /^Next: / }))).toBe(true);
    await expect.poll(() => inSight(page.getByRole('timer'))).toBe(true);
    const box = await page.locator('th-next-part').boundingBox();
    expect(box?.height ?? size.height).toBeLessThan(size.height / 3);
  });

test('a printed summary is unfolded, has its coloured bars, and no buttons', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  await page.locator('th-summary details.fold').first().waitFor();
  const opened = () => page.locator('th-summary details.fold[open]').count();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await opened()).toBe(await page.locator('th-summary details.fold').count());
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Delete' })).toBeHidden();
  const adjust = (element: Element) => getComputedStyle(element).getPropertyValue('print-color-adjust');
  expect(await page.locator('th-range-bars .track span').first().evaluate(adjust)).toBe('exact');
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await opened()).toBe(0);
});

test('after a symptom, or pain from five of ten on, the main button ends the day and the set is not offered again', async ({
  page,
  ui,
}) => {
  await ui.open('#/set/set-2');
  await expect(page.getByRole('note')).toContainText(common.symptoms.pinch.text);
  await expect(page.getByRole('link', { name: 'Finish for today' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Do it again' })).toHaveCount(0);
  await ui.unfold();
  await expect(page.getByRole('row', { name: /No: hold longer/ })).toBeVisible();
  await ui.open('#/set/set-1');
  await expect(page.getByRole('button', { name: 'Do it again' })).toBeVisible();
  const pain = page.getByRole('group', { name: /^Did anything hurt/ });
  await pain.getByRole('radio', { name: '4', exact: true }).check();
  await expect(page.getByRole('button', { name: 'Do it again' })).toBeVisible();
  await pain.getByRole('radio', { name: '5', exact: true }).check();
  await expect(page.getByRole('button', { name: 'Do it again' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Finish for today' }).click();
  await expect(page).toHaveURL(/#\/$/);
});

test('a set whose pelvis was not visible is never given to the hip alone, nor called free of the pelvis', async ({
  page,
  ui,
}) => {
  await ui.open('#/set/set-0');
  await page.evaluate(() => window.harness.sets.records.push(window.harness.unwatchedRecord));
  await page.evaluate(() => (location.hash = '#/set/set-9'));
  await expect(page.getByText(/How much of it came from the pelvis could not be seen/)).toBeVisible();
  // The column of the folded table is called so; its cell says that it is not known.
  await expect(page.locator('th-answer').getByText(/[Hh]ip alone/)).toHaveCount(0);
  await expect(page.getByText(/[Nn]one seen|[Nn]othing (?:came|was seen to come) from|stayed still/)).toHaveCount(0);
  await ui.unfold();
  await expect(page.getByText('Pelvis twist: can’t be seen from here')).toBeVisible();
  await expect(page.getByText(/healthy adults/)).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^Left, round 1 not known; turned 32°/ })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/history'));
  await expect(page.getByRole('row', { name: /32° ± 3° pelvis not visible/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /28° ± 4° hip alone/ }).first()).toBeVisible();
});

test('the plot can be read with the keyboard and as a table', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  await ui.unfold();
  const plot = page.getByRole('slider', { name: /Hip internal rotation over 3:03/ });
  await plot.focus();
  await page.keyboard.press('End');
  await expect(plot).toHaveAttribute('aria-valuetext', /^3:03\.0/);
  await page.keyboard.press('Home');
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  await expect(plot).toHaveAttribute('aria-valuetext', /^1:00\.5, Pull in: .*Pelvis twist/);
  await page.getByText('The plot as a table').click();
  await expect(page.getByRole('cell', { name: 'no reading' }).first()).toBeVisible();
});

test('a set can be exported, also as two tables with the keyboard, deleted and repeated', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  const names: string[] = [];
  page.on('download', (download) => names.push(download.suggestedFilename()));
  await page.getByRole('button', { name: 'Export JSON' }).click();
  await expect.poll(() => names.splice(0)).toEqual(['set-1.json']);
  await page.getByRole('button', { name: 'Export CSV' }).press('Enter');
  await expect.poll(() => names.length).toBe(2);
  expect(names.sort()[0]).toMatch(/^truehip-\d{4}-\d\d-\d\d-\d{4}-supine-sleeper-left-frames\.csv$/);
  expect(names[1]).toMatch(/-parts\.csv$/);
  await page.getByRole('button', { name: 'Do it again' }).click();
  await expect(page).toHaveURL(/#\/drill\/supine-sleeper$/);
  await page.goBack();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/#\/history$/);
  expect(await page.evaluate(() => window.harness.sets.records.map(({ id }) => id))).toEqual(['set-2']);
});

test('an unknown set shows "No such set"', async ({ ui }) => {
  await ui.open('#/set/nowhere');
  await expect(ui.heading).toHaveText('No such set');
});

test('diagnostics show the engine of the last run, and are copied as text', async ({ page, ui }) => {
  await ui.startSet();
  await ui.show({
    engine: {
      model: 'full',
      backend: 'wasm',
      why: 'the fastest that passed',
      version: 'test',
      threads: 2,
      isolated: true,
      trials: [{ backend: 'webgl', passed: false, frameTime: null, note: 'not finite' }],
    },
  });
  await page.keyboard.press('2');
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.getByRole('link', { name: 'Technical details' }).click();
  await expect(page.getByText('wasm: the fastest that passed')).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'Tried webgl' })).toBeVisible();
  await expect(page.getByText('not finite')).toBeVisible();
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void Reflect.set(window, 'copied', text);
  });
  await page.getByRole('button', { name: 'Copy as text' }).press('Enter');
  await expect(page.getByRole('status').getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => String(Reflect.get(window, 'copied')));
  expect(copied).toMatch(/^Truehip: .*\nBrowser: .*\nMeasuring: BlazePose full, test\n.*\nTried webgl: not finite\n/s);
});

test('a set that could not be saved says so first, is exported at once, and the tab asks before it closes', async ({
  page,
  ui,
}) => {
  await ui.open('#/history');
  const asks = () =>
    page.evaluate(() => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    });
  expect(await asks()).toBe(false);
  await page.evaluate(() => {
    window.harness.sets.unsaved = ['set-1'];
    location.hash = '#/set/set-1';
  });
  const note = page.getByRole('alert').filter({ hasText: 'This set is not saved' });
  await expect(note).toBeVisible();
  const [top, answer] = await Promise.all([note.boundingBox(), page.locator('th-answer').boundingBox()]);
  expect(top?.y ?? Infinity).toBeLessThan(answer?.y ?? 0);
  expect(await asks()).toBe(true);
  const saving = page.waitForEvent('download');
  await note.getByRole('button', { name: 'Export now' }).click();
  expect((await saving).suggestedFilename()).toBe('set-1.json');
  await expect.poll(asks).toBe(false);
});

test('a set that broke off says when in the list', async ({ page, ui }) => {
  await ui.open();
  await page.evaluate(() => {
    const { sets } = window.harness;
    const phases = [{ kind: 'ready', round: 1, side: 'left', start: 0, end: 2.7 }] as const;
    sets.records = sets.records.map((record) => ({ ...record, ended: 'interrupted', phases, frames: [] }));
    location.hash = '#/history';
  });
  await expect(page.getByRole('cell', { name: 'Cut off after 3 s, empty' }).first()).toBeVisible();
});

test('the address of a set, opened directly, leads home without an error', async ({ page, ui }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await ui.open('#/session');
  await expect(page).toHaveURL(/#\/$/);
  await expect(ui.heading).toBeVisible();
  expect(errors).toEqual([]);
});
