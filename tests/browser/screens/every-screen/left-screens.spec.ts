import { type CDPSession, expect } from '@playwright/test';
import { test } from '../../lib/ui-test.ts';
import { fillScreens, ROUTES } from '../../lib/ui-states.ts';

/** Elements of this name that are still in memory after garbage was collected. */
const living = async (client: CDPSession, name: string): Promise<number> => {
  await client.send('HeapProfiler.collectGarbage');
  const objectGroup = 'living';
  const { result } = await client.send('Runtime.evaluate', {
    expression: `customElements.get('${name}').prototype`,
    objectGroup,
  });
  const { objects } = await client.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
    objectGroup,
  });
  const count = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await client.send('Runtime.releaseObjectGroup', { objectGroup });
  return Number(count.result.value);
};

test('no screen stays in memory after the person has left it', async ({ page, ui }) => {
  test.setTimeout(300_000);
  await ui.open();
  await fillScreens(page);
  await ui.goTo(ROUTES.drill);
  const [home = ''] = await ui.goTo(ROUTES.home);
  const client = await page.context().newCDPSession(page);
  const left = new Set<string>();
  const kept = new Set<string>();
  // A browser keeps some things only from the second visit on, and lets go of them some visits later.
  for (let visit = 0; visit < 3; visit += 1) {
    for (const hash of Object.values(ROUTES).filter((route) => route !== ROUTES.home)) {
      const names = await ui.goTo(hash);
      // As people do: what was clicked and what has the focus is kept by some browsers, too.
      await page.locator('h1').first().click();
      await page.keyboard.press('Tab');
      await ui.goTo(ROUTES.home);
      for (const name of names) {
        left.add(name);
        if ((await living(client, name)) > 0) kept.add(name);
      }
    }
  }
  expect([...kept]).toEqual([]);
  expect(left.size).toBeGreaterThan(10);
  // Else nothing was counted.
  expect(await living(client, home)).toBe(1);
});
