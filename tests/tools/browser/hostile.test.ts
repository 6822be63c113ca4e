import { describe, expect, it } from 'vitest';
import { attackServer } from '../../../tools/browser/run-hostile.ts';

describe('the server under hostile requests', () => {
  it.each([
    ['on this computer', false, 2000],
    ['on the network, over HTTPS', true, 2000],
  ])(
    '%s stays alive, gives nothing from outside its folder and leaves no file open',
    async (_where, lan, count) => {
      const { statuses, wrong, alive, leftOpen } = await attackServer({ count, seed: 41, lan });
      expect({ wrong, alive }).toEqual({ wrong: [], alive: true });
      if (leftOpen === null) console.log('open files cannot be counted here: this system has no /proc');
      else expect(leftOpen).toBe(0);
      // The attack must reach the files and the refusals, else it proves nothing.
      for (const status of ['200', '206', '400', '404', '405', '416', '431']) {
        expect(statuses[status] ?? 0, `answers ${status}`).toBeGreaterThan(0);
      }
    },
    120_000,
  );
});
