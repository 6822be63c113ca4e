import { join } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { wholeNumbers } from '../shared/whole-numbers.mjs';

const usage = 'npm run fuzz -- [--count N] [--seed S]';

/**
 * `npm run fuzz`: the long form of `tests/fuzz`. Exit status 1: some case crashed, left half an import or was accepted
 * though it is senseless.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    const { count, seed } = wholeNumbers(args, { count: 100_000, seed: 1 }, usage);
    await ensureInstalled({ say: (line) => console.error(`truehip: ${line}`) });
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const { status } = await runCommand(
      process.execPath,
      [vitest, 'run', 'tests/fuzz', '--disable-console-intercept'],
      {
        cwd: root,
        env: { ...process.env, TRUEHIP_FUZZ_COUNT: String(count), TRUEHIP_FUZZ_SEED: String(seed) },
        show: true,
      },
    );
    return status === 0 ? 0 : 1;
  });
}
