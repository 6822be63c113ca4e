import { join } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { houseBreaches } from './house-rules.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';

/** @typedef {{ name: string, run: () => Promise<{ status: number, output: string }> }} Step */

/**
 * A tool of node_modules, by Node and without a shell.
 * @param {string} name
 * @param {string} script below node_modules
 * @param {readonly string[]} args
 * @returns {Step}
 */
const tool = (name, script, args) => ({
  name,
  run: () => runCommand(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root }),
});

/** @type {readonly Step[]} */
const steps = [
  tool('format', '@biomejs/biome/bin/biome', ['format', '--colors=off']),
  tool('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '--format=unix']),
  tool('types', 'typescript/bin/tsc', ['-b', '--pretty', 'false']),
  tool('dead code', 'knip/bin/knip.js', ['--no-progress']),
  {
    name: 'house rules',
    run: async () => {
      const lines = await houseBreaches();
      return { status: lines.length ? 1 : 0, output: lines.join('\n') };
    },
  },
];

/** `npm run check`: every step runs, even after one failed; the time of each is shown. */
export function main() {
  return runTool(async () => {
    await ensureInstalled();
    /** @type {string[]} */
    const failed = [];
    for (const step of steps) {
      const start = Date.now();
      const { status, output } = await step.run();
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(12)} ${seconds.padStart(5)} s`);
      if (status !== 0) {
        failed.push(step.name);
        console.log(output.trim().replace(/^/gm, '    '));
      }
    }
    if (failed.length) console.log(`check failed: ${failed.join(', ')}`);
    return failed.length ? 1 : 0;
  });
}
