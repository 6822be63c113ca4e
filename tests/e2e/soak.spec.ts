import { expect, test } from '@playwright/test';
import { soak } from '../../tools/soak/run-soak.mjs';
import { judgeSoak } from '../../tools/soak/soak-report.mjs';

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
