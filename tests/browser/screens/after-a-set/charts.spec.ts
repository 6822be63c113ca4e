import { expect, type Locator } from '@playwright/test';
import { sleeperRecord } from '../../lib/fake-record.ts';
import { test } from '../../lib/ui-test.ts';

/** Position of each element on the page, CSS pixels. */
const boxesOf = (drawn: Locator) =>
  drawn.evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom, middle: (left + right) / 2 };
    }),
  );

test('the pointer reads the moment under it, up to both ends of the plot', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  await ui.unfold();
  const plot = page.locator('th-plot .area');
  for (const [along, says] of [
    [(grid) => grid.left - 20, /^0:00\.0/],
    [(grid) => grid.middle, /^1:31\.[45]/],
    [(grid) => grid.right + 8, /^3:03\.0/],
  ] as readonly [(grid: { left: number; middle: number; right: number }) => number, RegExp][]) {
    // Measured anew at each try: what loads above the plot moves it.
    await expect(async () => {
      await plot.scrollIntoViewIfNeeded();
      const [[grid], [area]] = [await boxesOf(plot.locator('.zero')), await boxesOf(plot)];
      if (!grid || !area) throw new Error('the plot and its line of zero');
      await page.mouse.move(along(grid), area.top + 40);
      await expect(plot).toHaveAttribute('aria-valuetext', says, { timeout: 1000 });
    }).toPass();
  }
});

test('a trend rises with the degrees, runs right with the days and has a seam where the app began to measure in another way; a single set is in the middle', async ({
  page,
  ui,
}) => {
  await ui.open();
  await page.evaluate((record) => {
    const on = (day: string, clean: number) => ({
      ...record,
      id: day,
      startedAt: `${day}T09:12:00.000Z`,
      frames: [],
      instrument: clean < 25 ? undefined : record.instrument,
      summary: {
        ...record.summary,
        sets: record.summary.sets.map((one) => ({ ...one, clean, gross: clean + (one.borrowed ?? 0) })),
      },
    });
    window.harness.sets.records = [on('2026-11-20', 28), on('2026-11-10', 20), on('2026-11-05', 22)];
    location.hash = '#/trends';
  }, sleeperRecord);
  const chart = page.locator('th-trend-chart').first();
  await expect(chart.locator('svg[role=img] .point')).toHaveCount(3);
  const dots = await boxesOf(chart.locator('svg[role=img] .point'));
  const [first, second, third] = dots;
  if (!first || !second || !third) throw new Error('three sets');
  expect((second.middle - first.middle) / (third.middle - first.middle)).toBeCloseTo(1 / 3, 2);
  expect(third.top).toBeLessThan(first.top);
  expect(second.top).toBeGreaterThan(first.top);
  const seams = await boxesOf(chart.locator('svg[role=img] .seam'));
  expect(seams).toHaveLength(1);
  expect(seams[0]?.middle).toBeGreaterThan(second.middle);
  expect(seams[0]?.middle).toBeLessThan(third.middle);

  await page.evaluate(() => {
    window.harness.sets.records = window.harness.sets.records.slice(0, 1);
    location.hash = '#/history';
  });
  await page.evaluate(() => (location.hash = '#/trends'));
  await expect(chart.locator('svg[role=img] .point')).toHaveCount(1);
  const [only] = await boxesOf(chart.locator('svg[role=img] .point'));
  const [line] = await boxesOf(chart.locator('.grid').first());
  expect(only?.middle).toBeCloseTo(line?.middle ?? 0, 0);
});
