import { expect, test } from '@playwright/test';
import { storedSets, truthOf } from '../lib/app.ts';
import { beginWithPhone, perform, type PelvisTruth, wearPhone } from '../lib/worn-phone.ts';

// The phone turns as the true pelvis of a rendered person does, in its own page; the laptop films the same person.
for (const name of [
  'supine-sleeper-twist-chase-18',
  'supine-sleeper-short-passive-twist-43',
  'supine-sleeper-clean-8',
  'supine-ir-pulses-twist-14',
  'supine-ir-pulses-clean-10',
]) {
  const { events } = truthOf(name) as PelvisTruth;
  const twists = events.filter(({ rule }) => rule === 'pelvis-twist').length;
  test(`through both pages the phone tells each twist of the pelvis, and no other: ${name}`, async ({ playwright }) => {
    test.setTimeout(240_000);
    const worn = await wearPhone(playwright);
    try {
      const drill = name.startsWith('supine-sleeper') ? 'supine-sleeper' : 'supine-ir-pulses-feet-lifted';
      await worn.laptop.evaluate((id) => (location.hash = `#/drill/${id}`), drill);
      await beginWithPhone(worn, name);
      await perform(worn, name);
      await worn.laptop.evaluate(() => document.querySelector('th-app')?.services.session.stop('stopped'));
      await expect.poll(() => storedSets(worn.laptop), { timeout: 30_000 }).toHaveLength(1);
      const [record] = await storedSets(worn.laptop);
      const flags = record?.flags.filter(({ rule }) => rule === 'pelvis-twist' || rule === 'back-arch') ?? [];
      test.info().annotations.push({ type: 'flags', description: JSON.stringify(flags) });
      expect(flags.map(({ rule }) => rule)).toEqual(Array.from({ length: twists }, () => 'pelvis-twist'));
    } finally {
      await worn.close();
    }
  });
}
