import { expect, test } from '@playwright/test';

test('the page is cross-origin isolated, so the worker can use threads', async ({ page }) => {
  await page.goto('/');
  expect(await page.evaluate(() => [crossOriginIsolated, isSecureContext])).toEqual([true, true]);
});

test('the security policy blocks requests to another origin', async ({ page }) => {
  await page.goto('/');
  const blocked = await page.evaluate(async () => {
    const violation = new Promise<string>((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
    });
    const answer = await fetch('https://example.org/').then(
      () => 'sent',
      () => 'refused',
    );
    return [answer, await violation];
  });
  expect(blocked).toEqual(['refused', 'connect-src']);
});

test('loading the app requests only its own origin and logs no error', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${baseURL}/`)) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});
