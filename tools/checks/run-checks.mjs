import { join } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { auditShipped } from './audit.mjs';
import { commitBreaches } from './commit-messages.mjs';
import { houseBreaches } from './house-rules.mjs';
import { circleBreaches } from './import-circles.mjs';
import { treeBreachesHere } from './tree-rules.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} hint what to do when it fails
 * @property {() => Promise<{ status: number, output: string, note?: string }>} run
 */

/**
 * A tool of node_modules, by Node and without a shell.
 * @param {string} name
 * @param {string} hint
 * @param {string} script below node_modules
 * @param {readonly string[]} args
 * @returns {Step}
 */
const tool = (name, hint, script, args) => ({
  name,
  hint,
  run: () => runCommand(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root }),
});

/**
 * A check of this folder.
 * @param {string} name
 * @param {string} hint
 * @param {() => Promise<readonly string[]>} breaches
 * @returns {Step}
 */
const own = (name, hint, breaches) => ({
  name,
  hint,
  run: async () => {
    const lines = await breaches();
    return { status: lines.length ? 1 : 0, output: lines.join('\n') };
  },
});

/** @type {readonly Step[]} */
export const steps = [
  tool('format', 'run npm run format', '@biomejs/biome/bin/biome', ['format', '--colors=off']),
  tool('lint', 'mend each line; .oxlintrc.json has the rules, npm run lint shows the code', 'oxlint/bin/oxlint', [
    '--type-aware',
    '--deny-warnings',
    '--format=unix',
  ]),
  tool('types', 'mend the first error of each file, then run npm run check again', 'typescript/bin/tsc', [
    '-b',
    '--pretty',
    'false',
  ]),
  tool('dead code', 'delete the export, file or package, or use it', 'knip/bin/knip.js', ['--no-progress']),
  own('house rules', 'change the lines as they say; CONTRIBUTING.md has the rules', houseBreaches),
  own('imports', 'move what both files need into a file of its own that imports neither', circleBreaches),
  own('tree', 'split the file or folder, write the README.md, or shorten the page', treeBreachesHere),
  {
    name: 'commits',
    hint: 'reword with git commit --amend or git rebase -i; CONTRIBUTING.md has the rules',
    run: async () => {
      const { breaches, note } = await commitBreaches();
      return { status: breaches.length ? 1 : 0, output: breaches.join('\n'), note };
    },
  },
  {
    name: 'audit',
    hint: 'update the package or its parent (docs/dependencies.md); npm audit says more',
    run: async () => {
      const { breaches, note } = await auditShipped();
      return { status: breaches.length ? 1 : 0, output: breaches.join('\n'), note: breaches.length ? '' : note };
    },
  },
];

/**
 * @param {readonly Step[]} failed
 * @returns {string[]} the last lines of a check: none when nothing failed, else one for each failed step
 */
export function whatToDo(failed) {
  if (failed.length === 0) return [];
  return ['check failed; what to do:', ...failed.map(({ name, hint }) => `  ${name}: ${hint}`)];
}

/** `npm run check`: every step runs, even after one failed; the time of each is shown. */
export function main() {
  return runTool(async () => {
    await ensureInstalled();
    /** @type {Step[]} */
    const failed = [];
    for (const step of steps) {
      const start = Date.now();
      const { status, output, note = '' } = await step.run();
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      console.log(
        `${status === 0 ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(12)} ${seconds.padStart(5)} s  ${note}`.trimEnd(),
      );
      if (status !== 0) {
        failed.push(step);
        console.log(output.trim().replace(/^/gm, '    '));
      }
    }
    for (const line of whatToDo(failed)) console.log(line);
    return failed.length ? 1 : 0;
  });
}
