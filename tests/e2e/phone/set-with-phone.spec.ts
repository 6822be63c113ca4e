import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { routeHash } from '../../../src/ui/shell/router.ts';
import { storedSets } from '../lib/app.ts';
import { turnPhone } from '../lib/phone-pair.ts';
import { beginWithPhone, wait, wearPhone } from '../lib/worn-phone.ts';

const savedBy = async (laptop: Page, name: RegExp): Promise<string> => {
  const saving = laptop.waitForEvent('download');
  await laptop.getByRole('button', { name }).first().click();
  return (await saving).path();
};

for (const [locale, use, cue, watched] of [
  ['en-GB', 'Use my phone', 'Keep your buckle facing the ceiling.', 'watched by camera and phone'],
  ['de-DE', 'Mein Handy benutzen', 'Gürtelschnalle', 'von Kamera und Handy beobachtet'],
] as const) {
  test(`a set with a phone on the pelvis is watched by it, kept, saved, read back and reported (${locale})`, async ({
    playwright,
  }, info) => {
    test.setTimeout(300_000);
    const worn = await wearPhone(playwright, locale, use);
    const { laptop, phone } = worn;
    try {
      const asking = () => laptop.screenshot({ path: info.outputPath('laptop-asks-move.png') });
      await beginWithPhone(worn, 'supine-sleeper-clean-8', asking);
      await wait(3);
      await turnPhone(phone, { roll: 14 });
      await expect(laptop.getByText(cue).first()).toBeVisible({ timeout: 15_000 });
      await laptop.screenshot({ path: info.outputPath('laptop-twist.png') });
      await turnPhone(phone, { roll: 0 });
      await wait(4);
      await laptop.evaluate(() => document.querySelector('th-app')?.services.session.stop('stopped'));

      const [record] = await expect
        .poll(() => storedSets(laptop), { timeout: 30_000 })
        .toHaveLength(1)
        .then(() => storedSets(laptop));
      if (record === undefined) throw new Error('no set was kept');
      expect(record.phone).toBeDefined();
      expect(record.flags.map(({ rule }) => rule)).toContain('pelvis-twist');
      const both = record.frames.flatMap((frame) => (frame.both ? [frame.both] : []));
      expect(both.length).toBeGreaterThan(8);
      expect(Math.max(...both.map(({ phone: { twist } }) => Math.abs(twist ?? 0)))).toBeGreaterThan(9);

      await laptop.evaluate((hash) => (location.hash = hash), routeHash({ screen: 'set', id: record.id }));
      await expect(laptop.getByText(watched).first()).toBeVisible();
      // The phone has seen the back.
      await expect(laptop.getByText(/lower back stay|unterer Rücken geblieben/)).toHaveCount(0);
      await laptop.screenshot({ path: info.outputPath('laptop-summary.png'), fullPage: true });
      const table = readFileSync(await savedBy(laptop, /CSV/), 'utf8');
      expect(table.split(/\r?\n/).find((line) => line.includes('phone_twist_deg'))).toContain('camera_twist_deg');

      await laptop.evaluate((hash) => (location.hash = hash), routeHash({ screen: 'report', id: record.id }));
      await expect(laptop.getByText(watched).first()).toBeVisible();

      await laptop.evaluate(() => (location.hash = '#/history'));
      const file = await savedBy(laptop, /^(?:Export all|Alles exportieren)/);
      await laptop.evaluate(() => document.querySelector('th-app')?.services.sets.removeAll());
      expect(await storedSets(laptop)).toEqual([]);
      await laptop.locator('th-history input[type=file]').first().setInputFiles(file);
      await expect.poll(() => storedSets(laptop), { timeout: 30_000 }).toEqual([record]);
    } finally {
      await worn.close();
    }
  });
}
