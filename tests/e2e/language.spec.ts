import { expect } from '@playwright/test';
import { englishIn } from '../i18n/texts-of.ts';
import { recordSpeech, spokenPhrases, storedSets, test, untilPhase, untilStage } from './lib/app.ts';

test('with German chosen, a set is spoken, shown and stored in German, also after a reload', async ({ launch }) => {
  const { page, context } = await launch({ settings: { countIn: 5 } });
  await recordSpeech(context, 'de-DE');
  await page.reload();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/das Becken dreht\.$/);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');

  await page.getByRole('link', { name: 'Ball unter der Gesäßmuskulatur' }).click();
  await page.getByRole('button', { name: 'Timer starten' }).click();
  await untilStage(page, 'running');
  await untilPhase(page, 'guided', 15_000);
  await expect(page.getByText('Such eine empfindliche Stelle im Muskel').first()).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByText('Du hast wegen Taubheit oder Kribbeln gestoppt')).toBeVisible();
  await expect(page.getByText('Ohne Kamera wurde nichts gemessen')).toBeVisible();

  const phrases = await spokenPhrases(page);
  expect(phrases[0]).toMatch(/^Jetzt das linke Bein\. /);
  expect(phrases.map(englishIn).filter((word) => word !== null)).toEqual([]);
  const [record] = await storedSets(page);
  expect(record).toMatchObject({ drill: 'soft-tissue-ball', ended: 'numb', language: 'de' });
});
