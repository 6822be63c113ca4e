import { expect, test } from '@playwright/test';
import { killBrowsers } from '../../tools/soak/run-kills.ts';
import { judgeKills } from '../../tools/soak/kills-report.ts';
import { soak } from '../../tools/soak/run-soak.ts';
import { judgeSoak } from '../../tools/soak/soak-report.ts';

test('sets with faults at random lose no record, raise no error and ask nobody else for anything', async () => {
  test.setTimeout(400_000);
  const url = process.env['TRUEHIP_URL'];
  const run = await soak({ minutes: 1, seed: 41, ...(url ? { url } : {}) });
  const { complaints, begun, faults } = judgeSoak(run);
  expect(complaints).toEqual([]);
  // Else nothing was proved.
  expect(begun).toBeGreaterThan(0);
  expect(faults).toBeGreaterThan(0);
});

test('a browser that is killed in a set leaves a readable set without its last second at most', async () => {
  test.setTimeout(300_000);
  const url = process.env['TRUEHIP_URL'];
  const kills = await killBrowsers({ count: 2, seed: 41, ...(url ? { url } : {}) });
  const { complaints, withoutFrame } = judgeKills(kills);
  expect(complaints).toEqual([]);
  // At least one kill hit a set that had begun to record, else nothing was proved.
  expect(withoutFrame).toBeLessThan(2);
});
