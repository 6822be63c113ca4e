import { join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { defineCommand, whole } from '../shared/command.ts';

const command = defineCommand({
  name: 'fuzz',
  about:
    'Hostile records, imports, settings, programmes, calendars, CSV files, addresses, readings and landmarks; a table by kind.',
  options: {
    count: whole('N', 'cases', 100_000),
    seed: whole('S', 'other cases with every seed', 1),
  },
  more: 'Exit status: 0 done; 1 some case crashed, left half an import or was accepted though it is senseless; 2 wrong use.',
});

/**
 * `npm run fuzz`: the long form of `tests/fuzz`. Exit status 1: some case crashed, left half an import or was accepted
 * though it is senseless.
 */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const { count, seed } = given.values;
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = await runCommand(process.execPath, [vitest, 'run', 'tests/fuzz', '--disable-console-intercept'], {
    cwd: root,
    env: { ...process.env, TRUEHIP_FUZZ_COUNT: String(count), TRUEHIP_FUZZ_SEED: String(seed) },
    show: true,
  });
  return status === 0 ? 0 : 1;
}
